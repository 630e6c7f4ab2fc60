import { bytesOf, type Bytes } from '../bytes.ts';
import type { Distribution } from '../bases/distribution.ts';
import type { MachineView } from '../kernel/machine-view.ts';

const mebibyte = 1_048_576;

/** Lab milliseconds that a machine may be silent before its first line, at its loader and so on. */
const pause = { firmware: 200, loader: 1200, kernel: 800, unit: 300 } as const;

/**
 * How long after the line before it a line of a boot comes: firmware line by line, the kernel by its own stamps,
 * units one after the other.
 */
export function bootPause(before: Bytes, line: Bytes): number {
  const stamp = stampOf(line);
  if (stamp !== null) {
    const last = stampOf(before);
    return last === null ? pause.kernel : Math.max(0, stamp - last);
  }
  if (line.startsWith('[')) return pause.unit;
  if (line.startsWith('Booting') || line.startsWith('Loading') || line.startsWith('GRUB'))
    return pause.loader;
  return pause.firmware;
}

/** Milliseconds of `[    0.310000] …`. */
function stampOf(line: Bytes): number | null {
  const found = /^\[ *(\d+\.\d+)\]/.exec(line);
  return found === null ? null : Number(found[1]) * 1000;
}

/** What a serial console shows before the first process: firmware, loader, kernel. */
export function bootText(distribution: Distribution, view: MachineView): Bytes {
  return bytesOf(
    [...firmware(distribution, view), ...kernelLines(distribution, view)]
      .map((line) => `${line}\r\n`)
      .join(''),
  );
}

function firmware({ title, kernel }: Distribution, view: MachineView): readonly string[] {
  const disks = view
    .disks()
    .map(
      ({ name, model, sizeBytes }) => `  ${name}: ${model}, ${Math.round(sizeBytes / mebibyte / 1024)} GiB`,
    );
  return [
    'Coldaisle BIOS 1.0',
    `${view.cores()} processors, ${Math.round(view.memoryBytes() / mebibyte)} MiB of memory`,
    ...disks,
    'Booting from the first hard disk...',
    'GRUB loading.',
    `  Booting \`${title}'`,
    '',
    `Loading Linux ${kernel.release} ...`,
    'Loading initial ramdisk ...',
  ];
}

function kernelLines({ kernel }: Distribution, view: MachineView): readonly string[] {
  const { vendor, model, megahertz } = view.processor();
  const said: [number, string][] = [
    [0, `Linux version ${kernel.release} ${kernel.version}`],
    [0, `Command line: BOOT_IMAGE=/boot/vmlinuz-${kernel.release} root=/dev/sda1 ro console=ttyS0`],
    [0, `tsc: Detected ${megahertz.toFixed(3)} MHz processor`],
    [
      0.011,
      `Memory: ${Math.round(view.memoryBytes() / 1024)}K/${Math.round(view.memoryBytes() / 1024)}K available`,
    ],
    [0.02, `smpboot: Allowing ${view.cores()} CPUs, 0 hotplug CPUs`],
    [0.12, `smpboot: CPU0: ${vendor} ${model}`],
    [0.31, `smp: Brought up 1 node, ${view.cores()} CPUs`],
    [0.62, 'NET: Registered PF_INET protocol family'],
  ];
  let at = 0.9;
  for (const { name, sizeBytes } of view.disks()) {
    at += 0.05;
    said.push([at, `sd 0:0:0:0: [${name}] ${Math.floor(sizeBytes / 512)} 512-byte logical blocks`]);
  }
  for (const { name, address, isUp } of view.nics()) {
    at += 0.04;
    said.push([at, `virtio_net ${name}: ${address}${isUp ? ', link becomes ready' : ', link is down'}`]);
  }
  said.push(
    [at + 0.4, 'EXT4-fs (sda1): mounted filesystem with ordered data mode'],
    [at + 0.5, 'Run /sbin/init as init process'],
  );
  return said.map(([seconds, text]) => `[${seconds.toFixed(6).padStart(12)}] ${text}`);
}
