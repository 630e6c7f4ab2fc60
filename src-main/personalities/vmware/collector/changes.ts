/** What became of a property: the whole of it anew, or part by part where the client wants that. */
import { asAny } from '../wire/any.ts';
import { isData, isRef } from '../wire/value.ts';
import type { Data, Value } from '../wire/value.ts';
import type { PropertyType, VimSchema } from '../schema/vim-schema.ts';
import { keyOf } from './readers.ts';

export const assigned = (name: string, val: Value): Data => ({
  _type: 'PropertyChange',
  name,
  op: 'assign',
  val: val ?? undefined,
});

type Place = { readonly path: string; readonly type: PropertyType };

/** Nested changes of a value of a declared type, as paths below it. */
export function partialChanges(
  schema: VimSchema,
  place: Place,
  values: { readonly before: Value; readonly after: Value },
): readonly Data[] {
  const { before, after } = values;
  if (isSame(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(schema, place, { before, after });
  const name = actualType(before, place.type);
  if (!isData(before) || !isData(after) || name !== actualType(after, place.type))
    return [assigned(place.path, asAny(place.type, after))];
  const fields = schema.dataType(name)?.fields ?? [];
  return fields.flatMap((field) => {
    const inner = { path: `${place.path}.${field.name}`, type: field };
    return partialChanges(schema, inner, { before: before[field.name], after: after[field.name] });
  });
}

const actualType = (value: Value, { type }: PropertyType): string =>
  value !== undefined && isData(value) ? (value._type ?? type) : '';

type Lists = { readonly before: readonly Value[]; readonly after: readonly Value[] };

/** Things that have keys come, go and change one by one; a list of others is told as a whole. */
function listChanges(schema: VimSchema, { path, type }: Place, { before, after }: Lists): readonly Data[] {
  const old = byKey(before);
  const young = byKey(after);
  if (old === null || young === null) return [assigned(path, asAny(type, after))];
  const item: PropertyType = { ...type, isArray: false };
  const changes: Data[] = [];
  for (const [key, { text }] of old)
    if (!young.has(key)) changes.push({ _type: 'PropertyChange', name: `${path}[${text}]`, op: 'remove' });
  for (const [key, { text, value }] of young) {
    const known = old.get(key);
    const at = { path: `${path}[${text}]`, type: item };
    if (known === undefined)
      changes.push({ _type: 'PropertyChange', name: at.path, op: 'add', val: asAny(item, value) });
    else changes.push(...partialChanges(schema, at, { before: known.value, after: value }));
  }
  return changes;
}

type Keyed = Map<string, { readonly text: string; readonly value: Value }>;

function byKey(list: readonly Value[]): Keyed | null {
  const items: Keyed = new Map();
  for (const value of list) {
    const key = keyOf(value);
    if (key === undefined || items.has(key)) return null;
    const isNumber = isData(value) && typeof value['key'] === 'number';
    items.set(key, { text: isNumber ? key : JSON.stringify(key), value });
  }
  return items;
}

export function isSame(one: Value, other: Value): boolean {
  if (one === other || isNothing(one) || isNothing(other))
    return one === other || (isNothing(one) && isNothing(other));
  if (isRef(one)) return isRef(other) && one._ref === other._ref && one.value === other.value;
  if (Array.isArray(one)) return sameLists(one, other);
  return isData(one) && isData(other) && sameFields(one, other);
}

const isNothing = (value: Value): boolean => value === undefined || value === null;

function sameLists(one: Value, other: Value): boolean {
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  return one.every((item: Value, at) => isSame(item, other[at]));
}

function sameFields(one: Data, other: Data): boolean {
  for (const name of Object.keys(one)) if (!isSame(one[name], other[name])) return false;
  for (const name of Object.keys(other)) if (!(name in one) && other[name] !== undefined) return false;
  return true;
}
