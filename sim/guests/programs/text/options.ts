import type { Bytes } from '../../bytes.ts';

/** Letters as getopt has them (`ab:c::`), long names with what they stand for: a letter, or a name with `:` or `?`. */
export type OptionForm = {
  readonly short: string;
  readonly long: Readonly<Record<string, string>>;
  /** The first operand ends the options. */
  readonly stopsAtOperand?: true;
};

export type Given = {
  /** In the order they came. */
  readonly all: readonly { readonly name: string; readonly value: Bytes | null }[];
  readonly operands: readonly Bytes[];
};
export type Parsed =
  | { readonly ok: true; readonly given: Given }
  | { readonly ok: false; readonly message: Bytes };

type Reading = {
  readonly form: OptionForm;
  readonly words: readonly Bytes[];
  at: number;
  readonly all: { name: string; value: Bytes | null }[];
  wrong: Bytes | null;
};

export function parseOptions(words: readonly Bytes[], form: OptionForm): Parsed {
  const operands: Bytes[] = [];
  const reading: Reading = { form, words, at: 0, all: [], wrong: null };
  while (reading.at < words.length) {
    const word = words[reading.at] ?? '';
    reading.at += 1;
    if (word === '--') {
      operands.push(...words.slice(reading.at));
      break;
    }
    if (word.startsWith('--')) long(reading, word.slice(2));
    else if (word.startsWith('-') && word.length > 1) short(reading, word);
    else if (form.stopsAtOperand === true) {
      operands.push(...words.slice(reading.at - 1));
      break;
    } else operands.push(word);
    if (reading.wrong !== null) return { ok: false, message: reading.wrong };
  }
  return { ok: true, given: { all: reading.all, operands } };
}

function short(reading: Reading, word: Bytes): void {
  for (let place = 1; place < word.length; place += 1) {
    const letter = word[place] ?? '';
    const spot = letter === ':' ? -1 : reading.form.short.indexOf(letter);
    if (spot < 0) {
      reading.wrong = `invalid option -- '${letter}'`;
      return;
    }
    if (reading.form.short[spot + 1] !== ':') {
      reading.all.push({ name: letter, value: null });
      continue;
    }
    const rest = word.slice(place + 1);
    const isOptional = reading.form.short[spot + 2] === ':';
    if (rest !== '' || isOptional) reading.all.push({ name: letter, value: rest === '' ? null : rest });
    else {
      const value = reading.words[reading.at];
      reading.at += 1;
      if (value === undefined) reading.wrong = `option requires an argument -- '${letter}'`;
      else reading.all.push({ name: letter, value });
    }
    return;
  }
}

function long(reading: Reading, word: Bytes): void {
  const equals = word.indexOf('=');
  const typed = equals < 0 ? word : word.slice(0, equals);
  const given = equals < 0 ? null : word.slice(equals + 1);
  const names = Object.keys(reading.form.long);
  const fitting = names.includes(typed) ? [typed] : names.filter((name) => name.startsWith(typed));
  const goals = new Set(fitting.map((name) => reading.form.long[name]));
  const [name] = fitting;
  if (name === undefined) {
    reading.wrong = `unrecognized option '--${word}'`;
    return;
  }
  if (goals.size > 1) {
    reading.wrong = `option '--${word}' is ambiguous; possibilities:${fitting.map((each) => ` '--${each}'`).join('')}`;
    return;
  }
  const goal = reading.form.long[name] ?? '';
  const takes = takesOf(reading.form, goal);
  const id = goal.replace(/[:?]$/, '');
  if (takes === 'nothing' && given !== null) reading.wrong = `option '--${name}' doesn't allow an argument`;
  else if (takes !== 'value' || given !== null) reading.all.push({ name: id, value: given });
  else {
    const value = reading.words[reading.at];
    reading.at += 1;
    if (value === undefined) reading.wrong = `option '--${name}' requires an argument`;
    else reading.all.push({ name: id, value });
  }
}

function takesOf(form: OptionForm, goal: string): 'nothing' | 'value' | 'perhaps' {
  if (goal.endsWith(':')) return 'value';
  if (goal.endsWith('?')) return 'perhaps';
  const spot = goal.length === 1 ? form.short.indexOf(goal) : -1;
  if (spot < 0 || form.short[spot + 1] !== ':') return 'nothing';
  return form.short[spot + 2] === ':' ? 'perhaps' : 'value';
}

export const has = (given: Given, ...names: readonly string[]): boolean =>
  given.all.some(({ name }) => names.includes(name));

/** The last one counts. */
export const valueOf = (given: Given, name: string): Bytes | null =>
  given.all.findLast((each) => each.name === name)?.value ?? null;

export const valuesOf = (given: Given, name: string): readonly Bytes[] =>
  given.all.flatMap((each) => (each.name === name && each.value !== null ? [each.value] : []));

/** Which of these came last. */
export const lastOf = (given: Given, names: string): string | null =>
  given.all.findLast(({ name }) => names.includes(name))?.name ?? null;
