import type { VimSchema } from './vim-schema.ts';

/** The version of the protocol that a client speaks. */
export type Version = {
  /** `8.0.2.0`. */
  readonly id: string;
  /** Its position in the schema's list. */
  readonly index: number;
  /** The client named none: it may be of the first there was, and need not say what came later. */
  readonly isUnnamed?: true;
};

/** What a client gets that names no version: the oldest we promise. */
const oldestPromised = '6.5';

export function versionAt(schema: VimSchema, id: string): Version {
  const index = schema.versions.indexOf(id);
  if (index < 0) throw new Error(`the schema knows no version ${id}`);
  return { id, index };
}

/** `urn:vim25/8.0.2.0`, in quotes or not; a version between two we know is the older of them. */
export function versionOf(schema: VimSchema, soapAction: string | undefined): Version {
  const asked = /vim25\/([\d.]+)/.exec(soapAction ?? '')?.[1];
  return asked === undefined
    ? { ...versionAt(schema, oldestPromised), isUnnamed: true }
    : nearestVersion(schema, asked);
}

export function nearestVersion(schema: VimSchema, asked: string): Version {
  const known = schema.versions.indexOf(asked);
  if (known >= 0) return { id: asked, index: known };
  const older = schema.versions.findLastIndex((id) => compareVersions(id, asked) <= 0);
  const index = Math.max(older, 0);
  return { id: schema.versions[index] ?? oldestPromised, index };
}

/** What an endpoint says it is, whatever that is: what is no number is as new as anything. */
export const ownVersion = (schema: VimSchema, said: string): Version =>
  /^\d/.test(said) ? nearestVersion(schema, said) : { id: said, index: schema.versions.length - 1 };

/** Missing parts count as nought: 8.0 is 8.0.0.0. */
export function compareVersions(a: string, b: string): number {
  const left = numbersOf(a);
  const right = numbersOf(b);
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** `2.5u2server` is told apart by its place in the list only. */
const numbersOf = (id: string): readonly number[] =>
  id.split('.').map((part) => Number.parseInt(part, 10) || 0);
