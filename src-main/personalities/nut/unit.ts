import type { EntityOf, Metric } from '../../../sim/contract/entities.ts';
import { stateWords } from '../../../sim/contract/state-words.table.ts';
import { pathTo, type World } from '../../../sim/index.ts';
import type { Points } from '../face.ts';

/** One UPS and its battery at the moment of one request. */
export type Unit = {
  readonly ups: EntityOf<'ups'>;
  readonly battery: EntityOf<'battery'> | null;
  /** Site and room, as people say it. */
  readonly where: string;
  readonly own: (metric: Metric) => number | null;
  readonly ofBattery: (metric: Metric) => number | null;
  /** A primary upsmon told everyone to shut down. */
  readonly shutdown: 'none' | 'forced';
};

export type UnitDeps = {
  readonly world: World;
  readonly points: Points;
  readonly forced: ReadonlySet<string>;
};

export function unitOf(ups: EntityOf<'ups'>, { world, points, forced }: UnitDeps): Unit {
  const battery = batteryOf(ups, world);
  const path = pathTo(world.inventory, ups.id).slice(0, -1);
  return {
    ups,
    battery,
    where: path.map(({ name }) => name).join('/'),
    own: (metric) => points.read(ups.id, metric, 'middle'),
    ofBattery: (metric) => (battery === null ? null : points.read(battery.id, metric, 'middle')),
    shutdown: forced.has(ups.id) ? 'forced' : 'none',
  };
}

/** The first string stands for all of them, as the display of a UPS does. */
function batteryOf(ups: EntityOf<'ups'>, { inventory }: World): EntityOf<'battery'> | null {
  for (const child of inventory.childrenOf(ups.id)) if (child.kind === 'battery') return child;
  return null;
}

export type UpsState = (typeof stateWords.ups)[number];

/** Null: the instrument says nothing, so nothing may be said of this UPS. */
export function stateOf(unit: Unit): UpsState | null {
  const value = unit.own('state');
  return value === null ? null : (stateWords.ups[Math.round(value)] ?? 'failed');
}
