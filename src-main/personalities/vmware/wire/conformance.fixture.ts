import type { Asking } from '../objects/managed.ts';
import { versionAt, type Version } from '../schema/version.ts';
import type { Field } from '../schema/rows.ts';
import type { Vc } from '../vc.ts';
import { missingInField } from './check.ts';
import { isData, isRef, type Ref, type Value } from './value.ts';

/** Something a client of a version would stumble over. */
export type Stumble = { readonly version: string; readonly problem: string };

/** Reads every property of every object that can be reached from the service instance, as clients of these versions. */
export function stumblesIn(
  vc: Vc,
  versions: readonly string[],
): { readonly stumbles: readonly Stumble[]; readonly types: ReadonlySet<string> } {
  const stumbles: Stumble[] = [];
  const types = new Set<string>();
  const known = versions.map((id) => versionAt(vc.schema, id));
  const newest = known.reduce((a, b) => (a.index > b.index ? a : b));
  const waiting: Ref[] = [{ _ref: 'ServiceInstance', value: 'ServiceInstance' }];
  const seen = new Set<string>(waiting.map(nameOf));
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    if (vc.types.has(ref._ref)) types.add(ref._ref);
    for (const { field, value, error } of propertiesOf({ vc, caller: null, version: newest }, ref)) {
      if (error !== null)
        stumbles.push({ version: 'all', problem: `${nameOf(ref)}.${field.name}: ${error}` });
      for (const version of known) stumbles.push(...stumblesOver({ vc, ref, field, version }, value));
      for (const next of refsIn(value)) {
        if (seen.has(nameOf(next))) continue;
        seen.add(nameOf(next));
        waiting.push(next);
      }
    }
  }
  return { stumbles, types };
}

const nameOf = ({ _ref, value }: Ref): string => `${_ref}:${value}`;

type Property = { readonly field: Field; readonly value: Value; readonly error: string | null };

function* propertiesOf(asking: Asking, ref: Ref): Generator<Property> {
  const managed = asking.vc.types.get(ref._ref);
  const thing = managed?.find(asking, ref);
  if (managed === undefined || thing === undefined) return;
  for (const field of asking.vc.schema.managedType(ref._ref)?.properties.values() ?? []) {
    try {
      yield { field, value: managed.properties[field.name]?.(thing, asking, ref), error: null };
    } catch (error) {
      yield { field, value: undefined, error: String(error) };
    }
  }
}

type Place = { readonly vc: Vc; readonly ref: Ref; readonly field: Field; readonly version: Version };

function* stumblesOver({ vc, ref, field, version }: Place, value: Value): Generator<Stumble> {
  if (field.since > version.index) return;
  const at = ref._ref;
  const isOwed = !field.isOptional && !field.isArray;
  if (isOwed && (value === undefined || value === null)) {
    yield { version: version.id, problem: `${at}.${field.name}: missing` };
  }
  for (const problem of missingInField({ schema: vc.schema, version }, field, value)) {
    yield { version: version.id, problem: `${at}.${problem}` };
  }
}

function* refsIn(value: Value): Generator<Ref> {
  if (isRef(value)) yield value;
  else if (Array.isArray(value)) for (const item of value) yield* refsIn(item);
  else if (isData(value)) for (const item of Object.values(value)) yield* refsIn(item);
}
