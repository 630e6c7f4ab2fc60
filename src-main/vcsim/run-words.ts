/** `RUN.container` as words: a JSON list has them one by one, a text as a shell would part it. */
import { accepted, refused } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';

export function runWordsIn(text: string): Result<readonly string[]> {
  return listIn(text) ?? parted(text);
}

function listIn(text: string): Result<readonly string[]> | null {
  if (!text.trimStart().startsWith('[')) return null;
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list) && list.every((one) => typeof one === 'string')) return accepted(list);
  } catch {
    // Said below.
  }
  return refused('invalid-input', `${text} is no JSON list of texts`);
}

/** A word, whole or between quotes; what stands behind it without a blank belongs to it. */
const piece = /\s+|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\]+)/gy;
/** Of double quotes, a shell takes the backslash away before these alone. */
const escaped = /\\(["\\$`])/g;

function parted(text: string): Result<readonly string[]> {
  const words: string[] = [];
  let isOpen = false;
  let end = 0;
  for (const match of text.matchAll(piece)) {
    end = match.index + match[0].length;
    const word = wordIn(match);
    if (word !== undefined && isForShells(match)) return noShell(match[0]);
    if (word !== undefined) words.push(isOpen ? `${words.pop() ?? ''}${word}` : word);
    isOpen = word !== undefined;
  }
  return end === text.length
    ? accepted(words)
    : refused('invalid-input', `There is no end of what begins with ${text.slice(end)}`);
}

/** undefined: a blank between words. */
const wordIn = ([, single, double, after, bare]: RegExpExecArray): string | undefined =>
  single ?? double?.replaceAll(escaped, '$1') ?? after ?? bare;

/** No shell reads it: what one would put in the place of these was never meant to be a word. */
const isForShells = ([, , double, , bare]: RegExpExecArray): boolean =>
  /[$`;|&<>()]/.test(bare ?? '') || /[$`]/.test(double?.replaceAll(/\\./g, '') ?? '');

const noShell = (what: string): Result<never> =>
  refused('invalid-input', `No shell reads ${what}`, {
    hint: 'Put it between single quotes where it is meant as it stands.',
  });
