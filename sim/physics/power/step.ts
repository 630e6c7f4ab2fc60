import type { World } from '../../kernel/world.ts';
import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import { stepAts } from './ats.ts';
import { settleBatteries } from './battery.ts';
import { clearFlow, joinFeeders, liveTime, sumUp } from './flow.ts';
import { settleGenset, stepGenset } from './genset.ts';
import type { Graph } from './graph.ts';
import { settleTransformer, settleUtility, stepGrid, stepTransformer, stepUtility } from './grid.ts';
import { settlePanel, stepPanel } from './panel.ts';
import { disturbBehind, pullLevers, stepRacks, turnRacks } from './racks.ts';
import { settleUps, stepUps } from './ups.ts';

/**
 * One second of the power chain. From the grid down: what lives, and when. Then the load: who gets what he asks for.
 * Then up again: what that draws from everything on the way. Switches, gensets and UPSes change over at exact moments
 * inside the second; breakers, overloads and empty batteries act as it ends.
 */
export function stepPower(world: World, state: PlantState, layout: PlantLayout): void {
  const { power } = layout;
  const { graph, flow, racks } = power;
  clearFlow(flow);
  pullLevers(world, state, layout);
  for (const node of graph.order) stepNode(world, state, { layout, node });
  noticeGaps(layout);
  turnRacks(state, racks, flow);
  stepRacks(state, racks, flow);
  stepCooling(state, layout);
  sumUp(flow, graph, power.losses);
  settle(world, state, layout);
}

type Place = { readonly layout: PlantLayout; readonly node: number };

function stepNode(world: World, state: PlantState, { layout, node }: Place): void {
  const { graph, flow } = layout.power;
  const { start } = graph;
  if (node >= graph.junctions) joinFeeders(flow, graph, node);
  else if (node >= start.panel) stepPanel(state, layout, node - start.panel);
  else if (node >= start.ups) stepUps(state, layout, node - start.ups);
  else if (node >= start.ats) stepAts(state, layout, node - start.ats);
  else if (node >= start.genset) stepGenset(world, state, { layout, at: node - start.genset });
  else if (node >= start.transformer) stepTransformer(state, layout, node - start.transformer);
  else if (node >= start.utility) stepUtility(world, state, { layout, at: node - start.utility });
  else stepGrid(layout, node - graph.grid);
}

/** Racks are shared out anew where a gap came, went or moved. */
function noticeGaps({ power: { flow, before, racks } }: PlantLayout): void {
  let any = 0;
  for (let node = 0; node < before.from.length; node += 1) {
    const isSame = before.from[node] === flow.from[node] && before.to[node] === flow.to[node];
    before.changed[node] = isSame ? 0 : 1;
    if (isSame) continue;
    before.from[node] = flow.from[node] as number;
    before.to[node] = flow.to[node] as number;
    any = 1;
  }
  if (any === 1) disturbBehind(racks, before.changed);
}

/** Cooling units draw what they drew in the step before, as far as they have power now. */
function stepCooling(state: PlantState, { power: { flow, feeder, live } }: PlantLayout): void {
  for (const kind of ['crac', 'chiller'] as const) {
    const { power } = state[kind].columns;
    for (let at = 0; at < power.length; at += 1) {
      const node = feeder[kind][at] as number;
      const share = liveTime(flow, node);
      live[kind][at] = share;
      flow.out[node] = (flow.out[node] as number) + share * (power[at] as number);
    }
  }
}

const countOf = ({ start }: Graph, kind: 'utility' | 'transformer' | 'genset' | 'ups', end: number): number =>
  end - start[kind];

function settle(world: World, state: PlantState, layout: PlantLayout): void {
  const { graph, flow } = layout.power;
  const { start } = graph;
  for (let at = 0; at < countOf(graph, 'utility', start.transformer); at += 1)
    settleUtility(state, layout, at);
  for (let at = 0; at < countOf(graph, 'transformer', start.genset); at += 1)
    settleTransformer(state, layout, at);
  for (let at = 0; at < countOf(graph, 'genset', start.ats); at += 1) settleGenset(state, layout, at);
  const ats = state.ats.columns.power;
  for (let at = 0; at < ats.length; at += 1) ats[at] = flow.out[start.ats + at] as number;
  for (let at = 0; at < state.panel.ids.length; at += 1) settlePanel(state, layout, at);
  settleBatteries(world, state, layout);
  for (let at = 0; at < countOf(graph, 'ups', start.panel); at += 1) settleUps(state, layout, at);
}
