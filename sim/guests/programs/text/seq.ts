import type { Bytes } from '../../bytes.ts';
import { has, valueOf } from './options.ts';
import { breathe, complain, coreForm, flush, isDue, put, marked, tool, wrongCall } from './tool.ts';

const form = {
  ...coreForm(
    'f:s:w',
    { format: 'f', separator: 's', 'equal-width': 'w' },
    '[OPTION]... LAST\n  or:  seq [OPTION]... FIRST LAST\n  or:  seq [OPTION]... FIRST INCREMENT LAST',
  ),
  stopsAtOperand: true,
  // A number below zero is no option.
  rewrite: (words: readonly Bytes[]) => {
    const at = words.findIndex(
      (word, place) => !word.startsWith('-') && !/^-[fs]$/.test(words[place - 1] ?? ''),
    );
    const below = words.findIndex((word) => /^-\.?\d/.test(word));
    return below < 0 || (at >= 0 && at < below) ? words : words.toSpliced(below, 0, '--');
  },
} as const;

export const seq = tool(form, function* (self, given) {
  const refused = refusal(given.operands);
  if (refused !== null) return yield* wrongCall(self, form, refused);
  const format = valueOf(given, 'f');
  const wrong = format === null ? null : wrongFormat(format);
  if (wrong !== null) {
    yield* complain(self, wrong);
    return 1;
  }
  const row = rowOf(given.operands);
  const width = has(given, 'w') ? row.width : 0;
  const separator = valueOf(given, 's') ?? '\n';
  let isAny = false;
  for (let value = row.from; isWithin(row, value); value += row.by) {
    const number = value / row.unit;
    const text = format === null ? padded(number.toFixed(row.places), width) : formatted(format, number);
    put(self, isAny ? separator + text : text);
    isAny = true;
    if (isDue(self)) yield* breathe(self);
    if (self.isBroken) return 1;
  }
  if (isAny) put(self, '\n');
  return 0;
});

function refusal(operands: readonly Bytes[]): Bytes | null {
  if (operands.length === 0) return 'missing operand';
  if (operands.length > 3) return `extra operand ${marked(operands[3] ?? '')}`;
  const wrong = operands.find((word) => !/^[ \t]*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(word));
  if (wrong !== undefined) return `invalid floating point argument: ${marked(wrong)}`;
  const { step } = partsOf(operands);
  return Number(step) === 0 ? `invalid Zero increment value: ${marked(step)}` : null;
}

type Parts = { readonly first: Bytes; readonly step: Bytes; readonly last: Bytes };

function partsOf([one = '1', two, three]: readonly Bytes[]): Parts {
  if (two === undefined) return { first: '1', step: '1', last: one };
  return three === undefined ? { first: one, step: '1', last: two } : { first: one, step: two, last: three };
}

function wrongFormat(format: Bytes): Bytes | null {
  if (/^(?:[^%]|%%)*%[-+ 0#']*\d*(?:\.\d*)?[efgaEFGA](?:[^%]|%%)*$/.test(format)) return null;
  return format.includes('%')
    ? `format ${marked(format)} has unknown %${/%[-+ 0#'\d.]*(.?)/.exec(format)?.[1] ?? ''} directive`
    : `format ${marked(format)} has no % directive`;
}

/** Counted in units of the last decimal place. */
type Row = {
  readonly from: number;
  readonly by: number;
  readonly to: number;
  readonly unit: number;
  readonly places: number;
  readonly width: number;
};

function rowOf(operands: readonly Bytes[]): Row {
  const { first, step, last } = partsOf(operands);
  const places = Math.max(placesOf(first), placesOf(step));
  const unit = Number(`1e${places}`);
  return {
    from: Math.round(Number(first) * unit),
    by: Math.round(Number(step) * unit),
    to: Number(last) * unit,
    unit,
    places,
    width: Math.max(Number(first).toFixed(places).length, Number(last).toFixed(places).length),
  };
}

const isWithin = ({ by, to }: Row, value: number): boolean =>
  by > 0 ? value <= to + 1e-9 : value >= to - 1e-9;

const placesOf = (text: Bytes): number => /\.(\d*)$/.exec(text)?.[1]?.length ?? 0;

function padded(text: Bytes, width: number): Bytes {
  return text.startsWith('-') ? `-${text.slice(1).padStart(width - 1, '0')}` : text.padStart(width, '0');
}

function formatted(format: Bytes, value: number): Bytes {
  const text = format.replaceAll('%%', '\0');
  const found = /%([-+ 0#']*)(\d*)(?:\.(\d*))?([efgEFG])/.exec(text);
  if (found === null) return text.replaceAll('\0', '%');
  const [whole, flags = '', width = '', precision = '6', letter = ''] = found;
  const shown = shownAs(letter.toLowerCase(), value, Math.min(Number(precision), 100));
  const signed = flags.includes('+') && value >= 0 ? `+${shown}` : shown;
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + whole.length)];
  return (before + widened(signed, flags, Number(width)) + after).replaceAll('\0', '%');
}

function shownAs(letter: string, value: number, digits: number): Bytes {
  if (letter === 'f') return value.toFixed(digits);
  if (letter === 'e') return value.toExponential(digits).replace(/e([-+])(\d)$/, 'e$10$2');
  return String(Number(value.toPrecision(Math.max(digits, 1))));
}

function widened(text: Bytes, flags: string, width: number): Bytes {
  if (flags.includes('-')) return text.padEnd(width);
  return flags.includes('0') ? padded(text, width) : text.padStart(width);
}

export const yes = tool(
  { ...coreForm('', {}, '[STRING]...'), stopsAtOperand: true },
  function* (self, given) {
    const line = `${given.operands.length === 0 ? 'y' : given.operands.join(' ')}\n`;
    while (!self.isBroken) {
      put(self, line.repeat(Math.ceil(4096 / line.length)));
      yield* flush(self);
      if (isDue(self)) yield* breathe(self);
    }
  },
);
