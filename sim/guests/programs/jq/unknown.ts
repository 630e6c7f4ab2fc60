import type { Node } from './tree.ts';

type Names = {
  readonly functions: ReadonlySet<string>;
  readonly isKnown: (name: string, count: number) => boolean;
};

/** The first function that nothing defines, as `name/count`; null: there is none. Known is what stands outside. */
export const unknownIn = (node: Node, isKnown: Names['isKnown']): string | null =>
  look(node, { functions: new Set(), isKnown });

function look(node: Node, names: Names): string | null {
  if (node.kind === 'define') return lookInDefinition(node, names);
  if (node.kind === 'call') {
    const key = `${node.name}/${node.arguments.length}`;
    if (!names.functions.has(key) && !names.isKnown(node.name, node.arguments.length)) return key;
  }
  for (const child of childrenOf(node)) {
    const found = look(child, names);
    if (found !== null) return found;
  }
  return null;
}

function lookInDefinition(
  { definition, body }: Extract<Node, { kind: 'define' }>,
  names: Names,
): string | null {
  const own = new Set(names.functions).add(`${definition.name}/${definition.parameters.length}`);
  const inner = new Set(own);
  for (const parameter of definition.parameters) if (!parameter.startsWith('$')) inner.add(`${parameter}/0`);
  return look(definition.body, { ...names, functions: inner }) ?? look(body, { ...names, functions: own });
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'kind' in value;

function childrenOf(node: Node): readonly Node[] {
  const { kind: _, ...parts } = node;
  return Object.entries(parts).flatMap(([name, part]) =>
    name === 'pattern' || name === 'value' ? [] : nodesIn(part),
  );
}

function nodesIn(part: unknown): readonly Node[] {
  if (Array.isArray(part)) return part.flatMap(nodesIn);
  return isNode(part) ? [part] : [];
}
