import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { sourceOf } from '../parse/source.ts';
import { cannotRun, requestFor } from '../run/program-file.ts';
import { directoriesOf, lookUp } from '../run/look-up.ts';
import { runWithoutFunctions, type Call } from '../run/simple.ts';
import { parsedOf, runParsed, runText } from '../run/text.ts';
import { complain, flush, lineOf } from '../say.ts';
import type { Frame, Shell } from '../shell.ts';
import { optionsIn } from './builtin.ts';
import { describe } from './type.ts';

export function* evaluateWords(shell: Shell, call: Call): Step<number> {
  const words = call.words[1] === '--' ? call.words.slice(2) : call.words.slice(1);
  const text = words.join(' ');
  if (text.trim() === '') return 0;
  return yield* runText(shell, text, 'eval');
}

export function* source(shell: Shell, call: Call): Step<number> {
  const [name = '', ...all] = call.words;
  const [word, ...rest] = all[0] === '--' ? all.slice(1) : all;
  if (word === undefined) {
    complain(shell, `${name}: filename argument required`);
    shell.complaints += `${name}: usage: ${name} filename [arguments]\n`;
    return 2;
  }
  const path = word.includes('/') ? word : findSource(shell, word);
  const stat = shell.system.files.stat(path);
  const content =
    stat.ok && stat.value.kind === 'directory'
      ? ({ ok: false, errno: 'EISDIR' } as const)
      : shell.system.files.readFile(path);
  if (!content.ok) {
    complain(
      shell,
      content.errno === 'EISDIR'
        ? `${name}: ${word}: is a directory`
        : `${word}: ${messageOf(content.errno)}`,
    );
    return 1;
  }
  return yield* sourceText(shell, { path, text: content.value, positional: rest.length > 0 ? rest : null });
}

type Sourced = {
  readonly path: Bytes;
  readonly text: Bytes;
  readonly positional: readonly Bytes[] | null;
};

/** Runs a file's commands in this shell. */
function* sourceText(shell: Shell, { path, text, positional }: Sourced): Step<number> {
  const frame: Frame = {
    kind: 'source',
    name: path,
    source: sourceOf(path, text, 1),
    line: lineOf(shell),
    hidden: new Map(),
    options: null,
  };
  const outer = { source: shell.source, position: shell.position, positional: shell.positional };
  shell.frames.push(frame);
  shell.source = frame.source;
  if (positional !== null) shell.positional = positional;
  const status = yield* runParsed(shell, parsedOf(shell, text), frame.source);
  shell.frames.splice(shell.frames.lastIndexOf(frame), 1);
  shell.source = outer.source;
  shell.position = outer.position;
  if (positional !== null) shell.positional = outer.positional;
  if (shell.unwind?.kind !== 'return') return status;
  const returned = shell.unwind.status;
  shell.unwind = null;
  return returned;
}

function findSource(shell: Shell, word: Bytes): Bytes {
  for (const directory of directoriesOf(shell)) {
    const stat = shell.system.files.stat(`${directory}/${word}`);
    if (stat.ok && stat.value.kind === 'file') return `${directory}/${word}`;
  }
  return word;
}

/** Without a command it only keeps the redirections. */
export function* execute(shell: Shell, call: Call): Step<number> {
  const given = optionsIn(shell, call.words);
  if (given === null) return 2;
  const { letters, values, rest } = given;
  const [name] = rest;
  if (name === undefined) return 0;
  const path = lookUp(shell, name, 'look');
  yield* flush(shell, 'exec');
  if (path === null) {
    complain(shell, `exec: ${name}: not found`);
    return leave(shell, 127);
  }
  const shown = values.get('a') ?? name;
  const request = requestFor(shell, [letters.has('l') ? `-${shown}` : shown, ...rest.slice(1)], path);
  const answer = yield* shell.system.processes.execute(
    letters.has('c') ? { ...request, environment: new Map() } : request,
  );
  return answer.ok ? 0 : leave(shell, cannotRun(shell, { name, path }, answer.errno));
}

function leave(shell: Shell, status: number): number {
  if (!shell.isInteractive && !shell.shellOptions.has('execfail')) shell.unwind = { kind: 'exit', status };
  return status;
}

export function* command(shell: Shell, call: Call): Step<number> {
  const given = optionsIn(shell, call.words);
  if (given === null) return 2;
  const { letters, rest } = given;
  if (letters.has('v') || letters.has('V')) {
    const found = rest.map((word) => describe(shell, word, letters.has('v') ? 'short' : 'long'));
    for (const [at, isFound] of found.entries())
      if (!isFound && letters.has('V')) complain(shell, `command: ${rest[at] ?? ''}: not found`);
    return found.some(Boolean) ? 0 : 1;
  }
  if (rest.length === 0) return 0;
  return yield* runWithoutFunctions(shell, inner(call, rest), 'command');
}

export function* builtin(shell: Shell, call: Call): Step<number> {
  const rest = call.words[1] === '--' ? call.words.slice(2) : call.words.slice(1);
  return rest.length === 0 ? 0 : yield* runWithoutFunctions(shell, inner(call, rest), 'builtin');
}

/** The places of assignments move with the words. */
function inner(call: Call, words: readonly Bytes[]): Call {
  const gone = call.words.length - words.length;
  return {
    words,
    declared: new Map([...call.declared].map(([at, node]) => [at - gone, node])),
    node: call.node,
  };
}
