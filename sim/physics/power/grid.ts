import type { World } from '../../kernel/world.ts';
import { wander } from '../../workloads/utilisation.ts';
import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import { endsDead, liveTime, lossAt, noGap, passOn, setDead, wholeSecond } from './flow.ts';

/** EN 50160 allows ten per cent; a good grid keeps within one, and within 30 mHz. */
const voltsWander = 0.004;
const hertzWander = 0.012;
const wanderSeconds = 20;

/** The connection of a site that has none of its own in the inventory: always there, unless the site has lost its grid. */
export function stepGrid({ power: { graph, flow }, levers }: PlantLayout, site: number): void {
  const node = graph.grid + site;
  setDead(flow, node, (levers.site.lost[site] as number) > 0 ? wholeSecond : noGap);
  flow.viaFirst[node] = liveTime(flow, node);
  flow.volts[node] = flow.viaFirst[node];
  flow.hertz[node] = 50 * flow.viaFirst[node];
}

export function stepUtility(
  world: World,
  state: PlantState,
  { layout, at }: { layout: PlantLayout; at: number },
): void {
  const { graph, flow, utility } = layout.power;
  const node = graph.start.utility + at;
  const { voltage, frequency, state: word } = state.utility.columns;
  const { levers } = layout;
  const isLost =
    (levers.utility.lost[at] as number) > 0 || (levers.site.lost[graph.site[node] as number] as number) > 0;
  setDead(flow, node, isLost ? wholeSecond : noGap);
  flow.viaFirst[node] = liveTime(flow, node);
  const moment = world.clock.tick / wanderSeconds;
  const actor = utility.actor[at] as number;
  flow.volts[node] = isLost ? 0 : 1 + voltsWander * wander(world.seed, actor, moment);
  flow.hertz[node] = isLost
    ? 0
    : (utility.hertz[at] as number) + hertzWander * wander(world.seed, ~actor, moment);
  word[at] = isLost ? 0 : 1;
  voltage[at] = (utility.voltage[at] as number) * flow.volts[node];
  frequency[at] = flow.hertz[node];
}

export function stepTransformer(
  state: PlantState,
  { power: { graph, flow } }: PlantLayout,
  at: number,
): void {
  const node = graph.start.transformer + at;
  passOn(flow, graph, node);
  state.transformer.columns.state[at] = endsDead(flow, node) ? 0 : 1;
}

const hoursPerStep = 1 / 3600;

export function settleUtility(state: PlantState, { power: { graph, flow } }: PlantLayout, at: number): void {
  const { power, energy } = state.utility.columns;
  const kilowatts = flow.out[graph.start.utility + at] as number;
  power[at] = kilowatts;
  energy[at] = (energy[at] as number) + kilowatts * hoursPerStep;
}

/** A winding runs 65 K over the air at full load and follows its losses within half an hour: a figure of our choosing. */
const airCelsius = 25;
const fullRise = 65;
const followSeconds = 1800;

export function settleTransformer(
  state: PlantState,
  { power: { graph, flow, losses } }: PlantLayout,
  at: number,
): void {
  const node = graph.start.transformer + at;
  const { power, load, loss, temperature } = state.transformer.columns;
  const rated = losses.rated[node] as number;
  const curve = losses.curve[node];
  const full = curve === undefined ? 0 : rated * lossAt(curve, 1);
  power[at] = flow.out[node] as number;
  load[at] = rated > 0 ? (100 * (flow.out[node] as number)) / rated : 0;
  loss[at] = flow.loss[node] as number;
  const target = airCelsius + (full > 0 ? (fullRise * (flow.loss[node] as number)) / full : 0);
  temperature[at] = (temperature[at] as number) + (target - (temperature[at] as number)) / followSeconds;
}
