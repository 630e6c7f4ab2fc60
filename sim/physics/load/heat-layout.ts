import type { EntityOf } from '../../contract/entities.ts';
import { above } from '../../inventory/inventory.ts';
import { chance, hashText } from '../../kernel/chance.ts';
import { drawOf } from '../../workloads/device-power.ts';
import { numbers } from '../found.ts';
import type { Ground } from '../found.ts';
import { allowable } from '../site/layout.ts';

export type HeatLayout = {
  /** The allowable maximum of the room that a rack stands in, °C; without a room there is none. */
  readonly most: Float64Array;
  /** Looked up where a rack is hot, and remembered: most never are. */
  readonly machinesOf: (rack: number) => Machines;
};

/** Those of a rack that switch themselves off, the most sensitive first. */
export type Machines = {
  /** K above the allowable maximum. */
  readonly limits: Float64Array;
  /** Share of the rack that is off with this one and all before it. */
  readonly off: Float64Array;
};

/** K above the allowable maximum where machines switch themselves off, and how far each is from that either way. */
const margin = 10;
const spread = 2;
/** No limit lies below. */
export const leastLimit = margin - spread;

const draw = 21;

export function heatLayout(ground: Ground, racks: readonly EntityOf<'rack'>[]): HeatLayout {
  const { inventory } = ground;
  const known = new Map<number, Machines>();
  return {
    most: numbers(racks, (rack) => {
      const room = above(inventory, rack.id, 'room');
      return room === undefined ? Number.POSITIVE_INFINITY : allowable[room.spec.envelope].high;
    }),
    machinesOf: (at) => {
      const found = known.get(at) ?? machinesIn(ground, racks[at] as EntityOf<'rack'>);
      known.set(at, found);
      return found;
    },
  };
}

/** Load banks, heaters and the like know no limit of their own. */
const protectsItself = ({ spec }: EntityOf<'device'>): boolean => spec.category !== 'other';

function machinesIn({ inventory, seed }: Ground, rack: EntityOf<'rack'>): Machines {
  const devices = [...inventory.childrenOf(rack.id)].filter(
    (child): child is EntityOf<'device'> => child.kind === 'device' && drawOf(child.spec).rated > 0,
  );
  const total = devices.reduce((sum, { spec }) => sum + drawOf(spec).rated, 0);
  const machines = devices
    .filter(protectsItself)
    .map(({ id, spec }) => ({
      limit: margin + spread * (2 * chance({ seed, actor: hashText(id), tick: 0, draw }) - 1),
      share: drawOf(spec).rated / total,
    }))
    .toSorted((a, b) => a.limit - b.limit);
  let off = 0;
  return {
    limits: numbers(machines, ({ limit }) => limit),
    off: numbers(machines, ({ share }) => {
      off += share;
      // A sum of quotients is one but for the last bit.
      return off > 0.999_999_999 ? 1 : off;
    }),
  };
}
