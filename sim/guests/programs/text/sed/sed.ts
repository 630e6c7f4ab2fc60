import type { Bytes } from '../../../bytes.ts';
import type { Program, Step } from '../../../kernel/program.ts';
import { plainTexts, wholeFile } from '../files.ts';
import { has, parseOptions, valueOf, type Given } from '../options.ts';
import { complain, createTool, flush, put, writeAll, type Tool } from '../tool.ts';
import { readScript, type Script } from './read-script.ts';
import type { Sed } from './run-state.ts';
import { openWritten, runSed } from './run.ts';

const form = {
  short: 'bsnrzuEe:f:l:i::V:',
  long: {
    binary: 'b',
    regexp: 'E',
    'regexp-extended': 'E',
    'in-place': 'i',
    'line-length': 'l',
    'null-data': 'z',
    'zero-terminated': 'z',
    quiet: 'n',
    silent: 'n',
    posix: 'posix',
    separate: 's',
    sandbox: 'sandbox',
    unbuffered: 'u',
    version: 'version',
    help: 'help',
    expression: 'e',
    file: 'f',
    'follow-symlinks': 'follow-symlinks',
    debug: 'debug',
  },
};
const usage = (name: Bytes): Bytes =>
  `Usage: ${name} [OPTION]... {script-only-if-no-other-script} [input-file]...\n`;

type Piece = { readonly text: Bytes; readonly file: Bytes | null };

export const sed: Program = function* (system) {
  const self = createTool(system);
  const parsed = parseOptions(system.arguments.slice(1), form);
  if (!parsed.ok) {
    yield* writeAll(system, 2, `${self.name}: ${parsed.message}\n${usage(self.name)}`);
    return 1;
  }
  const { given } = parsed;
  if (has(given, 'version', 'help')) {
    put(self, has(given, 'version') ? 'sed (GNU sed) 4.9\n' : usage(self.name));
    yield* flush(self);
    return 0;
  }
  const operands = [...given.operands];
  const pieces = yield* piecesOf(self, given, operands);
  if (typeof pieces === 'number') return pieces;
  const script = readScript(pieces.map(({ text }) => text).join('\n'), {
    isExtended: has(given, 'E', 'r'),
    isZero: has(given, 'z'),
  });
  if (!script.ok) {
    yield* complain(self, toldOf(script, pieces));
    return script.at === null ? 4 : 1;
  }
  const state = stateOf(self, given, { script, names: operands.length === 0 ? ['-'] : operands });
  const refused = yield* openWritten(state);
  if (refused !== null) return refused;
  const status = yield* runSed(state);
  yield* flush(self);
  return Math.max(status, self.status);
};

/** Of -e and -f in their order, else the first operand, which is taken away. */
function* piecesOf(self: Tool, given: Given, operands: Bytes[]): Step<readonly Piece[] | number> {
  if (!has(given, 'e', 'f')) {
    const first = operands.shift();
    if (first !== undefined) return [{ text: first, file: null }];
    yield* writeAll(self.system, 2, usage(self.name));
    return 1;
  }
  const pieces: Piece[] = [];
  for (const { name, value } of given.all) {
    if (name === 'e') pieces.push({ text: value ?? '', file: null });
    if (name !== 'f') continue;
    const texts = {
      ...plainTexts,
      open: (file: Bytes, errno: Parameters<typeof plainTexts.open>[1]) =>
        `couldn't open file ${plainTexts.open(file, errno)}`,
    };
    const text = yield* wholeFile(self, value ?? '', texts);
    if (text === null) return 1;
    pieces.push({ text: text.replace(/\n$/, ''), file: value ?? '' });
  }
  return pieces;
}

/** Which expression, and how far in it. */
function toldOf(script: Extract<Script, { ok: false }>, pieces: readonly Piece[]): Bytes {
  if (script.at === null) return script.message;
  let left = script.at;
  let number = 0;
  for (const [at, { text, file }] of pieces.entries()) {
    if (file === null) number += 1;
    if (left > text.length && at < pieces.length - 1) {
      left -= text.length + 1;
      continue;
    }
    if (file !== null)
      return `file ${file} line ${text.slice(0, left).split('\n').length}: ${script.message}`;
    return `-e expression #${number}, char ${Math.min(left, text.length)}: ${script.message}`;
  }
  return script.message;
}

type Setting = { readonly script: Extract<Script, { ok: true }>; readonly names: readonly Bytes[] };

function stateOf(self: Tool, given: Given, { script, names }: Setting): Sed {
  const suffix = has(given, 'i') ? (valueOf(given, 'i') ?? '') : null;
  return {
    self,
    commands: script.commands,
    isQuiet: has(given, 'n') || script.isQuiet,
    end: has(given, 'z') ? '\0' : '\n',
    isSeparate: suffix !== null || has(given, 's'),
    suffix,
    lineLength: Number(valueOf(given, 'l') ?? '70'),
    names: [...names],
    source: null,
    fileName: '',
    edited: '',
    ahead: undefined,
    line: 0,
    pattern: '',
    hold: '',
    lacksEnd: false,
    isEndMissing: false,
    isReplaced: false,
    lastPattern: null,
    queue: [],
    active: new Map(),
    lineFiles: new Map(),
    written: new Map(),
  };
}
