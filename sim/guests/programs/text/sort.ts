import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { linesOf, wholeFile, type FailTexts } from './files.ts';
import { has, valueOf, valuesOf, type Given } from './options.ts';
import { comparing, type Compare } from './sort-compare.ts';
import { keyOf, orderingOf, type Key } from './sort-keys.ts';
import { breathe, complain, coreForm, isDue, marked, put, tool, type Tool } from './tool.ts';

const letters = 'bdfgiMhnRrV';
const form = {
  ...coreForm(
    `${letters}cCk:mo:sS:t:T:uzy:`,
    {
      'ignore-leading-blanks': 'b',
      'dictionary-order': 'd',
      'ignore-case': 'f',
      'general-numeric-sort': 'g',
      'ignore-nonprinting': 'i',
      'month-sort': 'M',
      'human-numeric-sort': 'h',
      'numeric-sort': 'n',
      'random-sort': 'R',
      reverse: 'r',
      'version-sort': 'V',
      check: 'check?',
      key: 'k',
      merge: 'm',
      output: 'o',
      stable: 's',
      'buffer-size': 'S',
      'field-separator': 't',
      'temporary-directory': 'T',
      unique: 'u',
      'zero-terminated': 'z',
      parallel: 'parallel:',
      sort: 'sort:',
    },
    '[OPTION]... [FILE]...',
  ),
  wrongStatus: 2,
};
const texts: FailTexts = {
  open: (name, errno) => `cannot read: ${name}: ${messageOf(errno)}`,
  read: (name, errno) => `read failed: ${name}: ${messageOf(errno)}`,
};
const sortWords: Readonly<Record<string, string>> = {
  'general-numeric': 'g',
  'human-numeric': 'h',
  month: 'M',
  numeric: 'n',
  random: 'R',
  version: 'V',
};

export const sort = tool(form, function* (self, given) {
  const plan = planOf(given);
  if ('wrong' in plan) {
    yield* complain(self, plan.wrong);
    return 2;
  }
  const end = has(given, 'z') ? '\0' : '\n';
  const check = checkOf(given);
  const names = given.operands.length === 0 ? ['-'] : given.operands;
  let lines: Bytes[] = [];
  for (const name of names) {
    const text = yield* wholeFile(self, name, texts);
    if (text === null) return 2;
    lines = [...lines, ...linesOf(text, end)];
  }
  if (check !== null)
    return yield* checked(self, lines, { ...plan, isTold: check === 'told', name: names[0] ?? '-' });
  let sorted = lines.toSorted(plan.compare);
  if (has(given, 'u'))
    sorted = sorted.filter((line, at) => at === 0 || plan.compare(sorted[at - 1] ?? '', line) !== 0);
  const goal = valueOf(given, 'o');
  if (goal !== null) return yield* written(self, goal, sorted.map((line) => line + end).join(''));
  for (const line of sorted) {
    put(self, line + end);
    if (isDue(self)) yield* breathe(self);
  }
  return 0;
});

type Plan = { readonly compare: Compare; readonly isUnique: boolean };

function planOf(given: Given): Plan | { readonly wrong: Bytes } {
  const chosen = given.all
    .map(({ name, value }) => (name === 'sort' ? (sortWords[value ?? ''] ?? '') : name))
    .filter((name) => name !== '' && letters.includes(name))
    .join('');
  const general = orderingOf(chosen);
  const separator = valueOf(given, 't');
  if (separator === '') return { wrong: 'empty tab' };
  if (separator !== null && separator.length > 1 && separator !== '\\0')
    return { wrong: `multi-character tab ${marked(separator)}` };
  const keys: Key[] = [];
  for (const text of valuesOf(given, 'k')) {
    const key = keyOf(text, general);
    if ('wrong' in key) return key;
    keys.push(key);
  }
  const isUnique = has(given, 'u');
  const whole: Key = {
    fromField: 1,
    fromCharacter: 1,
    toField: null,
    toCharacter: 0,
    skipsAtStart: general.skipsBlanks,
    skipsAtEnd: false,
    ordering: general,
  };
  const how = {
    separator: separator === '\\0' ? '\0' : separator,
    isStable: isUnique || has(given, 's'),
    isReversed: general.isReversed,
  };
  return { compare: comparing(keys.length === 0 ? [whole] : keys, how), isUnique };
}

function checkOf(given: Given): 'told' | 'silent' | null {
  if (has(given, 'C') || ['quiet', 'silent'].includes(valueOf(given, 'check') ?? '')) return 'silent';
  return has(given, 'c', 'check') ? 'told' : null;
}

type Checking = Plan & { readonly isTold: boolean; readonly name: Bytes };

function* checked(
  self: Tool,
  lines: readonly Bytes[],
  { compare, isUnique, isTold, name }: Checking,
): Step<number> {
  for (let at = 1; at < lines.length; at += 1) {
    const order = compare(lines[at - 1] ?? '', lines[at] ?? '');
    if (order < 0 || (order === 0 && !isUnique)) continue;
    if (isTold) yield* complain(self, `${name}:${at + 1}: disorder: ${lines[at]}`);
    return 1;
  }
  return 0;
}

function* written(self: Tool, name: Bytes, text: Bytes): Step<number> {
  const answer = self.system.files.writeFile(name, text, 0o666);
  if (answer.ok) return 0;
  yield* complain(self, `open failed: ${name}: ${messageOf(answer.errno)}`);
  return 2;
}
