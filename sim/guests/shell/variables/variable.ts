import type { Bytes } from '../../bytes.ts';

/** What `declare` can say of a variable. */
export type Attribute =
  | 'exported'
  | 'readonly'
  | 'integer'
  | 'lower'
  | 'upper'
  | 'capital'
  | 'reference'
  | 'traced';

/** A word, a list with numbers, or a table with names. */
type VariableContent =
  | { readonly kind: 'scalar'; text: Bytes | null }
  | { readonly kind: 'list'; readonly items: Map<number, Bytes>; isSet: boolean }
  | { readonly kind: 'table'; readonly items: Map<Bytes, Bytes>; isSet: boolean };

export type Variable = { content: VariableContent; attributes: ReadonlySet<Attribute> };

export const noAttributes: ReadonlySet<Attribute> = new Set();
export const exportedOnly: ReadonlySet<Attribute> = new Set(['exported']);

export const scalar = (text: Bytes | null): VariableContent => ({ kind: 'scalar', text });
export const list = (items: Map<number, Bytes>): VariableContent => ({ kind: 'list', items, isSet: true });
export const table = (items: Map<Bytes, Bytes>): VariableContent => ({ kind: 'table', items, isSet: true });

export const listOf = (words: readonly Bytes[]): VariableContent => list(new Map(words.entries()));

/** Of its own: what is changed in the one is not in the other. */
export function twinOf(variable: Variable): Variable {
  const { content } = variable;
  switch (content.kind) {
    case 'scalar':
      return { content: { ...content }, attributes: variable.attributes };
    case 'list':
      return { content: { ...content, items: new Map(content.items) }, attributes: variable.attributes };
    case 'table':
      return { content: { ...content, items: new Map(content.items) }, attributes: variable.attributes };
    default:
      return content satisfies never;
  }
}

/** What `$name` stands for: of a list its element 0. */
export function scalarOf(content: VariableContent): Bytes | null {
  switch (content.kind) {
    case 'scalar':
      return content.text;
    case 'list':
      return content.items.get(0) ?? null;
    case 'table':
      return content.items.get('0') ?? null;
    default:
      return content satisfies never;
  }
}

/** Numbers in order: a list may have been filled from behind. */
export function indexesOf(items: ReadonlyMap<number, Bytes>): readonly number[] {
  const indexes = [...items.keys()];
  for (let at = 1; at < indexes.length; at += 1)
    if ((indexes[at - 1] ?? 0) > (indexes[at] ?? 0)) return indexes.toSorted((left, right) => left - right);
  return indexes;
}

export function keysOf(content: VariableContent): readonly Bytes[] {
  if (content.kind === 'list') return indexesOf(content.items).map(String);
  if (content.kind === 'table') return keysInOrder(content.items);
  return content.text === null ? [] : ['0'];
}

export function valuesOf(content: VariableContent): readonly Bytes[] {
  if (content.kind === 'list') return indexesOf(content.items).map((at) => content.items.get(at) ?? '');
  if (content.kind === 'table') return keysInOrder(content.items).map((key) => content.items.get(key) ?? '');
  return content.text === null ? [] : [content.text];
}

export function lastIndex(items: ReadonlyMap<number, Bytes>): number {
  let last = -1;
  for (const index of items.keys()) if (index > last) last = index;
  return last;
}

export function isName(text: Bytes): boolean {
  return text !== '' && nameEnd(text, 0) === text.length;
}

/** Where the name that begins here ends. */
export function nameEnd(text: Bytes, from: number): number {
  let at = from;
  while (at < text.length && isNameByte(text.charCodeAt(at), at > from)) at += 1;
  return at;
}

function isNameByte(code: number, digitsToo: boolean): boolean {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95) return true;
  return digitsToo && code >= 48 && code <= 57;
}

const buckets = 1024;

/** As bash walks its tables: by a hash of the key (FNV, 32 bits), what came last first. */
export function keysInOrder(items: ReadonlyMap<Bytes, Bytes>): readonly Bytes[] {
  return [...items.keys()].toReversed().toSorted((left, right) => bucketOf(left) - bucketOf(right));
}

function bucketOf(key: Bytes): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < key.length; at += 1)
    hash = Math.imul(hash, 16_777_619) ^ ((key.charCodeAt(at) << 24) >> 24);
  return hash & (buckets - 1);
}
