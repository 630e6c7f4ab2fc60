import type { Bytes } from '../../bytes.ts';
import { messageOf } from '../../answer.ts';
import { momentOf, timeText } from '../../shell/builtins/strftime.ts';
import type { Call } from '../files/command.ts';
import { breathe, complain, complainOf, coreCommand, misuse } from '../files/command.ts';
import { momentSaid } from '../files/moment.ts';
import { has, lastOf, valueOf } from '../files/options.ts';
import { quoted } from '../files/quote.ts';

export const date = coreCommand({
  short: 'd:f:I::r:Rs:u',
  long: {
    date: 'd',
    'iso-8601': 'iso?',
    reference: 'r',
    'rfc-email': 'R',
    'rfc-3339': 'rfc:',
    set: 's',
    utc: 'u',
    universal: 'u',
  },
  usage: '[OPTION]... [+FORMAT]',
  *run(call) {
    yield* breathe(call);
    const [operand, extra] = call.operands;
    if (extra !== undefined) {
      misuse(call, 1, `extra operand ${quoted(extra)}`);
      return;
    }
    const at = timeOf(call);
    if (at === null) return;
    const shape = operand?.startsWith('+') === true ? operand.slice(1) : null;
    const shown = shape === null && operand !== undefined ? setByStamp(call, operand) : at;
    if (shown === null) return;
    if (has(call.options, 's')) setTo(call, at);
    const format = shape ?? formatOf(call);
    if (format !== null) call.output += `${formatted(format, shown)}\n`;
  },
});

/** `MMDDhhmm[[CC]YY][.ss]`; null: told. */
function setByStamp(call: Call, text: Bytes): number | null {
  const at = stampTime(text, call.system.now());
  if (at === null) complain(call, `invalid date ${quoted(text)}`);
  else setTo(call, at);
  return at;
}

function stampTime(text: Bytes, now: number): number | null {
  const found = /^(0\d|1[0-2])([0-2]\d|3[01])([01]\d|2[0-3])([0-5]\d)((?:\d\d){0,2})(\.\d\d)?$/.exec(text);
  if (found === null) return null;
  const part = (at: number): string => found[at] ?? '';
  const day = `${yearOf(part(5), now)}-${part(1)}-${part(2)}`;
  const seconds = momentSaid(`${day} ${part(3)}:${part(4)}:${part(6).slice(1).padStart(2, '0')}`, now);
  return seconds === null ? null : seconds * 1000;
}

function yearOf(digits: string, now: number): string {
  if (digits === '') return String(momentOf(now / 1000).year);
  return digits.length === 4 ? digits : `${Number(digits) < 69 ? '20' : '19'}${digits}`;
}

function setTo(call: Call, at: number): void {
  const { machine, steady } = call.system;
  const changed = machine.clock.change({ offset: at - steady(), rate: 0, until: null });
  if (!changed.ok) complain(call, `cannot set date: ${messageOf(changed.errno)}`);
}

function timeOf(call: Call): number | null {
  const { options, system } = call;
  const manner = lastOf(options, 'drs');
  if (manner === null) return system.now();
  const value = valueOf(options, manner) ?? '';
  if (manner === 'r') {
    const found = system.files.stat(value);
    if (!found.ok) complainOf(call, value, found.errno);
    return found.ok ? found.value.modifiedAt : null;
  }
  const seconds = momentSaid(value, system.now());
  if (seconds === null) complain(call, `invalid date ${quoted(value)}`);
  const isNow = /^\s*now\s*$/i.test(value);
  return seconds === null ? null : isNow ? system.now() : seconds * 1000;
}

const isoFormats: Readonly<Record<string, string>> = {
  date: '%Y-%m-%d',
  hours: '%Y-%m-%dT%H%:z',
  minutes: '%Y-%m-%dT%H:%M%:z',
  seconds: '%Y-%m-%dT%H:%M:%S%:z',
  ns: '%Y-%m-%dT%H:%M:%S,%N%:z',
};

function formatOf(call: Call): Bytes | null {
  const { options } = call;
  if (has(options, 'R')) return '%a, %d %b %Y %H:%M:%S %z';
  const iso = valueOf(options, 'iso') ?? valueOf(options, 'I');
  const zone = valueOf(options, 'rfc');
  if (iso === null && zone === null) return '%a %b %e %H:%M:%S %Z %Y';
  const asked = iso ?? zone ?? '';
  const unit = Object.keys(isoFormats).find((name) => name.startsWith(asked));
  const found = isoFormats[unit ?? asked];
  if (found === undefined)
    complain(
      call,
      `invalid argument ${quoted(asked)} for ${quoted(iso === null ? '--rfc-3339' : '--iso-8601')}`,
    );
  return found === undefined ? null : iso === null ? found.replace('T', ' ').replace(',', '.') : found;
}

/** `%` letters with the flags and widths that GNU knows. */
export function formatted(format: Bytes, at: number): Bytes {
  const seconds = Math.floor(at / 1000);
  return format.replaceAll(
    /%([-_0^#+]*)(\d*)[EO]?(:{0,3}z|[a-zA-Z%+])/g,
    (whole: string, ...parts: readonly string[]) => {
      const [flags = '', width = '', letter = ''] = parts;
      const text = letterText(letter, { at, seconds, width });
      return text === null ? whole : shaped(text, { flags, width, letter });
    },
  );
}

type When = { readonly at: number; readonly seconds: number; readonly width: string };

function letterText(letter: string, { at, seconds, width }: When): Bytes | null {
  if (letter === 'N') {
    const nanoseconds = `${String(at - seconds * 1000).padStart(3, '0')}000000`;
    return width === '' ? nanoseconds : nanoseconds.slice(0, Number(width));
  }
  if (letter === ':z') return '+00:00';
  if (letter === '::z') return '+00:00:00';
  if (letter === ':::z') return '+00';
  if (letter === 'r') return timeText('%I:%M:%S %p', seconds);
  if (letter === 'c') return timeText('%a %b %e %H:%M:%S %Y', seconds);
  if (letter === 'q') return String(Math.floor(momentOf(seconds).month / 3) + 1);
  if ('GgV'.includes(letter)) return weekText(letter, seconds);
  const text = timeText(`%${letter}`, seconds);
  return text === `%${letter}` ? null : text;
}

/** ISO 8601's week belongs to the year its Thursday is in. */
function weekText(letter: string, seconds: number): Bytes {
  const { weekday } = momentOf(seconds);
  const thursday = momentOf(seconds + (3 - ((weekday + 6) % 7)) * 86_400);
  if (letter === 'G') return String(thursday.year);
  if (letter === 'g') return String(thursday.year % 100).padStart(2, '0');
  return String(Math.floor((thursday.yearday - 1) / 7) + 1).padStart(2, '0');
}

type Shape = { readonly flags: string; readonly width: string; readonly letter: string };

function shaped(text: Bytes, { flags, width, letter }: Shape): Bytes {
  const isNumber = /^[ 0-9]+$/.test(text);
  const said = inCase(isNumber ? repadded(text, flags) : text, flags, letter);
  if (letter === 'N' || width === '') return said;
  return said.padStart(Number(width), isNumber && !flags.includes('_') ? '0' : ' ');
}

/** `-` takes what a number is padded with, `_` and `0` change it. */
function repadded(text: Bytes, flags: string): Bytes {
  let said = text;
  if (flags.includes('-')) said = said.replace(/^[ 0]+(?=.)/, '');
  if (flags.includes('_')) said = said.replace(/^0+(?=.)/, (zeros) => ' '.repeat(zeros.length));
  if (flags.includes('0')) said = said.replace(/^ +/, (spaces) => '0'.repeat(spaces.length));
  return said;
}

function inCase(text: Bytes, flags: string, letter: string): Bytes {
  const isFlipped = flags.includes('#');
  if (isFlipped && (letter === 'Z' || letter === 'p')) return text.toLowerCase();
  return isFlipped || flags.includes('^') ? text.toUpperCase() : text;
}
