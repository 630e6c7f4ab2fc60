import type { Bytes } from '../bytes.ts';
import type { Step } from '../kernel/program.ts';
import { source } from './builtins/run.ts';
import type { Shell } from './shell.ts';

/** A file of settings, which need not be there. */
export function* readFile(shell: Shell, path: Bytes): Step<void> {
  if (shell.unwind !== null || !shell.system.files.mayAccess(path, 'read')) return;
  yield* source(shell, { words: ['.', path], declared: new Map(), node: null });
}
