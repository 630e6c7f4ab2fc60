import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import { canCarry, recharge, showRuntime } from './battery.ts';
import { overloadHeat } from './breaker.ts';
import { converts, endsDead, joinFeeders, liveTime, lossAt, noGap, passes, setDead } from './flow.ts';
import { nominalVolts } from './genset.ts';
import * as word from './ups-words.ts';

type Unit = {
  readonly state: PlantState;
  readonly layout: PlantLayout;
  readonly at: number;
  readonly node: number;
};

/** Where the output of a UPS comes from in this second. What it carried in the last one tells what its battery must bear. */
export function stepUps(state: PlantState, layout: PlantLayout, at: number): void {
  const { graph, flow } = layout.power;
  const node = graph.start.ups + at;
  const unit: Unit = { state, layout, at, node };
  const columns = state.ups.columns;
  flow.viaFirst[node] = 0;
  flow.viaSecond[node] = 0;
  flow.viaStore[node] = 0;
  flow.through[node] = columns.mode[at] === word.modeEco ? passes : converts;
  columns.state[at] = route(unit);
  const { first } = graph;
  const mains = liveTime(flow, first[node] as number);
  const mayCharge =
    columns.state[at] !== word.failed && columns.state[at] !== word.off && flow.viaStore[node] === 0;
  flow.charge[node] = mayCharge && mains > 0 ? recharge(state, layout, at) * mains : 0;
  showVolts(unit);
}

function route(unit: Unit): number {
  const { state, layout, at } = unit;
  const { mode, overload, state: before } = state.ups.columns;
  if ((layout.levers.ups.fault[at] as number) > 0) {
    bypass(unit);
    return word.failed;
  }
  if (mode[at] === word.modeOff) {
    setDead(layout.power.flow, unit.node, { start: 0, end: 1 });
    return word.off;
  }
  const isOverloaded = before[at] === word.onBypass && (overload[at] as number) > 0;
  if (mode[at] === word.modeBypass || isOverloaded) {
    bypass(unit);
    return word.onBypass;
  }
  return carry(unit);
}

/** The static switch: what comes in on the bypass goes out. */
function bypass({ layout, node }: Unit): void {
  const { graph, flow } = layout.power;
  const source = graph.second[node] as number;
  flow.from[node] = flow.from[source] as number;
  flow.to[node] = flow.to[source] as number;
  flow.viaSecond[node] = liveTime(flow, source);
}

/** The rectifier while the mains live, the battery while they do not, the bypass where that fails too. */
function carry(unit: Unit): number {
  const { state, layout, at, node } = unit;
  const { graph, flow } = layout.power;
  const first = graph.first[node] as number;
  const usual = state.ups.columns.mode[at] === word.modeEco ? word.eco : word.online;
  const mains = liveTime(flow, first);
  const isDark = endsDead(flow, first);
  const watts = 1000 * ((state.ups.columns.power[at] as number) + (state.ups.columns.loss[at] as number));
  if (mains >= 1 || canCarry(state, layout, { ups: at, watts })) {
    setDead(flow, node, noGap);
    flow.viaFirst[node] = mains;
    flow.viaStore[node] = 1 - mains;
    return isDark ? word.onBattery : usual;
  }
  joinFeeders(flow, graph, node);
  if (!isDark) return usual;
  return endsDead(flow, node) ? word.off : word.onBypass;
}

/** Its inverter holds the voltage; through eco mode and bypass the source's own goes out. */
function showVolts({ state, layout, at, node }: Unit): void {
  const { graph, flow, ups } = layout.power;
  const columns = state.ups.columns;
  const first = graph.first[node] as number;
  const isDead = endsDead(flow, node);
  const raw =
    columns.state[at] === word.eco
      ? first
      : columns.state[at] === word.onBypass || columns.state[at] === word.failed
        ? (graph.second[node] as number)
        : null;
  const mains = endsDead(flow, first) ? 0 : (flow.volts[first] as number);
  const given = raw === null ? 1 : (flow.volts[raw] as number);
  const hertz = raw === null ? (mains > 0 ? flow.hertz[first] : ups.hertz[at]) : flow.hertz[raw];
  flow.volts[node] = isDead ? 0 : given;
  flow.hertz[node] = isDead ? 0 : (hertz as number);
  columns['input-voltage'][at] = nominalVolts * mains;
  columns['output-voltage'][at] = nominalVolts * flow.volts[node];
  columns.frequency[at] = flow.hertz[node];
}

const hoursPerStep = 1 / 3600;

/** After the second's sums: what it carried, whether it was too much, how long its battery would last. */
export function settleUps(state: PlantState, layout: PlantLayout, at: number): void {
  const { graph, flow, losses } = layout.power;
  const node = graph.start.ups + at;
  const columns = state.ups.columns;
  const rated = losses.rated[node] as number;
  const live = liveTime(flow, node);
  const kilowatts = flow.out[node] as number;
  const x = live > 0 && rated > 0 ? kilowatts / live / rated : 0;
  columns.power[at] = kilowatts;
  columns.load[at] = 100 * x;
  columns.loss[at] = flow.loss[node] as number;
  columns.input[at] = flow.input[node] as number;
  columns.energy[at] = (columns.energy[at] as number) + kilowatts * hoursPerStep;
  columns.overload[at] = overloadHeat(columns.overload[at] as number, x);
  letGo(state, layout, at);
  const own = losses.curve[node];
  const lost = own === undefined ? 0 : rated * lossAt(own, x);
  showRuntime(state, layout, { ups: at, watts: 1000 * (x * rated + lost) });
}

/** Too much for too long: to bypass where that lives, and back when the load has been normal; without one it switches off for good. */
function letGo(state: PlantState, layout: PlantLayout, at: number): void {
  const { graph, flow } = layout.power;
  const columns = state.ups.columns;
  const before = columns.state[at];
  const carries = before === word.online || before === word.eco || before === word.onBattery;
  if (!carries || (columns.overload[at] as number) < 1) return;
  const hasBypass = !endsDead(flow, graph.second[graph.start.ups + at] as number);
  columns.state[at] = hasBypass ? word.onBypass : word.off;
  if (!hasBypass) columns.mode[at] = word.modeOff;
}
