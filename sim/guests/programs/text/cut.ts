import { sizeAt, type Bytes } from '../../bytes.ts';
import { eachSource, plainTexts } from './files.ts';
import { has, valueOf, type Given } from './options.ts';
import { awaitLine, takeLine } from './source.ts';
import { breathe, coreForm, isDue, marked, put, tool, wrongCall } from './tool.ts';

const form = coreForm(
  'b:c:d:f:nsz',
  {
    bytes: 'b',
    characters: 'c',
    delimiter: 'd',
    fields: 'f',
    'only-delimited': 's',
    complement: 'complement',
    'output-delimiter': 'output-delimiter:',
    'zero-terminated': 'z',
  },
  'OPTION... [FILE]...',
);

type Ranges = readonly (readonly [first: number, last: number])[];
type Cut = {
  readonly unit: 'bytes' | 'fields';
  readonly ranges: Ranges;
  readonly delimiter: Bytes;
  readonly outputDelimiter: Bytes | null;
  readonly skipsOthers: boolean;
};

export const cut = tool(form, function* (self, given) {
  const how = howOf(given);
  if ('wrong' in how) return yield* wrongCall(self, form, how.wrong);
  const end = has(given, 'z') ? '\0' : '\n';
  yield* eachSource(self, { names: given.operands, texts: plainTexts }, function* (source) {
    for (;;) {
      const line = takeLine(source, end) ?? (yield* awaitLine(self, source, end));
      if (line === null) return;
      const text = how.unit === 'bytes' ? bytesOfLine(line, how) : fieldsOfLine(line, how);
      if (text !== null) put(self, text + end);
      if (isDue(self)) yield* breathe(self);
    }
  });
  return 0;
});

type Wrong = { readonly wrong: Bytes };

function howOf(given: Given): Cut | Wrong {
  const [list, another] = given.all.filter(({ name }) => 'bcf'.includes(name));
  if (list === undefined) return { wrong: 'you must specify a list of bytes, characters, or fields' };
  if (another !== undefined) return { wrong: 'only one list may be specified' };
  const unit = list.name === 'f' ? 'fields' : 'bytes';
  const refused = refusal(given, unit);
  if (refused !== null) return { wrong: refused };
  const ranges = rangesOf(list.value ?? '', unit);
  if ('wrong' in ranges) return ranges;
  const delimiter = valueOf(given, 'd') ?? '\t';
  return {
    unit,
    ranges: has(given, 'complement') ? complement(ranges) : ranges,
    delimiter: delimiter === '' ? '\0' : delimiter,
    outputDelimiter: valueOf(given, 'output-delimiter'),
    skipsOthers: has(given, 's'),
  };
}

/** What cannot go together, or be. */
function refusal(given: Given, unit: Cut['unit']): Bytes | null {
  const delimiter = valueOf(given, 'd');
  if (unit === 'bytes' && delimiter !== null)
    return 'an input delimiter may be specified only when operating on fields';
  if (unit === 'bytes' && has(given, 's'))
    return 'suppressing non-delimited lines makes sense\n\tonly when operating on fields';
  const isOne = delimiter === null || delimiter.length <= 1 || sizeAt(delimiter, 0) === 0;
  return isOne ? null : 'the delimiter must be a single character';
}

const wordings = {
  fields: { first: 'fields are numbered from 1', value: 'invalid field value' },
  bytes: {
    first: 'byte/character positions are numbered from 1',
    value: 'invalid byte/character position',
  },
} as const;

function rangesOf(text: Bytes, unit: Cut['unit']): Ranges | Wrong {
  const ranges: [number, number][] = [];
  for (const item of text.split(/[, \t]/)) {
    const range = rangeOf(item, unit);
    if ('wrong' in range) return range;
    ranges.push(range);
  }
  return joined(ranges);
}

function rangeOf(item: Bytes, unit: Cut['unit']): [number, number] | Wrong {
  const { first, value } = wordings[unit];
  if (!/^\d*-?\d*$/.test(item)) return { wrong: `${value} ${marked(item.replace(/^\d*-?/, '') || item)}` };
  if (item === '-') return { wrong: 'invalid range with no endpoint: -' };
  if (item === '') return { wrong: first };
  const [from = '', to = from] = item.split('-');
  const low = from === '' ? 1 : Number(from);
  const high = to === '' ? Number.POSITIVE_INFINITY : Number(to);
  if (low === 0) return { wrong: first };
  return high < low ? { wrong: 'invalid decreasing range' } : [low, high];
}

/** In their order, those that overlap as one. */
function joined(ranges: readonly [number, number][]): Ranges {
  const whole: [number, number][] = [];
  for (const range of ranges.toSorted((one, other) => one[0] - other[0])) {
    const before = whole.at(-1);
    if (before !== undefined && range[0] <= before[1]) before[1] = Math.max(before[1], range[1]);
    else whole.push(range);
  }
  return whole;
}

function complement(ranges: Ranges): Ranges {
  const gaps: [number, number][] = [];
  let next = 1;
  for (const [first, last] of ranges) {
    if (first > next) gaps.push([next, first - 1]);
    next = last + 1;
  }
  if (next !== Number.POSITIVE_INFINITY) gaps.push([next, Number.POSITIVE_INFINITY]);
  return gaps;
}

function bytesOfLine(line: Bytes, { ranges, outputDelimiter }: Cut): Bytes {
  return ranges
    .filter(([first]) => first <= line.length)
    .map(([first, last]) => line.slice(first - 1, last))
    .join(outputDelimiter ?? '');
}

function fieldsOfLine(line: Bytes, { ranges, delimiter, outputDelimiter, skipsOthers }: Cut): Bytes | null {
  if (!line.includes(delimiter)) return skipsOthers ? null : line;
  const fields = line.split(delimiter);
  return ranges.flatMap(([first, last]) => fields.slice(first - 1, last)).join(outputDelimiter ?? delimiter);
}
