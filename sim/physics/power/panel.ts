import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import { breakerHeat } from './breaker.ts';
import { endsDead, liveTime, passOn, phaseKilowatts, setDead } from './flow.ts';
import { nominalVolts } from './genset.ts';
import { tripped } from './racks.ts';

const energised = 1;
const dead = 0;

export function stepPanel(state: PlantState, layout: PlantLayout, at: number): void {
  const { graph, flow } = layout.power;
  const node = graph.start.panel + at;
  const columns = state.panel.columns;
  const { trip, lost } = layout.levers.panel;
  if ((trip[at] as number) > 0 && columns.breaker[at] !== 0) {
    columns.breaker[at] = 0;
    columns.state[at] = tripped;
  }
  passOn(flow, graph, node);
  if (columns.breaker[at] === 0 || (lost[at] as number) > 0) {
    setDead(flow, node, { start: 0, end: 1 });
    flow.viaFirst[node] = 0;
    flow.volts[node] = 0;
    flow.hertz[node] = 0;
  }
  columns.voltage[at] = endsDead(flow, node) ? 0 : nominalVolts * (flow.volts[node] as number);
  if (columns.breaker[at] !== 0) columns.state[at] = endsDead(flow, node) ? dead : energised;
  else if (columns.state[at] !== tripped) columns.state[at] = dead;
}

/** After the second's sums. What is not on rack PDUs is even over the phases. */
export function settlePanel(state: PlantState, layout: PlantLayout, at: number): void {
  const { graph, flow, panel, losses } = layout.power;
  const node = graph.start.panel + at;
  const columns = state.panel.columns;
  const live = liveTime(flow, node);
  const kilowatts = flow.out[node] as number;
  const rated = losses.rated[node] as number;
  const [a, b, c] = [flow.l1[node] as number, flow.l2[node] as number, flow.l3[node] as number];
  const even = Math.max(0, kilowatts / phaseKilowatts - a - b - c) / 3;
  columns.power[at] = kilowatts;
  columns.load[at] = live > 0 && rated > 0 ? (100 * kilowatts) / live / rated : 0;
  columns.loss[at] = flow.loss[node] as number;
  columns.l1[at] = a + even;
  columns.l2[at] = b + even;
  columns.l3[at] = c + even;
  const most = Math.max(a, b, c) + even;
  const x = live > 0 ? most / live / (panel.breaker[at] as number) : 0;
  const heat = breakerHeat(columns.heat[at] as number, x);
  columns.heat[at] = heat;
  if (heat < 1 || columns.breaker[at] === 0) return;
  columns.breaker[at] = 0;
  columns.state[at] = tripped;
}
