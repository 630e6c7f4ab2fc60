import { systemOf } from '../../../sim/contract/alarm-systems.table.ts';
import type { AlarmSystem } from '../../../sim/contract/alarm-systems.table.ts';
import { isaStateSchema } from '../../../sim/contract/alarms.ts';
import type { Alarm, AlarmView, IsaState } from '../../../sim/contract/alarms.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { isaStateIn, numberOf } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import type { Session } from '../session.ts';
import type { Params, ReaderDeps } from './params.ts';
import { isWithin } from './within.ts';

type Seen = { readonly alarm: Alarm; readonly isa: IsaState };

export function readAlarms(
  { session }: { readonly session: () => Pick<Session, 'world'> },
  params: Params<'alarms'>,
): Result<QueryAnswer<'alarms'>> {
  const { world } = session();
  const all = [...world.alarms.past(), ...world.alarms.open()].map((alarm): Seen => ({
    alarm,
    isa: isaStateIn(world, alarm),
  }));
  const items = all
    .filter((seen) => fits(world, seen, params))
    .toSorted((a, b) => b.alarm.raisedAt - a.alarm.raisedAt || numberOf(b.alarm.id) - numberOf(a.alarm.id))
    .slice(0, params.limit)
    .map(({ alarm, isa }): AlarmView => ({ ...alarm, isa, children: world.alarms.childCount(alarm.id) }));
  return accepted({ items, counts: countsOf(all), revision: world.revision });
}

function countsOf(all: readonly Seen[]): Record<IsaState, number> {
  const none = isaStateSchema.options.map((state) => [state, 0] as const);
  const counts = Object.fromEntries(none) as Record<IsaState, number>;
  for (const { isa } of all) counts[isa] += 1;
  return counts;
}

function fits(world: World, { alarm, isa }: Seen, params: Params<'alarms'>): boolean {
  return (
    among(params.states, alarm.state) &&
    among(params.isa, isa) &&
    among(params.severities, alarm.severity) &&
    among(params.priorities, alarm.priority) &&
    (params.root === undefined || alarm.root === params.root) &&
    (params.assignedTo === undefined || alarm.assignedTo === params.assignedTo) &&
    isOf(world, alarm, params) &&
    speaksOf(world, alarm, params.text)
  );
}

/** Place and trade are looked up in the inventory: after what the alarm says of itself. */
function isOf(world: World, alarm: Alarm, { within, systems }: Params<'alarms'>): boolean {
  if (within !== undefined && !isWithin(world.inventory, alarm.source, within)) return false;
  return systems === undefined || systems.includes(systemIn(world, alarm));
}

const among = <Item>(wanted: readonly Item[] | undefined, item: Item): boolean =>
  wanted === undefined || wanted.includes(item);

function speaksOf(world: World, alarm: Alarm, text: string | undefined): boolean {
  if (text === undefined) return true;
  const said = [
    alarm.id,
    alarm.message,
    alarm.rule,
    world.inventory.get(alarm.source)?.name ?? '',
    alarm.note ?? '',
    alarm.assignedTo ?? '',
    ...alarm.notes.map((note) => note.text),
  ]
    .join(' ')
    .toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

/** By what it is about and what its sensor measures; of a sensor that is gone, by its rule. */
export function systemIn(world: World, alarm: Pick<Alarm, 'rule' | 'sensor' | 'source'>): AlarmSystem {
  const sensor = world.inventory.get(alarm.sensor);
  const rule = world.rules.get(alarm.rule);
  // Silence is a matter of the line, whatever would have been measured.
  if (rule?.test.type === 'stale') return 'network';
  const metric = sensor?.kind === 'sensor' ? sensor.spec.metric : (rule?.metric ?? null);
  const kind = world.inventory.get(alarm.source)?.kind ?? rule?.kinds[0] ?? null;
  return systemOf(kind, metric);
}

/** The rules in force, which of them are not as the product brings them, and sensors that ring for none. */
export function readRules({ session }: Pick<ReaderDeps, 'session'>): Result<QueryAnswer<'rules'>> {
  const { rules, inventory, outOfService } = session().world;
  const { put, removed } = rules.atRest();
  return accepted({
    items: [...rules.all()],
    changed: put.map(({ id }) => id),
    removed: [...removed],
    outOfService: [...outOfService.values()]
      .filter(({ sensor }) => inventory.get(sensor) !== undefined)
      .toSorted((a, b) => a.since - b.since),
  });
}
