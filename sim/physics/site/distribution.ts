import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import { nothing } from '../power/graph.ts';
import { phaseKilowatts } from '../power/flow.ts';

/**
 * What is lost behind the UPSes and behind the floor PDUs on the equipment's account: what PUE of category 1 and 2
 * counts as the equipment's energy besides its own. Cooling units on the same panel bear their share of its loss.
 * Where there is no UPS, the point of category 1 is that of category 2; where there is no panel, the equipment.
 */
export function stepDistribution(state: PlantState, layout: PlantLayout): void {
  const { graph } = layout.power;
  const { start, order } = graph;
  plugIn(layout);
  const columns = state.site.columns;
  columns['behind-ups'].fill(0);
  columns['behind-panel'].fill(0);
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const node = order[at] as number;
    if (!((layout.site.distribution.carried[node] as number) > 0)) continue;
    const isUps = node >= start.ups && node < start.panel;
    const isSource = node < start.transformer || graph.first[node] === nothing;
    if (isUps || isSource) meter(state, layout, { node, isUps });
    else passUp(layout, node);
  }
}

/** What rack PDUs draw at each node. Racks without PDUs hang on the grid, where nothing is lost before them. */
function plugIn({ power: { flow }, site }: PlantLayout): void {
  const { carried, lost, behindPanel } = site.distribution;
  lost.fill(0);
  behindPanel.fill(0);
  const { l1, l2, l3 } = flow;
  for (let node = 0; node < carried.length; node += 1)
    carried[node] = ((l1[node] as number) + (l2[node] as number) + (l3[node] as number)) * phaseKilowatts;
}

type Meter = { readonly node: number; readonly isUps: boolean };

function meter(state: PlantState, { power: { graph }, site }: PlantLayout, { node, isUps }: Meter): void {
  const { lost, behindPanel } = site.distribution;
  const { 'behind-ups': ups, 'behind-panel': panel } = state.site.columns;
  const at = graph.site[node] as number;
  panel[at] = (panel[at] as number) + (behindPanel[node] as number);
  ups[at] = (ups[at] as number) + ((isUps ? lost[node] : behindPanel[node]) as number);
}

function passUp({ power: { graph, flow }, site }: PlantLayout, node: number): void {
  const { carried, lost, behindPanel } = site.distribution;
  const mine = carried[node] as number;
  const out = flow.out[node] as number;
  const own = (out > mine ? mine / out : 1) * (flow.loss[node] as number);
  const isPanel = node >= graph.start.panel && node < graph.junctions;
  const before = (isPanel ? lost[node] : behindPanel[node]) as number;
  const behind = (lost[node] as number) + own;
  const one = flow.viaFirst[node] as number;
  const other = flow.viaSecond[node] as number;
  const share = one + other > 0 ? one / (one + other) : 1;
  for (const [feeder, part] of [
    [graph.first[node] as number, share],
    [graph.second[node] as number, 1 - share],
  ] as const) {
    if (part <= 0) continue;
    carried[feeder] = (carried[feeder] as number) + part * (mine + own);
    lost[feeder] = (lost[feeder] as number) + part * behind;
    behindPanel[feeder] = (behindPanel[feeder] as number) + part * before;
  }
}
