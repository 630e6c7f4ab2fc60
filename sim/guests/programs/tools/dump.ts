import type { Bytes } from '../../bytes.ts';
import type { Program, Step } from '../../kernel/program.ts';
import { plainTexts, wholeFile } from '../text/files.ts';
import { has, valueOf, type Given } from '../text/options.ts';
import { coreForm, put, tool, type Tool } from '../text/tool.ts';

const isPrintable = (byte: number): boolean => byte >= 32 && byte < 127;
const dotted = (bytes: Bytes): Bytes => bytes.replace(/[^ -~]/g, '.');
const named: Readonly<Record<number, string>> = {
  0: '\\0',
  7: '\\a',
  8: '\\b',
  9: '\\t',
  10: '\\n',
  11: '\\v',
  12: '\\f',
  13: '\\r',
};

function characterOf(byte: number): string {
  const name = named[byte];
  if (name !== undefined) return name.padStart(4);
  return isPrintable(byte) ? String.fromCharCode(byte).padStart(4) : ` ${byte.toString(8).padStart(3, '0')}`;
}

/** One line of bytes in the way that was asked for; words of several bytes are little-endian. */
function cellsOf(line: Bytes, type: string): Bytes {
  const [kind, size] = [
    type.charAt(0),
    Number(
      type.slice(1) ||
        (type.startsWith('x') || type.startsWith('o') || type.startsWith('d') || type.startsWith('u')
          ? 4
          : 1),
    ),
  ];
  const cells: Bytes[] = [];
  for (let at = 0; at < line.length; at += kind === 'c' ? 1 : size) {
    if (kind === 'c') {
      cells.push(characterOf(line.charCodeAt(at)));
      continue;
    }
    let value = 0;
    for (let place = size - 1; place >= 0; place -= 1)
      value = value * 256 + (line.charCodeAt(at + place) || 0);
    cells.push(` ${numberText(value, kind, size)}`);
  }
  return cells.join('');
}

const digits: Readonly<Record<string, readonly [base: number, widths: Readonly<Record<number, number>>]>> = {
  x: [16, { 1: 2, 2: 4, 4: 8, 8: 16 }],
  o: [8, { 1: 3, 2: 6, 4: 11, 8: 22 }],
};
const plainWidths: Readonly<Record<number, number>> = { 1: 3, 2: 5, 4: 10, 8: 20 };

/** From here on a number of so many bytes is below zero. */
const halves: Readonly<Record<number, number>> = { 1: 128, 2: 32_768, 4: 2_147_483_648 };

function numberText(value: number, kind: string, size: number): string {
  const [base, widths] = digits[kind] ?? [10, {}];
  if (base !== 10) return value.toString(base).padStart(widths[size] ?? 0, '0');
  const half = halves[size] ?? Infinity;
  const signed = kind === 'd' && value >= half ? value - 2 * half : value;
  return String(signed).padStart((plainWidths[size] ?? 0) + (kind === 'd' ? 1 : 0));
}

function typesOf(given: Given): readonly string[] {
  const types: string[] = [];
  const short: Readonly<Record<string, string>> = {
    b: 'o1',
    c: 'c',
    d: 'u2',
    o: 'o2',
    x: 'x2',
    s: 'd2',
    i: 'd4',
  };
  for (const { name, value } of given.all)
    if (name === 't') types.push(...((value ?? '').match(/[acdoux][1248]?/g) ?? []));
    else if (short[name] !== undefined) types.push(short[name]);
  return types.length === 0 ? ['o2'] : types.map((type) => (/^[xodu]$/.test(type) ? `${type}4` : type));
}

export const od = tool(
  coreForm(
    'A:t:N:j:vbcdoxsiw::',
    {
      'address-radix': 'A',
      format: 't',
      'read-bytes': 'N',
      'skip-bytes': 'j',
      'output-duplicates': 'v',
      width: 'w',
    },
    '[OPTION]... [FILE]...',
  ),
  function* (self, given) {
    const all = yield* allOf(self, given.operands);
    const skip = Number(valueOf(given, 'j') ?? 0);
    const bytes = all.slice(skip, skip + Number(valueOf(given, 'N') ?? Infinity));
    const radix = valueOf(given, 'A') ?? 'o';
    const types = typesOf(given);
    const blank = ' '.repeat(radix === 'n' ? 0 : 7);
    const width = Number(valueOf(given, 'w') ?? 16);
    eachLine(self, { bytes, width, isWhole: has(given, 'v') }, (line, at) =>
      types
        .map((type, row) => `${row === 0 ? addressIn(radix, skip + at) : blank}${cellsOf(line, type)}\n`)
        .join(''),
    );
    const isRead = self.status === 0 || bytes !== '';
    if (radix !== 'n' && isRead) put(self, `${addressIn(radix, skip + bytes.length)}\n`);
    return self.status;
  },
);

function addressIn(radix: Bytes, at: number): Bytes {
  if (radix === 'n') return '';
  if (radix === 'x') return at.toString(16).padStart(6, '0');
  return at.toString(radix === 'd' ? 10 : 8).padStart(7, '0');
}

function* allOf(self: Tool, names: readonly Bytes[]): Step<Bytes> {
  let all = '';
  for (const name of names.length === 0 ? ['-'] : names)
    all += (yield* wholeFile(self, name, plainTexts)) ?? '';
  return all;
}

type Lines = { readonly bytes: Bytes; readonly width: number; readonly isWhole: boolean };

/** Line by line; those that are as the one before are one star. */
function eachLine(
  self: Tool,
  { bytes, width, isWhole }: Lines,
  show: (line: Bytes, at: number) => Bytes,
): void {
  let before: Bytes | null = null;
  let isStarred = false;
  for (let at = 0; at < bytes.length; at += width) {
    const line = bytes.slice(at, at + width);
    const isSame = line === before && !isWhole;
    if (!isSame) put(self, show(line, at));
    else if (!isStarred) put(self, '*\n');
    isStarred = isSame;
    before = line;
  }
}

/** hexdump: -C beside its characters, else in words of two bytes. */
export const hexdump = tool(
  {
    short: 'Cn:s:v',
    long: { canonical: 'C', length: 'n', skip: 's', 'no-squeezing': 'v' },
    usage: '[options] <file>...',
    version: 'util-linux) 2.38.1',
  },
  function* (self, given) {
    const all = yield* allOf(self, given.operands);
    const skip = Number(valueOf(given, 's') ?? 0);
    const bytes = all.slice(skip, skip + Number(valueOf(given, 'n') ?? Infinity));
    const isCanonical = has(given, 'C');
    const address = (at: number): Bytes => at.toString(16).padStart(isCanonical ? 8 : 7, '0');
    eachLine(self, { bytes, width: 16, isWhole: has(given, 'v') }, (line, at) =>
      isCanonical
        ? `${address(skip + at)}  ${canonical(line)}\n`
        : `${address(skip + at)}${cellsOf(line, 'x2').padEnd(40)}\n`,
    );
    if (bytes !== '') put(self, `${address(skip + bytes.length)}\n`);
    return self.status;
  },
);

const pairs = (bytes: Bytes): Bytes[] =>
  bytes.split('').map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0'));

function canonical(line: Bytes): Bytes {
  const cells = pairs(line);
  const left = cells.slice(0, 8).join(' ').padEnd(23);
  return `${left}  ${cells.slice(8).join(' ').padEnd(23)}  |${dotted(line)}|`;
}

/** xxd: forth and, with -r, back. */
export const xxd: Program = tool(
  { short: 'prl:s:c:u', long: {}, usage: '[options] [infile [outfile]]', version: 'xxd) 2022-01-14' },
  function* (self, given) {
    const texts = {
      open: (name: Bytes): Bytes => `${name}: No such file or directory`,
      read: (name: Bytes): Bytes => `${name}: Input/output error`,
    };
    const text = yield* wholeFile(self, given.operands[0] ?? '-', texts);
    if (text === null) return 2;
    put(self, has(given, 'r') ? back(text, has(given, 'p')) : forth(text, given));
    return 0;
  },
);

function forth(text: Bytes, given: Given): Bytes {
  const isPlain = has(given, 'p');
  const skip = Number(valueOf(given, 's') ?? 0);
  const bytes = text.slice(skip, skip + Number(valueOf(given, 'l') ?? Infinity));
  const width = Number(valueOf(given, 'c') ?? (isPlain ? 30 : 16));
  const columns = width * 2 + Math.ceil(width / 2) - 1;
  let shown = '';
  for (let at = 0; at < bytes.length; at += width) {
    const line = bytes.slice(at, at + width);
    const hex = has(given, 'u') ? pairs(line).join('').toUpperCase() : pairs(line).join('');
    const groups = (hex.match(/.{1,4}/g) ?? []).join(' ');
    const address = (skip + at).toString(16).padStart(8, '0');
    shown += isPlain ? `${hex}\n` : `${address}: ${groups.padEnd(columns)}  ${dotted(line)}\n`;
  }
  return shown;
}

function back(text: Bytes, isPlain: boolean): Bytes {
  const hex = isPlain
    ? text.replace(/[^0-9a-fA-F]/g, '')
    : text
        .split('\n')
        .map((line) => (/^[0-9a-f]+:\s((?:[0-9a-fA-F]{2,4} ?)*)/.exec(line)?.[1] ?? '').replaceAll(' ', ''))
        .join('');
  return (hex.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('');
}
