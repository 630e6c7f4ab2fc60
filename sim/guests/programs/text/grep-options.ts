import type { Bytes } from '../../bytes.ts';
import type { Dialect } from '../../patterns/tree.ts';
import { compilePattern, type Pattern as NamePattern } from '../../shell/pattern/pattern.ts';
import { has, lastOf, valueOf, valuesOf, type Given } from './options.ts';

export type Grep = {
  readonly syntax: Dialect['syntax'] | 'perl';
  readonly letters: Dialect['letters'];
  readonly bounds: 'line' | 'word' | null;
  readonly isInverted: boolean;
  readonly shows: 'lines' | 'parts' | 'count' | 'names' | 'otherNames' | 'nothing';
  readonly numbers: boolean;
  readonly offsets: boolean;
  readonly most: number;
  readonly before: number;
  readonly after: number;
  readonly end: Bytes;
  readonly nameEnd: Bytes;
  readonly isSilent: boolean;
  readonly binary: 'binary' | 'text' | 'without-match';
  readonly walks: boolean;
  readonly directories: 'read' | 'skip';
  readonly include: readonly NamePattern[];
  readonly exclude: readonly NamePattern[];
  readonly excludeDirectories: readonly NamePattern[];
  readonly colors: boolean;
  readonly label: Bytes;
};

export const grepForm = {
  short: '0123456789A:aB:bC:cD:d:Ee:Ff:GHhIiLlm:nOoPqRrsTUuVvwxyZz',
  long: {
    'basic-regexp': 'G',
    'extended-regexp': 'E',
    'fixed-strings': 'F',
    'fixed-regexp': 'F',
    'perl-regexp': 'P',
    'after-context': 'A',
    'before-context': 'B',
    context: 'C',
    'byte-offset': 'b',
    'binary-files': 'binary-files:',
    color: 'color?',
    colour: 'color?',
    count: 'c',
    devices: 'D',
    directories: 'd',
    exclude: 'exclude:',
    'exclude-dir': 'exclude-dir:',
    'exclude-from': 'exclude-from:',
    include: 'include:',
    file: 'f',
    'files-with-matches': 'l',
    'files-without-match': 'L',
    'group-separator': 'group-separator:',
    'ignore-case': 'i',
    'no-ignore-case': 'no-ignore-case',
    'initial-tab': 'T',
    label: 'label:',
    'line-buffered': 'line-buffered',
    'line-number': 'n',
    'line-regexp': 'x',
    'max-count': 'm',
    'no-filename': 'h',
    'no-messages': 's',
    'only-matching': 'o',
    quiet: 'q',
    silent: 'q',
    recursive: 'r',
    'dereference-recursive': 'R',
    regexp: 'e',
    'invert-match': 'v',
    text: 'a',
    null: 'Z',
    'null-data': 'z',
    'with-filename': 'H',
    'word-regexp': 'w',
    binary: 'U',
  },
};

/** Not a number, or no kind of binary there is. */
export type WrongGrep = { readonly wrong: Bytes };

export function grepOf(
  given: Given,
  around: { readonly name: Bytes; readonly isTerminal: boolean },
): Grep | WrongGrep {
  const counts = countsOf(given);
  if ('wrong' in counts) return counts;
  const globs = (name: string): readonly NamePattern[] =>
    valuesOf(given, name).map((text) => compilePattern(text, { extended: false, ignoresCase: false }));
  const directories = valueOf(given, 'd');
  return {
    ...counts,
    ...endsOf(given),
    syntax: syntaxOf(given, around.name),
    letters: lettersOf(given),
    bounds: boundsOf(given),
    isInverted: has(given, 'v'),
    shows: showsOf(given),
    numbers: has(given, 'n'),
    offsets: has(given, 'b'),
    isSilent: has(given, 's'),
    binary: binaryOf(given),
    walks: has(given, 'r', 'R') || directories === 'recurse',
    directories: directories === 'skip' ? 'skip' : 'read',
    include: globs('include'),
    exclude: globs('exclude'),
    excludeDirectories: globs('exclude-dir'),
    colors: colorsOf(given, around.isTerminal),
    label: valueOf(given, 'label') ?? '(standard input)',
  };
}

/** How many lines at most, and how many around them. */
function countsOf(given: Given): Pick<Grep, 'most' | 'before' | 'after'> | WrongGrep {
  const context = digits(given) ?? valueOf(given, 'C');
  const most = valueOf(given, 'm') ?? '-1';
  const after = valueOf(given, 'A') ?? context ?? '0';
  const before = valueOf(given, 'B') ?? context ?? '0';
  if (!isCount(most)) return { wrong: 'invalid max count' };
  const wrong = [after, before].find((text) => !isCount(text));
  if (wrong !== undefined) return { wrong: `${wrong}: invalid context length argument` };
  return {
    most: Number(most) < 0 ? Number.POSITIVE_INFINITY : Number(most),
    before: Number(before),
    after: Number(after),
  };
}

const isCount = (text: Bytes): boolean => /^\+?-?\d+$/.test(text);

const endsOf = (given: Given): Pick<Grep, 'end' | 'nameEnd'> => ({
  end: has(given, 'z') ? '\0' : '\n',
  nameEnd: has(given, 'Z') ? '\0' : ':',
});

const caseNames: Readonly<Record<string, Grep['letters']>> = {
  i: 'fold',
  y: 'fold',
  'no-ignore-case': 'exact',
};

function lettersOf(given: Given): Grep['letters'] {
  const last = given.all.findLast(({ name }) => name in caseNames)?.name;
  return caseNames[last ?? ''] ?? 'exact';
}

function boundsOf(given: Given): Grep['bounds'] {
  if (has(given, 'x')) return 'line';
  return has(given, 'w') ? 'word' : null;
}

function digits(given: Given): Bytes | null {
  const found = given.all.filter(({ name }) => /^\d$/.test(name)).map(({ name }) => name);
  return found.length === 0 ? null : found.join('');
}

function syntaxOf(given: Given, name: Bytes): Grep['syntax'] {
  const letter = lastOf(given, 'EFGP') ?? (name.endsWith('egrep') ? 'E' : name.endsWith('fgrep') ? 'F' : 'G');
  if (letter === 'E') return 'extended';
  if (letter === 'F') return 'fixed';
  return letter === 'P' ? 'perl' : 'basic';
}

function showsOf(given: Given): Grep['shows'] {
  if (has(given, 'q')) return 'nothing';
  const names = lastOf(given, 'lL');
  if (names !== null) return names === 'l' ? 'names' : 'otherNames';
  if (has(given, 'c')) return 'count';
  return has(given, 'o') ? 'parts' : 'lines';
}

function binaryOf(given: Given): Grep['binary'] {
  const last = given.all.findLast(({ name }) => name === 'a' || name === 'I' || name === 'binary-files');
  if (last?.name === 'a' || last?.value === 'text') return 'text';
  return last?.name === 'I' || last?.value === 'without-match' ? 'without-match' : 'binary';
}

function colorsOf(given: Given, isTerminal: boolean): boolean {
  if (!has(given, 'color')) return false;
  const when = valueOf(given, 'color') ?? 'auto';
  return (
    when === 'always' ||
    when === 'yes' ||
    when === 'force' ||
    (!['never', 'no', 'none'].includes(when) && isTerminal)
  );
}
