import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { complain } from '../say.ts';
import type { Call } from '../run/simple.ts';
import type { Shell } from '../shell.ts';
import { usages } from './usage.table.ts';

/** A quick one never waits; what it says is written when it is done. */
export type Builtin =
  | { readonly kind: 'quick'; readonly run: (shell: Shell, words: readonly Bytes[]) => number }
  | { readonly kind: 'slow'; readonly run: (shell: Shell, call: Call) => Step<number> };

export const quick = (run: (shell: Shell, words: readonly Bytes[]) => number): Builtin => ({
  kind: 'quick',
  run,
});
export const slow = (run: (shell: Shell, call: Call) => Step<number>): Builtin => ({ kind: 'slow', run });

/** Letters given before the first operand; those with a value take the next word. */
export type Given = {
  readonly letters: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, Bytes>;
  readonly rest: readonly Bytes[];
};

/** What a builtin was given, read as its line in the table of usages says. Null: refused, and told. */
export function optionsIn(shell: Shell, words: readonly Bytes[]): Given | null {
  const { takes } = usages[words[0] ?? ''] ?? { takes: '' };
  const letters = new Set<string>();
  const values = new Map<string, Bytes>();
  let at = 1;
  while (isOptionWord(words[at])) {
    const { found, size, wrong } = readWord(words.slice(at), takes);
    if (wrong !== null) {
      wrongUse(shell, words[0] ?? '', wrong);
      return null;
    }
    for (const [letter, value] of found) {
      letters.add(letter);
      if (value !== null) values.set(letter, value);
    }
    at += size;
  }
  if (words[at] === '--') at += 1;
  return { letters, values, rest: words.slice(at) };
}

type WordRead = {
  readonly found: readonly (readonly [letter: string, value: Bytes | null])[];
  /** How many words it took. */
  readonly size: 1 | 2;
  readonly wrong: Bytes | null;
};

/** `-ab`, `-dX`, `-d X`. */
function readWord([word = '', next]: readonly Bytes[], takes: string): WordRead {
  const found: [string, Bytes | null][] = [];
  for (let place = 1; place < word.length; place += 1) {
    const letter = word[place] ?? '';
    const spot = letter === ':' ? -1 : takes.indexOf(letter);
    if (spot < 0) return { found, size: 1, wrong: `-${letter}: invalid option` };
    if (takes[spot + 1] !== ':') {
      found.push([letter, null]);
      continue;
    }
    const attached = word.slice(place + 1);
    const value = attached === '' ? next : attached;
    if (value === undefined) return { found, size: 1, wrong: `-${letter}: option requires an argument` };
    return { found: [...found, [letter, value]], size: attached === '' ? 2 : 1, wrong: null };
  }
  return { found, size: 1, wrong: null };
}

const isOptionWord = (word: Bytes | undefined): boolean =>
  word !== undefined && word.length > 1 && word.startsWith('-') && word !== '--';

/** Says what was wrong, if it needs saying, and how the builtin is used. */
export function wrongUse(shell: Shell, name: Bytes, message: Bytes | null): number {
  if (message !== null) complain(shell, `${name}: ${message}`);
  const { usage } = usages[name] ?? { usage: '' };
  shell.complaints += `${name}: usage: ${usage}\n`;
  return 2;
}
