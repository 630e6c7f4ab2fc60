import type { World } from '../../kernel/world.ts';
import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import { breakerHeat } from './breaker.ts';
import { endsDead, liveTime, phaseKilowatts } from './flow.ts';
import type { Flow } from './flow.ts';
import { nothing } from './graph.ts';
import type { RackDesk, RacksLayout } from './racks-layout.ts';

/** Power supplies ride through so many seconds (20 ms) without input. A gap over the end of a second counts as longer. */
const holdUp = 0.02;
/** Equipment that went down comes back with its feed; its load climbs over so many seconds while it starts. */
const climbSeconds = 30;

export const tripped = 2;
const energised = 1;
const dead = 0;

type Bench = { readonly state: PlantState; readonly racks: RacksLayout; readonly flow: Flow };

/** What scenarios do to rack PDUs. Without scenarios every lever is at rest. */
export function pullLevers({ scenarios }: World, state: PlantState, { levers, power }: PlantLayout): void {
  const { turn, pdu } = power.racks;
  if (scenarios.size === 0 && !turn.struck) return;
  turn.struck = scenarios.size > 0;
  const { breaker, state: word } = state.pdu.columns;
  const { trip, lost } = levers.pdu;
  for (let i = 0; i < breaker.length; i += 1) {
    if ((trip[i] as number) > 0 && breaker[i] !== 0) {
      breaker[i] = 0;
      word[i] = tripped;
      disturb(power.racks, i);
    }
    const isLost = (lost[i] as number) > 0 ? 1 : 0;
    if (pdu.lost[i] === isLost) continue;
    pdu.lost[i] = isLost;
    disturb(power.racks, i);
  }
}

/** The rack of this PDU must be looked at anew. */
export function disturb(racks: RacksLayout, pdu: number): void {
  racks.turn.stale = true;
  racks.moving[racks.pdu.rack[pdu] as number] = 1;
}

/** Racks behind a node whose gap came, went or moved must be looked at anew. */
export function disturbBehind(racks: RacksLayout, changed: Uint8Array): void {
  racks.turn.stale = true;
  const { feeder, rack } = racks.pdu;
  for (let pdu = 0; pdu < feeder.length; pdu += 1)
    if (changed[feeder[pdu] as number] === 1) racks.moving[rack[pdu] as number] = 1;
  for (let at = 0; at < racks.grid.length; at += 1)
    if (changed[racks.grid[at] as number] === 1) racks.moving[at] = 1;
}

/**
 * Who lives on which feed, and how the load shares itself out over the feeds, the PDUs and their phases.
 * Done anew only where a feeder, a breaker or a lever has changed, or equipment is starting.
 */
export function turnRacks(state: PlantState, racks: RacksLayout, flow: Flow): void {
  if (!racks.turn.stale) return;
  racks.turn.stale = false;
  const bench: Bench = { state, racks, flow };
  for (let rack = 0; rack < racks.share.length; rack += 1) {
    if (racks.moving[rack] === 0) continue;
    racks.moving[rack] = 0;
    if (racks.grid[rack] === nothing) turnRack(bench, rack);
    else turnDirect(bench, rack);
  }
}

/** A rack without PDUs is plugged into the grid. */
function turnDirect({ state, racks, flow }: Bench, rack: number): void {
  const { desk } = racks;
  const { powered } = state.rack.columns;
  const node = racks.grid[rack] as number;
  desk.from[both] = flow.from[node] as number;
  desk.to[both] = flow.to[node] as number;
  climb(racks, { rack, side: both, up: powered[rack] as number });
  racks.share[rack] = desk.mean[both] as number;
  powered[rack] = desk.up[both] as number;
}

/** Places on the desk: feed A, feed B, both. */
const both = 2;

function turnRack(bench: Bench, rack: number): void {
  const { state, racks } = bench;
  const { single, dual } = state.pdu.columns;
  const { begin, list, desk, pdu } = racks;
  readFeeds(bench, rack);
  const first = begin[rack] as number;
  const end = begin[rack + 1] as number;
  climb(racks, { rack, side: both, up: dual[list[first] as number] as number });
  for (let side = 0; side < 2; side += 1) {
    let up = 0;
    // The first that was there counts: one that has just been put in knows nothing of the feed.
    for (let k = end - 1; k >= first; k -= 1)
      if (pdu.isB[list[k] as number] === side) up = single[list[k] as number] as number;
    climb(racks, { rack, side, up });
  }
  for (let k = first; k < end; k += 1) loadPdu(bench, list[k] as number);
  racks.share[rack] = weigh(racks, rack, desk.mean);
  const powered = weigh(racks, rack, desk.up);
  // The three shares are sums of quotients: one but for the last bit.
  state.rack.columns.powered[rack] = powered > 0.999_999_999 ? 1 : powered;
}

const weigh = ({ onA, onB, dual }: RacksLayout, rack: number, of: Float64Array): number =>
  (onA[rack] as number) * (of[0] as number) +
  (onB[rack] as number) * (of[1] as number) +
  (dual[rack] as number) * (of[both] as number);

const nodeOf = ({ state, racks }: Bench, pdu: number): number =>
  state.pdu.columns.breaker[pdu] === 0 || racks.pdu.lost[pdu] === 1
    ? nothing
    : (racks.pdu.feeder[pdu] as number);

/** A feed is dead where all its PDUs are; what has two supplies, where both feeds are. */
function readFeeds(bench: Bench, rack: number): void {
  const { racks, flow } = bench;
  const { from, to, sum } = racks.desk;
  from.fill(0);
  to.fill(1);
  sum.fill(0);
  for (let k = racks.begin[rack] as number; k < (racks.begin[rack + 1] as number); k += 1) {
    const pdu = racks.list[k] as number;
    const side = racks.pdu.isB[pdu] as number;
    const node = nodeOf(bench, pdu);
    from[side] = Math.max(from[side] as number, flow.from[node] as number);
    to[side] = Math.min(to[side] as number, flow.to[node] as number);
    sum[side] = (sum[side] as number) + liveTime(flow, node);
  }
  from[both] = Math.max(from[0] as number, from[1] as number);
  to[both] = Math.min(to[0] as number, to[1] as number);
}

type Climb = { readonly rack: number; readonly side: number; readonly up: number };

/** Equipment that is up stays up through a short gap; a longer one takes it down, and it starts again after it. */
function climb({ desk, turn, moving }: RacksLayout, { rack, side, up }: Climb): void {
  const from = desk.from[side] as number;
  const to = desk.to[side] as number;
  const gap = to - from;
  if (gap <= 0 || (gap <= holdUp && to < 1)) {
    const next = up >= 1 ? 1 : Math.min(1, up + 1 / climbSeconds);
    desk.up[side] = next;
    desk.mean[side] = (up + next) / 2;
  } else {
    const rest = 1 - to;
    desk.up[side] = rest / climbSeconds;
    desk.mean[side] = up * from + (rest * rest) / (2 * climbSeconds);
  }
  if (desk.mean[side] === desk.up[side]) return;
  turn.stale = true;
  moving[rack] = 1;
}

/** The part of its rack that goes through this PDU, phase by phase, and what its panel says. */
function loadPdu(bench: Bench, pdu: number): void {
  const { state, racks, flow } = bench;
  const columns = state.pdu.columns;
  const { desk } = racks;
  const side = racks.pdu.isB[pdu] as number;
  const node = nodeOf(bench, pdu);
  const sum = desk.sum[side] as number;
  const portion = sum > 0 ? liveTime(flow, node) / sum : 0;
  const shared = portion * (desk.mean[both] as number) * feedShare(desk, side);
  const alone = portion * (desk.mean[side] as number);
  let most = 0;
  for (let at = 3 * pdu; at < 3 * pdu + 3; at += 1) {
    const share = shared * (racks.pdu.dual[at] as number) + alone * (racks.pdu.single[at] as number);
    racks.pdu.amps[at] = share / phaseKilowatts;
    most = Math.max(most, share / phaseKilowatts);
  }
  racks.pdu.peak[pdu] = most * (racks.pdu.perBreaker[pdu] as number);
  columns.single[pdu] = desk.up[side] as number;
  columns.dual[pdu] = desk.up[both] as number;
  const isLive = !endsDead(flow, node);
  columns.voltage[pdu] = isLive ? 1000 * phaseKilowatts : 0;
  if (columns.breaker[pdu] !== 0) columns.state[pdu] = isLive ? energised : dead;
  else if (columns.state[pdu] !== tripped) columns.state[pdu] = dead;
}

/** How much of what lives on both feeds this one carries: half while both live, all while the other is dead. */
function feedShare(desk: RackDesk, side: number): number {
  const any = liveOn(desk, both);
  if (any <= 0) return 0;
  const shared = liveOn(desk, 0) + liveOn(desk, 1) - any;
  return (liveOn(desk, side) - shared / 2) / any;
}

function liveOn({ from, to }: RackDesk, side: number): number {
  const gap = (to[side] as number) - (from[side] as number);
  return gap > 0 ? 1 - gap : 1;
}

/** What every rack and PDU draws in this second, by the shares that hold. */
export function stepRacks(state: PlantState, racks: RacksLayout, flow: Flow): void {
  const { demand, load } = state.rack.columns;
  const { share, grid } = racks;
  for (let rack = 0; rack < share.length; rack += 1) {
    const kilowatts = (demand[rack] as number) * (share[rack] as number);
    load[rack] = kilowatts;
    const node = grid[rack] as number;
    if (node !== nothing) flow.out[node] = (flow.out[node] as number) + kilowatts;
  }
  stepPdus(state, racks, flow);
}

const hoursPerStep = 1 / 3600;

function stepPdus(state: PlantState, racks: RacksLayout, flow: Flow): void {
  const { demand } = state.rack.columns;
  const { l1, l2, l3, power, load, energy, heat } = state.pdu.columns;
  const { rack, feeder, perRated, amps, peak } = racks.pdu;
  const { l1: f1, l2: f2, l3: f3 } = flow;
  const { turn } = racks;
  const wasWarm = turn.warm;
  turn.warm = false;
  for (let i = 0, at = 0; i < rack.length; i += 1, at += 3) {
    const asked = demand[rack[i] as number] as number;
    const a = asked * (amps[at] as number);
    const b = asked * (amps[at + 1] as number);
    const c = asked * (amps[at + 2] as number);
    const kilowatts = (a + b + c) * phaseKilowatts;
    l1[i] = a;
    l2[i] = b;
    l3[i] = c;
    power[i] = kilowatts;
    load[i] = kilowatts * (perRated[i] as number);
    energy[i] = (energy[i] as number) + kilowatts * hoursPerStep;
    const node = feeder[i] as number;
    f1[node] = (f1[node] as number) + a;
    f2[node] = (f2[node] as number) + b;
    f3[node] = (f3[node] as number) + c;
    const x = asked * (peak[i] as number);
    if (x > 1 || (wasWarm && (heat[i] as number) > 0)) warm(state, racks, { pdu: i, x });
  }
  for (let node = 0; node < f1.length; node += 1) {
    const amperes = (f1[node] as number) + (f2[node] as number) + (f3[node] as number);
    flow.out[node] = (flow.out[node] as number) + amperes * phaseKilowatts;
  }
}

/** A breaker that must, opens as this second ends; the other feed has the load from the next one on. */
function warm(
  state: PlantState,
  racks: RacksLayout,
  { pdu, x }: { readonly pdu: number; readonly x: number },
): void {
  const { heat, breaker, state: word } = state.pdu.columns;
  const next = breakerHeat(heat[pdu] as number, x);
  heat[pdu] = next;
  if (next > 0) racks.turn.warm = true;
  if (next < 1 || breaker[pdu] === 0) return;
  breaker[pdu] = 0;
  word[pdu] = tripped;
  disturb(racks, pdu);
}
