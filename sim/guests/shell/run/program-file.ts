import type { Command } from 'unbash';
import { messageOf, type Errno } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step, SpawnRequest } from '../../kernel/program.ts';
import { complain, flush } from '../say.ts';
import type { Shell } from '../shell.ts';
import { environmentOf, valueOf } from '../variables/store.ts';
import { descriptorsFor } from './descriptors.ts';
import { callFunction } from './function.ts';
import { jobOf } from './job.ts';
import { lookUp } from './look-up.ts';
import { textOfNode } from './subshell.ts';
import { waitForJob } from './wait.ts';

/** A program of the guest: found, started, waited for. */
export function* runFile(shell: Shell, words: readonly Bytes[], node: Command | null): Step<number> {
  const name = words[0] ?? '';
  const path = lookUp(shell, name, 'remember');
  if (path === null) return yield* notFound(shell, words);
  yield* flush(shell, name);
  const request = requestFor(shell, words, path);
  const started = shell.system.processes.spawn({ ...request, group: shell.hasJobControl ? 'own' : 'parent' });
  if (!started.ok && started.errno === 'ENOEXEC' && isScript(shell, path))
    return yield* runFile(shell, ['bash', path, ...words.slice(1)], node);
  if (!started.ok) return cannotRun(shell, { name, path }, started.errno);
  const text = node === null ? words.join(' ') : textOfNode(shell, node);
  if (shell.hasJobControl) shell.system.terminal.changeForeground(started.value);
  return yield* waitForJob(shell, jobOf([started.value], text, started.value));
}

/** Without a first line that names its program, a text is ours to run. */
function isScript(shell: Shell, path: Bytes): boolean {
  const content = shell.system.files.readFile(path);
  return content.ok && !/^\u007fELF|^[^\n]*\0/.test(content.value.slice(0, 80));
}

export function requestFor(shell: Shell, words: readonly Bytes[], path: Bytes): Omit<SpawnRequest, 'group'> {
  return {
    file: path,
    arguments: words,
    environment: new Map([...environmentOf(shell), ['_', path]]),
    descriptors: descriptorsFor(shell, new Map()),
  };
}

function* notFound(shell: Shell, words: readonly Bytes[]): Step<number> {
  const name = words[0] ?? '';
  const handler = shell.functions.get('command_not_found_handle');
  if (handler !== undefined)
    return yield* callFunction(shell, handler, ['command_not_found_handle', ...words]);
  if (name.includes('/') || (valueOf(shell, 'PATH') ?? '') === '')
    complain(shell, `${name}: No such file or directory`);
  else complain(shell, `${name}: command not found`);
  return 127;
}

export function cannotRun(
  shell: Shell,
  { name, path }: { readonly name: Bytes; readonly path: Bytes },
  errno: Errno,
): number {
  const stat = shell.system.files.stat(path);
  if (stat.ok && stat.value.kind === 'directory') {
    complain(shell, `${name}: Is a directory`);
    return 126;
  }
  if (errno === 'ENOENT' && stat.ok) {
    complain(shell, `${name}: cannot execute: required file not found`);
    return 127;
  }
  if (errno === 'ENOEXEC') {
    complain(shell, `${path}: cannot execute binary file: Exec format error`);
    return 126;
  }
  complain(shell, `${path}: ${messageOf(errno)}`);
  return errno === 'ENOENT' ? 127 : 126;
}
