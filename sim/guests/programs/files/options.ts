import type { Bytes } from '../../bytes.ts';

/**
 * `short` as getopt has it (`ab:c::`: b takes a value, c may have one joined to it). `long` gives a name its key: a letter of `short`, or a word of
 * its own that ends in `:` where a value is needed and in `?` where one may be joined to it.
 */
export type OptionTable = { readonly short: string; readonly long: Readonly<Record<string, string>> };

type Option = { readonly key: string; readonly value: Bytes };
export type Options = readonly Option[];

type Parsed =
  | { readonly ok: true; readonly options: Options; readonly operands: readonly Bytes[] }
  | { readonly ok: false; readonly message: Bytes };

type Reading = {
  readonly table: OptionTable;
  readonly words: readonly Bytes[];
  readonly options: Option[];
  readonly operands: Bytes[];
  at: number;
};

/** GNU's way: options may stand after operands until `--`; `stopsEarly`: they may not (POSIXLY_CORRECT, `+`). */
export function parseOptions(
  words: readonly Bytes[],
  table: OptionTable,
  order: 'anywhere' | 'first',
): Parsed {
  const reading: Reading = { table, words, options: [], operands: [], at: 0 };
  while (reading.at < words.length) {
    const word = words[reading.at] ?? '';
    reading.at += 1;
    if (word === '--') break;
    if (word.length < 2 || !word.startsWith('-')) {
      reading.operands.push(word);
      if (order === 'first') break;
      continue;
    }
    const message = word.startsWith('--') ? longOption(reading, word) : letters(reading, word);
    if (message !== null) return { ok: false, message };
  }
  reading.operands.push(...words.slice(reading.at));
  return { ok: true, options: reading.options, operands: reading.operands };
}

function letters(reading: Reading, word: Bytes): Bytes | null {
  const { table, words, options } = reading;
  for (let place = 1; place < word.length; place += 1) {
    const key = word[place] ?? '';
    const spot = key === ':' ? -1 : table.short.indexOf(key);
    if (spot < 0) return `invalid option -- '${key}'`;
    if (table.short[spot + 1] !== ':') {
      options.push({ key, value: '' });
      continue;
    }
    const attached = word.slice(place + 1);
    if (table.short[spot + 2] === ':') {
      options.push({ key, value: attached });
      return null;
    }
    if (attached === '' && reading.at >= words.length) return `option requires an argument -- '${key}'`;
    options.push({ key, value: attached === '' ? (words[reading.at] ?? '') : attached });
    if (attached === '') reading.at += 1;
    return null;
  }
  return null;
}

function longOption(reading: Reading, word: Bytes): Bytes | null {
  const { table } = reading;
  const equals = word.indexOf('=');
  const given = word.slice(2, equals < 0 ? undefined : equals);
  const fitting = namesFitting(table, given);
  const [name] = fitting;
  if (name === undefined) return `unrecognized option '${equals < 0 ? word : `--${given}`}'`;
  const said = table.long[name] ?? '';
  if (fitting.some((other) => table.long[other] !== said))
    return `option '--${given}' is ambiguous; possibilities: ${fitting.map((one) => `'--${one}'`).join(' ')}`;
  const need = valueNeed(table, said);
  if (equals < 0) return valueAfter(reading, name, need);
  if (need.takes === 'none') return `option '--${name}' doesn't allow an argument`;
  reading.options.push({ key: need.key, value: word.slice(equals + 1) });
  return null;
}

/** Of a long option without `=`: the next word, where it needs one. */
function valueAfter(reading: Reading, name: string, { key, takes }: ValueNeed): Bytes | null {
  const { words, options } = reading;
  if (takes !== 'needed') {
    options.push({ key, value: '' });
    return null;
  }
  const value = words[reading.at];
  if (value === undefined) return `option '--${name}' requires an argument`;
  options.push({ key, value });
  reading.at += 1;
  return null;
}

/** The name itself, or all that begin with what was given. */
function namesFitting(table: OptionTable, given: Bytes): readonly string[] {
  const names = Object.keys(table.long);
  return names.includes(given) ? [given] : names.filter((name) => name.startsWith(given));
}

type ValueNeed = { readonly key: string; readonly takes: 'none' | 'joined' | 'needed' };

function valueNeed(table: OptionTable, said: string): ValueNeed {
  const isWord = said.length > 1;
  const needs = isWord ? said.endsWith(':') : table.short[table.short.indexOf(said) + 1] === ':';
  const key = isWord ? said.replace(/[:?]$/, '') : said;
  if (needs) return { key, takes: 'needed' };
  return { key, takes: said.endsWith('?') ? 'joined' : 'none' };
}

export const has = (options: Options, key: string): boolean => options.some((option) => option.key === key);

/** Of the last time it was given. */
export const valueOf = (options: Options, key: string): Bytes | null =>
  options.findLast((option) => option.key === key)?.value ?? null;

/** Which of these was given last. */
export const lastOf = (options: Options, keys: string): string | null =>
  options.findLast(({ key }) => keys.includes(key))?.key ?? null;
