import type { Flag, Flags, GivenValue, Operand } from './flags.ts';
import { misused, type Outcome } from './outcome.ts';
import { didYouMean } from './suggest.ts';

export type Arguments = {
  readonly flags: Readonly<Record<string, GivenValue>>;
  readonly words: readonly string[];
};

type Token =
  | {
      readonly kind: 'flag';
      readonly name: string;
      readonly shown: string;
      readonly value: string | undefined;
    }
  | { readonly kind: 'word'; readonly text: string };

/** `-10m` and `-5` are words; a flag's dash is followed by a letter or another dash. */
const looksLikeFlag = (text: string): boolean => /^-(?:-[^-\s]|[A-Za-z])/.test(text);

export function parseArguments(
  flags: Flags,
  operands: readonly Operand[],
  texts: readonly string[],
): Outcome<Arguments> {
  const tokens = readTokens(flags, texts);
  if (!tokens.ok) return tokens;
  const words: string[] = [];
  const given = new Map<string, string[]>();
  for (const token of tokens.value) {
    if (token.kind === 'word') words.push(token.text);
    else given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? '']);
  }
  const values = readValues(flags, given);
  if (!values.ok) return values;
  const wrong = wrongWords(operands, words);
  return wrong ?? { ok: true, value: { flags: values.value, words } };
}

function readTokens(flags: Flags, texts: readonly string[]): Outcome<readonly Token[]> {
  const tokens: Token[] = [];
  for (let index = 0; index < texts.length; index += 1) {
    const current = texts[index] ?? '';
    if (current === '--') {
      tokens.push(...texts.slice(index + 1).map((rest) => ({ kind: 'word' as const, text: rest })));
      break;
    }
    if (!looksLikeFlag(current)) {
      tokens.push({ kind: 'word', text: current });
      continue;
    }
    const read = current.startsWith('--') ? readLong(flags, current) : readShort(flags, current);
    if (!read.ok) return read;
    const { name, shown, value } = read.value;
    const wantsValue = flags[name]?.takes.kind !== 'nothing' && value === undefined;
    if (!wantsValue) {
      tokens.push({ kind: 'flag', name, shown, value });
      continue;
    }
    index += 1;
    const next = texts[index];
    if (next === undefined || looksLikeFlag(next))
      return misused(`${shown} needs a value: ${shown} ${labelOf(flags[name])}`);
    tokens.push({ kind: 'flag', name, shown, value: next });
  }
  return { ok: true, value: tokens };
}

type ReadFlag = { readonly name: string; readonly shown: string; readonly value: string | undefined };

function readLong(flags: Flags, token: string): Outcome<ReadFlag> {
  const equals = token.indexOf('=');
  const name = token.slice(2, equals === -1 ? undefined : equals);
  const value = equals === -1 ? undefined : token.slice(equals + 1);
  const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
  const shown = `--${name}`;
  if (flag === undefined) {
    return misused(
      `There is no flag ${shown} here`,
      didYouMean(
        shown,
        Object.keys(flags).map((each) => `--${each}`),
      ),
    );
  }
  if (flag.takes.kind === 'nothing' && value !== undefined) return misused(`${shown} takes no value`);
  return { ok: true, value: { name, shown, value } };
}

/** `-w`, `-o json`, `-ojson`, `-o=json`. Short flags are not bundled: there are too few to be worth it. */
function readShort(flags: Flags, token: string): Outcome<ReadFlag> {
  const letter = token.slice(1, 2);
  const shown = `-${letter}`;
  const name = Object.keys(flags).find((each) => flags[each]?.short === letter);
  if (name === undefined) return misused(`There is no flag ${shown} here`);
  const rest = token.slice(2);
  if (rest === '') return { ok: true, value: { name, shown, value: undefined } };
  if (flags[name]?.takes.kind === 'nothing') return misused(`${shown} takes no value`);
  return { ok: true, value: { name, shown, value: rest.startsWith('=') ? rest.slice(1) : rest } };
}

const labelOf = (flag: Flag | undefined): string =>
  flag === undefined || flag.takes.kind === 'nothing'
    ? ''
    : (flag.takes.choices?.join('|') ?? flag.takes.label);

function readValues(
  flags: Flags,
  given: ReadonlyMap<string, readonly string[]>,
): Outcome<Record<string, GivenValue>> {
  const values: Record<string, GivenValue> = {};
  for (const [name, flag] of Object.entries(flags)) {
    const read = readValue(`--${name}`, flag, given.get(name) ?? []);
    if (!read.ok) return read;
    values[name] = read.value;
  }
  return { ok: true, value: values };
}

function readValue(shown: string, flag: Flag, texts: readonly string[]): Outcome<GivenValue> {
  const { takes } = flag;
  if (takes.kind === 'nothing') return { ok: true, value: texts.length > 0 };
  if (takes.kind === 'list') {
    const items = texts.flatMap((each) => each.split(',')).filter((item) => item !== '');
    return wrongChoice(shown, takes, items) ?? { ok: true, value: items };
  }
  if (texts.length > 1) return misused(`${shown} was given ${texts.length} times, and takes one value`);
  const only = texts[0];
  if (only === undefined) return { ok: true, value: undefined };
  if (takes.kind === 'text') return wrongChoice(shown, takes, [only]) ?? { ok: true, value: only };
  const number = only.trim() === '' ? Number.NaN : Number(only);
  return Number.isFinite(number)
    ? { ok: true, value: number }
    : misused(`${shown} takes a number, not ${only}`);
}

type Choices = { readonly choices?: readonly string[]; readonly synonyms?: readonly string[] };

/** More choices than this are not read in a fault, but looked up. */
const fewChoices = 10;

function wrongChoice(
  shown: string,
  { choices, synonyms = [] }: Choices,
  given: readonly string[],
): Outcome<never> | undefined {
  if (choices === undefined) return undefined;
  const wrong = given.find((each) => !choices.includes(each) && !synonyms.includes(each));
  if (wrong === undefined) return undefined;
  const said =
    choices.length > fewChoices
      ? `${shown} cannot be ${wrong}`
      : `${shown} takes ${choices.join(', ')}; not ${wrong}`;
  return misused(said, didYouMean(wrong, [...choices, ...synonyms]));
}

function wrongWords(operands: readonly Operand[], words: readonly string[]): Outcome<never> | undefined {
  const needed = operands.filter((operand) => operand.times === 'once' || operand.times === 'some').length;
  const endless = operands.some((operand) => operand.times === 'some' || operand.times === 'any');
  if (words.length < needed) return misused(`${operands[words.length]?.label ?? 'A word'} is missing`);
  if (!endless && words.length > operands.length)
    return misused(`There is a word too many: ${words[operands.length] ?? ''}`);
  for (const [index, word] of words.entries()) {
    const operand = operands[Math.min(index, operands.length - 1)];
    const wrong = operand === undefined ? undefined : wrongChoice(operand.label, operand, [word]);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
