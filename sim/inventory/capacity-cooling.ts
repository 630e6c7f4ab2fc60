import type { EntityOf } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import { above } from './inventory.ts';
import type { Chain, Ground } from './capacity-chain.ts';

type Crac = EntityOf<'crac'>;
type Chiller = EntityOf<'chiller'>;
export type CoolingUnits = { readonly cracs: readonly Crac[]; readonly chillers: readonly Chiller[] };

/** kW that reach a room: of all its units, and of its largest one. */
export type RoomCooling = { readonly of: number; readonly largest: number };

/** Rated cooling by room; a coil on chilled water gives no more than its share of what its chillers give. */
export function coolingByRoom(inventory: Ground, units: CoolingUnits): ReadonlyMap<EntityId, RoomCooling> {
  const water = waterByUnit(inventory, units);
  const rooms = new Map<EntityId, RoomCooling>();
  for (const { id, parent, spec } of units.cracs) {
    if (parent === null) continue;
    const gives =
      spec.coil === 'chilled-water' ? Math.min(spec.ratedCooling, water.get(id) ?? 0) : spec.ratedCooling;
    const before = rooms.get(parent) ?? { of: 0, largest: 0 };
    rooms.set(parent, { of: before.of + gives, largest: Math.max(before.largest, gives) });
  }
  return rooms;
}

/** Each chiller serves the units that it names in `cools`, else all chilled-water units of its site, by their rating. */
function waterByUnit(inventory: Ground, { cracs, chillers }: CoolingUnits): ReadonlyMap<EntityId, number> {
  const water = new Map<EntityId, number>();
  const chilled = cracs.filter(({ spec }) => spec.coil === 'chilled-water');
  for (const chiller of chillers) {
    const named = chiller.links.cools ?? [];
    const served = chilled.filter(({ id }) =>
      named.length > 0 ? named.includes(id) : above(inventory, id, 'site')?.id === chiller.parent,
    );
    const rated = served.reduce((sum, { spec }) => sum + spec.ratedCooling, 0);
    for (const { id, spec } of rated > 0 ? served : [])
      water.set(id, (water.get(id) ?? 0) + (chiller.spec.ratedCooling * spec.ratedCooling) / rated);
  }
  return water;
}

/** Fans and pumps where the lab names none, as physics takes them: shares of rated cooling. */
const fanShare = 5 / 70;
const pumpShare = 0.02;
/** kW of cooling per kW of compressor at 35 °C outdoors. */
const performanceInHeat = 3.6;

/** Cooling units draw from panels and UPSes too: at their rating on a hot day. */
export function loadWithCooling(chain: Chain, { cracs, chillers }: CoolingUnits): void {
  const load = (feeders: readonly EntityId[], kilowatts: number): void => {
    for (const at of chain.above(feeders)) {
      const node = chain.nodes[at];
      if (node !== undefined) node.demand += kilowatts;
    }
  };
  for (const { links, spec } of cracs) {
    const fans = spec.fanPower ?? fanShare * spec.ratedCooling;
    load(links.fedBy ?? [], fans + (spec.coil === 'compressor' ? spec.ratedCooling / performanceInHeat : 0));
  }
  for (const { links, spec } of chillers) {
    const pumps = spec.pumpPower ?? pumpShare * spec.ratedCooling;
    load(links.fedBy ?? [], pumps + spec.ratedCooling / spec.performance);
  }
}
