import type { Bytes } from '../../bytes.ts';
import type { Taken } from './read.ts';

const isSpace = (byte: string): boolean => byte === ' ' || byte === '\t' || byte === '\n';

/** Into at most so many fields: the last one keeps what is left. */
export function fieldsIn({ text, protectedAt }: Taken, separators: Bytes, most: number): Bytes[] {
  const isSeparator = (at: number): boolean =>
    at < text.length && separators.includes(text[at] ?? '') && !protectedAt.has(at);
  const isBlank = (at: number): boolean => isSeparator(at) && isSpace(text[at] ?? '');
  const tests: Tests = { isSeparator, isBlank };
  const fields: Bytes[] = [];
  for (let at = pastBlanks(0, tests); at < text.length;) {
    if (fields.length === most - 1) {
      fields.push(lastField(text, at, tests));
      return fields;
    }
    const start = at;
    while (at < text.length && !isSeparator(at)) at += 1;
    fields.push(text.slice(start, at));
    at = pastSeparator(at, tests);
  }
  return fields;
}

function pastBlanks(from: number, { isBlank }: Tests): number {
  let at = from;
  while (isBlank(at)) at += 1;
  return at;
}

/** Blanks and at most one separator that is none. */
function pastSeparator(from: number, tests: Tests): number {
  const at = pastBlanks(from, tests);
  return tests.isSeparator(at) ? pastBlanks(at + 1, tests) : at;
}

type Tests = { readonly isSeparator: (at: number) => boolean; readonly isBlank: (at: number) => boolean };

/** Without the blanks at its end; one separator that ends it is not part of it. */
function lastField(text: Bytes, from: number, { isSeparator, isBlank }: Tests): Bytes {
  let end = text.length;
  while (end > from && isBlank(end - 1)) end -= 1;
  if (end > from && isSeparator(end - 1)) {
    let inner = end - 1;
    while (inner > from && isBlank(inner - 1)) inner -= 1;
    let hasOther = false;
    for (let at = from; at < inner; at += 1) if (isSeparator(at)) hasOther = true;
    if (!hasOther) return text.slice(from, inner);
  }
  return text.slice(from, end);
}
