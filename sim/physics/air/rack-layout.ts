import type { EntityOf } from '../../contract/entities.ts';
import type { EntityId } from '../../contract/ids.ts';
import { above } from '../../inventory/inventory.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { bits, hashText } from '../../kernel/chance.ts';
import { drawOf, usualWatts } from '../../workloads/device-power.ts';
import { integers, numbers } from '../found.ts';
import type { Ground } from '../found.ts';
import type { PlantIndex } from '../tables.ts';
import { designRise } from './constants.ts';

/** Racks `from` up to `to`, all of one room: what the hot loops walk along. */
export type Stretch = { readonly from: number; readonly to: number; readonly room: number };

/** Flows are in kW/K: mass flow × specific heat. Heats are in kJ/K. */
export type RackAir = {
  readonly room: Int32Array;
  readonly stretches: readonly Stretch[];
  /** Neighbours in the row whose exhaust reaches this inlet; itself where there is none. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Share of exhaust in the air that a healthy rack breathes in. */
  readonly recirculation: Float64Array;
  /** What its servers' fans can move at full speed. */
  readonly flowMost: Float64Array;
  /** Of the air behind it; room-layout.ts shares it out. */
  readonly airHeat: Float64Array;
  readonly massHeat: Float64Array;
  /** kW/K between air and solid mass over one second, in which the mass answers: `massShare` of its heat. */
  readonly massLink: Float64Array;
  /** kW at the usual utilisation: for what is born in balance. */
  readonly expected: Float64Array;
  /** Of this second: what flows through, what of it comes from the cold aisle, what from either neighbour. */
  readonly flow: Float64Array;
  readonly fresh: Float64Array;
  readonly pull: Float64Array;
  /** Outlets of the step before: neighbours are read from here, so order does not matter. */
  readonly before: Float64Array;
};

// Ibrahim, Shrivastava, Sammakia, Ghose: 12 kJ/K per 2U server, measured; it follows the air within about 400 s.
const heatPerUnit = 6;
const followSeconds = 400;
/** Of the difference to the air, what the mass makes up in a second: UA and the mass in series, Cm·UA / (Cm + UA) / Cm. */
export const massShare = 1 / (followSeconds + 1);
/** An empty rack is steel and rails still. */
const fewestUnits = 4;

/** kW/K of air that still creeps through a hot rack with nothing on. */
export const leastFlow = 0.05;
/** Fans at full speed move this much more than at the design point. */
export const mostFanShare = 1.6;

export function rackAir(
  { inventory, seed }: Ground,
  racks: readonly EntityOf<'rack'>[],
  index: PlantIndex,
): RackAir {
  const equipment = racks.map((rack) => equipmentOf(inventory, rack));
  const massHeat = numbers(equipment, ({ units }) => Math.max(fewestUnits, units) * heatPerUnit);
  const neighbours = rowNeighbours(inventory, racks, index.rack);
  const habit = (rack: EntityOf<'rack'>): number => bits(seed, hashText(rack.id), -2) / 4_294_967_296;
  const empty = (): Float64Array => new Float64Array(racks.length);
  const room = integers(
    racks,
    (rack) => index.room.get(above(inventory, rack.id, 'room')?.id as EntityId) ?? -1,
  );
  return {
    room,
    stretches: stretchesOf(room),
    left: integers(racks, (_, at) => neighbours[at]?.left ?? at),
    right: integers(racks, (_, at) => neighbours[at]?.right ?? at),
    recirculation: Float64Array.from(racks, (rack, at) => {
      const leak = leaks[containment(inventory, rack) === 'none' ? 'open' : 'contained'];
      return leak.usual * (0.6 + habit(rack)) + (neighbours[at]?.isEnd === false ? 0 : leak.atEnd);
    }),
    flowMost: numbers(equipment, ({ rated }) => Math.max(leastFlow, (mostFanShare * rated) / designRise)),
    airHeat: empty(),
    massHeat,
    massLink: massHeat.map((heat) => heat * massShare),
    expected: numbers(equipment, ({ usual }) => usual),
    flow: empty(),
    fresh: empty(),
    pull: empty(),
    before: empty(),
  };
}

function stretchesOf(room: Int32Array): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (let to = 1; to <= room.length; to += 1) {
    const at = room[from] as number;
    if (room[to] === at) continue;
    if (at >= 0) stretches.push({ from, to, room: at });
    from = to;
  }
  return stretches;
}

/** Published shares: 0.02–0.05 with containment, 0.08 with plain hot and cold aisles. More round the end of an open row. */
const leaks = { open: { usual: 0.08, atEnd: 0.04 }, contained: { usual: 0.035, atEnd: 0.01 } } as const;

const containment = (inventory: Inventory, rack: EntityOf<'rack'>): 'none' | 'cold-aisle' | 'hot-aisle' =>
  above(inventory, rack.parent, 'row')?.spec.containment ?? 'none';

type Equipment = { units: number; usual: number; rated: number };

/** Units filled, and kW of them: in the mean of a day, and at most. What is only planned is not there yet. */
function equipmentOf(inventory: Inventory, rack: EntityOf<'rack'>): Equipment {
  const sum: Equipment = { units: 0, usual: 0, rated: 0 };
  for (const child of inventory.childrenOf(rack.id)) {
    if (child.kind !== 'device' || child.spec.lifecycle === 'planned') continue;
    sum.units += child.spec.slot.height;
    sum.usual += usualWatts(child.spec) / 1000;
    sum.rated += drawOf(child.spec).rated / 1000;
  }
  return sum;
}

type Neighbour = {
  readonly left: number | undefined;
  readonly right: number | undefined;
  readonly isEnd: boolean;
};

function rowNeighbours(
  inventory: Inventory,
  racks: readonly EntityOf<'rack'>[],
  index: ReadonlyMap<EntityId, number>,
): Neighbour[] {
  const result: Neighbour[] = [];
  for (const row of inventory.ofKind('row')) {
    const line = [...inventory.childrenOf(row.id)]
      .filter((child): child is EntityOf<'rack'> => child.kind === 'rack')
      .toSorted((a, b) => a.spec.position.x - b.spec.position.x || a.spec.position.y - b.spec.position.y);
    line.forEach((rack, at) => {
      const left = line[at - 1];
      const right = line[at + 1];
      result[index.get(rack.id) ?? 0] = {
        left: left && index.get(left.id),
        right: right && index.get(right.id),
        isEnd: left === undefined || right === undefined,
      };
    });
  }
  return racks.map((_, at) => result[at] ?? { left: undefined, right: undefined, isEnd: true });
}
