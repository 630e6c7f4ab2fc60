import { sizeAt, textOf, type Bytes } from '../bytes.ts';
import { holds, sideOf } from './place.ts';
import type { Dialect, Node, Repeat } from './tree.ts';

/** Back references cannot be followed all at once: each way is tried, and the trying is bounded. */
type Trying = {
  readonly bytes: Bytes;
  readonly dialect: Dialect;
  readonly slots: number[];
  steps: number;
  best: readonly number[] | null;
};

const stepLimit = 500_000;
const deepest = 2000;

/** Where it stands, and what is to be done from where it ends. */
type Here = { readonly at: number; readonly depth: number; readonly onward: (at: number) => void };

export type Search = { readonly from: number; readonly groups: number; readonly dialect: Dialect };

export function tryWays(
  node: Node,
  bytes: Bytes,
  { from, groups, dialect }: Search,
): readonly number[] | null {
  const slots = Array.from({ length: (groups + 1) * 2 }, () => -1);
  const trying: Trying = { bytes, dialect, slots, steps: 0, best: null };
  for (let start = from; start <= bytes.length && trying.steps < stepLimit; start += 1) {
    slots.fill(-1);
    const onward = (end: number): void => {
      if (trying.best === null || end > (trying.best[1] ?? 0)) trying.best = [start, end, ...slots.slice(2)];
    };
    go(trying, node, { at: start, depth: 0, onward });
    if (trying.best !== null) return trying.best;
  }
  return null;
}

function go(trying: Trying, node: Node, here: Here): void {
  trying.steps += 1;
  // When all is taken nothing longer can come.
  if (trying.steps > stepLimit || here.depth > deepest || trying.best?.[1] === trying.bytes.length) return;
  switch (node.kind) {
    case 'byte':
      if (trying.bytes.charCodeAt(here.at) === node.byte) here.onward(here.at + 1);
      break;
    case 'set':
      goSet(trying, node, here);
      break;
    case 'place':
      if (holdsHere(trying, node, here.at)) here.onward(here.at);
      break;
    case 'row':
      goRow(trying, node.nodes, here);
      break;
    case 'choice':
      for (const each of node.nodes) go(trying, each, here);
      break;
    case 'group':
      goGroup(trying, node, here);
      break;
    case 'back':
      goBack(trying, node.number, here);
      break;
    case 'repeat':
      goRepeat(trying, node, { ...here, count: 0 });
      break;
    default:
      node satisfies never;
  }
}

function goSet({ bytes, dialect }: Trying, node: Extract<Node, { kind: 'set' }>, { at, onward }: Here): void {
  const size = at >= bytes.length ? 0 : dialect.units === 'bytes' ? 1 : sizeAt(bytes, at);
  const point = size > 1 ? (textOf(bytes.slice(at, at + size)).codePointAt(0) ?? 0) : bytes.charCodeAt(at);
  if (size > 0 && node.ranges.some(([from, to]) => point >= from && point <= to)) onward(at + size);
}

function holdsHere({ bytes, dialect }: Trying, node: Extract<Node, { kind: 'place' }>, at: number): boolean {
  return holds(node.place, {
    before: sideOf(bytes, at - 1),
    after: sideOf(bytes, at),
    anchors: dialect.anchors,
  });
}

function goRow(trying: Trying, nodes: readonly Node[], here: Here): void {
  const [first, ...rest] = nodes;
  if (first === undefined) return here.onward(here.at);
  go(trying, first, {
    ...here,
    onward: (at) => goRow(trying, rest, { at, depth: here.depth + 1, onward: here.onward }),
  });
}

function goGroup(trying: Trying, { node, number }: Extract<Node, { kind: 'group' }>, here: Here): void {
  const { slots } = trying;
  const before = [slots[number * 2] ?? -1, slots[number * 2 + 1] ?? -1] as const;
  const put = (from: number, to: number): void => {
    slots[number * 2] = from;
    slots[number * 2 + 1] = to;
  };
  go(trying, node, {
    ...here,
    onward: (end) => {
      const inside = [slots[number * 2] ?? -1, slots[number * 2 + 1] ?? -1] as const;
      put(here.at, end);
      here.onward(end);
      put(...inside);
    },
  });
  put(...before);
}

function goBack({ bytes, slots, dialect }: Trying, number: number, { at, onward }: Here): void {
  const from = slots[number * 2] ?? -1;
  if (from < 0) return;
  const wanted = bytes.slice(from, slots[number * 2 + 1] ?? from);
  const found = bytes.slice(at, at + wanted.length);
  if (found === wanted || (dialect.letters === 'fold' && found.toLowerCase() === wanted.toLowerCase()))
    onward(at + wanted.length);
}

function goRepeat(trying: Trying, repeat: Repeat, here: Here & { readonly count: number }): void {
  const { count, at, depth, onward } = here;
  if (count < repeat.most)
    go(trying, repeat.node, {
      at,
      depth: depth + 1,
      onward: (end) => {
        if (end > at || count < repeat.least)
          goRepeat(trying, repeat, { at: end, depth: depth + 1, onward, count: count + 1 });
      },
    });
  if (count >= repeat.least) onward(at);
}
