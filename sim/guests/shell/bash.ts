import { messageOf } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { Program, Step } from '../kernel/program.ts';
import { readArguments, type Plan } from './arguments.ts';
import { runPrompt } from './editor/prompt-loop.ts';
import { readFile } from './read-file.ts';
import { withAliases } from './parse/aliases.ts';
import { isUnfinished, parseText, sourceOf } from './parse/source.ts';
import { finished } from './run/child.ts';
import { readLine } from './run/lines.ts';
import { runParsed } from './run/text.ts';
import { flush } from './say.ts';
import type { Shell } from './shell.ts';
import { createShell } from './start.ts';
import { valueOf } from './variables/store.ts';

/** GNU bash 5.2, also as `sh`. */
export const bash: Program = function* (system) {
  const shell = createShell(system);
  const plan = readArguments(shell, system.arguments);
  if (typeof plan === 'number') {
    yield* flush(shell, 'bash');
    return plan;
  }
  return yield* finished(shell, start(shell, plan));
};

function* start(shell: Shell, plan: Plan): Step<number> {
  if (shell.isLogin && !plan.flags.has('--noprofile')) yield* readProfiles(shell);
  if (shell.unwind !== null) return shell.status;
  if (plan.command !== null) return yield* runWhole(shell, { name: '', text: plan.command });
  if (plan.file !== null) return yield* runScript(shell, plan.file);
  if (shell.isInteractive) return yield* runPrompt(shell, { readsFiles: !plan.flags.has('--norc') });
  return yield* runInput(shell);
}

function* readProfiles(shell: Shell): Step<void> {
  const home = valueOf(shell, 'HOME') ?? '';
  yield* readFile(shell, '/etc/profile');
  for (const name of ['.bash_profile', '.bash_login', '.profile']) {
    const path = `${home}/${name}`;
    if (!shell.system.files.mayAccess(path, 'read')) continue;
    yield* readFile(shell, path);
    return;
  }
}

function* runScript(shell: Shell, path: Bytes): Step<number> {
  const stat = shell.system.files.stat(path);
  if (stat.ok && stat.value.kind === 'directory')
    return yield* cannotRead(shell, `${path}: Is a directory`, 126);
  const content = shell.system.files.readFile(path);
  if (!content.ok)
    return yield* cannotRead(
      shell,
      `${path}: ${messageOf(content.errno)}`,
      content.errno === 'ENOENT' ? 127 : 126,
    );
  if (/^\u007fELF|^[^\n]*\0/.test(content.value.slice(0, 80)))
    return yield* cannotRead(shell, `${path}: ${path}: cannot execute binary file`, 126);
  return yield* runWhole(shell, { name: path, text: content.value });
}

function* cannotRead(shell: Shell, message: Bytes, status: number): Step<number> {
  shell.complaints += `${shell.system.arguments[0] ?? 'bash'}: ${message}\n`;
  yield* flush(shell, 'bash');
  return status;
}

function* runWhole(
  shell: Shell,
  { name, text }: { readonly name: Bytes; readonly text: Bytes },
): Step<number> {
  shell.source = sourceOf(name, text, 1);
  if (shell.options.has('verbose'))
    yield* shell.system.descriptors.write(2, text.endsWith('\n') ? text : `${text}\n`);
  if (/\balias\b/.test(text)) return yield* runByLine(shell, name, text);
  return yield* runParsed(shell, parseText(text), shell.source);
}

/** An alias counts from the line after the one that sets it. */
function* runByLine(shell: Shell, name: Bytes, text: Bytes): Step<number> {
  const lines = text.split(/(?<=\n)/);
  let status = 0;
  let piece = '';
  let first = 1;
  for (const [at, line] of lines.entries()) {
    piece += line;
    if (at < lines.length - 1 && isUnfinished(piece, parseText(piece))) continue;
    shell.source = sourceOf(name, withAliases(shell, piece), first);
    status = yield* runParsed(shell, parseText(shell.source.text), shell.source);
    if (shell.unwind !== null) return status;
    piece = '';
    first = at + 2;
  }
  return status;
}

/** Commands from the input: no byte more is read than belongs to them. */
function* runInput(shell: Shell): Step<number> {
  let line = 1;
  let status = 0;
  for (;;) {
    let text = '';
    let lines = 0;
    let isEnd = false;
    for (;;) {
      const next = yield* readLine(shell, 0);
      isEnd = next === null;
      if (next === null) break;
      if (shell.options.has('verbose')) yield* shell.system.descriptors.write(2, `${next}\n`);
      text += `${next}\n`;
      lines += 1;
      if (!isUnfinished(text, parseText(text))) break;
    }
    if (text !== '') {
      shell.source = sourceOf('', withAliases(shell, text), line);
      status = yield* runParsed(shell, parseText(shell.source.text), shell.source);
      line += lines;
    }
    if (isEnd || shell.unwind !== null) return status;
  }
}
