/** The counters, named and measured as vCenter does. Numbers are ours: clients look them up by name. */
import { segmentBytes } from '../../../../sim/index.ts';
import type { PastUse } from '../../../../sim/index.ts';

type Rollup = 'average' | 'maximum' | 'minimum' | 'latest' | 'summation' | 'none';

/** KB of a datastore: what it has, what is used of it, and what its machines may use of it at most. */
export type Space = { readonly capacity: number; readonly used: number; readonly provisioned: number };

/** What a sample is computed from: a moment of what was used, and how much there is. */
export type Moment = {
  readonly use: PastUse;
  /** MHz and MiB that there are. */
  readonly megahertz: number;
  readonly memory: number;
  /** MiB that its machines hold. */
  readonly held: number;
  readonly isMachine: boolean;
  readonly space: Space;
  readonly cores: number;
  /** CPUs of the machines that run. */
  readonly virtual: number;
  /** Of its time, what it ran, 0 … 1. */
  readonly up: number;
  /** Ms of each second in which one of these CPUs waited. */
  readonly ready: number;
  /** Of the server, what it drew for this. */
  readonly watts: number;
  /** Seconds since it started. */
  readonly uptime: number;
  readonly interval: number;
};

/** What has figures of its own inside: CPUs, network cards, drives, and datastores by their name or their disk. */
export type Inside = 'cpu' | 'card' | 'drive' | 'store' | 'lun';

type Level = 1 | 2 | 3 | 4;

export type Counter = {
  readonly key: number;
  readonly group: string;
  readonly name: string;
  readonly rollup: Rollup;
  readonly unit: string;
  readonly stats: 'absolute' | 'delta' | 'rate';
  readonly level: Level;
  /** Of its parts, where it is not the usual one. */
  readonly perDevice?: Level;
  readonly of: readonly ('machine' | 'host' | 'group' | 'datastore')[];
  readonly label: string;
  /** Whether what its parts did adds up to the whole, or each is as the whole. */
  readonly parts?: readonly [inside: Inside, how: 'sum' | 'alike'];
  /** What costs to find out. */
  readonly needs?: 'ready' | 'watts';
  /** What the limits of an alarm are compared with, where that is not the sample. */
  readonly judged?: (moment: Moment) => number;
  /** Exact: it is rounded when it is told. */
  readonly sample: (moment: Moment) => number;
};

const everywhere = ['machine', 'host', 'group'] as const;
const running = ['machine', 'host'] as const;
const stored = ['machine', 'host', 'datastore'] as const;

/** Percents are told in hundredths. */
const hundredths = (share: number): number => share * 10_000;
const kibi = (mebibytes: number): number => mebibytes * 1024;
/** MB/s as KB/s. */
const kilo = (megabytes: number): number => megabytes * 1024;
/** Packets of a stream a second, and those that confirm two of what comes the other way. */
const packets = (of: number, back: number): number => (kilo(of + back / 2) * 1024) / segmentBytes;
const ratio = (part: number, whole: number): number => (whole > 0 ? Math.min(1, part / whole) : 0);

/** In a lab nothing swaps or balloons, no packet is lost on its way, and a store answers within the millisecond. */
const never = (): number => 0;

export const counters: readonly Counter[] = [
  { key: 1, group: 'cpu', name: 'usage', rollup: 'none', unit: 'percent', stats: 'rate', level: 4, of: everywhere, label: 'Usage', parts: ['cpu', 'alike'], sample: ({ use }) => hundredths(use.share) },
  { key: 2, group: 'cpu', name: 'usage', rollup: 'average', unit: 'percent', stats: 'rate', level: 1, of: everywhere, label: 'Usage', parts: ['cpu', 'alike'], sample: ({ use }) => hundredths(use.share) },
  { key: 6, group: 'cpu', name: 'usagemhz', rollup: 'average', unit: 'megaHertz', stats: 'rate', level: 1, of: everywhere, label: 'Usage in MHz', parts: ['cpu', 'sum'], sample: ({ use, megahertz }) => use.share * megahertz },
  { key: 11, group: 'cpu', name: 'wait', rollup: 'summation', unit: 'millisecond', stats: 'delta', level: 3, of: ['machine'], label: 'Wait', parts: ['cpu', 'sum'], needs: 'ready', sample: ({ use, cores, ready, interval, up }) => Math.max(0, (up - use.share) * 1000 * interval * cores - ready * cores * interval) },
  { key: 12, group: 'cpu', name: 'ready', rollup: 'summation', unit: 'millisecond', stats: 'delta', level: 1, of: running, label: 'Readiness', parts: ['cpu', 'sum'], needs: 'ready', sample: ({ ready, virtual, interval }) => ready * virtual * interval },
  { key: 13, group: 'cpu', name: 'used', rollup: 'summation', unit: 'millisecond', stats: 'delta', level: 3, of: running, label: 'Used', parts: ['cpu', 'sum'], sample: ({ use, cores, interval }) => use.share * cores * interval * 1000 },
  { key: 14, group: 'cpu', name: 'idle', rollup: 'summation', unit: 'millisecond', stats: 'delta', level: 2, of: running, label: 'Idle', parts: ['cpu', 'sum'], sample: ({ use, cores, interval, up }) => (up - use.share) * cores * interval * 1000 },
  { key: 17, group: 'cpu', name: 'readiness', rollup: 'average', unit: 'percent', stats: 'rate', level: 4, of: running, label: 'Readiness', parts: ['cpu', 'alike'], needs: 'ready', sample: ({ ready }) => hundredths(ready / 1000) },
  { key: 24, group: 'mem', name: 'usage', rollup: 'average', unit: 'percent', stats: 'absolute', level: 1, of: everywhere, label: 'Usage', sample: ({ use, memory, held, isMachine }) => hundredths(ratio(isMachine ? use.memory : held, memory)) },
  { key: 29, group: 'mem', name: 'granted', rollup: 'average', unit: 'kiloBytes', stats: 'absolute', level: 2, of: everywhere, label: 'Granted', sample: ({ held }) => kibi(held) },
  { key: 33, group: 'mem', name: 'active', rollup: 'average', unit: 'kiloBytes', stats: 'absolute', level: 2, of: everywhere, label: 'Active', sample: ({ use }) => kibi(use.memory) },
  { key: 98, group: 'mem', name: 'consumed', rollup: 'average', unit: 'kiloBytes', stats: 'absolute', level: 1, of: everywhere, label: 'Consumed', sample: ({ held }) => kibi(held) },
  { key: 125, group: 'disk', name: 'usage', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 1, of: running, label: 'Usage', parts: ['lun', 'sum'], sample: ({ use }) => kilo(use.read + use.write) },
  { key: 130, group: 'disk', name: 'read', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 2, of: running, label: 'Read rate', parts: ['lun', 'sum'], sample: ({ use }) => kilo(use.read) },
  { key: 131, group: 'disk', name: 'write', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 2, of: running, label: 'Write rate', parts: ['lun', 'sum'], sample: ({ use }) => kilo(use.write) },
  { key: 143, group: 'net', name: 'usage', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 1, of: running, label: 'Usage', parts: ['card', 'sum'], sample: ({ use }) => kilo(use.receive + use.send) },
  { key: 148, group: 'net', name: 'received', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 2, of: running, label: 'Data receive rate', parts: ['card', 'sum'], sample: ({ use }) => kilo(use.receive) },
  { key: 149, group: 'net', name: 'transmitted', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 2, of: running, label: 'Data transmit rate', parts: ['card', 'sum'], sample: ({ use }) => kilo(use.send) },
  { key: 155, group: 'sys', name: 'uptime', rollup: 'latest', unit: 'second', stats: 'absolute', level: 1, of: running, label: 'Uptime', sample: ({ uptime }) => Math.max(0, uptime) },
  { key: 160, group: 'disk', name: 'used', rollup: 'latest', unit: 'kiloBytes', stats: 'absolute', level: 1, perDevice: 1, of: ['datastore'], label: 'Space actually used', judged: ({ space }) => hundredths(ratio(space.used, space.capacity)), sample: ({ space }) => space.used },
  { key: 161, group: 'disk', name: 'provisioned', rollup: 'latest', unit: 'kiloBytes', stats: 'absolute', level: 1, perDevice: 1, of: ['datastore'], label: 'Space potentially used', sample: ({ space }) => space.provisioned },
  { key: 162, group: 'disk', name: 'capacity', rollup: 'latest', unit: 'kiloBytes', stats: 'absolute', level: 1, of: ['datastore'], label: 'Capacity', sample: ({ space }) => space.capacity },
  { key: 178, group: 'datastore', name: 'read', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 2, perDevice: 2, of: stored, label: 'Read rate', parts: ['store', 'sum'], sample: ({ use }) => kilo(use.read) },
  { key: 179, group: 'datastore', name: 'write', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 2, perDevice: 2, of: stored, label: 'Write rate', parts: ['store', 'sum'], sample: ({ use }) => kilo(use.write) },
  { key: 200, group: 'cpu', name: 'demand', rollup: 'average', unit: 'megaHertz', stats: 'absolute', level: 2, of: running, label: 'Demand', sample: ({ use, megahertz }) => use.share * megahertz },
  { key: 201, group: 'cpu', name: 'latency', rollup: 'average', unit: 'percent', stats: 'rate', level: 2, of: running, label: 'Latency', needs: 'ready', sample: ({ ready }) => hundredths(ready / 1000) },
  { key: 202, group: 'cpu', name: 'run', rollup: 'summation', unit: 'millisecond', stats: 'delta', level: 2, of: ['machine'], label: 'Run', parts: ['cpu', 'sum'], sample: ({ use, cores, interval }) => use.share * cores * interval * 1000 },
  { key: 203, group: 'cpu', name: 'utilization', rollup: 'average', unit: 'percent', stats: 'rate', level: 2, of: ['host'], label: 'Utilization', parts: ['cpu', 'alike'], sample: ({ use }) => hundredths(use.share) },
  { key: 204, group: 'cpu', name: 'coreUtilization', rollup: 'average', unit: 'percent', stats: 'rate', level: 2, of: ['host'], label: 'Core Utilization', parts: ['cpu', 'alike'], sample: ({ use }) => hundredths(use.share) },
  { key: 205, group: 'cpu', name: 'totalmhz', rollup: 'average', unit: 'megaHertz', stats: 'rate', level: 1, of: ['group'], label: 'Total', sample: ({ megahertz }) => megahertz },
  { key: 206, group: 'cpu', name: 'costop', rollup: 'summation', unit: 'millisecond', stats: 'delta', level: 2, of: running, label: 'Co-stop', parts: ['cpu', 'sum'], sample: never },
  { key: 207, group: 'cpu', name: 'maxlimited', rollup: 'summation', unit: 'millisecond', stats: 'delta', level: 2, of: ['machine'], label: 'Max limited', parts: ['cpu', 'sum'], sample: never },
  { key: 208, group: 'cpu', name: 'swapwait', rollup: 'summation', unit: 'millisecond', stats: 'delta', level: 3, of: running, label: 'Swap wait', parts: ['cpu', 'sum'], sample: never },
  { key: 220, group: 'mem', name: 'totalCapacity', rollup: 'average', unit: 'megaBytes', stats: 'absolute', level: 2, of: ['host'], label: 'Total capacity', sample: ({ memory }) => memory },
  { key: 221, group: 'mem', name: 'totalmb', rollup: 'average', unit: 'megaBytes', stats: 'absolute', level: 1, of: ['group'], label: 'Total', sample: ({ memory }) => memory },
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
  { key: 250, group: 'virtualDisk', name: 'read', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 2, perDevice: 2, of: ['machine'], label: 'Read rate', parts: ['drive', 'sum'], sample: ({ use }) => kilo(use.read) },
  { key: 251, group: 'virtualDisk', name: 'write', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 2, perDevice: 2, of: ['machine'], label: 'Write rate', parts: ['drive', 'sum'], sample: ({ use }) => kilo(use.write) },
  { key: 252, group: 'virtualDisk', name: 'totalReadLatency', rollup: 'average', unit: 'millisecond', stats: 'absolute', level: 1, of: ['machine'], label: 'Read latency', parts: ['drive', 'alike'], sample: never },
  { key: 253, group: 'virtualDisk', name: 'totalWriteLatency', rollup: 'average', unit: 'millisecond', stats: 'absolute', level: 1, of: ['machine'], label: 'Write latency', parts: ['drive', 'alike'], sample: never },
  { key: 260, group: 'net', name: 'bytesRx', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 2, of: running, label: 'Data receive rate', parts: ['card', 'sum'], sample: ({ use }) => kilo(use.receive) },
  { key: 261, group: 'net', name: 'bytesTx', rollup: 'average', unit: 'kiloBytesPerSecond', stats: 'rate', level: 2, of: running, label: 'Data transmit rate', parts: ['card', 'sum'], sample: ({ use }) => kilo(use.send) },
  { key: 262, group: 'net', name: 'droppedRx', rollup: 'summation', unit: 'number', stats: 'delta', level: 2, of: running, label: 'Receive packets dropped', parts: ['card', 'sum'], sample: never },
  { key: 263, group: 'net', name: 'droppedTx', rollup: 'summation', unit: 'number', stats: 'delta', level: 2, of: running, label: 'Transmit packets dropped', parts: ['card', 'sum'], sample: never },
  { key: 264, group: 'net', name: 'errorsRx', rollup: 'summation', unit: 'number', stats: 'delta', level: 2, of: ['host'], label: 'Packet receive errors', parts: ['card', 'sum'], sample: never },
  { key: 265, group: 'net', name: 'errorsTx', rollup: 'summation', unit: 'number', stats: 'delta', level: 2, of: ['host'], label: 'Packet transmit errors', parts: ['card', 'sum'], sample: never },
  { key: 266, group: 'net', name: 'multicastRx', rollup: 'summation', unit: 'number', stats: 'delta', level: 2, of: running, label: 'Multicast receives', parts: ['card', 'sum'], sample: never },
  { key: 267, group: 'net', name: 'multicastTx', rollup: 'summation', unit: 'number', stats: 'delta', level: 2, of: running, label: 'Multicast transmits', parts: ['card', 'sum'], sample: never },
  { key: 268, group: 'net', name: 'broadcastRx', rollup: 'summation', unit: 'number', stats: 'delta', level: 2, of: running, label: 'Broadcast receives', parts: ['card', 'sum'], sample: never },
  { key: 269, group: 'net', name: 'broadcastTx', rollup: 'summation', unit: 'number', stats: 'delta', level: 2, of: running, label: 'Broadcast transmits', parts: ['card', 'sum'], sample: never },
  { key: 280, group: 'power', name: 'power', rollup: 'average', unit: 'watt', stats: 'rate', level: 2, of: running, label: 'Usage', needs: 'watts', sample: ({ watts }) => watts },
  { key: 281, group: 'power', name: 'energy', rollup: 'summation', unit: 'joule', stats: 'delta', level: 3, of: running, label: 'Energy usage', needs: 'watts', sample: ({ watts, interval }) => watts * interval },
  { key: 282, group: 'disk', name: 'numberReadAveraged', rollup: 'average', unit: 'number', stats: 'rate', level: 1, of: running, label: 'Average read requests per second', parts: ['lun', 'sum'], sample: ({ use }) => use.reads },
  { key: 283, group: 'disk', name: 'numberWriteAveraged', rollup: 'average', unit: 'number', stats: 'rate', level: 1, of: running, label: 'Average write requests per second', parts: ['lun', 'sum'], sample: ({ use }) => use.writes },
  { key: 284, group: 'datastore', name: 'numberReadAveraged', rollup: 'average', unit: 'number', stats: 'rate', level: 1, of: stored, label: 'Average read requests per second', parts: ['store', 'sum'], sample: ({ use }) => use.reads },
  { key: 285, group: 'datastore', name: 'numberWriteAveraged', rollup: 'average', unit: 'number', stats: 'rate', level: 1, of: stored, label: 'Average write requests per second', parts: ['store', 'sum'], sample: ({ use }) => use.writes },
  { key: 286, group: 'virtualDisk', name: 'numberReadAveraged', rollup: 'average', unit: 'number', stats: 'rate', level: 1, of: ['machine'], label: 'Average read requests per second', parts: ['drive', 'sum'], sample: ({ use }) => use.reads },
  { key: 287, group: 'virtualDisk', name: 'numberWriteAveraged', rollup: 'average', unit: 'number', stats: 'rate', level: 1, of: ['machine'], label: 'Average write requests per second', parts: ['drive', 'sum'], sample: ({ use }) => use.writes },
  { key: 288, group: 'disk', name: 'commandsAveraged', rollup: 'average', unit: 'number', stats: 'rate', level: 2, of: running, label: 'Average commands issued per second', parts: ['lun', 'sum'], sample: ({ use }) => use.reads + use.writes },
  { key: 289, group: 'disk', name: 'numberRead', rollup: 'summation', unit: 'number', stats: 'delta', level: 3, of: running, label: 'Read requests', parts: ['lun', 'sum'], sample: ({ use, interval }) => use.reads * interval },
  { key: 290, group: 'disk', name: 'numberWrite', rollup: 'summation', unit: 'number', stats: 'delta', level: 3, of: running, label: 'Write requests', parts: ['lun', 'sum'], sample: ({ use, interval }) => use.writes * interval },
  { key: 291, group: 'disk', name: 'commands', rollup: 'summation', unit: 'number', stats: 'delta', level: 2, of: running, label: 'Commands issued', parts: ['lun', 'sum'], sample: ({ use, interval }) => (use.reads + use.writes) * interval },
  { key: 292, group: 'disk', name: 'totalReadLatency', rollup: 'average', unit: 'millisecond', stats: 'absolute', level: 2, of: ['host'], label: 'Read latency', parts: ['lun', 'alike'], sample: never },
  { key: 293, group: 'datastore', name: 'totalReadLatency', rollup: 'average', unit: 'millisecond', stats: 'absolute', level: 1, of: stored, label: 'Read latency', parts: ['store', 'alike'], sample: never },
  { key: 294, group: 'disk', name: 'totalWriteLatency', rollup: 'average', unit: 'millisecond', stats: 'absolute', level: 2, of: ['host'], label: 'Write latency', parts: ['lun', 'alike'], sample: never },
  { key: 295, group: 'datastore', name: 'totalWriteLatency', rollup: 'average', unit: 'millisecond', stats: 'absolute', level: 1, of: stored, label: 'Write latency', parts: ['store', 'alike'], sample: never },
  { key: 296, group: 'disk', name: 'deviceReadLatency', rollup: 'average', unit: 'millisecond', stats: 'absolute', level: 2, of: ['host'], label: 'Physical device read latency', parts: ['lun', 'alike'], sample: never },
  { key: 297, group: 'disk', name: 'deviceWriteLatency', rollup: 'average', unit: 'millisecond', stats: 'absolute', level: 2, of: ['host'], label: 'Physical device write latency', parts: ['lun', 'alike'], sample: never },
  { key: 298, group: 'disk', name: 'kernelReadLatency', rollup: 'average', unit: 'millisecond', stats: 'absolute', level: 2, of: ['host'], label: 'Kernel read latency', parts: ['lun', 'alike'], sample: never },
  { key: 299, group: 'disk', name: 'kernelWriteLatency', rollup: 'average', unit: 'millisecond', stats: 'absolute', level: 2, of: ['host'], label: 'Kernel write latency', parts: ['lun', 'alike'], sample: never },
  { key: 300, group: 'datastore', name: 'maxTotalLatency', rollup: 'latest', unit: 'millisecond', stats: 'absolute', level: 3, of: running, label: 'Highest latency', sample: never },
  { key: 301, group: 'net', name: 'packetsRx', rollup: 'summation', unit: 'number', stats: 'delta', level: 2, of: running, label: 'Packets received', parts: ['card', 'sum'], sample: ({ use, interval }) => packets(use.receive, use.send) * interval },
  { key: 302, group: 'net', name: 'packetsTx', rollup: 'summation', unit: 'number', stats: 'delta', level: 2, of: running, label: 'Packets transmitted', parts: ['card', 'sum'], sample: ({ use, interval }) => packets(use.send, use.receive) * interval },
];

/** What vCenter calls its groups and units. */
export const groupWords: Readonly<Record<string, string>> = {
  cpu: 'CPU',
  mem: 'Memory',
  disk: 'Disk',
  net: 'Network',
  sys: 'System',
  power: 'Power',
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
  watt: ['W', 'Watt'],
  joule: ['J', 'Joule'],
};

/** The roll-ups that vCenter keeps, by their seconds. */
export const firstIntervals = [
  { key: 1, samplingPeriod: 300, name: 'Past day', length: 86_400, level: 1, enabled: true },
  { key: 2, samplingPeriod: 1800, name: 'Past week', length: 604_800, level: 1, enabled: true },
  { key: 3, samplingPeriod: 7200, name: 'Past month', length: 2_592_000, level: 1, enabled: true },
  { key: 4, samplingPeriod: 86_400, name: 'Past year', length: 31_536_000, level: 1, enabled: true },
] as const;
