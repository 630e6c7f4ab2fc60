import type { Bytes } from '../../bytes.ts';
import type { Kernel } from '../process.ts';
import { devicesOf, swapsOf } from '../storage/disks.ts';

/** Sizes are in KiB. */
export const partitionsText = (kernel: Kernel): Bytes =>
  `major minor  #blocks  name\n\n${devicesOf(kernel)
    .map(
      ({ name, special: [major, minor], sizeBytes }) =>
        `${String(major).padStart(4)}  ${String(minor).padStart(7)} ${String(Math.floor(sizeBytes / 1024)).padStart(10)} ${name}\n`,
    )
    .join('')}`;

export const swapsText = (kernel: Kernel): Bytes =>
  `Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n${swapsOf(kernel)
    .map(
      ({ device, sizeBytes, priority }) =>
        `${device.padEnd(39)} partition\t${Math.floor(sizeBytes / 1024)}\t\t0\t\t${priority}\n`,
    )
    .join('')}`;
