import * as z from 'zod';

/** Everything a user can cause that the world will not do. Each face translates these in its one faults.ts. */
export const refusalCodeSchema = z.enum([
  'invalid-input',
  'unknown-entity',
  'unknown-parent',
  'wrong-kind',
  'wrong-state',
  'name-taken',
  'id-taken',
  'slot-taken',
  'over-capacity',
  'outside-room',
  'not-empty',
  'not-allowed',
  'not-found',
  /** It is not as it was when the command was thought of: someone changed it since. */
  'changed-since',
  'too-large',
  'too-many',
  'busy',
  'fault-injected',
  'storage-failed',
  'damaged-file',
  'foreign-file',
  'newer-file',
  'unsupported',
  /** A defect of ours, caught at the edge. */
  'internal',
]);
export type RefusalCode = z.infer<typeof refusalCodeSchema>;

/** What was refused, where, and how to mend it. */
export const refusalSchema = z.object({
  code: refusalCodeSchema,
  message: z.string(),
  /** The part of the command that is at fault, as a path: `items[3].spec.heightU`. */
  where: z.string().optional(),
  /** What the user can do about it. */
  hint: z.string().optional(),
});
export type Refusal = z.infer<typeof refusalSchema>;

export type Result<T, E = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: E };

export const accepted = <T>(value: T): Result<T, never> => ({ ok: true, value });

export const refused = (
  code: RefusalCode,
  message: string,
  more?: { readonly where?: string; readonly hint?: string },
): Result<never> => ({ ok: false, refusal: { code, message, ...more } });

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** A zod failure, said in our own words: the first thing that is wrong and where. */
export function refusalFromIssues(issues: readonly Issue[]): Refusal {
  const first = issues[0];
  const where = first === undefined ? '' : pathText(first.path);
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  const message = `${where === '' ? 'The input' : where}: ${first?.message ?? 'is not valid'}${more}`;
  return { code: 'invalid-input', message, where };
}

export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}
