import { sizeAt, type Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import type { Matcher } from './grep-matcher.ts';
import type { Grep } from './grep-options.ts';
import { awaitLine, closeSource, takeLine, type Source } from './source.ts';
import { breathe, complain, flush, isDue, put, type Tool } from './tool.ts';

export type Searching = {
  readonly self: Tool;
  readonly grep: Grep;
  readonly matcher: Matcher;
  readonly isNamed: boolean;
  readonly binaries: Bytes[];
  readonly namesFound: boolean;
  readonly so: { isAny: boolean; hasGroup: boolean };
};

type Line = { readonly text: Bytes; readonly number: number; readonly offset: number };
type File = {
  readonly name: Bytes;
  selected: number;
  shown: number;
  left: number;
  readonly held: Line[];
  isBinary: boolean;
};

export function* searchSource(searching: Searching, source: Source): Step<void> {
  const { self, grep } = searching;
  const name = source.name === '-' ? grep.label : source.name;
  const file: File = { name, selected: 0, shown: 0, left: 0, held: [], isBinary: false };
  let number = 0;
  let offset = 0;
  while (grep.most > 0) {
    const text = takeLine(source, grep.end) ?? (yield* awaitLine(self, source, grep.end));
    if (text === null) break;
    number += 1;
    if (number === 1) file.isBinary = startsBinary(grep, source, text);
    if (!meet(searching, file, { text, number, offset })) break;
    offset += text.length + 1;
    if (isDue(self)) yield* breathe(self);
  }
  if (source.buffer.length > source.at)
    self.system.descriptors.seek(source.descriptor, source.at - source.buffer.length, 'here');
  conclude(searching, file);
  yield* flush(self);
  for (const binary of searching.binaries.splice(0)) yield* complain(self, `${binary}: binary file matches`);
  closeSource(source);
}

const knowsBinary = (grep: Grep): boolean => grep.binary !== 'text' && grep.end === '\n';

const startsBinary = (grep: Grep, source: Source, text: Bytes): boolean =>
  knowsBinary(grep) && (text.includes('\0') || source.buffer.includes('\0'));

/** False: nothing more of this file is of interest. */
function meet(searching: Searching, file: File, line: Line): boolean {
  const { grep, matcher } = searching;
  if (matcher.isIn(line.text) !== grep.isInverted) return take(searching, file, line);
  if (file.left > 0) {
    show(searching, file, { line, mark: '-' });
    file.left -= 1;
    return file.left > 0 || file.selected < grep.most;
  }
  hold(grep, file, line);
  return file.selected < grep.most;
}

/** Perhaps what comes next wants to be seen with it. */
function hold(grep: Grep, file: File, line: Line): void {
  if (grep.before <= 0) return;
  file.held.push(line);
  if (file.held.length > grep.before) file.held.shift();
}

/** The first line of these tells all there is to tell of a file. */
const endsAtFirst: ReadonlySet<Grep['shows']> = new Set(['nothing', 'names', 'otherNames']);

/** As `meet`, of a line that is sought. */
function take(searching: Searching, file: File, line: Line): boolean {
  const { grep } = searching;
  if (file.selected >= grep.most) return false;
  if (file.isBinary && grep.binary === 'without-match') return false;
  file.selected += 1;
  searching.so.isAny = true;
  if (endsAtFirst.has(grep.shows)) return false;
  if (grep.shows === 'count') return file.selected < grep.most;
  if (file.isBinary || (knowsBinary(grep) && !isText(line.text))) {
    searching.binaries.push(file.name);
    return false;
  }
  select(searching, file, line);
  return file.selected < grep.most || file.left > 0;
}

function isText(line: Bytes): boolean {
  for (let at = 0; at < line.length;) {
    const size = line.charCodeAt(at) < 128 ? 1 : sizeAt(line, at);
    if (size === 0) return false;
    at += size;
  }
  return true;
}

function select(searching: Searching, file: File, line: Line): void {
  const { grep } = searching;
  const first = file.held[0] ?? line;
  const hasContext = grep.before > 0 || grep.after > 0;
  if (hasContext && searching.so.hasGroup && (file.shown === 0 || first.number > file.shown + 1))
    put(searching.self, grep.colors ? '\x1b[36m\x1b[K--\x1b[m\x1b[K\n' : '--\n');
  searching.so.hasGroup = true;
  for (const held of file.held) show(searching, file, { line: held, mark: '-' });
  file.held.length = 0;
  show(searching, file, { line, mark: ':' });
  file.left = grep.after;
}

type Shown = { readonly line: Line; readonly mark: ':' | '-' };

function show(searching: Searching, file: File, { line, mark }: Shown): void {
  const { self, grep } = searching;
  file.shown = line.number;
  if (grep.shows !== 'parts') {
    const text = grep.colors ? painted(searching, line.text, mark) : line.text;
    put(self, `${prefix(searching, file, { line, mark })}${text}${grep.end}`);
    return;
  }
  if (mark === '-' || grep.isInverted) return;
  for (let from = 0; ;) {
    const part = searching.matcher.part(line.text, from);
    if (part === null) return;
    from = part[1];
    const text = line.text.slice(...part);
    const before = prefix(searching, file, { line: { ...line, offset: line.offset + part[0] }, mark });
    put(self, `${before}${grep.colors ? hit(text) : text}${grep.end}`);
  }
}

const hit = (text: Bytes): Bytes => `\x1b[01;31m\x1b[K${text}\x1b[m\x1b[K`;

function painted({ matcher, grep }: Searching, line: Bytes, mark: ':' | '-'): Bytes {
  if ((mark === ':') === grep.isInverted) return line;
  let text = '';
  let from = 0;
  for (let part = matcher.part(line, 0); part !== null; part = matcher.part(line, from)) {
    text += line.slice(from, part[0]) + hit(line.slice(...part));
    from = part[1];
  }
  return text + line.slice(from);
}

function prefix({ grep, isNamed }: Searching, { name }: File, { line, mark }: Shown): Bytes {
  const color = (code: string, text: Bytes): Bytes =>
    grep.colors ? `\x1b[${code}m\x1b[K${text}\x1b[m\x1b[K` : text;
  const sign = color('36', mark);
  let text = '';
  if (isNamed) text += color('35', name) + (grep.nameEnd === '\0' ? '\0' : sign);
  if (grep.numbers) text += color('32', String(line.number)) + sign;
  if (grep.offsets) text += color('32', String(line.offset)) + sign;
  return text;
}

function conclude({ self, grep, isNamed }: Searching, file: File): void {
  const name = grep.colors ? `\x1b[35m\x1b[K${file.name}\x1b[m\x1b[K` : file.name;
  const sign = grep.colors && grep.nameEnd === ':' ? '\x1b[36m\x1b[K:\x1b[m\x1b[K' : grep.nameEnd;
  if (grep.shows === 'count') put(self, `${isNamed ? name + sign : ''}${file.selected}\n`);
  const isListed =
    grep.shows === 'names' ? file.selected > 0 : grep.shows === 'otherNames' && file.selected === 0;
  if (isListed) put(self, `${name}${grep.nameEnd === '\0' ? '\0' : '\n'}`);
}
