/** A loss drawn before it happens: what each symbol would be, and what moves where. Pure. */
import type { Consequences } from '../../../sim/contract/consequences.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { energised, sourceOfMember } from './energised.ts';
import type { Energised, Source, WordOf } from './energised.ts';
import type { OneLineGraph } from './one-line-graph.ts';
import type { NodeId } from './site-chain.ts';

/** The gravest first. */
export type Effect = 'lost' | 'dark' | 'trips' | 'bridged' | 'one-feed' | 'takes-over';

export type Redundant = { readonly both: number; readonly one: number; readonly none: number };
/** kW. */
export type Moved = { readonly id: EntityId; readonly from: number; readonly to: number };

export type WhatIf = {
  readonly lost: EntityId;
  readonly flow: Energised;
  readonly effects: ReadonlyMap<NodeId, Effect>;
  /** % of rating of what would carry too much, minutes of what would live on batteries. */
  readonly figures: ReadonlyMap<NodeId, number>;
  /** Racks by how many feeds they have: before and after. */
  readonly before: Redundant;
  readonly after: Redundant;
  /** Load that each unit or rack PDU would take over, kW: reckoned from what is drawn now. */
  readonly moved: readonly Moved[];
};

type Ground = {
  readonly graph: OneLineGraph;
  readonly wordOf: WordOf;
  /** As it is now. */
  readonly flow: Energised;
  /** kW that a rack PDU or a unit carries now; null where nobody knows. */
  readonly powerOf: (id: EntityId) => number | null;
};

type State = { readonly flow: Energised; readonly lost: EntityId | null };

const pduWorks = ({ graph, wordOf }: Ground, { flow, lost }: State, id: EntityId): boolean => {
  const word = wordOf(id);
  return id !== lost && word !== 'tripped' && word !== 'open' && sourceOfMember(graph, flow, id) !== 'none';
};

function redundant(ground: Ground, state: State): Redundant {
  const count = { both: 0, one: 0, none: 0 };
  for (const pdus of ground.graph.racks.values()) {
    const feeds = new Set(pdus.filter(({ id }) => pduWorks(ground, state, id)).map(({ spec }) => spec.feed));
    if (feeds.size === 0) count.none += 1;
    else if (feeds.size === 1) count.one += 1;
    else count.both += 1;
  }
  return count;
}

/** What the rack PDUs that die carry now goes to those of their racks that live. */
function movedLoads(
  ground: Ground,
  { before, after }: { readonly before: State; readonly after: State },
): Moved[] {
  const added = new Map<EntityId, number>();
  const add = (id: EntityId, kilowatts: number): void => void added.set(id, (added.get(id) ?? 0) + kilowatts);
  for (const pdus of ground.graph.racks.values()) {
    const dying = pdus.filter(({ id }) => pduWorks(ground, before, id) && !pduWorks(ground, after, id));
    const living = pdus.filter(({ id }) => pduWorks(ground, after, id));
    if (dying.length === 0 || living.length === 0) continue;
    const kilowatts = dying.reduce((sum, { id }) => sum + (ground.powerOf(id) ?? 0), 0);
    for (const { id } of living) {
      add(id, kilowatts / living.length);
      const feeder = liveFeeder(ground, after, id);
      if (feeder !== null) add(feeder, kilowatts / living.length);
    }
  }
  return [...added].flatMap(([id, kilowatts]) => {
    const carried = ground.powerOf(id);
    return carried === null || kilowatts < 0.005 ? [] : [{ id, from: carried, to: carried + kilowatts }];
  });
}

function liveFeeder({ graph }: Ground, { flow }: State, id: EntityId): EntityId | null {
  const feeder = (graph.feedersOf.get(id) ?? []).find((one) => (flow.nodes.get(one) ?? 'none') !== 'none');
  const node = feeder === undefined ? undefined : graph.nodes.get(feeder);
  return node?.type === 'unit' ? node.entity.id : null;
}

type Answer = { readonly lost: EntityId; readonly found: Consequences };

type Flows = { readonly before: Energised; readonly after: Energised };

/** Units and members that give or get power now and would not. */
function darkened({ graph }: Ground, { before, after }: Flows): NodeId[] {
  const dies = (was: Source | undefined, is: Source | undefined): boolean =>
    (was ?? 'none') !== 'none' && (is ?? 'none') === 'none';
  const nodes = [...graph.nodes.keys()].filter((id) => dies(before.nodes.get(id), after.nodes.get(id)));
  const members = [...graph.feedersOf.keys()].filter((id) =>
    dies(sourceOfMember(graph, before, id), sourceOfMember(graph, after, id)),
  );
  return [...nodes, ...members];
}

/** The graver is written over the milder. */
function effectsOf(
  { lost, found }: Answer,
  { moved, dark }: { readonly moved: readonly Moved[]; readonly dark: readonly NodeId[] },
): Map<NodeId, Effect> {
  const effects = new Map<NodeId, Effect>();
  for (const { id } of moved) effects.set(id, 'takes-over');
  for (const id of found.degraded) effects.set(id, 'one-feed');
  for (const id of [...dark, ...found.dark]) effects.set(id, 'dark');
  for (const { id } of found.bridged) effects.set(id, 'bridged');
  for (const { id } of found.overloaded) effects.set(id, 'trips');
  return effects.set(lost, 'lost');
}

export function whatIf(ground: Ground, answer: Answer): WhatIf {
  const { lost, found } = answer;
  const bridged = new Set(found.bridged.map(({ id }) => id));
  const flows: Flows = {
    before: ground.flow,
    after: energised(ground.graph, ground.wordOf, { lost, bridged }),
  };
  const states = { before: { flow: flows.before, lost: null }, after: { flow: flows.after, lost } };
  const moved = movedLoads(ground, states);
  return {
    lost,
    moved,
    flow: flows.after,
    effects: effectsOf(answer, { moved, dark: darkened(ground, flows) }),
    figures: new Map<NodeId, number>([
      ...found.bridged.map(({ id, minutes }) => [id, minutes] as const),
      ...found.overloaded.map(({ id, load }) => [id, load] as const),
    ]),
    before: redundant(ground, states.before),
    after: redundant(ground, states.after),
  };
}
