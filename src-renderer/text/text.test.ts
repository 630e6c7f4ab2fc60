import { describe, expect, test } from 'vitest';
import { english } from './catalogue.ts';
import { german } from './de/index.ts';
import { languageOf } from './text.ts';
import { stateWords } from '../../sim/contract/state-words.table.ts';

type Leaf = { readonly path: string; readonly value: unknown };

function leaves(value: unknown, path: string): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

/** English words of states are the contract's own; the others have a test of their own. */
const kindsOf = (catalogue: object): string[] =>
  leaves({ ...catalogue, stateWords: {} }, '').map(({ path, value }) => `${path}: ${typeof value}`);

describe('the catalogue', () => {
  test('FR-120-270 every text has its German, of the same kind and nothing beyond', () => {
    expect(kindsOf(german).toSorted()).toEqual(kindsOf(english).toSorted());
  });

  test('FR-120-270 every word of a state has its German', () => {
    const words = Object.values(stateWords).flat();
    expect(words.filter((word) => !(word in german.stateWords))).toEqual([]);
  });

  test('FR-120-271 no text is empty', () => {
    const empty = [...leaves(english, 'en'), ...leaves(german, 'de')].filter(({ value }) => value === '');
    expect(empty).toEqual([]);
  });

  test('FR-120-272 the system is asked in the order of its liking, and an unknown tongue is answered in English', () => {
    expect(languageOf('system', ['fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(languageOf('system', ['fr'])).toBe('en');
    expect(languageOf('en', ['de'])).toBe('en');
  });
});
