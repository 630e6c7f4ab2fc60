import type { Entity, Kind } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import type { ScenarioName, ScenarioRun } from '../contract/scenarios.ts';
import type { World } from '../kernel/world.ts';
import type { LeverName, PlantLayout } from '../physics/plant.ts';
import { panelsOf } from './panels-of.ts';
import { walk } from './walk.ts';

/** Pushes a run's levers with so much of its force. */
export type Strike = (strength: number) => void;

// The seed: a failing rack warms by 0.3 °C a minute. Total failure: ten times as fast.
const rampPerSecond = { partial: 0.3 / 60, total: 3 / 60 } as const;
// A quarter of the cooling missing warms a 5 kW rack by about as much (facts: 0.06 K/min per 5 % deficit).
const coolingMissing = { partial: 0.25, total: 1 } as const;

type StrikeMaker = (aim: Aim, run: ScenarioRun) => Strike;

/** These strike what is said (bots/faults.ts), or machines (compute/struck.ts), and not the plant. */
const nothing: StrikeMaker = () => () => {};

const makers: Readonly<Record<ScenarioName, StrikeMaker>> = {
  COOLING_FAILURE: (aim, run) =>
    both(
      push(
        aim,
        { table: 'rack', column: 'ramp', ids: only(aim, 'rack') },
        rampPerSecond[run.severity] * run.size,
      ),
      push(
        aim,
        { table: 'room', column: 'missing', ids: only(aim, 'room') },
        Math.min(1, coolingMissing[run.severity] * run.size),
      ),
    ),
  POWER_SPIKE: (aim, run) =>
    push(aim, { table: 'rack', column: 'spike', ids: below(aim, 'rack') }, run.size / 100),
  MAINS_FAILURE: (aim) =>
    both(
      push(aim, { table: 'site', column: 'lost', ids: only(aim, 'site') }, 1),
      push(aim, { table: 'utility', column: 'lost', ids: only(aim, 'utility') }, 1),
    ),
  UNIT_FAULT: (aim) =>
    both(
      push(aim, { table: 'crac', column: 'fault', ids: only(aim, 'crac') }, 1),
      both(
        push(aim, { table: 'ups', column: 'fault', ids: only(aim, 'ups') }, 1),
        push(aim, { table: 'chiller', column: 'fault', ids: only(aim, 'chiller') }, 1),
      ),
    ),
  LEAK_DETECTED: (aim, run) =>
    push(aim, { table: 'crac', column: 'leak', ids: below(aim, 'crac').slice(0, 1) }, run.size / 60),
  CELL_DEGRADATION: (aim, run) =>
    push(aim, { table: 'battery', column: 'weaken', ids: below(aim, 'battery') }, run.size / 100),
  GENSET_FAIL_TO_START: (aim) =>
    push(aim, { table: 'genset', column: 'no-start', ids: below(aim, 'genset') }, 1),
  BREAKER_TRIP: (aim) =>
    both(
      push(aim, { table: 'pdu', column: 'trip', ids: only(aim, 'pdu') }, 1),
      push(aim, { table: 'panel', column: 'trip', ids: only(aim, 'panel') }, 1),
    ),
  FEED_B_LOST: (aim) => {
    const pdus = below(aim, 'pdu', isFeedB);
    return both(
      push(aim, { table: 'pdu', column: 'lost', ids: pdus }, 1),
      push(aim, { table: 'panel', column: 'lost', ids: panelsOf(aim.world.inventory, pdus) }, 1),
    );
  },
  SENSOR_STUCK: nothing,
  SENSOR_DEAD: nothing,
  SENSOR_DRIFT: nothing,
  HUMIDITY_LOW: (aim, run) =>
    push(aim, { table: 'room', column: 'dry', ids: only(aim, 'room') }, run.size / 100),
  CHILLER_TRIP: (aim) => push(aim, { table: 'chiller', column: 'fault', ids: below(aim, 'chiller') }, 1),
  FIRE_ALARM: (aim, run) =>
    both(
      push(aim, { table: 'room', column: 'smoke', ids: only(aim, 'room') }, run.size / 60),
      push(aim, { table: 'room', column: 'fire', ids: run.severity === 'total' ? only(aim, 'room') : [] }, 1),
    ),
  ALARM_FLOOD: nothing,
  HOST_FAILURE: nothing,
  DISK_FULL: nothing,
  DATASTORE_LATENCY: nothing,
  MEMORY_PRESSURE: nothing,
  NETWORK_PARTITION: nothing,
  LINK_FLAP: nothing,
  NIC_LOSS: nothing,
  KERNEL_PANIC: nothing,
  PROCESS_KILL: nothing,
  CLOCK_SKEW: nothing,
};

/** What a run does to the plant, with everything it strikes looked up once. */
export function strikeOf(world: World, layout: PlantLayout, run: ScenarioRun): Strike {
  const target = world.inventory.get(run.target);
  return target === undefined ? () => {} : makers[run.name]({ world, layout, target }, run);
}

type Aim = { readonly world: World; readonly layout: PlantLayout; readonly target: Entity };
type LeverPlace = { readonly table: LeverName; readonly column: string; readonly ids: readonly EntityId[] };

/** Runs on the same thing add up; what may only be there or not is read as more than nothing. */
function push({ layout }: Aim, { table, column, ids }: LeverPlace, force: number): Strike {
  const lever = (layout.levers[table] as Readonly<Record<string, Float64Array>>)[column];
  const lines = ids.flatMap((id) => layout.index[table].get(id) ?? []);
  if (lever === undefined || lines.length === 0) return () => {};
  return (strength) => {
    for (const line of lines) lever[line] = (lever[line] as number) + force * strength;
  };
}

const both =
  (one: Strike, other: Strike): Strike =>
  (strength) => {
    one(strength);
    other(strength);
  };

const only = ({ target }: Aim, kind: Kind): EntityId[] => (target.kind === kind ? [target.id] : []);
const isFeedB = (entity: Entity): boolean => entity.kind === 'pdu' && entity.spec.feed === 'B';

/** The target itself, or everything of this kind below it. */
function below(
  { world, target }: Aim,
  kind: Kind,
  keep: (entity: Entity) => boolean = () => true,
): EntityId[] {
  return [...walk(world.inventory, target)]
    .filter((one) => one.kind === kind && keep(one))
    .map(({ id }) => id);
}
