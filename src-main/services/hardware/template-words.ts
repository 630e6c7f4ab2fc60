import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';

/** A template's text in pieces: names, numbers, "quoted", and the marks . [ ] | = { }. */
export type Word = {
  readonly kind: 'word' | 'quoted' | 'mark';
  readonly text: string;
  /** Whether a space stood before it: `a -1` are two words, `a=-1` are not. */
  readonly apart: boolean;
};

const quoted = /^"((?:[^"\\]|\\.)*)"|^'((?:[^'\\]|\\.)*)'/;
const bare = /^[^\s.[\]|={}"']+/;
const number = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w-])/;

export function wordsOf(text: string): Result<readonly Word[]> {
  const words: Word[] = [];
  let rest = text;
  let apart = true;
  while (rest !== '') {
    const space = /^\s+/.exec(rest)?.[0] ?? '';
    rest = rest.slice(space.length);
    if (rest === '') break;
    apart = space !== '' || words.length === 0;
    const word = nextWord(rest, { apart, afterDot: words.at(-1)?.text === '.' });
    if (word === null) return refused('invalid-input', `A quote is opened at ${rest} and not closed.`);
    words.push(word.word);
    rest = rest.slice(word.length);
  }
  return accepted(words);
}

type Where = { readonly apart: boolean; readonly afterDot: boolean };

function nextWord(
  rest: string,
  { apart, afterDot }: Where,
): { readonly word: Word; readonly length: number } | null {
  const inQuotes = quoted.exec(rest);
  if (inQuotes !== null) {
    const [whole, double, single] = inQuotes;
    return { word: { kind: 'quoted', text: unescaped(double ?? single ?? ''), apart }, length: whole.length };
  }
  if (/^["']/.test(rest)) return null;
  // A dot is a mark between names, but belongs to the number in 0.1.
  const found = (afterDot ? null : number.exec(rest)) ?? bare.exec(rest);
  if (found === null) return { word: { kind: 'mark', text: rest.charAt(0), apart }, length: 1 };
  return { word: { kind: 'word', text: found[0], apart }, length: found[0].length };
}

/** Only the quotes: `\d` of a pattern stays as it is. */
const unescaped = (text: string): string => text.replaceAll(/\\(["'])/g, '$1');
