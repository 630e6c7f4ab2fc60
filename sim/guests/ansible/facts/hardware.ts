import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import type { Result } from '../result.ts';

const inMegabytes = (kilobytes: number): number => Math.floor(kilobytes / 1024);

/** Memory, processors, file systems and disks, read where a real one reads them. */
export function hardwareFacts(system: System): Result {
  return { ...memoryFacts(system), ...processorFacts(system), ...diskFacts(system), ...uptimeFacts(system) };
}

function textOf(system: System, path: Bytes): Bytes {
  const read = system.files.readFile(path);
  return read.ok ? read.value : '';
}

function memoryFacts(system: System): Result {
  const info = textOf(system, '/proc/meminfo');
  const of = (name: string): number =>
    inMegabytes(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(info)?.[1] ?? '0'));
  const [total, free, cached] = [of('MemTotal'), of('MemFree'), of('Cached') + of('Buffers')];
  const swap = { total: of('SwapTotal'), free: of('SwapFree') };
  return {
    memtotal_mb: total,
    memfree_mb: free,
    swaptotal_mb: swap.total,
    swapfree_mb: swap.free,
    memory_mb: {
      real: { total, free, used: total - free },
      nocache: { free: free + cached, used: total - free - cached },
      swap: { ...swap, used: swap.total - swap.free, cached: 0 },
    },
  };
}

function processorFacts(system: System): Result {
  const info = textOf(system, '/proc/cpuinfo');
  const rows = [...info.matchAll(/^(processor|vendor_id|model name)\s*:\s*(.*)$/gm)];
  const count = rows.filter(([, key]) => key === 'processor').length;
  const cores = Number(/^cpu cores\s*:\s*(\d+)/m.exec(info)?.[1] ?? count);
  return {
    processor: rows.map(([, , value]) => value ?? ''),
    processor_count: Math.max(1, Math.floor(count / Math.max(1, cores))),
    processor_cores: cores,
    processor_threads_per_core: 1,
    processor_vcpus: count,
    processor_nproc: count,
  };
}

const pseudo = new Set(['proc', 'sysfs', 'devtmpfs', 'devpts', 'tmpfs', 'cgroup2', 'securityfs']);

function diskFacts(system: System): Result {
  const mounts = system.files.mounts().filter(({ type }) => !pseudo.has(type));
  const disks = system.files.list('/sys/block');
  const names = disks.ok ? disks.value.map(({ name }) => name) : [];
  return {
    mounts: mounts.map(({ at, source, type, options, sizeBytes, usedBytes, inodes, usedInodes }) => ({
      mount: at,
      device: source,
      fstype: type,
      options,
      size_total: sizeBytes,
      size_available: sizeBytes - usedBytes,
      block_size: 4096,
      block_total: Math.floor(sizeBytes / 4096),
      block_available: Math.floor((sizeBytes - usedBytes) / 4096),
      inode_total: inodes,
      inode_available: inodes - usedInodes,
      inode_used: usedInodes,
      uuid: 'N/A',
    })),
    devices: Object.fromEntries(names.map((name) => [name, deviceFacts(system, name)])),
  };
}

function deviceFacts(system: System, name: Bytes): Result {
  const sectors = Number(textOf(system, `/sys/block/${name}/size`).trim());
  const gigabytes = (sectors * 512) / 1_073_741_824;
  return {
    sectors: String(sectors),
    sectorsize: '512',
    size: `${gigabytes.toFixed(2)} GB`,
    model: textOf(system, `/sys/block/${name}/device/model`).trim() || null,
    removable: '0',
    rotational: '0',
    partitions: {},
  };
}

const uptimeFacts = (system: System): Result => ({
  uptime_seconds: Math.floor((system.now() - system.machine.bootedAt()) / 1000),
});
