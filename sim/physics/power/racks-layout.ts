import type { EntityOf } from '../../contract/entities.ts';
import type { EntityId } from '../../contract/ids.ts';
import { above } from '../../inventory/inventory.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { drawOf } from '../../workloads/device-power.ts';
import { integers, numbers } from '../found.ts';
import type { Found, Ground } from '../found.ts';
import type { PlantIndex } from '../tables.ts';
import { nothing } from './graph.ts';
import type { Graph } from './graph.ts';

/** Rack PDUs and what hangs on them. The PDUs of rack r are `list[begin[r]] … list[begin[r + 1] - 1]`. */
export type RacksLayout = {
  readonly begin: Int32Array;
  readonly list: Int32Array;
  /** The grid that a rack without PDUs is plugged into; 0 where it has PDUs. */
  readonly grid: Int32Array;
  /** Shares of a rack's demand: what lives on either feed, what hangs on A alone, on B alone. */
  readonly dual: Float64Array;
  readonly onA: Float64Array;
  readonly onB: Float64Array;
  readonly pdu: PdusLayout;
  /** kW of a rack per kW that its equipment asks for. */
  readonly share: Float64Array;
  /** 1 where they must be made anew: a gap, a breaker or a lever has changed, or equipment is starting. */
  readonly moving: Uint8Array;
  /**
   * Whether any rack moves, whether scenarios held a lever in the last step, and whether any breaker
   * is warm. A new layout assumes the worst, so nothing here is state.
   */
  readonly turn: { stale: boolean; struck: boolean; warm: boolean };
  readonly desk: RackDesk;
};

/** Where one rack at a time is worked out: by feed (A, B), and for both together. */
export type RackDesk = {
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Seconds of power, summed over the PDUs of a feed. */
  readonly sum: Float64Array;
  /** How far up the equipment is: at the second's end, and in the mean of it. */
  readonly up: Float64Array;
  readonly mean: Float64Array;
};

const three = (): Float64Array => new Float64Array(3);

type PdusLayout = {
  readonly rack: Int32Array;
  readonly feeder: Int32Array;
  readonly isB: Uint8Array;
  readonly perRated: Float64Array;
  readonly perBreaker: Float64Array;
  /** Shares of its rack's demand by phase: of what has two supplies, three to a PDU, and of what has only this feed. */
  readonly dual: Float64Array;
  readonly single: Float64Array;
  /** A on each phase per kW that the rack asks for, three to a PDU. Follow from the state; made anew when it turns. */
  readonly amps: Float64Array;
  /** The fullest phase against the breaker, per kW that the rack asks for. */
  readonly peak: Float64Array;
  /** 1 where a scenario has taken the feed away. */
  readonly lost: Uint8Array;
};

export type Wiring = { readonly graph: Graph; readonly index: PlantIndex };

export function racksLayout(world: Ground, found: Found, { graph, index }: Wiring): RacksLayout {
  const rackOf = integers(found.pdu, (pdu) => index.rack.get(pdu.parent as EntityId) ?? -1);
  const { begin, list } = gather(rackOf, found.rack.length);
  const isB = Uint8Array.from(found.pdu, (pdu) => (pdu.spec.feed === 'B' ? 1 : 0));
  const pdu: PdusLayout = {
    rack: rackOf,
    feeder: integers(found.pdu, (one) => graph.feederOf(one.id)),
    isB,
    perRated: numbers(found.pdu, ({ spec }) => (spec.ratedPower > 0 ? 100 / spec.ratedPower : 0)),
    perBreaker: numbers(found.pdu, ({ spec }) => 1 / spec.breaker),
    dual: new Float64Array(3 * found.pdu.length),
    single: new Float64Array(3 * found.pdu.length),
    amps: new Float64Array(3 * found.pdu.length),
    peak: new Float64Array(found.pdu.length),
    lost: new Uint8Array(found.pdu.length),
  };
  const layout: RacksLayout = {
    begin,
    list,
    grid: integers(found.rack, (rack, at) =>
      begin[at] === begin[at + 1]
        ? graph.grid + (index.site.get(above(world.inventory, rack.id, 'site')?.id as EntityId) ?? 0)
        : nothing,
    ),
    dual: new Float64Array(found.rack.length),
    onA: new Float64Array(found.rack.length),
    onB: new Float64Array(found.rack.length),
    pdu,
    share: new Float64Array(found.rack.length),
    moving: new Uint8Array(found.rack.length).fill(1),
    turn: { stale: true, struck: false, warm: true },
    desk: { from: three(), to: three(), sum: three(), up: three(), mean: three() },
  };
  for (const [at, rack] of found.rack.entries())
    plugIn(layout, { at, rack, inventory: world.inventory, pdus: found.pdu });
  return layout;
}

function gather(rackOf: Int32Array, racks: number): Pick<RacksLayout, 'begin' | 'list'> {
  const begin = new Int32Array(racks + 1);
  for (const rack of rackOf) if (rack >= 0) begin[rack + 1] = (begin[rack + 1] as number) + 1;
  for (let rack = 0; rack < racks; rack += 1)
    begin[rack + 1] = (begin[rack + 1] as number) + (begin[rack] as number);
  const list = new Int32Array(begin[racks] as number);
  const next = begin.slice();
  for (const [pdu, rack] of rackOf.entries()) {
    if (rack < 0) continue;
    list[next[rack] as number] = pdu;
    next[rack] = (next[rack] as number) + 1;
  }
  return { begin, list };
}

type Plugging = {
  readonly at: number;
  readonly rack: EntityOf<'rack'>;
  readonly inventory: Inventory;
  readonly pdus: readonly EntityOf<'pdu'>[];
};

type Phases = [number, number, number];
/** A feed: the phase that comes next, and what hangs on each. */
type Side = { next: number; readonly dual: Phases; readonly single: Phases };

/** Devices go round the phases of a feed in slot order; each weighs what it draws half busy. */
function plugIn(layout: RacksLayout, { at, rack, inventory, pdus }: Plugging): void {
  const mine = [...layout.list.subarray(layout.begin[at], layout.begin[at + 1])];
  const feeds = new Set(mine.map((one) => layout.pdu.isB[one]));
  const devices = [...inventory.childrenOf(rack.id)]
    .filter((one): one is EntityOf<'device'> => one.kind === 'device')
    .toSorted((a, b) => a.spec.slot.position - b.spec.slot.position || (a.id < b.id ? -1 : 1));
  const total = devices.reduce((sum, one) => sum + weight(one), 0);
  const sides = [0, 1].map((): Side => ({ next: 0, dual: [0, 0, 0], single: [0, 0, 0] }));
  for (const device of total > 0 ? devices : []) {
    const share = weight(device) / total;
    const plugs = plugsOf(device, feeds);
    for (const plug of plugs) {
      const side = sides[plug] as Side;
      const phases = plugs.length > 1 ? side.dual : side.single;
      phases[side.next % 3] = (phases[side.next % 3] as number) + share;
      side.next += 1;
    }
    const group = plugs.length > 1 ? layout.dual : plugs[0] === 1 ? layout.onB : layout.onA;
    group[at] = (group[at] as number) + share;
  }
  if (total === 0) layout.dual[at] = 1;
  for (const pdu of mine) {
    const side = sides[layout.pdu.isB[pdu] as number] as Side;
    const on = (pdus[pdu] as EntityOf<'pdu'>).spec.phases;
    layout.pdu.dual.set(onPhases(side.dual, on), 3 * pdu);
    layout.pdu.single.set(onPhases(side.single, on), 3 * pdu);
  }
}

function weight({ spec }: EntityOf<'device'>): number {
  const { idle, rated } = drawOf(spec);
  return (idle + rated) / 2;
}

/** 0 is feed A, 1 is feed B. What wants a feed that its rack does not have is plugged into the one there is. */
function plugsOf({ spec }: EntityOf<'device'>, feeds: ReadonlySet<number | undefined>): number[] {
  const wanted = spec.psus === 2 ? [0, 1] : [spec.feed === 'B' ? 1 : 0];
  const there = wanted.filter((feed) => feeds.has(feed));
  return there.length > 0 || feeds.size === 0 ? there : [feeds.has(0) ? 0 : 1];
}

function onPhases(phases: Readonly<Phases>, on: 'L1' | 'L2' | 'L3' | 'three'): Phases {
  const sum = phases[0] + phases[1] + phases[2];
  switch (on) {
    case 'three':
      return [...phases];
    case 'L1':
      return [sum, 0, 0];
    case 'L2':
      return [0, sum, 0];
    case 'L3':
      return [0, 0, sum];
    default:
      return on satisfies never;
  }
}
