import { nothing } from './graph.ts';
import type { Graph } from './graph.ts';
import type { LossCurve } from './curves.table.ts';
import { upsThrough } from './curves.table.ts';

/**
 * What goes through each node in one second. A node is dead in one window of the second, `from` … `to`
 * (1 … 1 where it lives throughout); two gaps within one second count as one.
 */
export type Flow = {
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Seconds in which its output comes from the first feeder, from the second, from its battery. */
  readonly viaFirst: Float64Array;
  readonly viaSecond: Float64Array;
  readonly viaStore: Float64Array;
  /** 1 where the first feeder passes straight through a UPS: eco mode. */
  readonly through: Uint8Array;
  /** kW, means of the second: given out, drawn in all, lost, put into the battery, taken from it. */
  readonly out: Float64Array;
  readonly input: Float64Array;
  readonly loss: Float64Array;
  readonly charge: Float64Array;
  readonly store: Float64Array;
  /** Voltage as a share of nominal, and Hz. */
  readonly volts: Float64Array;
  readonly hertz: Float64Array;
  /** A per phase that rack PDUs draw here; the rest of `out` is even. */
  readonly l1: Float64Array;
  readonly l2: Float64Array;
  readonly l3: Float64Array;
};

/** What a node loses, and of what rating. */
export type Losses = { readonly rated: Float64Array; readonly curve: readonly LossCurve[] };

type Gap = { readonly start: number; readonly end: number };

export const wholeSecond: Gap = { start: 0, end: 1 };
export const noGap: Gap = { start: 1, end: 1 };

/** kW of one ampere on one phase. */
export const phaseKilowatts = 0.23;

export function createFlow(size: number): Flow {
  const column = (): Float64Array => new Float64Array(size);
  const flow: Flow = {
    from: column().fill(1),
    to: column().fill(1),
    viaFirst: column(),
    viaSecond: column(),
    viaStore: column(),
    through: new Uint8Array(size),
    out: column(),
    input: column(),
    loss: column(),
    charge: column(),
    store: column(),
    volts: column().fill(1),
    hertz: column().fill(50),
    l1: column(),
    l2: column(),
    l3: column(),
  };
  setDead(flow, nothing, wholeSecond);
  return flow;
}

/** Nothing is drawn yet in this second. */
export function clearFlow({ out, charge, store, l1, l2, l3 }: Flow): void {
  for (const column of [out, charge, store, l1, l2, l3]) column.fill(0);
}

export function setDead({ from, to }: Flow, node: number, { start, end }: Gap): void {
  const dead = end > start;
  from[node] = dead ? start : 1;
  to[node] = dead ? end : 1;
}

/** Seconds of this second in which the node lives. */
export const liveTime = ({ from, to }: Flow, node: number): number =>
  1 - ((to[node] as number) - (from[node] as number));

/** Whether it is dead when the second ends. */
export const endsDead = ({ from, to }: Flow, node: number): boolean =>
  (to[node] as number) >= 1 && (from[node] as number) < 1;

/** Passes the first feeder's life on, as a transformer or a closed breaker does. */
export function passOn(flow: Flow, graph: Graph, node: number): void {
  const feeder = graph.first[node] as number;
  flow.from[node] = flow.from[feeder] as number;
  flow.to[node] = flow.to[feeder] as number;
  flow.viaFirst[node] = liveTime(flow, feeder);
  flow.viaSecond[node] = 0;
  flow.volts[node] = flow.volts[feeder] as number;
  flow.hertz[node] = flow.hertz[feeder] as number;
}

/** Dead when both feeders are. The first carries all while it lives. */
export function joinFeeders(flow: Flow, graph: Graph, node: number): void {
  const one = graph.first[node] as number;
  const other = graph.second[node] as number;
  setDead(flow, node, {
    start: Math.max(flow.from[one] as number, flow.from[other] as number),
    end: Math.min(flow.to[one] as number, flow.to[other] as number),
  });
  const viaFirst = liveTime(flow, one);
  flow.viaFirst[node] = viaFirst;
  flow.viaSecond[node] = liveTime(flow, node) - viaFirst;
  const source = endsDead(flow, one) ? other : one;
  flow.volts[node] = flow.volts[source] as number;
  flow.hertz[node] = flow.hertz[source] as number;
}

export const lossAt = (curve: LossCurve, x: number): number => curve[0] + curve[1] * x + curve[2] * x * x;

/** How a node treats what comes in: not a UPS, a UPS that converts it, a UPS that passes it through. */
export const plain = 0;
export const converts = 1;
export const passes = 2;

/** From the leaves to the grid: each node draws what it gives, what it loses and what it stores. */
export function sumUp(flow: Flow, graph: Graph, losses: Losses): void {
  const { order, first, second } = graph;
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const node = order[at] as number;
    const aside = drawOf(flow, losses, node);
    const one = first[node] as number;
    const other = second[node] as number;
    flow.out[one] = (flow.out[one] as number) + (flow.input[node] as number) - aside;
    flow.out[other] = (flow.out[other] as number) + aside;
  }
}

/** Fills input, loss and store of a node; says how much of the input comes from the second feeder. */
function drawOf(flow: Flow, { rated, curve }: Losses, node: number): number {
  const first = flow.viaFirst[node] as number;
  const second = flow.viaSecond[node] as number;
  const store = flow.viaStore[node] as number;
  const live = first + second + store;
  const size = rated[node] as number;
  const out = live > 0 ? (flow.out[node] as number) / live : 0;
  const x = size > 0 ? out / size : 0;
  const own = size * lossAt(curve[node] as LossCurve, x);
  const how = flow.through[node] as number;
  const direct = how === plain ? own : size * lossAt(upsThrough, x);
  const firstLoss = how === passes ? direct : own;
  const aside = second * (out + direct);
  flow.loss[node] = first * firstLoss + second * direct + store * own;
  flow.store[node] = store * (out + own);
  flow.input[node] = first * (out + firstLoss) + aside + (flow.charge[node] as number);
  return aside;
}
