/** The tree as lines, of which most are not read yet; and where keys lead in it. Pure. */
import type { TreeNode } from '../../../sim/contract/machine-tree.ts';

export const treePage = 200;

type Level = { readonly total: number; readonly pages: ReadonlyMap<number, readonly TreeNode[]> };
/** By node; '' holds the roots. */
export type Forest = ReadonlyMap<string, Level>;

export type TreeLine = {
  readonly key: string;
  readonly depth: number;
  /** Null while it is being read. */
  readonly node: TreeNode | null;
  readonly parent: string;
  /** Place among its siblings, and how many these are. */
  readonly index: number;
  readonly of: number;
  readonly isOpen: boolean;
};

export const emptyForest: Forest = new Map();

export function withPage(
  forest: Forest,
  at: { readonly parent: string; readonly page: number },
  answer: { readonly items: readonly TreeNode[]; readonly total: number },
): Forest {
  const level = forest.get(at.parent);
  const pages = new Map(level?.pages).set(at.page, answer.items);
  return new Map(forest).set(at.parent, { total: answer.total, pages });
}

export function linesOf(forest: Forest, open: ReadonlySet<string>): readonly TreeLine[] {
  const lines: TreeLine[] = [];
  const add = (parent: string, depth: number): void => {
    const level = forest.get(parent);
    const of = level?.total ?? 1;
    for (let index = 0; index < of; index += 1) {
      const node = nodeAt(level, index);
      const isOpen = node !== null && node.children > 0 && open.has(node.node);
      const key = node?.node ?? `${parent}#${index}`;
      lines.push({ key, depth, node, parent, index, of, isOpen });
      // A thing stands in no tree below itself, whatever the lab's links say.
      if (isOpen && depth < mostDepth) add(key, depth + 1);
    }
  };
  add('', 0);
  return lines;
}

const nodeAt = (level: Level | undefined, index: number): TreeNode | null =>
  level?.pages.get(Math.floor(index / treePage))?.[index % treePage] ?? null;

const mostDepth = 24;

export type Missing = { readonly parent: string; readonly page: number };

/** Pages that lines in sight wait for. */
export function missingIn(lines: readonly TreeLine[]): readonly Missing[] {
  const found = new Map<string, Missing>();
  for (const { node, parent, index } of lines) {
    if (node !== null) continue;
    const page = Math.floor(index / treePage);
    found.set(`${parent}#${page}`, { parent, page });
  }
  return [...found.values()];
}

export type Step =
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'open'; readonly node: string }
  | { readonly kind: 'close'; readonly node: string }
  | { readonly kind: 'choose'; readonly to: number };

type Walk = { readonly lines: readonly TreeLine[]; readonly at: number; readonly page: number };

/** As the pattern of trees has it: right opens or goes in, left closes or goes up. */
export function stepOf(key: string, walk: Walk): Step | null {
  const { lines, at, page } = walk;
  const line = lines[at];
  if (line === undefined) return null;
  const go = (to: number): Step => ({ kind: 'go', to: Math.min(lines.length - 1, Math.max(0, to)) });
  switch (key) {
    case 'ArrowDown':
      return go(at + 1);
    case 'ArrowUp':
      return go(at - 1);
    case 'PageDown':
      return go(at + page);
    case 'PageUp':
      return go(at - page);
    case 'Home':
      return go(0);
    case 'End':
      return go(lines.length - 1);
    case 'Enter':
    case ' ':
      return { kind: 'choose', to: at };
    case 'ArrowRight':
      return rightOf(line, at);
    case 'ArrowLeft':
      return leftOf(line, walk);
    default:
      return null;
  }
}

function rightOf({ node, isOpen }: TreeLine, at: number): Step | null {
  if (node === null || node.children === 0) return null;
  return isOpen ? { kind: 'go', to: at + 1 } : { kind: 'open', node: node.node };
}

function leftOf({ node, isOpen, depth }: TreeLine, { lines, at }: Walk): Step | null {
  if (node !== null && isOpen) return { kind: 'close', node: node.node };
  for (let up = at - 1; up >= 0; up -= 1) if ((lines[up]?.depth ?? 0) < depth) return { kind: 'go', to: up };
  return null;
}

/** The next line whose name begins so, from the one after `at` on, round the end. A second letter stays where it fits. */
export function typedTo(
  lines: readonly TreeLine[],
  { at, typed }: { readonly at: number; readonly typed: string },
): number | null {
  const wanted = typed.toLowerCase();
  const from = typed.length > 1 ? at : at + 1;
  for (let offset = 0; offset < lines.length; offset += 1) {
    const index = (from + offset) % lines.length;
    if (lines[index]?.node?.name.toLowerCase().startsWith(wanted) === true) return index;
  }
  return null;
}
