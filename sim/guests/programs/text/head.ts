import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { eachSource, longTexts } from './files.ts';
import { sizeOf } from './number.ts';
import { has, lastOf, valueOf, type Given } from './options.ts';
import { awaitLine, readBlock, readRest, takeLine, type Source } from './source.ts';
import { breathe, complain, coreForm, flush, isDue, put, marked, tool, type Tool } from './tool.ts';

const form = {
  ...coreForm(
    'c:n:qvz',
    { bytes: 'c', lines: 'n', quiet: 'q', silent: 'q', verbose: 'v', 'zero-terminated': 'z' },
    '[OPTION]... [FILE]...',
  ),
  rewrite: (words: readonly Bytes[]) =>
    words.map((word, at) => (at === 0 ? word.replace(/^-(\d+)$/, '-n$1') : word)),
};

type Head = {
  readonly unit: 'c' | 'n';
  readonly count: number;
  readonly isBut: boolean;
  readonly end: Bytes;
};

export const head = tool(form, function* (self, given) {
  const how = howOf(given);
  if (typeof how === 'string') {
    yield* complain(self, how);
    return 1;
  }
  const names = given.operands;
  const isTitled = has(given, 'v') || (names.length > 1 && !has(given, 'q'));
  let isFirst = true;
  yield* eachSource(self, { names, texts: longTexts }, function* (source) {
    if (isTitled) put(self, `${isFirst ? '' : '\n'}==> ${titleOf(source)} <==\n`);
    isFirst = false;
    if (how.isBut) yield* allBut(self, source, how);
    else if (how.unit === 'c') yield* bytes(self, source, how.count);
    else yield* lines(self, source, how);
  });
  return 0;
});

export const titleOf = (source: Source): Bytes => (source.name === '-' ? 'standard input' : source.name);

function howOf(given: Given): Head | Bytes {
  const unit = lastOf(given, 'cn') === 'c' ? 'c' : 'n';
  const text = valueOf(given, unit) ?? '10';
  const count = sizeOf(text.replace(/^[-+]/, ''));
  if (count === null) return `invalid number of ${unit === 'c' ? 'bytes' : 'lines'}: ${marked(text)}`;
  return { unit, count, isBut: text.startsWith('-'), end: has(given, 'z') ? '\0' : '\n' };
}

function* bytes(self: Tool, source: Source, count: number): Step<void> {
  for (let left = count; left > 0;) {
    const block = yield* readBlock(source);
    if (block === '') return;
    put(self, block.slice(0, left));
    giveBack(source, block.length - left);
    left -= block.length;
    yield* flush(self);
  }
}

/** What was read too much belongs to whoever reads the same file next. */
function giveBack(source: Source, count: number): void {
  if (count > 0) source.system.descriptors.seek(source.descriptor, -count, 'here');
}

function* lines(self: Tool, source: Source, { count, end }: Head): Step<void> {
  for (let left = count; left > 0; left -= 1) {
    const line = takeLine(source, end) ?? (yield* awaitLine(self, source, end));
    if (line === null) return;
    put(self, source.lacksEnd ? line : line + end);
    if (isDue(self)) yield* breathe(self);
  }
  giveBack(source, source.buffer.length - source.at);
}

function* allBut(self: Tool, source: Source, { unit, count, end }: Head): Step<void> {
  const text = yield* readRest(source);
  if (unit === 'c') put(self, text.slice(0, Math.max(0, text.length - count)));
  else put(self, text.slice(0, startOfLast(text, count, end)));
}

/** Where the last so many lines begin. */
export function startOfLast(text: Bytes, count: number, end: Bytes): number {
  if (count === 0) return text.length;
  let at = text.endsWith(end) ? text.length - 1 : text.length;
  for (let left = count; left > 0; left -= 1) {
    at = at === 0 ? -1 : text.lastIndexOf(end, at - 1);
    if (at < 0) return 0;
  }
  return at + 1;
}
