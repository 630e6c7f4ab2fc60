import type { Refusal, RefusalCode } from './refusal.ts';

export type { Refusal, RefusalCode };

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
