import type { Bytes } from '../../../bytes.ts';
import type { Pattern } from '../../../patterns/pattern.ts';
import type { Step } from '../../../kernel/program.ts';
import { timeText } from '../../../shell/builtins/strftime.ts';
import { breathe, isDue } from '../tool.ts';
import { evaluate, spotOf, store } from './evaluate.ts';
import { arcTangent2, cosine, exponential, logarithm, sine } from './math.ts';
import {
  cellOf,
  convert,
  longestText,
  patternFor,
  recordOf,
  setSpecial,
  special,
  splitText,
  type Awk,
} from './state.ts';
import { closeStream, flushAll, spawnShell, waitFor } from './streams.ts';
import type { Expression } from './tree.ts';
import { arrayOf, formatted, looked, numberOf, type Value } from './value.ts';

type Call = Extract<Expression, { kind: 'call' }>;

export function* callBuiltin(awk: Awk, call: Call): Step<Value> {
  const [first] = call.words;
  if (call.name === 'length') return yield* length(awk, first);
  if (call.name === 'split') return yield* split(awk, call.words);
  if (call.name === 'sub' || call.name === 'gsub') return yield* substitute(awk, call);
  if (call.name === 'match') return yield* matchPlace(awk, call.words);
  const values: Value[] = [];
  for (const word of call.words) values.push(yield* evaluate(awk, word));
  if (call.name === 'system' || call.name === 'close' || call.name === 'fflush')
    return yield* outside(awk, call.name, convert(awk, values[0]));
  return simple[call.name]?.(awk, values);
}

const numbers =
  (act: (value: number) => number) =>
  (_awk: Awk, [value]: readonly Value[]): Value =>
    act(numberOf(value));

const simple: Readonly<Record<string, (awk: Awk, values: readonly Value[]) => Value>> = {
  sin: numbers(sine),
  cos: numbers(cosine),
  exp: numbers(exponential),
  log: numbers(logarithm),
  sqrt: numbers(Math.sqrt),
  int: numbers(Math.trunc),
  atan2: (_awk, [y, x]) => arcTangent2(numberOf(y), numberOf(x)),
  rand: (awk) => random(awk),
  srand: (awk, [seed]) => {
    const before = awk.seedBefore;
    awk.seedBefore = seed === undefined ? Math.floor(awk.self.system.now() / 1000) : numberOf(seed);
    awk.seed = Math.trunc(awk.seedBefore) >>> 0;
    return before;
  },
  substr: (awk, [text, from, count]) =>
    part(convert(awk, text), numberOf(from), count === undefined ? null : numberOf(count)),
  index: (awk, [text, wanted]) => convert(awk, text).indexOf(convert(awk, wanted)) + 1,
  sprintf: (awk, [format, ...values]) => formatted(convert(awk, format), values),
  tolower: (awk, [text]) => convert(awk, text).replace(/[A-Z]+/g, (letters) => letters.toLowerCase()),
  toupper: (awk, [text]) => convert(awk, text).replace(/[a-z]+/g, (letters) => letters.toUpperCase()),
  systime: (awk) => Math.floor(awk.self.system.now() / 1000),
  strftime: (awk, [format, time]) =>
    timeText(
      format === undefined ? '%c' : convert(awk, format),
      time === undefined ? Math.floor(awk.self.system.now() / 1000) : numberOf(time),
    ),
};

/** Without a seed what the machine draws; with one always the same. */
function random(awk: Awk): number {
  if (awk.seed === null) return awk.self.system.chance();
  awk.seed = (Math.imul(awk.seed, 1_664_525) + 1_013_904_223) >>> 0;
  return awk.seed / 4_294_967_296;
}

function part(text: Bytes, from: number, count: number | null): Bytes {
  const start = Math.round(from);
  const end = count === null ? Number.POSITIVE_INFINITY : start + Math.round(count);
  return Number.isNaN(end) ? '' : text.slice(Math.max(0, start - 1), Math.max(0, end - 1));
}

function* length(awk: Awk, word: Expression | undefined): Step<Value> {
  if (word === undefined) return recordOf(awk).length;
  const name = word.kind === 'list' && word.items.length === 1 ? word.items[0] : word;
  if (name?.kind === 'name') {
    const cell = cellOf(awk, name.name);
    if (cell.array !== null || (cell.origin !== null && cell.origin.array !== null))
      return arrayOf(cell).size;
  }
  return convert(awk, yield* evaluate(awk, word)).length;
}

function* patternOf(awk: Awk, word: Expression | undefined): Step<Pattern | null> {
  if (word?.kind === 'pattern') return word.pattern;
  return patternFor(awk, word === undefined ? '' : convert(awk, yield* evaluate(awk, word)));
}

function* split(awk: Awk, [text, name, separator]: readonly Expression[]): Step<Value> {
  if (text === undefined || name?.kind !== 'name') return 0;
  const source = convert(awk, yield* evaluate(awk, text));
  const between =
    separator === undefined
      ? special(awk, 'FS')
      : separator.kind === 'pattern'
        ? separator.source
        : convert(awk, yield* evaluate(awk, separator));
  const isPlain = separator?.kind !== 'pattern' || between.length !== 1;
  const parts = splitText(awk, source, isPlain ? between : `(${between})`);
  const array = arrayOf(cellOf(awk, name.name));
  array.clear();
  for (const [at, value] of parts.entries()) array.set(String(at + 1), looked(value));
  return parts.length;
}

function* matchPlace(awk: Awk, [text, word]: readonly Expression[]): Step<Value> {
  const source = text === undefined ? '' : convert(awk, yield* evaluate(awk, text));
  const found = (yield* patternOf(awk, word))?.find(source, 0) ?? null;
  setSpecial(awk, 'RSTART', found === null ? 0 : found.from + 1);
  setSpecial(awk, 'RLENGTH', found === null ? -1 : found.to - found.from);
  return found === null ? 0 : found.from + 1;
}

function* substitute(awk: Awk, { name, words }: Call): Step<Value> {
  const [word, replacement, goal] = words;
  const pattern = yield* patternOf(awk, word);
  const by = replacement === undefined ? '' : convert(awk, yield* evaluate(awk, replacement));
  const inner = goal?.kind === 'list' ? goal.items[0] : goal;
  const target = inner ?? ({ kind: 'field', of: { kind: 'number', value: 0 } } as const);
  const text = convert(awk, yield* evaluate(awk, target));
  if (pattern === null) return 0;
  const { result, count } = yield* replaced(awk, text, {
    pattern,
    by,
    times: name === 'gsub' ? 'all' : 'once',
  });
  if (count > 0 && (target.kind === 'name' || target.kind === 'item' || target.kind === 'field'))
    store(awk, yield* spotOf(awk, target), result);
  return count;
}

type Replacing = { readonly pattern: Pattern; readonly by: Bytes; readonly times: 'all' | 'once' };

function* replaced(
  awk: Awk,
  text: Bytes,
  { pattern, by, times }: Replacing,
): Step<{ readonly result: Bytes; readonly count: number }> {
  let result = '';
  let count = 0;
  let start = 0;
  let previous = -1;
  while (start <= text.length) {
    if (isDue(awk.self)) yield* breathe(awk.self);
    const found = pattern.find(text, start);
    if (found === null) break;
    if (result.length > longestText) {
      awk.fault ??= 'out of memory';
      break;
    }
    result += text.slice(start, found.from);
    start = found.to;
    if (found.to > found.from || found.from !== previous) {
      result += by.replace(/\\\\(?=&)|\\&|&/g, (sign) =>
        sign === '&' ? text.slice(found.from, found.to) : sign === '\\&' ? '&' : '\\',
      );
      count += 1;
      previous = found.to;
      if (times === 'once') break;
    }
    if (found.to > found.from) continue;
    result += text.slice(start, start + 1);
    start += 1;
  }
  return { result: result + text.slice(start), count };
}

function* outside(awk: Awk, name: 'system' | 'close' | 'fflush', word: Bytes): Step<Value> {
  yield* flushAll(awk);
  if (name === 'fflush') return 0;
  if (name === 'close') return yield* closeStream(awk, word);
  return yield* waitFor(
    awk,
    spawnShell(
      awk,
      word,
      new Map([
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
    ),
  );
}
