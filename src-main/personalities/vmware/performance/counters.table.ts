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
];

/** What vCenter calls its groups and units. */
export const groupWords: Readonly<Record<string, string>> = {
  cpu: 'CPU',
  mem: 'Memory',
  disk: 'Disk',
  net: 'Network',
  sys: 'System',
  datastore: 'Datastore',
};

export const unitWords: Readonly<Record<string, readonly [label: string, summary: string]>> = {
  percent: ['%', 'Percentage'],
  megaHertz: ['MHz', 'Megahertz'],
  millisecond: ['ms', 'Milliseconds'],
  kiloBytes: ['KB', 'Kilobytes'],
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
