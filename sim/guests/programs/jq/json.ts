/** What JSON can say. An object is a map: it keeps the order in which its names came. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Json>;

export const isObject = (value: Json): value is JsonObject => value instanceof Map;
export const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);

export type Kind = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

export function kindOf(value: Json): Kind {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  if (isObject(value)) return 'object';
  return typeof value as 'boolean' | 'number' | 'string';
}

export const isTrue = (value: Json): boolean => value !== null && value !== false;

const ranks: Readonly<Record<Kind, number>> = {
  null: 0,
  boolean: 1,
  number: 3,
  string: 4,
  array: 5,
  object: 6,
};
const rankOf = (value: Json): number => (value === true ? 2 : ranks[kindOf(value)]);

/** jq's order of all values: below nought, nought, above. */
export function compared(one: Json, other: Json): number {
  const rank = rankOf(one) - rankOf(other);
  if (rank !== 0) return rank;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'string' && typeof other === 'string') return one < other ? -1 : Number(one > other);
  if (isArray(one) && isArray(other)) return comparedLists(one, other);
  return isObject(one) && isObject(other) ? comparedObjects(one, other) : 0;
}

function comparedLists(one: readonly Json[], other: readonly Json[]): number {
  for (const [at, value] of one.entries()) {
    const beside = other[at];
    if (beside === undefined) return 1;
    const order = compared(value, beside);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

function comparedObjects(one: JsonObject, other: JsonObject): number {
  const names = keysOf(one);
  const order = comparedLists(names, keysOf(other));
  if (order !== 0) return order;
  const of = (object: JsonObject): Json[] => names.map((name) => object.get(name) ?? null);
  return comparedLists(of(one), of(other));
}

export const keysOf = (object: JsonObject): string[] =>
  [...object.keys()].toSorted((a, b) => (a < b ? -1 : 1));

export type Layout = { readonly indent: string; readonly isSorted: boolean; readonly isAscii: boolean };
export const compact: Layout = { indent: '', isSorted: false, isAscii: false };

export function written(value: Json, layout: Layout, before = ''): string {
  if (typeof value === 'string') return stringText(value, layout);
  if (typeof value === 'number') return numberText(value);
  if (value === null || typeof value === 'boolean') return String(value);
  const isList = isArray(value);
  const inner = before + layout.indent;
  const parts = isList
    ? value.map((one) => written(one, layout, inner))
    : namesIn(value, layout).map(
        (name) =>
          `${stringText(name, layout)}:${layout.indent === '' ? '' : ' '}${written(value.get(name) ?? null, layout, inner)}`,
      );
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) return open + close;
  if (layout.indent === '') return `${open}${parts.join(',')}${close}`;
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${before}${close}`;
}

const namesIn = (object: JsonObject, { isSorted }: Layout): readonly string[] =>
  isSorted ? keysOf(object) : [...object.keys()];

function stringText(text: string, { isAscii }: Layout): string {
  const quoted = JSON.stringify(text).replaceAll('\u007f', '\\u007f');
  return isAscii
    ? quoted.replace(/[\u0080-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : quoted;
}

/** Seventeen digits at most, never a word. */
function numberText(value: number): string {
  if (Number.isNaN(value)) return 'null';
  if (value === Infinity) return '1.7976931348623157e+308';
  if (value === -Infinity) return '-1.7976931348623157e+308';
  return Object.is(value, -0) ? '-0' : String(value);
}
