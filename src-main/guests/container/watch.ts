/** What containers do by themselves: use the processor, take memory, end. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import { stateOf } from './box.ts';
import { labels } from './box-plan.ts';
import type { Engine } from './engine.ts';
import { backedOf, containerActor, cutAll, enqueue } from './room.ts';
import type { Kept, Room } from './room.ts';

export type Watch = { readonly close: () => void };

/** Ends with the engine: `lost` is called once where it stops answering. */
export async function watchEnds(room: Room, engine: Engine, lost: () => void): Promise<Watch> {
  const label = [`${labels.home}=${room.deps.owner().home}`];
  const stream = await engine.docker.getEvents({
    filters: { type: ['container'], event: ['die', 'died'], label },
  });
  let isOver = false;
  let rest = '';
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    lost();
  };
  stream.on('data', (piece: Buffer) => {
    const lines = `${rest}${piece.toString('utf8')}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') ended(room, line);
  });
  stream.on('error', end);
  stream.on('end', end);
  stream.on('close', end);
  return {
    close: () => {
      isOver = true;
      (stream as NodeJS.ReadableStream & { readonly destroy: () => void }).destroy();
    },
  };
}

type EndEvent = { readonly Actor?: { readonly Attributes?: Readonly<Record<string, string>> } };

function ended(room: Room, line: string): void {
  const { Actor } = JSON.parse(line) as EndEvent;
  const machine = Actor?.Attributes?.[labels.machine] as EntityId | undefined;
  const kept = machine === undefined ? undefined : room.machines.get(machine);
  if (kept === undefined || Actor?.Attributes?.[labels.lab] !== room.deps.owner().lab) return;
  // What was asked of it comes first: then its end was meant.
  void enqueue(room, kept, () => fallen(room, kept));
}

/** Its first program ended while the lab has it on: the machine is off. */
async function fallen(room: Room, kept: Kept): Promise<void> {
  const { deps } = room;
  const computer = backedOf(deps.world(), kept.id);
  if (room.isClosed || computer?.spec.power !== 'on' || kept.box === null || kept.state !== 'running') return;
  if ((await stateOf(kept.box)) === 'running') return;
  cutAll(kept, 'machine-off');
  kept.state = 'stopped';
  kept.startedAt = null;
  const done = await deps.execute({ type: 'machine.power', id: kept.id, verb: 'off' }, containerActor);
  if (!done.ok)
    deps.log.warn('a machine whose container ended stays on', { machine: kept.id, refusal: done.refusal });
}

type Sample = {
  readonly cpu_stats?: { readonly cpu_usage?: { readonly total_usage?: number } };
  readonly memory_stats?: { readonly usage?: number; readonly stats?: Readonly<Record<string, number>> };
};

/** Tells the lab what they use, as a guest tells of itself. */
export async function measure(room: Room, now: () => number): Promise<void> {
  for (const kept of room.machines.values()) {
    if (room.isClosed) return;
    if (kept.state === 'running' && kept.box !== null)
      await measureOne(room, kept, now).catch(() => undefined);
  }
}

async function measureOne(room: Room, kept: Kept, now: () => number): Promise<void> {
  const { box } = kept;
  if (box === null) return;
  const sample = (await box.container.stats({ stream: false, 'one-shot': true })) as Sample;
  const used = { nanoseconds: sample.cpu_stats?.cpu_usage?.total_usage ?? 0, at: now() };
  const last = kept.used;
  kept.used = used;
  if (last === null || used.at <= last.at) return;
  const demand = { cores: coresBetween(last, used), memoryBytes: memoryOf(sample) };
  if (kept.told !== null && !isFelt(kept.told, demand)) return;
  const done = await room.deps.execute({ type: 'guest.apply', machine: kept.id, demand }, containerActor);
  if (done.ok) kept.told = demand;
}

type Used = NonNullable<Kept['used']>;
const mostCores = 1024;

const coresBetween = (last: Used, now: Used): number =>
  Math.min(mostCores, Math.max(0, (now.nanoseconds - last.nanoseconds) / ((now.at - last.at) * 1_000_000)));

/** What the kernel keeps of files goes when it is wanted elsewhere. */
function memoryOf({ memory_stats: memory }: Sample): number {
  const { usage = 0, stats = {} } = memory ?? {};
  return Math.max(0, usage - (stats['total_inactive_file'] ?? stats['inactive_file'] ?? 0));
}

type Demand = NonNullable<Kept['told']>;

const isFelt = (one: Demand, other: Demand): boolean =>
  Math.abs(one.cores - other.cores) >= 0.05 || Math.abs(one.memoryBytes - other.memoryBytes) >= 33_554_432;
