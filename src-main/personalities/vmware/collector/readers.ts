/** How each property of each type is read: compiled once, for paths are asked for thousands of times. */
import type { AnyManaged, Asking, PathReader, Readers, Thing, TypeReaders } from '../vc.ts';
import { propertyAt, stepsOf } from '../schema/property-path.ts';
import type { PathStep } from '../schema/property-path.ts';
import type { VimSchema } from '../schema/vim-schema.ts';
import { asAny } from '../wire/any.ts';
import { isData, isRef } from '../wire/value.ts';
import type { Ref, Value } from '../wire/value.ts';

export type { PathReader, Readers, Thing, TypeReaders } from '../vc.ts';

/** Clients name what they like: what was never heard of is not remembered beyond this. */
const mostPaths = 20_000;

export function createReaders(schema: VimSchema, types: ReadonlyMap<string, AnyManaged>): Readers {
  const known = new Map<string, TypeReaders | null>();
  return (type) => {
    const before = known.get(type);
    if (before !== undefined) return before;
    const managed = types.get(type);
    if (managed === undefined || schema.managedType(type) === undefined) return null;
    const made = readersOf(schema, managed);
    known.set(type, made);
    return made;
  };
}

function readersOf(schema: VimSchema, managed: AnyManaged): TypeReaders {
  const paths = new Map<string, PathReader | null>();
  const path = (wanted: string): PathReader | null => {
    const before = paths.get(wanted);
    if (before !== undefined) return before;
    if (paths.size >= mostPaths) paths.clear();
    const made = compile(schema, managed, wanted);
    paths.set(wanted, made);
    return made;
  };
  let all: readonly PathReader[] | null = null;
  return {
    type: managed.type,
    find: (asking, ref) => {
      const is = managed.find(asking, ref);
      return is === undefined ? undefined : { is };
    },
    path,
    all: () =>
      (all ??= [...(schema.managedType(managed.type)?.properties.keys() ?? [])].flatMap(
        (name) => path(name) ?? [],
      )),
  };
}

function compile(schema: VimSchema, managed: AnyManaged, path: string): PathReader | null {
  const [first, ...rest] = stepsOf(path) ?? [];
  const property = propertyAt(schema, managed.type, path);
  if (first === undefined || property === undefined) return null;
  const field = schema.managedType(managed.type)?.properties.get(first.name);
  const fast = managed.paths?.[path];
  const whole = managed.properties[first.name];
  const steps = [{ name: '', key: first.key }, ...rest];
  const isPlain = rest.length === 0 && first.key === null;
  const read = (thing: Thing, asking: Asking, ref: Ref): Value => {
    if (fast !== undefined) return fast(thing.is, asking, ref);
    const value = whole?.(thing.is, asking, ref);
    return isPlain ? value : walk(value, steps);
  };
  return {
    path,
    property,
    since: field?.since ?? 0,
    privileges: field === undefined || field.privileges.length === 0 ? readable : field.privileges,
    read,
    readAny: (thing, asking, ref) => asAny(property, read(thing, asking, ref)),
  };
}

const readable: readonly string[] = ['System.Read'];

/** The first step has no name: it is the property itself, with its key. */
function walk(from: Value, steps: readonly PathStep[]): Value {
  let at = from;
  for (const { name, key } of steps) {
    if (name !== '') at = isData(at) ? at[name] : undefined;
    if (key !== null) at = keyed(at, key);
    if (at === undefined || at === null) return undefined;
  }
  return at;
}

/** `device[4000]`, `extraConfig["guestinfo.x"]`, `childEntity["vm-7"]`. */
function keyed(list: Value, key: string | number): Value {
  return Array.isArray(list) ? list.find((item: Value) => keyOf(item) === String(key)) : undefined;
}

/** By what an item of a list is known; undefined where it has no name of its own. */
export function keyOf(item: Value): string | undefined {
  if (typeof item === 'string') return item;
  if (isRef(item)) return item.value;
  const key = isData(item) ? item['key'] : undefined;
  return typeof key === 'string' || typeof key === 'number' ? String(key) : undefined;
}
