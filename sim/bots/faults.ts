import type { EntityId } from '../contract/ids.ts';
import type { ScenarioRun } from '../contract/scenarios.ts';
import { hashText } from '../kernel/chance.ts';
import type { World } from '../kernel/world.ts';
import { strengthOf } from '../scenarios/strength.ts';
import { walk } from '../scenarios/walk.ts';

/** What a fault makes of the value that a sensor would say; null: it says nothing. */
export type Bend = (value: number, tick: number) => number | null;

/** Sensors that the running scenarios bend, and how. */
export type SensorFaults = {
  /** Which runs these were made from; other runs, other faults. */
  readonly madeFrom: string;
  readonly bends: ReadonlyMap<EntityId, readonly Bend[]>;
};

const bending = new Set<ScenarioRun['name']>(['SENSOR_STUCK', 'SENSOR_DEAD', 'SENSOR_DRIFT', 'ALARM_FLOOD']);

const bendingRuns = (world: World): ScenarioRun[] =>
  world.scenarios.size === 0 ? [] : [...world.scenarios.values()].filter((run) => bending.has(run.name));

export const noFaults: SensorFaults = { madeFrom: '', bends: new Map() };

/** The faults of this moment; the ones handed in again where nothing has changed. */
export function faultsNow(world: World, known: SensorFaults): SensorFaults {
  const runs = bendingRuns(world);
  const madeFrom =
    runs.length === 0
      ? ''
      : `${world.inventory.layout()} ${runs.map((run) => `${run.id} ${run.name} ${run.target} ${run.startedTick} ${run.size}`).join(',')}`;
  if (madeFrom === known.madeFrom) return known;
  const bends = new Map<EntityId, Bend[]>();
  for (const run of runs) {
    for (const sensor of struckBy(world, run)) {
      const others = bends.get(sensor) ?? [];
      others.push(bendOf(run, hashText(sensor)));
      bends.set(sensor, others);
    }
  }
  return { madeFrom, bends };
}

function struckBy(world: World, run: ScenarioRun): EntityId[] {
  const target = world.inventory.get(run.target);
  if (target === undefined) return [];
  const flood = run.name === 'ALARM_FLOOD';
  const ids: EntityId[] = [];
  for (const one of walk(world.inventory, target)) {
    if (one.kind !== 'sensor') continue;
    if (!flood || (one.spec.metric === 'temperature' && one.spec.place.startsWith('front'))) ids.push(one.id);
  }
  return ids;
}

function bendOf(run: ScenarioRun, actor: number): Bend {
  const strengthAt = (tick: number): number => strengthOf(run, tick);
  switch (run.name) {
    case 'SENSOR_STUCK':
      return (value, tick) => (strengthAt(tick) > 0 ? (run.held ?? value) : value);
    case 'SENSOR_DEAD':
      return (value, tick) => (strengthAt(tick) > 0 ? null : value);
    case 'SENSOR_DRIFT':
      return (value, tick) => value + run.size * strengthAt(tick);
    default:
      // Up and down, each sensor in a rhythm of its own between two and six minutes.
      return (value, tick) => value + (isHigh(actor, tick) ? run.size * strengthAt(tick) : 0);
  }
}

function isHigh(actor: number, tick: number): boolean {
  const half = 60 + (actor % 121);
  return Math.floor((tick + (actor % 977)) / half) % 2 === 0;
}
