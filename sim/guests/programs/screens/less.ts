import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import { bytesOf, textOf } from '../../bytes.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import type { Pattern } from '../../patterns/pattern.ts';
import { compile } from '../../patterns/pattern.ts';
import type { Call } from '../files/command.ts';
import { breathe, commandOf, complain, flush } from '../files/command.ts';
import { has } from '../files/options.ts';
import { clipped, linesOf, openScreen } from './screen.ts';
import { callsOff, isCharacter } from './keys.ts';
import { bodyRows, jumps, lastTop, scrolls, scrollTo } from './less-moves.ts';
import type { Pager } from './less-moves.ts';

type AtEnd = 'stays' | 'leaves';

const pager = (stopsAtEnd: AtEnd): Program =>
  commandOf({
    short: 'NSRFXieEgGnrMmqQsfcdu',
    long: {
      'LINE-NUMBERS': 'N',
      'chop-long-lines': 'S',
      'RAW-CONTROL-CHARS': 'R',
      'quit-if-one-screen': 'F',
      'no-init': 'X',
    },
    usage: '[options] [file]...',
    version: '590',
    order: 'anywhere',
    misuse: 1,
    least: 0,
    *run(call) {
      const { descriptors } = call.system;
      if (call.operands.length === 0 && descriptors.isTerminal(0)) {
        call.complaints += `Missing filename ("${call.name} --help" for help)\n`;
        call.status = 1;
        return;
      }
      const content = yield* contentOf(call);
      if (content === null) return;
      if (!descriptors.isTerminal(1)) {
        call.output += content;
        return;
      }
      yield* page(call, content, stopsAtEnd);
    },
  });

export const less = pager('stays');
export const more = pager('leaves');

/** null: there is nothing to show. */
function* contentOf(call: Call): Step<Bytes | null> {
  const paths = call.operands.filter((word) => !word.startsWith('+'));
  if (paths.length === 0) return yield* readAll(call, 0);
  const parts: Bytes[] = [];
  for (const path of paths) {
    const part = path === '-' ? yield* readAll(call, 0) : yield* readPath(call, path);
    if (part !== null) parts.push(part);
  }
  return parts.length === 0 ? null : parts.join('');
}

function* readPath(call: Call, path: Bytes): Step<Bytes | null> {
  const { files, descriptors } = call.system;
  const stat = files.stat(path);
  if (stat.ok && stat.value.kind === 'directory') {
    call.complaints += `${path} is a directory\n`;
    call.status = 1;
    return null;
  }
  const opened = yield* descriptors.open(path, { access: 'read' }, 0);
  if (!opened.ok) {
    call.complaints += `${path}: ${messageOf(opened.errno)}\n`;
    call.status = 1;
    return null;
  }
  const content = yield* readAll(call, opened.value);
  descriptors.close(opened.value);
  return content;
}

function* readAll(call: Call, descriptor: number): Step<Bytes> {
  const parts: Bytes[] = [];
  for (;;) {
    const read = yield* call.system.descriptors.read(descriptor, 65_536);
    if (!read.ok) complain(call, messageOf(read.errno));
    if (!read.ok || read.value === '') return parts.join('');
    parts.push(read.value);
    yield* breathe(call);
  }
}

function* page(call: Call, content: Bytes, atEnd: AtEnd): Step<void> {
  const { system, options } = call;
  const lines = content === '' ? [] : linesOf(content);
  const fits = lines.length < system.terminal.size().rows;
  const isPlain = fits && (has(options, 'F') || atEnd === 'leaves');
  const input = isPlain ? null : yield* keyboard(system);
  if (input === null) {
    call.output += content;
    return;
  }
  yield* flush(call);
  const screen = yield* openScreen(system, input);
  const name = textOf(call.operands[0] ?? '');
  const now: Pager = {
    call,
    screen,
    lines,
    name,
    top: 0,
    left: 0,
    message: name,
    sought: null,
    hasNumbers: has(options, 'N'),
    isOver: false,
  };
  startAt(now, call.operands.find((word) => word.startsWith('+'))?.slice(1) ?? '');
  yield* turn(now, atEnd);
  yield* screen.close();
}

/** What is paged may come through the pipe; keys come from the terminal. */
function* keyboard(system: System): Step<number | null> {
  if (system.descriptors.isTerminal(0)) return 0;
  const opened = yield* system.descriptors.open('/dev/tty', { access: 'read' }, 0);
  return opened.ok ? opened.value : null;
}

function startAt(now: Pager, start: Bytes): void {
  if (start === 'G') now.top = lastTop(now);
  else if (/^\d+$/.test(start)) scrollTo(now, Number(start) - 1);
}

function* turn(now: Pager, atEnd: AtEnd): Step<void> {
  while (!now.isOver) {
    yield* show(now, null);
    const key = yield* now.screen.key(null);
    if (key === null) return;
    now.message = '';
    yield* press(now, key);
    if (atEnd === 'leaves' && now.top >= lastTop(now) && /^( |enter|page-down|\^F|f)$/.test(key)) return;
  }
}

function* show(now: Pager, prompt: string | null): Step<void> {
  const { columns, rows } = now.screen.size();
  scrollTo(now, now.top);
  const margin = now.hasNumbers ? 8 : 0;
  const keepsColours = has(now.call.options, 'R') || has(now.call.options, 'r');
  const body = Array.from({ length: bodyRows(now) }, (_, at) => {
    const line = now.lines[now.top + at];
    if (line === undefined) return '~';
    const number = now.hasNumbers ? `${String(now.top + at + 1).padStart(7)} ` : '';
    const plain = keepsColours && line.includes('\x1b') ? line : clipped(line, now.left, columns - margin);
    return number + marked(now, plain);
  });
  const isEnd = now.top >= lastTop(now);
  const status =
    prompt ?? (now.message === '' ? (isEnd ? '\x1b[7m(END)\x1b[0m' : ':') : `\x1b[7m${now.message}\x1b[0m`);
  const width = prompt === null ? (now.message === '' ? (isEnd ? 5 : 1) : now.message.length) : prompt.length;
  yield* now.screen.draw([...body, status], { row: rows - 1, column: Math.min(width, columns - 1) });
}

/** What was sought stands out. */
function marked({ sought }: Pager, line: string): string {
  if (sought === null) return line;
  const bytes = bytesOf(line);
  let said = '';
  for (let at = 0; at <= bytes.length;) {
    const match = sought.pattern.find(bytes, at);
    if (match === null || match.to === match.from) return said + textOf(bytes.slice(at));
    said += `${textOf(bytes.slice(at, match.from))}\x1b[7m${textOf(bytes.slice(match.from, match.to))}\x1b[27m`;
    at = match.to;
  }
  return said;
}

function* press(now: Pager, first: string): Step<void> {
  let digits = '';
  let key = first;
  while (/^[0-9]$/.test(key)) {
    digits += key;
    yield* show(now, `:${digits}`);
    key = (yield* now.screen.key(null)) ?? 'q';
  }
  const count = digits === '' ? null : Number(digits);
  const command = commands[key];
  if (command !== undefined) yield* command(now);
  else if (key === 'n' || key === 'N') seek(now, (now.sought?.isBackward ?? false) !== (key === 'N'));
  else if (/^([qQZ]|\^C)$/.test(key)) now.isOver = true;
  else move(now, key, count);
}

/** Keys that more are typed after. */
const commands: Readonly<Record<string, (now: Pager) => Step<void>>> = {
  '/': (now) => ask(now, '/'),
  '?': (now) => ask(now, '?'),
  '-': toggle,
  ':': function* (now) {
    now.isOver = (yield* now.screen.key(null)) === 'q';
  },
};

function move(now: Pager, key: string, count: number | null): void {
  const rows = scrolls[key]?.(bodyRows(now), count);
  if (rows === undefined) jumps[key]?.(now, count);
  else scrollTo(now, now.top + rows);
}

function* toggle(now: Pager): Step<void> {
  yield* show(now, '-');
  const letter = yield* now.screen.key(null);
  if (letter === 'N') now.hasNumbers = !now.hasNumbers;
}

function* ask(now: Pager, sign: '/' | '?'): Step<void> {
  const text = yield* typed(now, sign);
  if (text === null) return;
  const isBackward = sign === '?';
  if (text !== '') {
    const pattern = patternOf(now, text);
    if (pattern === null) return;
    now.sought = { pattern, isBackward };
  }
  seek(now, isBackward);
}

/** null: it was called off. */
function* typed(now: Pager, sign: '/' | '?'): Step<string | null> {
  let text = '';
  for (;;) {
    yield* show(now, sign + text);
    const key = yield* now.screen.key(null);
    if (key === null || callsOff(key, text)) return null;
    if (key === 'enter') return text;
    if (key === 'backspace') text = text.slice(0, -1);
    else if (isCharacter(key)) text += key;
  }
}

function patternOf(now: Pager, text: string): Pattern | null {
  const letters = has(now.call.options, 'i') && text === text.toLowerCase() ? 'fold' : 'exact';
  const compiled = compile(bytesOf(text), {
    syntax: 'extended',
    letters,
    anchors: 'text',
    units: 'characters',
  });
  if (compiled.ok) return compiled.pattern;
  now.message = `${compiled.message}  (press RETURN)`;
  return null;
}

function seek(now: Pager, isBackward: boolean): void {
  if (now.sought === null) {
    now.message = 'No previous regular expression  (press RETURN)';
    return;
  }
  const by = isBackward ? -1 : 1;
  for (let row = now.top + by; row >= 0 && row < now.lines.length; row += by) {
    if (!now.sought.pattern.isIn(bytesOf(now.lines[row] ?? ''), 0)) continue;
    scrollTo(now, row);
    return;
  }
  now.message = 'Pattern not found  (press RETURN)';
}
