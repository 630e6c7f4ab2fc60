import type { Bytes } from '../../bytes.ts';
import { bytesOf, textOf } from '../../bytes.ts';
import { contentOf, openDocument, saveDocument } from './document.ts';
import { linesOf } from './screen.ts';
import type { Substitution } from './vi-search.ts';
import { patternOf, substituted } from './vi-search.ts';
import type { Vi } from './vi-state.ts';
import { firstLetter, remember } from './vi-state.ts';

type Range = { readonly from: number; readonly to: number; readonly isGiven: boolean };

/** What is typed after a colon. */
export function runEx(vi: Vi, text: string): void {
  const trimmed = text.trim().replace(/^:+/, '');
  const { range, rest } = rangeOf(vi, trimmed);
  if (range === null) {
    vi.message = 'E16: Invalid range';
    return;
  }
  if (rest === '') {
    if (range.isGiven) goToLine(vi, range.to);
    return;
  }
  const sub = /^(?:s|substitute)([^\w\s"|])(.*)$/.exec(rest);
  if (sub !== null) {
    substitute(vi, range, sub);
    return;
  }
  const found = /^([a-z]+)(!?)\s*(.*)$/.exec(rest);
  const command = found === null ? undefined : commands[found[1] ?? ''];
  if (found === null || command === undefined) {
    vi.message = `E492: Not an editor command: ${trimmed}`;
    return;
  }
  command(vi, { isForced: found[2] === '!', word: found[3] ?? '', range });
}

function goToLine(vi: Vi, row: number): void {
  vi.document.row = Math.max(0, Math.min(row, vi.document.lines.length - 1));
  vi.document.column = firstLetter(vi.document.lines[vi.document.row] ?? '');
}

function rangeOf(vi: Vi, text: string): { readonly range: Range | null; readonly rest: string } {
  const { document, anchor } = vi;
  const last = document.lines.length - 1;
  if (text.startsWith('%'))
    return { range: { from: 0, to: last, isGiven: true }, rest: text.slice(1).trim() };
  const address = String.raw`(?:\d+|[.$]|'[<>])(?:[-+]\d+)?|[-+]\d+`;
  const found = new RegExp(`^(${address})?(?:,(${address}))?`).exec(text);
  const rowAt = (said: string): number => {
    const [, base = '.', offset = '0'] = /^(\d+|[.$]|'[<>])?([-+]\d+)?$/.exec(said) ?? [];
    const marks: Readonly<Record<string, number>> = {
      '.': document.row,
      $: last,
      "'<": Math.min(anchor.row, document.row),
      "'>": Math.max(anchor.row, document.row),
    };
    return (marks[base] ?? Number(base) - 1) + Number(offset);
  };
  const [whole = '', one, two] = found ?? [];
  const from = one === undefined ? document.row : rowAt(one);
  const to = two === undefined ? from : rowAt(two);
  const isOut = from > to || (from > last && two !== undefined) || from < -1;
  return {
    range: isOut ? null : { from: Math.max(0, from), to: Math.min(to, last), isGiven: whole !== '' },
    rest: text.slice(whole.length).trim(),
  };
}

type Given = { readonly isForced: boolean; readonly word: string; readonly range: Range };

const quit = (vi: Vi, { isForced }: Given): void => {
  if (vi.document.isChanged && !isForced) vi.message = 'E37: No write since last change (add ! to override)';
  else vi.status = 0;
};

const writeAndQuit = (vi: Vi, given: Given): void => {
  if (write(vi, given)) vi.status = 0;
};

const commands: Readonly<Record<string, (vi: Vi, given: Given) => void>> = {
  w: write,
  write,
  q: quit,
  quit,
  qa: quit,
  qall: quit,
  wq: writeAndQuit,
  wqa: writeAndQuit,
  xa: writeAndQuit,
  x: (vi, given) => (vi.document.isChanged ? writeAndQuit(vi, given) : void (vi.status = 0)),
  cq: (vi) => void (vi.status = 1),
  set,
  se: set,
  noh: () => undefined,
  nohlsearch: () => undefined,
  d: (vi, { range }) => deleteRows(vi, range),
  delete: (vi, { range }) => deleteRows(vi, range),
  e: edit,
  edit,
  r: readIn,
  read: readIn,
};

/** True: it is on disk. */
function write(vi: Vi, given: Given): boolean {
  const { document, system } = vi;
  const path = given.word === '' ? document.path : bytesOf(given.word);
  if (path === null) {
    vi.message = 'E32: No file name';
    return false;
  }
  const refusal = refusalOf(vi, given, path);
  if (refusal !== null) {
    vi.message = refusal;
    return false;
  }
  const wasChanged = document.isChanged;
  const isNew = !system.files.stat(path).ok;
  const trouble = saveDocument(system, document, path);
  if (trouble !== null) {
    document.isChanged = wasChanged;
    vi.message = `"${textOf(path)}" E212: Can't open file for writing`;
    return false;
  }
  if (document.path === null) document.path = path;
  vi.message = `"${textOf(path)}" ${isNew ? '[New] ' : ''}${sizeSaid(vi)} written`;
  return true;
}

/** Why one does not write there without a `!`. */
function refusalOf({ document, system, isReadOnly }: Vi, { isForced }: Given, path: Bytes): string | null {
  if (isForced) return null;
  const isOther = path !== document.path;
  if (isReadOnly && !isOther) return "E45: 'readonly' option is set (add ! to override)";
  const isTaken = isOther && document.path !== null && system.files.stat(path).ok;
  return isTaken ? 'E13: File exists (add ! to override)' : null;
}

export const sizeSaid = ({ document }: Pick<Vi, 'document'>): string => {
  const content = contentOf(document);
  return `${content === '' ? 0 : document.lines.length}L, ${content.length}B`;
};

const setNumbers = (vi: Vi): void => void (vi.hasNumbers = true);
const setNoNumbers = (vi: Vi): void => void (vi.hasNumbers = false);
const flipNumbers = (vi: Vi): void => void (vi.hasNumbers = !vi.hasNumbers);
const setReadOnly = (vi: Vi): void => void (vi.isReadOnly = true);
const setWritable = (vi: Vi): void => void (vi.isReadOnly = false);

const options: Readonly<Record<string, (vi: Vi) => void>> = {
  nu: setNumbers,
  number: setNumbers,
  nonu: setNoNumbers,
  nonumber: setNoNumbers,
  'nu!': flipNumbers,
  'number!': flipNumbers,
  ro: setReadOnly,
  readonly: setReadOnly,
  noro: setWritable,
  noreadonly: setWritable,
};

/** They may be set and change nothing here. */
const idleOptions =
  /^(no)?(ai|autoindent|hls|hlsearch|is|incsearch|ic|ignorecase|paste|et|expandtab|wrap|list|ruler|showmode)$|^(ts|tabstop|sw|shiftwidth|sts)=\d+$/;

function set(vi: Vi, { word }: Given): void {
  for (const name of word.split(/\s+/)) {
    const change = Object.hasOwn(options, name) ? options[name] : undefined;
    if (change !== undefined) change(vi);
    else if (!idleOptions.test(name)) vi.message = `E518: Unknown option: ${name}`;
  }
}

function deleteRows(vi: Vi, { from, to }: Range): void {
  const { document } = vi;
  remember(vi);
  vi.register = { lines: document.lines.slice(from, to + 1), isLines: true };
  document.lines.splice(from, to - from + 1);
  if (document.lines.length === 0) document.lines = [''];
  goToLine(vi, from);
}

function edit(vi: Vi, { isForced, word }: Given): void {
  const { document, system } = vi;
  if (document.isChanged && !isForced) {
    vi.message = 'E37: No write since last change (add ! to override)';
    return;
  }
  const opened = openDocument(system, word === '' ? document.path : bytesOf(word));
  Object.assign(document, opened.document);
  vi.done.length = 0;
  vi.undone.length = 0;
  vi.message = `"${textOf(document.path ?? '')}" ${document.isNew ? '[New]' : sizeSaid(vi)}`;
}

function readIn(vi: Vi, { word }: Given): void {
  const file = vi.system.files.readFile(bytesOf(word));
  if (!file.ok) {
    vi.message = `E484: Can't open file ${word}`;
    return;
  }
  remember(vi);
  vi.document.lines.splice(vi.document.row + 1, 0, ...linesOf(file.value));
  goToLine(vi, vi.document.row + 1);
}

/** `s/old/new/g`; the sign after `s` may be another. */
function substitute(vi: Vi, range: Range, [, sign = '/', body = '']: RegExpExecArray): void {
  const [source = '', replacement = '', flags = ''] = partsOf(body, sign);
  const wanted = source === '' ? soughtBefore(vi) : source;
  const pattern = patternOf(vi, wanted, flags.includes('i') ? 'fold' : 'exact');
  if (pattern === null) return;
  vi.sought = { pattern: wanted, isBackward: false };
  const found = replaced(vi, range, { pattern, replacement, isEvery: flags.includes('g') });
  if (found.count === 0) {
    vi.message = `E486: Pattern not found: ${wanted}`;
    return;
  }
  remember(vi);
  vi.document.lines = found.lines.flatMap((line) => line.split('\n'));
  goToLine(vi, found.last);
  if (found.rows > 2) vi.message = `${found.count} substitutions on ${found.rows} lines`;
}

const soughtBefore = ({ sought }: Vi): string => sought?.pattern ?? '';

/** What stands between the signs; one after a backslash is itself. */
function partsOf(body: string, sign: string): readonly string[] {
  const parts = [''];
  for (let at = 0; at < body.length; at += 1) {
    const character = body[at] ?? '';
    if (character === '\\' && at + 1 < body.length) {
      at += 1;
      parts[parts.length - 1] += body[at] === sign ? sign : `\\${body[at] ?? ''}`;
    } else if (character === sign && parts.length < 3) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

type Replaced = {
  readonly lines: readonly string[];
  readonly count: number;
  readonly rows: number;
  /** The last row that changed. */
  readonly last: number;
};

function replaced({ document }: Vi, { from, to }: Range, substitution: Substitution): Replaced {
  let [count, rows, last] = [0, 0, -1];
  const lines = document.lines.map((line, row) => {
    const result = row < from || row > to ? null : substituted(line, substitution);
    if (result === null) return line;
    count += result.count;
    rows += 1;
    last = row;
    return result.text;
  });
  return { lines, count, rows, last };
}
