import { textOf, bytesOf, type Bytes } from '../../bytes.ts';
import { integerOf } from '../arithmetic/integer.ts';
import { backslashed, singleQuoted } from '../variables/quote.ts';
import { complain } from '../say.ts';
import type { Shell } from '../shell.ts';
import { assign, placeNamed } from '../variables/store.ts';
import { optionsIn, wrongUse } from './builtin.ts';
import { unescaped } from './echo.ts';
import { floatText } from './float.ts';
import { timeText } from './strftime.ts';

type Run = {
  readonly shell: Shell;
  readonly args: readonly Bytes[];
  at: number;
  output: Bytes;
  status: number;
  stops: boolean;
};

export function printf(shell: Shell, words: readonly Bytes[]): number {
  const given = optionsIn(shell, words);
  if (given === null) return 2;
  const name = given.values.get('v');
  if (name !== undefined && !/^[A-Za-z_]\w*(\[.*\])?$/s.test(name)) {
    complain(shell, `printf: \`${name}': not a valid identifier`);
    return 2;
  }
  const [format, ...args] = given.rest;
  if (format === undefined) return wrongUse(shell, 'printf', null);
  const run: Run = { shell, args, at: 0, output: '', status: 0, stops: false };
  formatAll(run, format);
  if (name !== undefined)
    return assign(shell, { ...placeNamed(name), text: run.output, appends: false }) ? run.status : 1;
  shell.output += run.output;
  return run.status;
}

/** The format again and again while there are arguments left. */
function formatAll(run: Run, format: Bytes): void {
  for (;;) {
    const before = run.at;
    formatOnce(run, format);
    if (run.stops || run.at >= run.args.length || run.at === before) return;
  }
}

const directive = /^%([-+ 0#']*)(\*|\d+)?(?:\.(\*|-?\d*))?[hlLjzt]*(?:\(([^)]*)\))?([a-zA-Z%])?/;

function formatOnce(run: Run, format: Bytes): void {
  for (let at = 0; at < format.length && !run.stops;) {
    const next = nextSpecial(format, at);
    run.output += format.slice(at, next);
    at = next;
    if (format[at] === '\\') {
      const size = escapeSize(format, at);
      const { bytes, stops } = unescaped(format.slice(at, at + size), 'format');
      run.output += bytes;
      run.stops = stops;
      at += size;
    } else if (format[at] === '%') {
      at += convert(run, directive.exec(format.slice(at)) ?? ['%'], format);
    }
  }
}

function nextSpecial(format: Bytes, from: number): number {
  let at = from;
  while (at < format.length && format[at] !== '\\' && format[at] !== '%') at += 1;
  return at;
}

function escapeSize(format: Bytes, at: number): number {
  return (
    /^\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{1,4}|U[0-9a-fA-F]{1,8}|.|$)/s.exec(
      format.slice(at, at + 12),
    )?.[0].length ?? 1
  );
}

type Spec = { readonly flags: string; readonly width: number; readonly precision: number | null };

/** How long the directive was. */
function convert(run: Run, found: readonly (string | undefined)[], format: Bytes): number {
  const [whole = '%', flags = '', width, precision, time, letter] = found;
  if (letter === undefined) return giveUp(run, `\`${whole}': missing format character`, format);
  if (whole === '%%') {
    run.output += '%';
    return whole.length;
  }
  const spec = specOf({ flags, width: numberIn(run, width), precision: numberIn(run, precision) });
  const text = converted(run, { letter, spec, time: time ?? null });
  if (text === null) return giveUp(run, `\`${letter}': invalid format character`, format);
  run.output += text;
  return whole.length;
}

function giveUp(run: Run, message: Bytes, format: Bytes): number {
  complain(run.shell, `printf: ${message}`);
  run.status = 1;
  run.stops = true;
  return format.length;
}

/** A star takes the next argument. Null: not given. */
function numberIn(run: Run, text: string | undefined): number | null {
  if (text === '*') return Number(integerArgument(run));
  return text === undefined ? null : Number(text);
}

type Written = { readonly flags: string; readonly width: number | null; readonly precision: number | null };

/** A negative width means the left side, a negative precision none. */
function specOf({ flags, width, precision }: Written): Spec {
  const wide = width ?? 0;
  return {
    flags: wide < 0 ? `${flags}-` : flags,
    width: Math.abs(wide),
    precision: precision === null || precision < 0 ? null : precision,
  };
}

type Conversion = { readonly letter: string; readonly spec: Spec; readonly time: string | null };

function converted(run: Run, { letter, spec, time }: Conversion): Bytes | null {
  if (time !== null) return letter === 'T' ? padded(spec, timeArgument(run, time)) : null;
  switch (letter) {
    case 's':
      return padded(spec, clipped(spec, argument(run)));
    case 'c':
      return padded(spec, argument(run).slice(0, 1) || '\0');
    case 'b': {
      const { bytes, stops } = unescaped(argument(run), 'echo');
      run.stops = stops;
      return padded(spec, clipped(spec, bytes));
    }
    case 'q':
      return padded(spec, backslashed(argument(run)));
    case 'Q':
      return padded(spec, singleQuoted(clipped(spec, argument(run))));
    case 'n':
      return '';
    default:
      return numeric(run, letter, spec);
  }
}

function numeric(run: Run, letter: string, spec: Spec): Bytes | null {
  if ('di'.includes(letter)) return padded(spec, signed(spec, integerArgument(run)));
  if ('uxXo'.includes(letter))
    return padded(spec, unsigned(spec, letter, BigInt.asUintN(64, integerArgument(run))));
  if (!'eEfFgGaA'.includes(letter)) return null;
  const text = argument(run).trim();
  const value =
    /^[-+]?0[xX]/.test(text) || /^["']/.test(text)
      ? Number(integer(run, text))
      : Number.parseFloat(text === '' ? '0' : text);
  if (
    text !== '' &&
    !/^([-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?|[-+]?(inf(inity)?|nan)|0[xX][\da-fA-F]+|["'].*)$/i.test(text)
  )
    invalid(run, text);
  return padded(
    spec,
    floatText(letter, { ...spec, value: wordNumber(text) ?? (Number.isNaN(value) ? 0 : value) }),
  );
}

function wordNumber(text: Bytes): number | null {
  const word = /^([-+]?)(inf|nan)/i.exec(text);
  if (word === null) return null;
  if (word[2]?.toLowerCase() === 'nan') return Number.NaN;
  return word[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

function argument(run: Run): Bytes {
  const text = run.args[run.at] ?? '';
  run.at += 1;
  return text;
}

function invalid(run: Run, text: Bytes): void {
  complain(run.shell, `printf: ${text}: invalid number`);
  run.status = 1;
}

function integerArgument(run: Run): bigint {
  return integer(run, argument(run));
}

const most = 9_223_372_036_854_775_807n;

function integer(run: Run, raw: Bytes): bigint {
  const text = raw.trimStart();
  if (text === '') return 0n;
  if (text[0] === '"' || text[0] === "'") return BigInt(textOf(text.slice(1)).codePointAt(0) ?? 0);
  const found = /^([-+]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)/.exec(text);
  if (found?.[0] !== text) invalid(run, raw);
  if (found === null) return 0n;
  const value = wide(found[2] ?? '0');
  return bounded(run, raw, found[1] === '-' ? -value : value);
}

function bounded(run: Run, raw: Bytes, value: bigint): bigint {
  if (value <= 2n * most + 1n && value >= -most - 1n) return value;
  complain(run.shell, `printf: warning: ${raw}: Numerical result out of range`);
  return value > 0n ? most : -most - 1n;
}

function wide(text: string): bigint {
  if (/^0[xX]/.test(text)) return BigInt(text);
  if (text.length > 1 && text.startsWith('0')) return BigInt(`0o${text.slice(1)}`);
  return typeof integerOf(text) === 'string' ? 0n : BigInt(text);
}

function timeArgument(run: Run, format: string): Bytes {
  const raw = run.args[run.at];
  run.at += 1;
  const value =
    raw === undefined || raw === '-1'
      ? run.shell.system.now() / 1000
      : raw === '-2'
        ? run.shell.startedAt / 1000
        : Number(integer(run, raw));
  return timeText(format === '' ? '%X' : format, Math.floor(value));
}

/** Precision counts characters, not bytes. */
function clipped({ precision }: Spec, text: Bytes): Bytes {
  return precision === null ? text : bytesOf(Array.from(textOf(text)).slice(0, precision).join(''));
}

function padded({ flags, width }: Spec, text: Bytes): Bytes {
  if (text.length >= width) return text;
  return flags.includes('-') ? text.padEnd(width) : text.padStart(width);
}

function signed(spec: Spec, raw: bigint): Bytes {
  const value = BigInt.asIntN(64, raw);
  const sign = value < 0n ? '-' : spec.flags.includes('+') ? '+' : spec.flags.includes(' ') ? ' ' : '';
  const digits = String(value < 0n ? -value : value);
  return zeroed(spec, sign, precise(spec, digits));
}

function unsigned(spec: Spec, letter: string, value: bigint): Bytes {
  const base = letter === 'o' ? 8 : letter === 'u' ? 10 : 16;
  const digits = letter === 'X' ? value.toString(base).toUpperCase() : value.toString(base);
  if (!spec.flags.includes('#') || value === 0n) return zeroed(spec, '', precise(spec, digits));
  if (letter === 'o') return zeroed(spec, '', precise(spec, `0${digits}`));
  return zeroed(spec, letter === 'u' ? '' : `0${letter}`, precise(spec, digits));
}

function precise({ precision }: Spec, digits: string): string {
  if (precision === 0 && digits === '0') return '';
  return precision === null ? digits : digits.padStart(precision, '0');
}

function zeroed({ flags, width, precision }: Spec, sign: string, digits: string): Bytes {
  if (!flags.includes('0') || flags.includes('-') || precision !== null) return sign + digits;
  return sign + digits.padStart(width - sign.length, '0');
}
