/** Which lines carry power and from where: from the words that units say, never from a guess about their past. Pure. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { OneLineGraph, OneLineNode, UnitNode } from './one-line-graph.ts';
import type { NodeId } from './site-chain.ts';

/** Where the power of a line comes from in the end; `none`: it carries none. */
export type Source = 'grid' | 'genset' | 'battery' | 'none';
/** `standby`: there is power at its upper end, but nothing is taken through it. */
export type LineState = Source | 'standby';

export type Energised = {
  /** What each node gives to what hangs on it. */
  readonly nodes: ReadonlyMap<NodeId, Source>;
  /** By `feeder>node`. */
  readonly lines: ReadonlyMap<string, LineState>;
};

/** The word a unit says of its state; undefined where it has no sensor for it, or was never read. */
export type WordOf = (id: EntityId) => string | undefined;

export type Losing = {
  readonly lost: EntityId | null;
  /** UPSes that would live on their batteries. */
  readonly bridged: ReadonlySet<EntityId>;
};
export const losingNothing: Losing = { lost: null, bridged: new Set() };

export const lineKey = (feeder: NodeId, node: NodeId): string => `${feeder}>${node}`;

const deadWords: ReadonlySet<string> = new Set([
  'lost',
  'dead',
  'tripped',
  'off',
  'open',
  'delay',
  'cranking',
  'failed',
  'out-of-fuel',
  'cooling-down',
]);

type Taken = { readonly gives: Source; readonly from: NodeId | null };
const nothing: Taken = { gives: 'none', from: null };

type Walk = {
  readonly wordOf: WordOf;
  readonly given: Map<NodeId, Source>;
  readonly losing: Losing;
  readonly graph: OneLineGraph;
};

/** From the first feeder that lives. */
function firstLive({ given }: Walk, feeders: readonly NodeId[]): Taken {
  for (const from of feeders) {
    const gives = given.get(from) ?? 'none';
    if (gives !== 'none') return { gives, from };
  }
  return nothing;
}

const isGenset = ({ graph }: Walk, id: NodeId): boolean => {
  const node = graph.nodes.get(id);
  return node?.type === 'unit' && node.entity.kind === 'genset';
};

/** Under a preview nobody has moved yet: a switch takes what lives, and a genset that is asked for runs. */
function switchTakes(walk: Walk, node: UnitNode, word: string | undefined): Taken {
  const gensets = node.feeders.filter((id) => isGenset(walk, id));
  const mains = node.feeders.filter((id) => !gensets.includes(id));
  if (walk.losing.lost !== null) return firstLive(walk, [...mains, ...gensets]);
  if (word === 'on-genset') return firstLive(walk, gensets.length > 0 ? gensets : node.feeders);
  return word === 'open' ? nothing : firstLive(walk, mains.length > 0 ? mains : node.feeders);
}

function upsTakes(walk: Walk, node: UnitNode, word: string | undefined): Taken {
  const { lost, bridged } = walk.losing;
  if (bridged.has(node.entity.id)) return { gives: 'battery', from: null };
  if (lost === null && word === 'on-battery') return { gives: 'battery', from: null };
  if (lost === null && word === 'off') return nothing;
  // A UPS that fails goes to its bypass: its load lives as long as a feeder does.
  return firstLive(
    walk,
    word === 'on-bypass' && node.feeders.length > 1 ? node.feeders.toReversed() : node.feeders,
  );
}

function gensetGives({ losing }: Walk, word: string | undefined): Source {
  if (losing.lost !== null) return word === 'failed' || word === 'out-of-fuel' ? 'none' : 'genset';
  return word === 'running' ? 'genset' : 'none';
}

function unitTakes(walk: Walk, node: UnitNode): Taken {
  const { entity, feeders } = node;
  const word = walk.wordOf(entity.id);
  const isLost = walk.losing.lost === entity.id;
  if (isLost && entity.kind !== 'ups') return nothing;
  switch (entity.kind) {
    case 'utility':
      return { gives: word === 'lost' ? 'none' : 'grid', from: null };
    case 'genset':
      return { gives: gensetGives(walk, word), from: null };
    case 'ats':
      return switchTakes(walk, node, word);
    case 'ups':
      return upsTakes(walk, node, word);
    case 'transformer':
    case 'panel':
      return word === 'tripped' || (walk.losing.lost === null && word === 'dead')
        ? nothing
        : firstLive(walk, feeders);
    default:
      return entity satisfies never;
  }
}

function taken(walk: Walk, node: OneLineNode): Taken {
  if (node.type === 'unit') return unitTakes(walk, node);
  if (node.type === 'grid') return { gives: walk.losing.lost === node.site ? 'none' : 'grid', from: null };
  return firstLive(walk, node.feeders);
}

export function energised(graph: OneLineGraph, wordOf: WordOf, losing: Losing = losingNothing): Energised {
  const given = new Map<NodeId, Source>();
  const lines = new Map<string, LineState>();
  const walk: Walk = { graph, wordOf, losing, given };
  for (const node of graph.nodes.values()) {
    const { gives, from } = taken(walk, node);
    given.set(node.id, gives);
    for (const feeder of node.feeders) {
      const above = given.get(feeder) ?? 'none';
      lines.set(lineKey(feeder, node.id), feeder === from ? above : above === 'none' ? 'none' : 'standby');
    }
  }
  letRest(walk, lines);
  return { nodes: given, lines };
}

/** Under a preview a genset that nobody takes from was not asked for: it stays as it is. */
function letRest({ graph, given, wordOf }: Walk, lines: Map<string, LineState>): void {
  for (const node of graph.nodes.values()) {
    if (node.type !== 'unit' || node.entity.kind !== 'genset' || wordOf(node.entity.id) === 'running')
      continue;
    const ways = (graph.children.get(node.id) ?? []).map((child) => lineKey(node.id, child));
    if (ways.some((way) => lines.get(way) === 'genset')) continue;
    given.set(node.id, 'none');
    for (const way of ways) lines.set(way, 'none');
  }
}

/** What one rack PDU or cooling unit lives on, whatever its own breaker says. */
export function sourceOfMember(graph: OneLineGraph, { nodes }: Energised, id: EntityId): Source {
  for (const feeder of graph.feedersOf.get(id) ?? []) {
    const source = nodes.get(feeder) ?? 'none';
    if (source !== 'none') return source;
  }
  return 'none';
}

/** Whether a thing that says this gives no power. */
export const isDeadWord = (word: string | undefined): boolean => word !== undefined && deadWords.has(word);
