/** What the log tells of a device, of the alarms about it and its rack, and of its life. */
import { setImmediate } from 'node:timers/promises';
import type { LoggedEvent, WorldEvent } from '../../../sim/contract/events.ts';
import type { AlarmId, EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { asSimMillis, tickMillis } from '../../../sim/contract/units.ts';
import type { Params, ReaderDeps } from '../../host/reader/params.ts';

type Story = QueryAnswer<'device-story'>;

const pageSize = 250;
/** Beyond these many events of the log, nobody looks; the answer says so. */
const mostEvents = 20_000;

const types = [
  'entity.created',
  'entity.changed',
  'plant.ordered',
  'scenario.started',
  'alarm.raised',
  'alarm.acknowledged',
  'alarm.resolved',
  'alarm.shelved',
  'alarm.annotated',
  'alarm.assigned',
] as const satisfies readonly WorldEvent['type'][];

export async function readDeviceStory(
  { session }: Pick<ReaderDeps, 'session'>,
  { id, limit }: Params<'device-story'>,
): Promise<Result<Story>> {
  const { world, store, branch } = session();
  const device = world.inventory.get(id);
  if (device?.kind !== 'device') {
    return refused('unknown-entity', `There is no device ${id}`, {
      where: 'id',
      hint: 'It may have been removed, or be a thing of another kind.',
    });
  }
  const near = new Set<EntityId>([id, ...(device.parent === null ? [] : [device.parent])]);
  const met: LoggedEvent[] = [];
  let [looked, isWhole] = [0, false];
  for (let before: number | null = null; !isWhole && looked < mostEvents;) {
    const page = store.eventsBefore(branch, { before, limit: pageSize, types });
    met.push(...page.filter(({ event }) => mayConcern(event, id, near)));
    looked += page.length;
    before = page.at(-1)?.revision ?? null;
    isWhole = page.length < pageSize || met.at(-1)?.event.type === 'entity.created';
    await setImmediate();
  }
  const rung = new Set(met.flatMap(({ event }) => (event.type === 'alarm.raised' ? [event.alarm.id] : [])));
  const items = met.filter(({ event }) => concerns(event, rung));
  const at = (tick: number) => asSimMillis(world.clock.epoch + tick * tickMillis);
  return accepted({
    items: items.slice(0, limit),
    isWhole: isWhole && items.length <= limit,
    lifecycle: lifeIn(items).map(({ state, tick }) => ({ state, at: at(tick) })),
  });
}

/** Of alarms it is known only later whether they rang for one of these: the log is read backwards. */
function mayConcern(event: WorldEvent, id: EntityId, near: ReadonlySet<EntityId>): boolean {
  switch (event.type) {
    case 'entity.created':
    case 'entity.changed':
      return event.entity.id === id;
    case 'plant.ordered':
      return event.order.target === id;
    case 'scenario.started':
      return near.has(event.run.target);
    case 'alarm.raised':
      return near.has(event.alarm.source);
    default:
      return event.type.startsWith('alarm.');
  }
}

function concerns(event: WorldEvent, rung: ReadonlySet<AlarmId>): boolean {
  switch (event.type) {
    case 'alarm.acknowledged':
    case 'alarm.resolved':
    case 'alarm.shelved':
    case 'alarm.annotated':
    case 'alarm.assigned':
      return rung.has(event.id);
    default:
      return true;
  }
}

type Phase = { readonly state: Story['lifecycle'][number]['state']; readonly tick: number };

/** When it came into each state, oldest first: from when it was created, where the log was read that far. */
function lifeIn(newestFirst: readonly LoggedEvent[]): readonly Phase[] {
  const phases: Phase[] = [];
  for (const { event, tick } of newestFirst.toReversed()) {
    if (event.type !== 'entity.created' && event.type !== 'entity.changed') continue;
    if (event.entity.kind !== 'device') continue;
    const state = event.entity.spec.lifecycle;
    if (phases.at(-1)?.state !== state) phases.push({ state, tick });
  }
  return phases;
}
