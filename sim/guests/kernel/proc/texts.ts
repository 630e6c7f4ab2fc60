import type { Bytes } from '../../bytes.ts';
import { occupiedMemory, swapBytes } from '../calls-processes.ts';
import type { MachineView, NicView } from '../machine-view.ts';
import type { Kernel } from '../process.ts';

const lines = (rows: readonly string[]): Bytes => rows.map((row) => `${row}\n`).join('');

const flags =
  'fpu vme de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov pat pse36 clflush mmx fxsr sse sse2 ss syscall nx pdpe1gb rdtscp lm constant_tsc rep_good nopl cpuid pni pclmulqdq ssse3 fma cx16 sse4_1 sse4_2 x2apic movbe popcnt aes xsave avx f16c rdrand hypervisor lahf_lm abm avx2';

export function cpuText(view: MachineView): Bytes {
  const { vendor, model, megahertz, cacheKilobytes } = view.processor();
  const cores = view.cores();
  const core = (number: number): Bytes =>
    lines([
      `processor\t: ${number}`,
      `vendor_id\t: ${vendor}`,
      'cpu family\t: 6',
      'model\t\t: 106',
      `model name\t: ${model}`,
      'stepping\t: 6',
      `cpu MHz\t\t: ${megahertz.toFixed(3)}`,
      `cache size\t: ${cacheKilobytes} KB`,
      'physical id\t: 0',
      `siblings\t: ${cores}`,
      `core id\t\t: ${number}`,
      `cpu cores\t: ${cores}`,
      'fpu\t\t: yes',
      'fpu_exception\t: yes',
      'cpuid level\t: 27',
      'wp\t\t: yes',
      `flags\t\t: ${flags}`,
      `bogomips\t: ${(megahertz * 2).toFixed(2)}`,
      'clflush size\t: 64',
      'cache_alignment\t: 64',
      'address sizes\t: 46 bits physical, 48 bits virtual',
      'power management:',
      '',
    ]);
  return Array.from({ length: cores }, (_, number) => core(number)).join('');
}

/** All that the lab says is used and what the guest's own processes say besides. */
export function memoryText(kernel: Kernel): Bytes {
  const { view } = kernel;
  const total = view.memoryBytes();
  const used = Math.min(total, view.usedMemoryBytes() + occupiedMemory(kernel));
  const cached = Math.min(view.cachedMemoryBytes(), total - used);
  const row = (name: string, bytes: number): string =>
    `${`${name}:`.padEnd(16)}${String(Math.floor(bytes / 1024)).padStart(8)} kB`;
  const swap = swapBytes(kernel);
  return lines([
    row('MemTotal', total),
    row('MemFree', total - used - cached),
    row('MemAvailable', total - used),
    row('Buffers', 0),
    row('Cached', cached),
    row('SwapCached', 0),
    row('Active', used),
    row('Inactive', cached),
    row('SwapTotal', swap),
    row('SwapFree', swap - view.usedSwapBytes()),
    row('Dirty', 0),
    row('Writeback', 0),
    row('AnonPages', used),
    row('Mapped', 0),
    row('Shmem', 0),
    row('Slab', 0),
    row('SReclaimable', 0),
    row('SUnreclaim', 0),
  ]);
}

export function loadText(kernel: Kernel): Bytes {
  const loads = kernel.view.load().map((load) => load.toFixed(2));
  const running = [...kernel.processes.values()].filter(({ state }) => state === 'ready').length;
  return `${loads.join(' ')} ${Math.max(1, running)}/${kernel.processes.size} ${kernel.nextPid - 1}\n`;
}

export function uptimeText({ view, now }: Kernel): Bytes {
  const seconds = Math.max(0, (now() - view.bootedAt()) / 1000);
  return `${seconds.toFixed(2)} ${(seconds * view.cores() * (1 - view.processorUse())).toFixed(2)}\n`;
}

export const versionText = (view: MachineView): Bytes =>
  `Linux version ${view.kernelRelease} (debian-kernel@lists.debian.org) (gcc-12 (Debian 12.2.0-14) 12.2.0, GNU ld (GNU Binutils for Debian) 2.40) ${view.kernelVersion}\n`;

/** A hundredth of a second is the kernel's unit. */
export function statText({ view, now, wall, processes, nextPid }: Kernel): Bytes {
  const cores = view.cores();
  const ticks = Math.max(0, Math.floor((now() - view.bootedAt()) / 10));
  const busy = Math.floor(ticks * view.processorUse());
  const row = (name: string, count: number): string =>
    `${name} ${busy * count} 0 0 ${(ticks - busy) * count} 0 0 0 0 0 0`;
  const running = [...processes.values()].filter(({ state }) => state === 'ready').length;
  return lines([
    row('cpu ', cores),
    ...Array.from({ length: cores }, (_, number) => row(`cpu${number}`, 1)),
    `btime ${Math.floor((view.bootedAt() + wall() - now()) / 1000)}`,
    `processes ${nextPid - 1}`,
    `procs_running ${Math.max(1, running)}`,
    'procs_blocked 0',
  ]);
}

export function deviceTraffic(view: MachineView): Bytes {
  const none = { bytes: 0, packets: 0, errors: 0, dropped: 0 };
  const loop: NicView = {
    name: 'lo',
    address: '00:00:00:00:00:00',
    mtu: 65_536,
    speedMegabits: 0,
    isUp: true,
    received: none,
    sent: none,
  };
  const numbers = (values: readonly number[], widths: readonly number[]): string =>
    values.map((value, at) => String(value).padStart(widths[at] ?? 0)).join(' ');
  const row = ({ name, received: r, sent: s }: NicView): string =>
    `${name.padStart(6)}: ${numbers([r.bytes, r.packets, r.errors, r.dropped, 0, 0, 0, 0], [7, 7, 4, 4, 4, 5, 10, 9])} ${numbers([s.bytes, s.packets, s.errors, s.dropped, 0, 0, 0, 0], [8, 7, 4, 4, 4, 5, 7, 10])}`;
  return lines([
    'Inter-|   Receive                                                |  Transmit',
    ' face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed',
    ...[loop, ...view.nics()].map(row),
  ]);
}

export const diskStatistics = (view: MachineView): Bytes =>
  lines(
    view
      .disks()
      .map(
        ({ name, reads, readBytes, writes, writtenBytes }, at) =>
          `${'8'.padStart(4)} ${String(at * 16).padStart(7)} ${name} ${reads} 0 ${Math.floor(readBytes / 512)} 0 ${writes} 0 ${Math.floor(writtenBytes / 512)} 0 0 0 0 0 0 0 0 0 0`,
      ),
  );
