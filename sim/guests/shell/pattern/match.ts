import { sizeAt, type Bytes } from '../../bytes.ts';
import { isInBracket, pointOf } from './bracket.ts';
import type { Pattern, PatternNode } from './pattern.ts';

/** The whole text. Time grows with its length, whatever the pattern. */
export function matchesWhole(pattern: Pattern, subject: Bytes): boolean {
  const text = pattern.ignoresCase ? subject.toLowerCase() : subject;
  if (!pattern.hasGroups) return matchesPlain(pattern, text);
  return endsFrom(pattern, text, 0).includes(text.length);
}

/** Where a match that begins at `from` may end, in order. */
export function endsOf(pattern: Pattern, subject: Bytes, from: number): readonly number[] {
  return endsFrom(pattern, pattern.ignoresCase ? subject.toLowerCase() : subject, from);
}

/** The star that was met last is the only one worth going back to. */
function matchesPlain({ nodes, ignoresCase }: Pattern, text: Bytes): boolean {
  let node = 0;
  let at = 0;
  let retryNode = -1;
  let retryAt = 0;
  while (node < nodes.length || at < text.length) {
    const step = nodes[node];
    if (step?.kind === 'star') {
      retryNode = node;
      retryAt = at;
      node += 1;
      continue;
    }
    const end = step === undefined ? -1 : singleEnd(step, text, { at, ignoresCase });
    if (end >= 0) {
      node += 1;
      at = end;
    } else {
      if (retryNode < 0 || retryAt >= text.length) return false;
      retryAt += 1;
      at = retryAt;
      node = retryNode + 1;
    }
  }
  return true;
}

type Place = { readonly at: number; readonly ignoresCase: boolean };

function singleEnd(node: PatternNode, text: Bytes, { at, ignoresCase }: Place): number {
  if (node.kind === 'literal') return text.startsWith(node.text, at) ? at + node.text.length : -1;
  if (at >= text.length) return -1;
  const size = text.charCodeAt(at) < 128 ? 1 : Math.max(sizeAt(text, at), 1);
  if (node.kind === 'any') return at + size;
  if (node.kind !== 'bracket') return -1;
  return isInBracket(node.bracket, pointOf(text, at), ignoresCase) ? at + size : -1;
}

function endsFrom(pattern: Pattern, text: Bytes, from: number): readonly number[] {
  return endsOfNodes(pattern.nodes, [from], { text, ignoresCase: pattern.ignoresCase });
}

type Subject = { readonly text: Bytes; readonly ignoresCase: boolean };

function endsOfNodes(
  nodes: readonly PatternNode[],
  starts: readonly number[],
  subject: Subject,
): readonly number[] {
  let places = starts;
  for (const node of nodes) {
    if (places.length === 0) return places;
    places = endsOfNode(node, places, subject);
  }
  return places;
}

function endsOfNode(node: PatternNode, places: readonly number[], subject: Subject): readonly number[] {
  if (node.kind === 'star') return allFrom(places[0] ?? 0, subject.text);
  if (node.kind === 'group') return endsOfGroup(node, places, subject);
  const ends: number[] = [];
  for (const at of places) {
    const end = singleEnd(node, subject.text, { at, ignoresCase: subject.ignoresCase });
    if (end >= 0) ends.push(end);
  }
  return ends;
}

function allFrom(from: number, text: Bytes): readonly number[] {
  const places: number[] = [];
  for (let at = from; at <= text.length; at += 1) places.push(at);
  return places;
}

type Group = Extract<PatternNode, { kind: 'group' }>;

function endsOfGroup(group: Group, places: readonly number[], subject: Subject): readonly number[] {
  if (group.operator === '!') return endsOfNot(group, places, subject);
  const once = (starts: readonly number[]): readonly number[] =>
    group.choices.flatMap((choice) => endsOfNodes(choice, starts, subject));
  if (group.operator === '@') return inOrder(once(places));
  if (group.operator === '?') return inOrder([...places, ...once(places)]);
  const seen = new Set(group.operator === '*' ? places : []);
  for (let fresh = inOrder(once(places)); fresh.length > 0;) {
    const added = fresh.filter((at) => !seen.has(at));
    for (const at of added) seen.add(at);
    fresh = added.length === 0 ? [] : inOrder(once(added));
  }
  return inOrder([...seen]);
}

function endsOfNot(group: Group, places: readonly number[], subject: Subject): readonly number[] {
  const ends = new Set<number>();
  for (const at of places) {
    const taken = new Set(group.choices.flatMap((choice) => endsOfNodes(choice, [at], subject)));
    for (const end of allFrom(at, subject.text)) if (!taken.has(end)) ends.add(end);
  }
  return inOrder([...ends]);
}

function inOrder(places: readonly number[]): readonly number[] {
  return [...new Set(places)].toSorted((left, right) => left - right);
}
