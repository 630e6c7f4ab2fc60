import { effectOfRuns } from '../../scenarios/effect.ts';
import type { World } from '../../kernel/world.ts';
import { freshPlant, isCompiled } from '../compile.ts';
import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import { onGenset, onUtility } from './ats-words.ts';
import { poolOf } from './battery.ts';
import {
  converts,
  createFlow,
  endsDead,
  joinFeeders,
  liveTime,
  noGap,
  passOn,
  passes,
  setDead,
  wholeSecond,
} from './flow.ts';
import type { Flow } from './flow.ts';
import { gensetOff, gensetOn, isLockedOut } from './genset.ts';
import { without } from './graph.ts';
import { pullLevers } from './racks.ts';
import { modeBypass, modeEco, modeOff, onBypass } from './ups-words.ts';

export type Compiled = { readonly state: PlantState; readonly layout: PlantLayout };

/** The plant as it stands, or as the next step would make it. The world is not touched. */
export function plantOf(world: World): Compiled {
  const { layout, state } = world.plant;
  if (layout !== null && isCompiled(world)) return { layout, state };
  const fresh = freshPlant(world);
  effectOfRuns(world, fresh.layout);
  pullLevers(world, fresh.state, fresh.layout);
  return fresh;
}

/** The plant as it would be wired without these nodes. */
export function plantWithout({ state, layout }: Compiled, gone: ReadonlySet<number>): Compiled {
  const { power } = layout;
  const graph = without(power.graph, gone);
  return graph === power.graph
    ? { state, layout }
    : { state, layout: { ...layout, power: { ...power, graph } } };
}

/** A question to the chain: without these nodes, with these UPSes failed to their bypass, with or without batteries. */
export type Question = {
  readonly gone: ReadonlySet<number>;
  readonly failed: ReadonlySet<number>;
  readonly batteries: 'bridge' | 'ignored';
};

/** What lives, and from where, in a plant that is wired without what is gone, once everything has come to rest: gensets started, switches moved, nothing exhausted yet. */
export function settleChain(plant: Compiled, question: Question): Flow {
  const { graph } = plant.layout.power;
  const flow = createFlow(graph.size);
  const rest: Rest = { ...plant, flow, question };
  for (const node of graph.order) {
    settleNode(rest, node);
    if (question.gone.has(node)) kill(flow, node);
  }
  return flow;
}

type Rest = Compiled & { readonly flow: Flow; readonly question: Question };

function kill(flow: Flow, node: number): void {
  setDead(flow, node, wholeSecond);
  flow.viaFirst[node] = 0;
  flow.viaSecond[node] = 0;
  flow.viaStore[node] = 0;
}

function settleNode(rest: Rest, node: number): void {
  const { flow } = rest;
  const { graph } = rest.layout.power;
  const { start } = graph;
  if (node >= graph.junctions) joinFeeders(flow, graph, node);
  else if (node >= start.panel) settlePanel(rest, node);
  else if (node >= start.ups) settleUps(rest, node);
  else if (node >= start.ats) settleAts(rest, node);
  else if (node >= start.genset) stand(rest, node, gensetRuns(rest, node - start.genset));
  else if (node >= start.transformer) passOn(flow, graph, node);
  else stand(rest, node, hasGrid(rest, node));
}

function stand({ flow }: Rest, node: number, lives: boolean): void {
  setDead(flow, node, lives ? noGap : wholeSecond);
  flow.viaFirst[node] = liveTime(flow, node);
}

function hasGrid({ layout }: Rest, node: number): boolean {
  const { levers } = layout;
  const { graph } = layout.power;
  if (levers.site.lost[graph.site[node] as number] !== 0) return false;
  return node < graph.start.utility || levers.utility.lost[node - graph.start.utility] === 0;
}

/** A genset that can start, does, where someone asks for it. */
function gensetRuns({ state, layout, flow }: Rest, at: number): boolean {
  const { graph } = layout.power;
  const { state: word, mode, fuel } = state.genset.columns;
  const isLocked = isLockedOut(word[at] as number) || (fuel[at] as number) <= 0;
  if (isLocked || mode[at] === gensetOff || layout.levers.genset['no-start'][at] !== 0) return false;
  if (mode[at] === gensetOn) return true;
  return (graph.callers[at] ?? []).some((caller) => {
    const held =
      caller >= graph.start.ats && caller < graph.start.ups
        ? state.ats.columns.mode[caller - graph.start.ats]
        : 0;
    return held === onGenset || (held !== onUtility && endsDead(flow, graph.first[caller] as number));
  });
}

function settleAts({ state, layout, flow }: Rest, node: number): void {
  const { graph } = layout.power;
  const held = state.ats.columns.mode[node - graph.start.ats];
  if (held === onUtility) return passOn(flow, graph, node);
  if (held === onGenset) return takeSecond(flow, node, graph.second[node] as number);
  joinFeeders(flow, graph, node);
}

function takeSecond(flow: Flow, node: number, source: number): void {
  flow.from[node] = flow.from[source] as number;
  flow.to[node] = flow.to[source] as number;
  flow.viaSecond[node] = liveTime(flow, source);
}

function settleUps(rest: Rest, node: number): void {
  const { state, layout, flow, question } = rest;
  const { graph } = layout.power;
  const at = node - graph.start.ups;
  const { mode, state: word, overload } = state.ups.columns;
  const second = graph.second[node] as number;
  flow.through[node] = mode[at] === modeEco ? passes : converts;
  if (layout.levers.ups.fault[at] !== 0 || question.failed.has(node)) return takeSecond(flow, node, second);
  if (mode[at] === modeOff) return kill(flow, node);
  const isOverloaded = word[at] === onBypass && (overload[at] as number) > 0;
  if (mode[at] === modeBypass || isOverloaded) return takeSecond(flow, node, second);
  const isDark = endsDead(flow, graph.first[node] as number);
  if (!isDark) return passOn(flow, graph, node);
  const pool = poolOf(state, layout, at);
  if (question.batteries === 'ignored' || pool.ampereHours * pool.charge <= 0)
    return takeSecond(flow, node, second);
  setDead(flow, node, noGap);
  flow.viaStore[node] = 1;
}

function settlePanel({ state, layout, flow }: Rest, node: number): void {
  const { graph } = layout.power;
  const at = node - graph.start.panel;
  const { lost, trip } = layout.levers.panel;
  passOn(flow, graph, node);
  if (state.panel.columns.breaker[at] === 0 || lost[at] !== 0 || trip[at] !== 0) kill(flow, node);
}
