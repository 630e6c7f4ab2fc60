import { hasNews, keptTrees } from '../../files/attic.ts';
import type { FileNode } from '../../files/file-node.ts';
import { fileStreams } from '../file-stream.ts';
import { plainDevices } from '../device-stream.ts';
import { pipeCalls } from '../pipe.ts';
import { openPorts } from '../network.ts';
import type { Kernel, Process, Stream, WaitQueue } from '../process.ts';
import { nextWake } from '../schedule.ts';
import type { Dryer, Standing } from './dry.ts';
import { dry, wet } from './dry.ts';
import { pack, unpack } from './record.ts';

/** A field whose content is put away; the object stays, for others hold it. */
type Slot = readonly [of: object, field: string, content: unknown];

/** Instead of a handler: what it does the program's way knows. */
const heard = 'heard';

/**
 * Puts a machine away whose processes all wait where they can go on by their state alone: what it has becomes one
 * record. False: it cannot be now. Nobody can tell afterwards but by what the host's memory holds.
 */
export function fold(kernel: Kernel): boolean {
  if (kernel.folded !== null) return true;
  if (!isAtRest(kernel)) return false;
  const slots = slotsOf(kernel);
  const dried = dry(slots, keptBy(kernel, slots), dryerOf(kernel));
  if (dried === null) return false;
  const ports = openPorts(kernel);
  let memoryBytes = 0;
  for (const { occupied } of kernel.processes.values()) memoryBytes += occupied.memoryBytes;
  kernel.folded = {
    record: pack(kernel.library, dried, dried.kept),
    wakeAt: nextWake(kernel),
    processes: kernel.processes.size,
    ports: kernel.library.of('open ports', JSON.stringify(ports), () => ports),
    memoryBytes,
  };
  // Not emptied: whoever looks in without unfolding it first shall fail at once.
  for (const [of, field] of slots) Reflect.set(of, field, null);
  return true;
}

/** Makes it again what it was. */
export function unfold(kernel: Kernel): void {
  const { folded } = kernel;
  if (folded === null) return;
  kernel.folded = null;
  const { record } = folded;
  const slots = wet({ ...unpack(record), kept: record.kept }, kernel.library);
  for (const [of, field, content] of slots as readonly Slot[]) Reflect.set(of, field, content);
  for (const process of kernel.processes.values()) goOn(process);
}

function goOn(process: Process): void {
  const { resting, handlers } = process;
  if (resting === null) throw new Error(`${process.name} was put away and did not rest.`);
  const { way, state } = resting;
  process.steps = way.goOn(state);
  for (const [signal, handler] of handlers)
    if (handler !== 'ignore') handlers.set(signal, way.hear(state, signal));
}

function isAtRest(kernel: Kernel): boolean {
  if (kernel.queue.length > 0 || kernel.current !== null || isCalled(kernel)) return false;
  // What changed is first told to the lab.
  if (hasNews(kernel.space)) return false;
  for (const process of kernel.processes.values()) if (!rests(process)) return false;
  return true;
}

/** Somebody talks to it, or wants to. */
const isCalled = ({ network }: Kernel): boolean =>
  network.connected.size > 0 || [...network.listeners].some(({ waiting }) => waiting.length > 0);

const rests = (process: Process): boolean =>
  process.state === 'blocked' &&
  process.resting !== null &&
  process.next === null &&
  process.pending.length === 0 &&
  process.occupied.cores === 0 &&
  !process.isStopped;

function slotsOf(kernel: Kernel): readonly Slot[] {
  const slots: Slot[] = [
    [kernel, 'processes', kernel.processes],
    [kernel, 'sleepers', kernel.sleepers],
    [kernel, 'pipes', kernel.pipes],
    [kernel.network, 'listeners', kernel.network.listeners],
    [kernel.network, 'connected', kernel.network.connected],
  ];
  for (const place of placesOf(kernel)) slots.push([place, 'node', place.node]);
  for (const tree of keptTrees(kernel.space)) {
    for (const field of ['root', 'copies', 'twins', 'changed', 'lastMarked'] as const)
      if (tree[field] !== null) slots.push([tree, field, tree[field]]);
  }
  for (const queue of queuesOf(kernel))
    if (queue.waiting.length > 0) slots.push([queue, 'waiting', queue.waiting]);
  return slots;
}

/** Nodes that file systems are mounted over, or are parts of which they show. */
const placesOf = ({ space }: Kernel): readonly { readonly node: FileNode }[] =>
  space.sources.flatMap(({ covers, top }) => [
    ...(covers === null ? [] : [covers]),
    ...(top === undefined ? [] : [top]),
  ]);

/** Those that somebody outside of the machine's processes holds too. */
function* queuesOf(kernel: Kernel): Generator<WaitQueue> {
  for (const { readers, writers } of outerStreams(kernel)) {
    if (readers !== null) yield readers;
    if (writers !== null) yield writers;
  }
}

function outerStreams(kernel: Kernel): ReadonlySet<Stream> {
  const streams = new Set<Stream>();
  for (const { descriptors } of kernel.processes.values())
    for (const description of descriptors)
      if (description !== undefined && isOuter(description.stream)) streams.add(description.stream);
  return streams;
}

/** What its calls close over is the machine itself, and what is outside of it. */
const isOuter = ({ kind }: Stream): boolean => kind === 'terminal' || kind === 'channel';

/** In an order that is the same for all machines in the same state. */
function keptBy(kernel: Kernel, slots: readonly Slot[]): readonly object[] {
  const { calls, network, space } = kernel;
  const kept = new Set<object>(slots.map(([of]) => of));
  const own = [
    kernel,
    kernel.view,
    kernel.programs,
    kernel.library,
    kernel.desk,
    kernel.limits,
    kernel.clock,
  ];
  const more = [network, network.wire, kernel.ledger, kernel.listeners, kernel.log, kernel.pipeSource, space];
  const answers = [kernel.now, kernel.wall, kernel.chance, calls, ...Object.values(calls)];
  for (const one of [...own, ...more, ...answers, ...space.sources]) kept.add(one);
  for (const one of placesOf(kernel)) kept.add(one);
  for (const tree of keptTrees(space)) kept.add(tree).add(tree.base);
  for (const one of kernel.terminals.values()) kept.add(one);
  for (const one of network.listeners) kept.add(one);
  for (const one of outerStreams(kernel)) kept.add(one);
  for (const one of queuesOf(kernel)) kept.add(one);
  return [...kept];
}

const sameForAll: ReadonlySet<object> = new Set([
  ...Object.values(pipeCalls),
  ...fileStreams,
  ...plainDevices,
]);

function dryerOf(kernel: Kernel): Dryer {
  const asTheyAre = new Set<object>();
  const ways = new Set<object>();
  for (const { resting } of kernel.processes.values()) {
    if (resting === null) continue;
    ways.add(resting.way);
    for (const one of resting.shared) asTheyAre.add(one);
  }
  return {
    library: kernel.library,
    standingOf: (value): Standing => {
      if (sameForAll.has(value) || ways.has(value)) return 'shared';
      if (asTheyAre.has(value)) return 'kept';
      if (typeof value === 'function') return 'barred';
      return isNode(value) ? standingOfNode(value) : 'inside';
    },
    instead: (value) => (isProcess(value) ? withoutSteps(value) : null),
  };
}

const isNode = (value: object): value is FileNode => Object.hasOwn(value, 'isBase');
const isProcess = (value: object): value is Process => Object.hasOwn(value, 'resting');

function standingOfNode({ isBase, live }: FileNode): Standing {
  if (isBase) return 'shared';
  return live === null ? 'inside' : 'kept';
}

function withoutSteps(process: Process): object {
  const handlers = [...process.handlers].map(
    ([signal, handler]) => [signal, handler === 'ignore' ? handler : heard] as const,
  );
  return { ...process, steps: null, handlers: new Map(handlers) };
}
