import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import { sizeAt } from '../../../bytes.ts';
import type { Step } from '../../../kernel/program.ts';
import { breathe, complain, isDue, writeAll } from '../tool.ts';
import { closeEdited, isLast, nextLine, openNext, say, sayPattern, sayQueue } from './input.ts';
import { isChosen } from './choose.ts';
import type { Sed } from './run-state.ts';
import type { Action, Command, Substitution } from './script.ts';
import { substituted, unambiguous } from './substitute.ts';

/** What comes after a command: the next one, another one, or the end of the cycle or of all. */
type Flow =
  | { readonly kind: 'on' }
  | { readonly kind: 'jump'; readonly to: number }
  | { readonly kind: 'end' | 'drop' | 'again' }
  | { readonly kind: 'quit'; readonly status: number; readonly prints: boolean };

const longestText = 67_108_864;
const on: Flow = { kind: 'on' };

/** The whole script over every line; its exit status. */
export function* runSed(sed: Sed): Step<number> {
  do {
    if (sed.isSeparate) {
      if (!(yield* openNext(sed))) break;
      sed.ahead = undefined;
      sed.line = 0;
      sed.hold = '';
      sed.active.clear();
    }
    const status = yield* runLines(sed);
    if (sed.suffix !== null) sed.isEndMissing = false;
    if (sed.isSeparate) yield* closeEdited(sed);
    if (status !== null) return status;
  } while (sed.isSeparate);
  return 0;
}

function* runLines(sed: Sed): Step<number | null> {
  while (yield* nextLine(sed)) {
    if (isDue(sed.self)) yield* breathe(sed.self);
    let flow = yield* runCycle(sed);
    while (flow.kind === 'again') flow = yield* runCycle(sed);
    if (flow.kind !== 'quit') continue;
    if (sed.suffix !== null) yield* copyRest(sed);
    return flow.status;
  }
  return null;
}

/** What was not come to stays in the file. */
function* copyRest(sed: Sed): Step<void> {
  while (yield* nextLine(sed)) {
    if (isDue(sed.self)) yield* breathe(sed.self);
    sayPattern(sed, sed.pattern);
  }
}

function* runCycle(sed: Sed): Step<Flow> {
  sed.isReplaced = false;
  const flow = yield* runCommands(sed);
  const prints = flow.kind === 'quit' ? flow.prints : flow.kind === 'end' || flow.kind === 'on';
  if (prints && !sed.isQuiet) sayPattern(sed, sed.pattern);
  if (flow.kind !== 'quit' || flow.prints) yield* sayQueue(sed);
  return flow;
}

function* runCommands(sed: Sed): Step<Flow> {
  for (let at = 0; at < sed.commands.length; at += 1) {
    const command = sed.commands[at];
    if (command === undefined) break;
    if (isDue(sed.self)) yield* breathe(sed.self);
    if (sed.pattern.length + sed.hold.length > longestText) return yield* giveUp(sed);
    if (!(yield* isChosen(sed, command))) {
      if (command.action.kind === 'open') at = command.action.to;
      continue;
    }
    const flow = yield* runAction(sed, command);
    if (flow.kind === 'jump') at = flow.to - (flow.to === sed.commands.length ? 0 : 1);
    else if (flow.kind !== 'on') return flow;
  }
  return on;
}

/** Text that is doubled again and again would never stop growing. */
function* giveUp(sed: Sed): Step<Flow> {
  yield* complain(sed.self, 'memory exhausted');
  return { kind: 'quit', status: 4, prints: false };
}

function* runAction(sed: Sed, command: Command): Step<Flow> {
  const { action } = command;
  switch (action.kind) {
    case 'plain':
      return yield* runPlain(sed, action.letter);
    case 'text':
      return yield* runText(sed, command, action);
    case 'file':
      return yield* runFile(sed, action);
    case 'jump':
      return jump(sed, action);
    case 'number':
      return runNumber(sed, action);
    case 'translate': {
      sed.pattern = translated(sed.pattern, action.map);
      return on;
    }
    case 'substitute':
      return yield* substitute(sed, action.substitution);
    case 'label':
    case 'open':
    case 'close':
      return on;
    default:
      return action satisfies never;
  }
}

function jump(sed: Sed, action: Extract<Action, { kind: 'jump' }>): Flow {
  const isTaken = action.letter === 'b' || (action.letter === 't') === sed.isReplaced;
  if (action.letter !== 'b') sed.isReplaced = false;
  return isTaken ? { kind: 'jump', to: action.to } : on;
}

function runNumber(sed: Sed, action: Extract<Action, { kind: 'number' }>): Flow {
  if (action.letter === 'q') return { kind: 'quit', status: action.number ?? 0, prints: true };
  if (action.letter === 'Q') return { kind: 'quit', status: action.number ?? 0, prints: false };
  say(sed, unambiguous(sed.pattern, action.number ?? sed.lineLength));
  return on;
}

function translated(text: Bytes, map: ReadonlyMap<string, string>): Bytes {
  let result = '';
  for (let at = 0; at < text.length;) {
    const size = Math.max(sizeAt(text, at), 1);
    const character = text.slice(at, at + size);
    result += map.get(character) ?? character;
    at += size;
  }
  return result;
}

/** Those that only move text between the two spaces, or show it. */
const simple: Readonly<Record<string, (sed: Sed) => void>> = {
  '=': (sed) => say(sed, `${sed.line}\n`),
  F: (sed) => say(sed, `${sed.fileName === '' ? '-' : sed.fileName}\n`),
  p: (sed) => sayPattern(sed, sed.pattern),
  P: (sed) => say(sed, (sed.pattern.split(sed.end, 1)[0] ?? '') + sed.end),
  g: (sed) => (sed.pattern = sed.hold),
  G: (sed) => (sed.pattern += sed.end + sed.hold),
  h: (sed) => (sed.hold = sed.pattern),
  H: (sed) => (sed.hold += sed.end + sed.pattern),
  z: (sed) => (sed.pattern = ''),
  x: (sed) => ([sed.pattern, sed.hold] = [sed.hold, sed.pattern]),
};

function* runPlain(sed: Sed, letter: string): Step<Flow> {
  const act = simple[letter];
  if (act !== undefined) {
    act(sed);
    return on;
  }
  if (letter === 'd') return { kind: 'drop' };
  if (letter === 'D') {
    const end = sed.pattern.indexOf(sed.end);
    if (end < 0) return { kind: 'drop' };
    sed.pattern = sed.pattern.slice(end + 1);
    return { kind: 'again' };
  }
  if (yield* isLast(sed)) return { kind: 'quit', status: 0, prints: true };
  if (letter === 'n') {
    if (!sed.isQuiet) sayPattern(sed, sed.pattern);
    yield* sayQueue(sed);
    yield* nextLine(sed);
    return on;
  }
  const before = sed.pattern;
  yield* sayQueue(sed);
  yield* nextLine(sed);
  sed.pattern = before + sed.end + sed.pattern;
  return on;
}

function* runText(sed: Sed, command: Command, action: Extract<Action, { kind: 'text' }>): Step<Flow> {
  if (action.letter === 'a') sed.queue.push({ kind: 'text', text: action.text });
  else if (action.letter === 'i') say(sed, action.text);
  else {
    const isEnd =
      command.second === null || command.isInverted || !sed.active.has(command) || (yield* isLast(sed));
    if (isEnd) say(sed, action.text);
    return { kind: 'drop' };
  }
  return on;
}

function* runFile(sed: Sed, action: Extract<Action, { kind: 'file' }>): Step<Flow> {
  if (action.letter === 'r') sed.queue.push({ kind: 'file', file: action.file });
  else if (action.letter === 'R') sed.queue.push({ kind: 'line', file: action.file });
  else
    yield* writeTo(
      sed,
      action.file,
      action.letter === 'W' ? (sed.pattern.split(sed.end, 1)[0] ?? '') : sed.pattern,
    );
  return on;
}

function* writeTo(sed: Sed, file: Bytes, text: Bytes): Step<void> {
  if (file === '/dev/stdout') {
    say(sed, text + sed.end);
    return;
  }
  const descriptor = file === '/dev/stderr' ? 2 : sed.written.get(file);
  if (descriptor !== undefined) yield* writeAll(sed.self.system, descriptor, text + sed.end);
}

/** Files are made before a line is read. The exit status, where one cannot be. */
export function* openWritten(sed: Sed): Step<number | null> {
  for (const { action } of sed.commands) {
    const file =
      action.kind === 'substitute'
        ? action.substitution.file
        : action.kind === 'file' && 'wW'.includes(action.letter)
          ? action.file
          : null;
    if (file === null || file === '/dev/stdout' || file === '/dev/stderr' || sed.written.has(file)) continue;
    const opened = yield* sed.self.system.descriptors.open(
      file,
      { access: 'write', create: true, truncate: true },
      0o666,
    );
    if (!opened.ok) {
      yield* complain(sed.self, `couldn't open file ${file}: ${messageOf(opened.errno)}`);
      return 4;
    }
    sed.written.set(file, opened.value);
  }
  return null;
}

function* substitute(sed: Sed, substitution: Substitution): Step<Flow> {
  const pattern = substitution.pattern ?? sed.lastPattern;
  if (pattern === null) {
    yield* complain(sed.self, 'no previous regular expression');
    return { kind: 'quit', status: 1, prints: false };
  }
  sed.lastPattern = pattern;
  const text = yield* substituted(sed, pattern, substitution);
  if (text === null) return on;
  sed.pattern = text;
  sed.isReplaced = true;
  if (substitution.prints) sayPattern(sed, text);
  if (substitution.file !== null) yield* writeTo(sed, substitution.file, text);
  return on;
}
