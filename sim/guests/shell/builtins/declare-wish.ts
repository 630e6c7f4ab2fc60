import type { Bytes } from '../../bytes.ts';
import type { Frame, Shell } from '../shell.ts';
import type { Attribute } from '../variables/variable.ts';
import { wrongUse } from './builtin.ts';

/** Letters that stand for attributes; the others are kept as flags. */
const attributeOf: Readonly<Record<string, Attribute>> = {
  i: 'integer',
  l: 'lower',
  n: 'reference',
  r: 'readonly',
  t: 'traced',
  u: 'upper',
  x: 'exported',
  c: 'capital',
};

type Manner = {
  readonly letters: string;
  /** What it does without a letter. */
  readonly adds: Attribute | null;
  /** In a function the variable is its own. */
  readonly isLocal: boolean;
};

const declaring: Manner = { letters: 'aAfFgiIlnrtuxpc', adds: null, isLocal: true };

const manners: Readonly<Record<string, Manner>> = {
  export: { letters: 'fnp', adds: 'exported', isLocal: false },
  readonly: { letters: 'aAfp', adds: 'readonly', isLocal: false },
};

export type Wish = {
  readonly name: Bytes;
  readonly add: ReadonlySet<Attribute>;
  readonly remove: ReadonlySet<Attribute>;
  readonly kind: 'list' | 'table' | null;
  readonly isLocal: boolean;
  readonly flags: ReadonlySet<string>;
};

export function functionFrame(shell: Shell): Frame | undefined {
  return shell.frames.findLast((frame) => frame.kind === 'function');
}

type Letter = { readonly letter: string; readonly sign: '-' | '+' };

/** `at`: where the names begin. Null: refused, and told. */
export function wishIn(
  shell: Shell,
  words: readonly Bytes[],
): { readonly wish: Wish; readonly at: number } | null {
  const [name = ''] = words;
  const manner = manners[name] ?? declaring;
  const given: Letter[] = [];
  let at = 1;
  for (; /^[-+]./.test(words[at] ?? '') && words[at] !== '--'; at += 1) {
    const word = words[at] ?? '';
    const sign = word.startsWith('-') ? '-' : '+';
    const bad = Array.from(word.slice(1)).find((letter) => !manner.letters.includes(letter));
    if (bad !== undefined) {
      wrongUse(shell, name, `${sign}${bad}: invalid option`);
      return null;
    }
    for (const letter of word.slice(1)) given.push({ letter, sign });
  }
  return { wish: wishOf(shell, name, given), at: words[at] === '--' ? at + 1 : at };
}

function wishOf(shell: Shell, name: Bytes, given: readonly Letter[]): Wish {
  const manner = manners[name] ?? declaring;
  const takesBack = name === 'export' && given.some(({ letter }) => letter === 'n');
  const isAttribute = ({ letter }: Letter): boolean => letter in attributeOf && name !== 'export';
  const attributes = (sign: '-' | '+'): Attribute[] =>
    given
      .filter((each) => each.sign === sign && isAttribute(each))
      .flatMap(({ letter }) => attributeOf[letter] ?? []);
  const add = new Set(attributes('-'));
  const remove = new Set(attributes('+'));
  if (manner.adds !== null) (takesBack ? remove : add).add(manner.adds);
  // Both at once is neither.
  if (add.has('lower') && add.has('upper')) for (const each of ['lower', 'upper'] as const) add.delete(each);
  const flags = new Set(
    given
      .filter((each) => !isAttribute(each))
      .map(({ sign, letter }) => (sign === '-' ? letter : `+${letter}`)),
  );
  const isLocal = manner.isLocal && !flags.has('g') && functionFrame(shell) !== undefined;
  return { name, add, remove, kind: kindIn(flags), isLocal, flags };
}

function kindIn(flags: ReadonlySet<string>): Wish['kind'] {
  if (flags.has('A')) return 'table';
  return flags.has('a') ? 'list' : null;
}
