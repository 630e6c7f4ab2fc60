/** Arrow keys on the topology, as in any tree: up and down in order, right into, left out. Pure. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { TopologyNode } from './topology-graph.ts';

export type TreeStep =
  | { readonly kind: 'go'; readonly to: EntityId }
  | { readonly kind: 'expand'; readonly id: EntityId }
  | { readonly kind: 'collapse'; readonly id: EntityId }
  | { readonly kind: 'stay' };

const go = (node: TopologyNode | undefined): TreeStep =>
  node === undefined ? { kind: 'stay' } : { kind: 'go', to: node.entity.id };

type Steps = (nodes: readonly TopologyNode[], index: number, node: TopologyNode) => TreeStep;

const stay: TreeStep = { kind: 'stay' };

const into: Steps = (nodes, index, node) => {
  if (node.contents === null) return stay;
  if (!node.isExpanded) return { kind: 'expand', id: node.entity.id };
  const next = nodes[index + 1];
  return next?.parent === node.entity.id ? go(next) : stay;
};

const outOf: Steps = (_nodes, _index, node) => {
  if (node.isExpanded) return { kind: 'collapse', id: node.entity.id };
  return node.parent === null ? stay : { kind: 'go', to: node.parent };
};

const steps: Readonly<Record<string, Steps>> = {
  ArrowDown: (nodes, index) => go(nodes[index + 1]),
  ArrowUp: (nodes, index) => go(nodes[index - 1]),
  ArrowRight: into,
  ArrowLeft: outOf,
  Home: (nodes) => go(nodes[0]),
  End: (nodes) => go(nodes.at(-1)),
};

export const isTreeKey = (key: string): boolean => key in steps;

export function treeStep(nodes: readonly TopologyNode[], cursor: EntityId | null, key: string): TreeStep {
  const index = nodes.findIndex((node) => node.entity.id === cursor);
  const node = nodes[index];
  if (node === undefined) return go(nodes[0]);
  return steps[key]?.(nodes, index, node) ?? stay;
}
