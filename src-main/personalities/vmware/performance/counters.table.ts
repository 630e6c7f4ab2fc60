/** The counters, named and measured as vCenter does. Numbers are ours: clients look them up by name. */
import type { PastUse } from '../../../../sim/index.ts';

type Rollup = 'average' | 'maximum' | 'minimum' | 'latest' | 'summation' | 'none';

/** What a sample is computed from: a moment of what was used, and how much there is. */
export type Moment = {
  readonly use: PastUse;
  /** MHz and MiB that there are. */
  readonly megahertz: number;
  readonly memory: number;
  /** MiB that its machines hold. */
  readonly held: number;
  readonly isMachine: boolean;
  /** Of a datastore, what is written, 0 … 1. */
  readonly filled: number;
  readonly cores: number;
  /** Ms of each second in which a CPU waited. */
  readonly ready: number;
  /** Seconds since it started. */
  readonly uptime: number;
  readonly interval: number;
};

export type Counter = {
  readonly key: number;
  readonly group: string;
  readonly name: string;
  readonly rollup: Rollup;
  readonly unit: string;
  readonly stats: 'absolute' | 'delta' | 'rate';
  readonly level: 1 | 2 | 3 | 4;
  readonly of: readonly ('machine' | 'host' | 'group' | 'datastore')[];
  readonly label: string;
  readonly sample: (moment: Moment) => number;
};

const everywhere = ['machine', 'host', 'group'] as const;
const running = ['machine', 'host'] as const;

/** Percents are told in hundredths. */
const hundredths = (share: number): number => Math.round(share * 10_000);
const kibi = (mebibytes: number): number => Math.round(mebibytes * 1024);
/** MB/s as KB/s. */
const kilo = (megabytes: number): number => Math.round(megabytes * 1024);
const ratio = (part: number, whole: number): number => (whole > 0 ? Math.min(1, part / whole) : 0);

/** In a lab nothing swaps or balloons, no packet is lost on its way, and a store answers within the millisecond. */
const never = (): number => 0;

export const counters: readonly Counter[] = [
  { key: 1, group: 'cpu', name: 'usage', rollup: 'none', unit: 'percent', stats: 'rate', level: 4, of: everywhere, label: 'Usage', sample: ({ use }) => hundredths(use.share) },
  { key: 2, group: 'cpu', name: 'usage', rollup: 'average', unit: 'percent', stats: 'rate', level: 1, of: everywhere, label: 'Usage', sample: ({ use }) => hundredths(use.share) },
  { key: 6, group: 'cpu', name: 'usagemhz', rollup: 'average', unit: 'megaHertz', stats: 'rate', level: 1, of: everywhere, label: 'Usage in MHz', sample: ({ use, megahertz }) => Math.round(use.share * megahertz) },
  { key: 11, group: 'cpu', name: 'wait', rollup: 'summation', unit: 'millisecond', stats: 'delta', level: 3, of: ['machine'], label: 'Wait', sample: ({ use, cores, ready, interval }) => Math.max(0, Math.round((1 - use.share) * 1000 * interval * cores - ready * interval)) },
  { key: 12, group: 'cpu', name: 'ready', rollup: 'summation', unit: 'millisecond', stats: 'delta', level: 1, of: running, label: 'Readiness', sample: ({ ready, interval }) => Math.round(ready * interval) },
  { key: 13, group: 'cpu', name: 'used', rollup: 'summation', unit: 'millisecond', stats: 'delta', level: 3, of: running, label: 'Used', sample: ({ use, cores, interval }) => Math.round(use.share * cores * interval * 1000) },
  { key: 14, group: 'cpu', name: 'idle', rollup: 'summation', unit: 'millisecond', stats: 'delta', level: 2, of: running, label: 'Idle', sample: ({ use, cores, interval }) => Math.round((1 - use.share) * cores * interval * 1000) },
  { key: 17, group: 'cpu', name: 'readiness', rollup: 'average', unit: 'percent', stats: 'rate', level: 4, of: running, label: 'Readiness', sample: ({ ready }) => hundredths(ready / 1000) },
  { key: 24, group: 'mem', name: 'usage', rollup: 'average', unit: 'percent', stats: 'absolute', level: 1, of: everywhere, label: 'Usage', sample: ({ use, memory, held, isMachine }) => hundredths(ratio(isMachine ? use.memory : held, memory)) },
  { key: 29, group: 'mem', name: 'granted', rollup: 'average', unit: 'kiloBytes', stats: 'absolute', level: 2, of: everywhere, label: 'Granted', sample: ({ held }) => kibi(held) },
  { key: 33, group: 'mem', name: 'active', rollup: 'average', unit: 'kiloBytes', stats: 'absolute', level: 2, of: everywhere, label: 'Active', sample: ({ use }) => kibi(use.memory) },
  { key: 98, group: 'mem', name: 'consumed', rollup: 'average', unit: 'kiloBytes', stats: 'absolute', level: 1, of: everywhere, label: 'Consumed', sample: ({ held }) => kibi(held) },
  { key: 125, group: 'disk', name: 'usage', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 1, of: running, label: 'Usage', sample: ({ use }) => kilo(use.read + use.write) },
  { key: 130, group: 'disk', name: 'read', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 2, of: running, label: 'Read rate', sample: ({ use }) => kilo(use.read) },
  { key: 131, group: 'disk', name: 'write', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 2, of: running, label: 'Write rate', sample: ({ use }) => kilo(use.write) },
  { key: 143, group: 'net', name: 'usage', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 1, of: running, label: 'Usage', sample: ({ use }) => kilo(use.receive + use.send) },
  { key: 148, group: 'net', name: 'received', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 2, of: running, label: 'Data receive rate', sample: ({ use }) => kilo(use.receive) },
  { key: 149, group: 'net', name: 'transmitted', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 2, of: running, label: 'Data transmit rate', sample: ({ use }) => kilo(use.send) },
  { key: 155, group: 'sys', name: 'uptime', rollup: 'latest', unit: 'second', stats: 'absolute', level: 1, of: running, label: 'Uptime', sample: ({ uptime }) => Math.max(0, Math.round(uptime)) },
  { key: 160, group: 'disk', name: 'used', rollup: 'latest', unit: 'percent', stats: 'absolute', level: 1, of: ['datastore'], label: 'Space used', sample: ({ filled }) => hundredths(filled) },
  { key: 178, group: 'datastore', name: 'read', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 2, of: ['datastore'], label: 'Read rate', sample: ({ use }) => kilo(use.read) },
  { key: 179, group: 'datastore', name: 'write', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 2, of: ['datastore'], label: 'Write rate', sample: ({ use }) => kilo(use.write) },
  { key: 200, group: 'cpu', name: 'demand', rollup: 'average', unit: 'megaHertz', stats: 'absolute', level: 2, of: running, label: 'Demand', sample: ({ use, megahertz, cores, ready }) => Math.round((use.share + ratio(ready / 1000, cores)) * megahertz) },
  { key: 201, group: 'cpu', name: 'latency', rollup: 'average', unit: 'percent', stats: 'rate', level: 2, of: running, label: 'Latency', sample: ({ ready, cores }) => hundredths(ratio(ready / 1000, cores)) },
  { key: 202, group: 'cpu', name: 'run', rollup: 'summation', unit: 'millisecond', stats: 'delta', level: 2, of: ['machine'], label: 'Run', sample: ({ use, cores, interval }) => Math.round(use.share * cores * interval * 1000) },
  { key: 203, group: 'cpu', name: 'utilization', rollup: 'average', unit: 'percent', stats: 'rate', level: 2, of: ['host'], label: 'Utilization', sample: ({ use }) => hundredths(use.share) },
  { key: 204, group: 'cpu', name: 'coreUtilization', rollup: 'average', unit: 'percent', stats: 'rate', level: 2, of: ['host'], label: 'Core Utilization', sample: ({ use }) => hundredths(use.share) },
  { key: 205, group: 'cpu', name: 'totalmhz', rollup: 'average', unit: 'megaHertz', stats: 'rate', level: 1, of: ['group'], label: 'Total', sample: ({ megahertz }) => Math.round(megahertz) },
  { key: 206, group: 'cpu', name: 'costop', rollup: 'summation', unit: 'millisecond', stats: 'delta', level: 2, of: running, label: 'Co-stop', sample: never },
  { key: 207, group: 'cpu', name: 'maxlimited', rollup: 'summation', unit: 'millisecond', stats: 'delta', level: 2, of: ['machine'], label: 'Max limited', sample: never },
  { key: 208, group: 'cpu', name: 'swapwait', rollup: 'summation', unit: 'millisecond', stats: 'delta', level: 3, of: running, label: 'Swap wait', sample: never },
  { key: 220, group: 'mem', name: 'totalCapacity', rollup: 'average', unit: 'megaBytes', stats: 'absolute', level: 2, of: ['host'], label: 'Total capacity', sample: ({ memory }) => Math.round(memory) },
  { key: 221, group: 'mem', name: 'totalmb', rollup: 'average', unit: 'megaBytes', stats: 'absolute', level: 1, of: ['group'], label: 'Total', sample: ({ memory }) => Math.round(memory) },
  { key: 222, group: 'mem', name: 'vmmemctl', rollup: 'average', unit: 'kiloBytes', stats: 'absolute', level: 1, of: everywhere, label: 'Ballooned memory', sample: never },
  { key: 223, group: 'mem', name: 'swapped', rollup: 'average', unit: 'kiloBytes', stats: 'absolute', level: 2, of: ['machine'], label: 'Swapped', sample: never },
  { key: 224, group: 'mem', name: 'swapused', rollup: 'average', unit: 'kiloBytes', stats: 'absolute', level: 2, of: ['host'], label: 'Swap consumed', sample: never },
  { key: 225, group: 'mem', name: 'swapin', rollup: 'average', unit: 'kiloBytes', stats: 'absolute', level: 2, of: running, label: 'Swap in', sample: never },
  { key: 226, group: 'mem', name: 'swapout', rollup: 'average', unit: 'kiloBytes', stats: 'absolute', level: 2, of: running, label: 'Swap out', sample: never },
  { key: 227, group: 'mem', name: 'swapinRate', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 1, of: running, label: 'Swap in rate', sample: never },
  { key: 228, group: 'mem', name: 'swapoutRate', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 1, of: running, label: 'Swap out rate', sample: never },
  { key: 229, group: 'mem', name: 'latency', rollup: 'average', unit: 'percent', stats: 'absolute', level: 2, of: running, label: 'Latency', sample: never },
  { key: 230, group: 'mem', name: 'state', rollup: 'latest', unit: 'number', stats: 'absolute', level: 2, of: ['host'], label: 'State', sample: never },
  { key: 240, group: 'disk', name: 'maxTotalLatency', rollup: 'latest', unit: 'millisecond', stats: 'absolute', level: 1, of: running, label: 'Highest latency', sample: never },
  { key: 250, group: 'virtualDisk', name: 'read', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 2, of: ['machine'], label: 'Read rate', sample: ({ use }) => kilo(use.read) },
  { key: 251, group: 'virtualDisk', name: 'write', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 2, of: ['machine'], label: 'Write rate', sample: ({ use }) => kilo(use.write) },
  { key: 252, group: 'virtualDisk', name: 'totalReadLatency', rollup: 'average', unit: 'millisecond', stats: 'absolute', level: 1, of: ['machine'], label: 'Read latency', sample: never },
  { key: 253, group: 'virtualDisk', name: 'totalWriteLatency', rollup: 'average', unit: 'millisecond', stats: 'absolute', level: 1, of: ['machine'], label: 'Write latency', sample: never },
  { key: 260, group: 'net', name: 'bytesRx', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 2, of: running, label: 'Data receive rate', sample: ({ use }) => kilo(use.receive) },
  { key: 261, group: 'net', name: 'bytesTx', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 2, of: running, label: 'Data transmit rate', sample: ({ use }) => kilo(use.send) },
  { key: 262, group: 'net', name: 'droppedRx', rollup: 'summation', unit: 'number', stats: 'delta', level: 2, of: running, label: 'Receive packets dropped', sample: never },
  { key: 263, group: 'net', name: 'droppedTx', rollup: 'summation', unit: 'number', stats: 'delta', level: 2, of: running, label: 'Transmit packets dropped', sample: never },
  { key: 264, group: 'net', name: 'errorsRx', rollup: 'summation', unit: 'number', stats: 'delta', level: 2, of: ['host'], label: 'Packet receive errors', sample: never },
  { key: 265, group: 'net', name: 'errorsTx', rollup: 'summation', unit: 'number', stats: 'delta', level: 2, of: ['host'], label: 'Packet transmit errors', sample: never },
  { key: 266, group: 'net', name: 'multicastRx', rollup: 'summation', unit: 'number', stats: 'delta', level: 2, of: running, label: 'Multicast receives', sample: never },
  { key: 267, group: 'net', name: 'multicastTx', rollup: 'summation', unit: 'number', stats: 'delta', level: 2, of: running, label: 'Multicast transmits', sample: never },
  { key: 268, group: 'net', name: 'broadcastRx', rollup: 'summation', unit: 'number', stats: 'delta', level: 2, of: running, label: 'Broadcast receives', sample: never },
  { key: 269, group: 'net', name: 'broadcastTx', rollup: 'summation', unit: 'number', stats: 'delta', level: 2, of: running, label: 'Broadcast transmits', sample: never },
];

/** What vCenter calls its groups and units. */
export const groupWords: Readonly<Record<string, string>> = {
  cpu: 'CPU',
  mem: 'Memory',
  disk: 'Disk',
  net: 'Network',
  sys: 'System',
  datastore: 'Datastore',
  virtualDisk: 'Virtual disk',
};

export const unitWords: Readonly<Record<string, readonly [label: string, summary: string]>> = {
  percent: ['%', 'Percentage'],
  megaHertz: ['MHz', 'Megahertz'],
  millisecond: ['ms', 'Milliseconds'],
  kiloBytes: ['KB', 'Kilobytes'],
  megaBytes: ['MB', 'Megabytes'],
  number: ['num', 'Number'],
  kiloBytesPerSecond: ['KBps', 'Kilobytes per second'],
  second: ['s', 'Seconds'],
};

/** The roll-ups that vCenter keeps, by their seconds. */
export const firstIntervals = [
  { key: 1, samplingPeriod: 300, name: 'Past day', length: 86_400, level: 1, enabled: true },
  { key: 2, samplingPeriod: 1800, name: 'Past week', length: 604_800, level: 1, enabled: true },
  { key: 3, samplingPeriod: 7200, name: 'Past month', length: 2_592_000, level: 1, enabled: true },
  { key: 4, samplingPeriod: 86_400, name: 'Past year', length: 31_536_000, level: 1, enabled: true },
] as const;
