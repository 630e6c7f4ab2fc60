import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { createPattern } from './pattern.ts';
import type { Word } from './template-words.ts';

export type Filter = (value: unknown) => Result<unknown>;

const names = ['float', 'scale', 'offset', 'map', 'regex'] as const;

/** One filter with what follows it: `scale 0.1`. */
export function readFilter(words: readonly Word[]): Result<Filter> {
  const [name, ...rest] = words;
  switch (name?.text) {
    case 'float':
      return rest.length === 0
        ? accepted(toNumber)
        : refused('invalid-input', 'float takes nothing after it.');
    case 'scale':
      return withNumber(rest, 'scale', (value, factor) => value * factor);
    case 'offset':
      return withNumber(rest, 'offset', (value, more) => value + more);
    case 'map':
      return readMap(rest);
    case 'regex':
      return readRegex(rest);
    default:
      return refused('invalid-input', `There is no filter ${name?.text ?? 'after the last |'}.`, {
        hint: `There are ${names.join(', ')}.`,
      });
  }
}

const toNumber: Filter = (value) => {
  const number = numberIn(value);
  return number === null ? refused('invalid-input', `${told(value)} is not a number`) : accepted(number);
};

function numberIn(value: unknown): number | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  // A comma is the decimal mark in half of the world; an unit may follow.
  const found = /^\s*([+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?)/i.exec(value)?.[1];
  return found === undefined ? null : Number(found.replace(',', '.'));
}

const told = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 120);

function withNumber(
  words: readonly Word[],
  name: string,
  act: (value: number, by: number) => number,
): Result<Filter> {
  const by = Number(words[0]?.text);
  if (words.length !== 1 || !Number.isFinite(by)) {
    return refused('invalid-input', `${name} takes one number, as in | ${name} 0.1`);
  }
  return accepted((value) => {
    const number = toNumber(value);
    return number.ok ? accepted(act(number.value as number, by)) : number;
  });
}

/** `on=1 off=0 *=-1`: the star is for everything else. */
function readMap(words: readonly Word[]): Result<Filter> {
  const rows = new Map<string, number>();
  for (let at = 0; at < words.length; at += 3) {
    const [from, equals, to] = words.slice(at, at + 3);
    const value = Number(to?.text);
    if (from === undefined || equals?.text !== '=' || to === undefined || !Number.isFinite(value)) {
      return refused('invalid-input', 'map takes words with their numbers, as in | map on=1 off=0');
    }
    rows.set(from.text, value);
  }
  if (rows.size === 0) return refused('invalid-input', 'map takes at least one word, as in | map on=1');
  return accepted((value) => {
    const text = typeof value === 'string' ? value.trim() : (JSON.stringify(value) ?? '');
    const found = rows.get(text) ?? rows.get('*');
    if (found !== undefined) return accepted(found);
    return refused('invalid-input', `${told(value)} is not among ${[...rows.keys()].join(', ')}`, {
      hint: 'Add it to map, or *=0 for everything else.',
    });
  });
}

function readRegex(words: readonly Word[]): Result<Filter> {
  const [source] = words;
  if (source?.kind !== 'quoted' || words.length !== 1) {
    return refused('invalid-input', 'regex takes one pattern in quotes, as in | regex "(\\d+)"');
  }
  const pattern = createPattern(source.text);
  if (!pattern.ok) return pattern;
  return accepted((value) =>
    pattern.value.find(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')),
  );
}
