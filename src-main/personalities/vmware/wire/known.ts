import type { Version } from '../schema/version.ts';
import type { VimSchema } from '../schema/vim-schema.ts';

/** Whose client it is for: what is younger than its version it must not see. */
export type Speech = { readonly schema: VimSchema; readonly version: Version };

/** The type itself, or the nearest of its bases that the client knows. */
export function knownType({ schema, version }: Speech, type: string): string {
  let at = schema.dataType(type);
  if (at === undefined) throw new Error(`the schema knows no data type ${type}`);
  while (at !== undefined && at.since > version.index && at.base !== null) at = schema.dataType(at.base);
  return at?.name ?? type;
}

/** The same for the object that a reference leads to. Types of other services are written as they are. */
export function knownReference(speech: Speech, type: string): string {
  const found = speech.schema.managedType(type);
  if (found === undefined || found.since <= speech.version.index) return type;
  return knownReference(speech, found.base ?? 'ManagedObject');
}

export type EnumPlace = { readonly type: string; readonly isOptional: boolean };

/** A value that the client does not know is left out; where one must stand, a known one does. */
export function knownValue(
  { schema, version }: Speech,
  place: EnumPlace,
): (value: string) => string | undefined {
  const values = schema.enumType(place.type)?.values ?? new Map<string, number>();
  const known = [...values].filter(([, since]) => since <= version.index).map(([value]) => value);
  const instead = ['unknown', 'other'].find((word) => known.includes(word)) ?? known[0];
  return (value) => {
    if ((values.get(value) ?? 0) <= version.index) return value;
    return place.isOptional ? undefined : instead;
  };
}
