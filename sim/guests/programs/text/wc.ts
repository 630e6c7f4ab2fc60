import { sizeAt, textOf, type Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { eachSource, plainTexts, wholeFile } from './files.ts';
import { has, valueOf } from './options.ts';
import { readBlock, type Source } from './source.ts';
import { breathe, complain, coreForm, isDue, put, tool, type Tool } from './tool.ts';

type Counts = { lines: number; words: number; characters: number; bytes: number; longest: number };
type Column = keyof Counts;

const form = coreForm(
  'clLmw',
  { bytes: 'c', chars: 'm', lines: 'l', 'max-line-length': 'L', words: 'w', 'files0-from': 'files0-from:' },
  '[OPTION]... [FILE]...',
);
const columnOf: readonly (readonly [letter: string, column: Column])[] = [
  ['l', 'lines'],
  ['w', 'words'],
  ['m', 'characters'],
  ['c', 'bytes'],
  ['L', 'longest'],
];

export const wc = tool(form, function* (self, given) {
  let columns = columnOf.filter(([letter]) => has(given, letter)).map(([, column]) => column);
  if (columns.length === 0) columns = ['lines', 'words', 'bytes'];
  let names = given.operands;
  const list = valueOf(given, 'files0-from');
  if (list !== null) {
    const text = yield* wholeFile(self, list, {
      ...plainTexts,
      open: (name, errno) => `cannot open '${name}' for reading: ${plainTexts.open('', errno).slice(2)}`,
    });
    if (text === null) return 1;
    names = text.split('\0').filter((name) => name !== '');
  }
  const width = widthOf(self, names, columns);
  const total: Counts = { lines: 0, words: 0, characters: 0, bytes: 0, longest: 0 };
  for (const name of names.length === 0 ? [null] : names) {
    let isRead = false;
    const counts: Counts = { lines: 0, words: 0, characters: 0, bytes: 0, longest: 0 };
    const told = { names: [name ?? '-'], texts: { open: plainTexts.open, read: () => '' } };
    yield* eachSource(self, told, function* (source) {
      isRead = true;
      yield* count(self, source, counts);
      if (source.errno === null) return;
      self.status = 1;
      yield* complain(self, plainTexts.read(source.name, source.errno));
      source.errno = null;
    });
    if (!isRead) continue;
    total.lines += counts.lines;
    total.words += counts.words;
    total.characters += counts.characters;
    total.bytes += counts.bytes;
    total.longest = Math.max(total.longest, counts.longest);
    put(
      self,
      `${columns.map((column) => String(counts[column]).padStart(width)).join(' ')}${name === null ? '' : ` ${name}`}\n`,
    );
  }
  if (names.length > 1)
    put(self, `${columns.map((column) => String(total[column]).padStart(width)).join(' ')} total\n`);
  return 0;
});

/** As wide as the sum of all sizes; seven where something has no size. */
function widthOf(self: Tool, names: readonly Bytes[], columns: readonly Column[]): number {
  if (columns.length === 1 && names.length < 2) return 1;
  let sum = 0;
  let least = 1;
  for (const name of names.length === 0 ? ['-'] : names) {
    const stat = name === '-' ? self.system.descriptors.stat(0) : self.system.files.stat(name);
    if (stat.ok && stat.value.kind === 'file') sum += stat.value.size;
    else if (stat.ok) least = 7;
  }
  return Math.max(least, String(sum).length);
}

function* count(self: Tool, source: Source, counts: Counts): Step<void> {
  const words: Words = { counts, isInWord: false };
  let left = '';
  for (let block = yield* readBlock(source); block !== ''; block = yield* readBlock(source)) {
    counts.bytes += block.length;
    const text = left + block;
    left = tally(words, text);
    measure(text, counts);
    if (isDue(self)) yield* breathe(self);
  }
}

type Words = { readonly counts: Counts; isInWord: boolean };

/** What is left is a character that is cut in two: it is counted with what comes. */
function tally(words: Words, text: Bytes): Bytes {
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    const size = code < 128 ? 1 : sizeAt(text, at);
    if (size === 0 && code >= 0xc2 && text.length - at < 4) return text.slice(at);
    if (code === 10) words.counts.lines += 1;
    if (size > 0) words.counts.characters += 1;
    if (isSpace(code)) words.isInWord = false;
    else if (!words.isInWord && isVisible(code, size)) {
      words.isInWord = true;
      words.counts.words += 1;
    }
    at += Math.max(size, 1);
  }
  return '';
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);
const isVisible = (code: number, size: number): boolean => size > 1 || (code > 32 && code < 127);

function measure(text: Bytes, counts: Counts): void {
  for (const line of text.split('\n')) {
    let width = 0;
    for (const character of textOf(line)) {
      if (character === '\t') width += 8 - (width % 8);
      else if (character === '\r' || character === '\f') width = 0;
      else if (character >= ' ') width += 1;
    }
    counts.longest = Math.max(counts.longest, width);
  }
}
