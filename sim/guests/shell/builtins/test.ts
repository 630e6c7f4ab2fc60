import type { Bytes } from '../../bytes.ts';
import { complain } from '../say.ts';
import type { Shell } from '../shell.ts';
import { fileTest, pairTest, testVariable } from '../run/file-test.ts';

type Run = {
  readonly shell: Shell;
  readonly name: Bytes;
  readonly words: readonly Bytes[];
  at: number;
  isWrong: boolean;
};

/** `test` and `[`: 0 true, 1 false, 2 wrong. */
export function test(shell: Shell, words: readonly Bytes[]): number {
  const name = words[0] ?? 'test';
  if (name === '[' && words.at(-1) !== ']') {
    complain(shell, "[: missing `]'");
    return 2;
  }
  const args = words.slice(1, name === '[' ? -1 : undefined);
  if (args.length === 0) return 1;
  const run: Run = { shell, name, words: args, at: 0, isWrong: false };
  const value = byCount(run, args);
  if (run.isWrong) return 2;
  return value ? 0 : 1;
}

function wrong(run: Run, message: Bytes): boolean {
  if (!run.isWrong) complain(run.shell, `${run.name}: ${message}`);
  run.isWrong = true;
  return false;
}

const unary = /^-[abcdefghknoprstuvwxzGLNORS]$/;
const binary = /^(=|==|!=|<|>|-eq|-ne|-lt|-le|-gt|-ge|-nt|-ot|-ef)$/;

/** POSIX decides by how many words there are. */
function byCount(run: Run, words: readonly Bytes[]): boolean {
  const [one = '', two = '', three = '', four = ''] = words;
  switch (words.length) {
    case 0:
      return false;
    case 1:
      return one !== '';
    case 2:
      return twoWords(run, one, two);
    case 3:
      return threeWords(run, [one, two, three]);
    case 4:
      if (one === '!') return !threeWords(run, [two, three, four]);
      return one === '(' && four === ')' ? twoWords(run, two, three) : wholeExpression(run);
    default:
      return wholeExpression(run);
  }
}

function wholeExpression(run: Run): boolean {
  const value = either(run);
  if (!run.isWrong && run.at < run.words.length) return wrong(run, 'too many arguments');
  return value;
}

function twoWords(run: Run, one: Bytes, two: Bytes): boolean {
  if (one === '!') return two === '';
  if (unary.test(one)) return single(run, one, two);
  return wrong(run, `${one}: unary operator expected`);
}

function threeWords(run: Run, words: readonly [Bytes, Bytes, Bytes]): boolean {
  const [one, two, three] = words;
  if (binary.test(two)) return pair(run, words);
  if (two === '-a') return one !== '' && three !== '';
  if (two === '-o') return one !== '' || three !== '';
  if (one === '!') return !twoWords(run, two, three);
  if (one === '(' && three === ')') return two !== '';
  return wrong(run, `${two}: binary operator expected`);
}

function single(run: Run, operator: Bytes, word: Bytes): boolean {
  if (operator === '-n') return word !== '';
  if (operator === '-z') return word === '';
  if (operator === '-v') return testVariable(run.shell, word);
  return fileTest(run.shell, operator, word);
}

/** What each wants of the sign of `left - right`. */
const comparisons: ReadonlyMap<Bytes, (sign: number) => boolean> = new Map([
  ['-eq', (sign) => sign === 0],
  ['-ne', (sign) => sign !== 0],
  ['-lt', (sign) => sign < 0],
  ['-le', (sign) => sign <= 0],
  ['-gt', (sign) => sign > 0],
  ['-ge', (sign) => sign >= 0],
]);

function pair(run: Run, [left, operator, right]: readonly [Bytes, Bytes, Bytes]): boolean {
  if (operator === '=' || operator === '==') return left === right;
  if (operator === '!=') return left !== right;
  const compare = comparisons.get(operator);
  if (compare === undefined) return pairTest(run.shell, { operator, left, right });
  const sign = signOf(run, left, right);
  return sign !== null && compare(sign);
}

const short = /^\d{1,15}$/;

function signOf(run: Run, left: Bytes, right: Bytes): number | null {
  if (short.test(left) && short.test(right)) return Number(left) - Number(right);
  const one = number(run, left);
  const other = one === null ? null : number(run, right);
  if (one === null || other === null) return null;
  return one < other ? -1 : Number(one > other);
}

function number(run: Run, text: Bytes): bigint | null {
  if (/^\s*[-+]?\d+\s*$/.test(text)) return BigInt(text.trim().replace(/^\+/, ''));
  wrong(run, `${text}: integer expression expected`);
  return null;
}

function either(run: Run): boolean {
  let value = both(run);
  while (!run.isWrong && run.words[run.at] === '-o') {
    run.at += 1;
    const right = both(run);
    value = value || right;
  }
  return value;
}

function both(run: Run): boolean {
  let value = term(run);
  while (!run.isWrong && run.words[run.at] === '-a') {
    run.at += 1;
    const right = term(run);
    value = value && right;
  }
  return value;
}

function term(run: Run): boolean {
  const [one, two, three] = run.words.slice(run.at, run.at + 3);
  if (one === undefined) return wrong(run, 'argument expected');
  if (one === '!') {
    run.at += 1;
    return !term(run);
  }
  if (two !== undefined && three !== undefined && binary.test(two)) {
    run.at += 3;
    return pair(run, [one, two, three]);
  }
  if (one === '(') {
    run.at += 1;
    const value = either(run);
    if (run.words[run.at] !== ')') return wrong(run, "`)' expected");
    run.at += 1;
    return value;
  }
  if (unary.test(one) && two !== undefined) {
    run.at += 2;
    return single(run, one, two);
  }
  run.at += 1;
  return one !== '';
}
