import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import { atsAuto, onGenset, onUtility, open } from './ats-words.ts';
import { endsDead, liveTime, setDead } from './flow.ts';
import type { Flow } from './flow.ts';
import { nominalVolts } from './genset.ts';

/** One second of one switch, eaten piece by piece. */
type Turn = {
  readonly state: PlantState;
  readonly flow: Flow;
  readonly at: number;
  readonly node: number;
  readonly first: number;
  readonly second: number;
  readonly transfer: number;
  readonly patience: number;
  now: number;
  /** The window in which its output is dead: the hull of all gaps of this second. */
  start: number;
  end: number;
};

export function stepAts(state: PlantState, layout: PlantLayout, at: number): void {
  const { graph, flow, ats } = layout.power;
  const node = graph.start.ats + at;
  const turn: Turn = {
    state,
    flow,
    at,
    node,
    first: graph.first[node] as number,
    second: graph.second[node] as number,
    transfer: ats.transferTime[at] as number,
    patience: ats.retransferDelay[at] as number,
    now: 0,
    start: 1,
    end: 0,
  };
  flow.viaFirst[node] = 0;
  flow.viaSecond[node] = 0;
  for (let pieces = 0; turn.now < 1 && pieces < 8; pieces += 1) live(turn);
  setDead(flow, node, { start: turn.start, end: turn.end });
  trim(turn);
  const source = state.ats.columns.state[at] === onGenset ? turn.second : turn.first;
  const isDead = endsDead(flow, node);
  flow.volts[node] = isDead ? 0 : (flow.volts[source] as number);
  flow.hertz[node] = isDead ? 0 : (flow.hertz[source] as number);
  state.ats.columns.voltage[at] = nominalVolts * flow.volts[node];
}

/** What lies inside the hull of two gaps gives no power: take it out of the shares. */
function trim({ flow, node }: Turn): void {
  const sum = (flow.viaFirst[node] as number) + (flow.viaSecond[node] as number);
  const share = sum > 0 ? liveTime(flow, node) / sum : 0;
  flow.viaFirst[node] = (flow.viaFirst[node] as number) * share;
  flow.viaSecond[node] = (flow.viaSecond[node] as number) * share;
}

function live(turn: Turn): void {
  const { state, at } = turn;
  const { timer, target, state: code } = state.ats.columns;
  if (code[at] !== open) return stay(turn);
  const left = timer[at] as number;
  const piece = Math.min(left, 1 - turn.now);
  gap(turn, turn.now, turn.now + piece);
  turn.now = turn.now + piece;
  timer[at] = left - piece;
  if (left <= piece) code[at] = target[at] as number;
}

function gap(turn: Turn, start: number, end: number): void {
  if (end <= start) return;
  turn.start = Math.min(turn.start, start);
  turn.end = Math.max(turn.end, end);
}

/** In a position, until the moment it leaves it. */
function stay(turn: Turn): void {
  const { state, at, flow, node } = turn;
  const { state: code } = state.ats.columns;
  const onFirst = code[at] === onUtility;
  const source = onFirst ? turn.first : turn.second;
  const leaves = onFirst ? leavesFirst(turn) : leavesSecond(turn);
  const until = Math.min(1, leaves);
  const [deadFrom, deadTo] = [flow.from[source] as number, flow.to[source] as number];
  gap(turn, Math.max(turn.now, deadFrom), Math.min(until, deadTo));
  const silent = Math.max(0, Math.min(until, deadTo) - Math.max(turn.now, deadFrom));
  const via = onFirst ? flow.viaFirst : flow.viaSecond;
  via[node] = (via[node] as number) + (until - turn.now) - silent;
  turn.now = until;
  if (leaves >= 1) return;
  code[at] = open;
  state.ats.columns.target[at] = onFirst ? onGenset : onUtility;
  state.ats.columns.timer[at] = turn.transfer;
}

/** The moment from which a source that has been dead lives on to the second's end; 1 where it does not. */
const livesFrom = ({ flow }: Turn, source: number): number =>
  endsDead(flow, source) ? 1 : (flow.from[source] as number) < 1 ? (flow.to[source] as number) : 0;

/** It leaves the preferred source when that is dead for good and the other lives, or when a hand says so. */
function leavesFirst(turn: Turn): number {
  const { state, at, flow, first } = turn;
  const held = state.ats.columns.mode[at];
  const other = livesFrom(turn, turn.second);
  if (held === onUtility || (held === atsAuto && !endsDead(flow, first))) return 1;
  const wants = held === onGenset ? 0 : (flow.from[first] as number);
  return other >= 1 ? 1 : Math.max(turn.now, wants, other);
}

/** It goes back when the preferred source has held long enough, or at once when the other dies. */
function leavesSecond(turn: Turn): number {
  const { state, at, flow, second } = turn;
  const { timer, mode } = state.ats.columns;
  if (mode[at] === onGenset) return 1;
  const since = livesFrom(turn, turn.first);
  if (since >= 1) {
    timer[at] = 0;
    return 1;
  }
  const begin = Math.max(turn.now, since);
  const held = since > 0 ? 0 : (timer[at] as number);
  if (mode[at] === onUtility) return begin;
  const patient = begin + turn.patience - held;
  const leaves = endsDead(flow, second)
    ? Math.max(begin, Math.min(patient, flow.from[second] as number))
    : patient;
  if (leaves >= 1) timer[at] = held + (1 - begin);
  return leaves;
}
