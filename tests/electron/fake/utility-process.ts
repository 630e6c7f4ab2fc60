import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import { journal } from './journal.ts';

const preparation = new URL('utility.ts', import.meta.url).href;

type Options = { readonly serviceName?: string; readonly stdio?: ('pipe' | 'ignore' | 'inherit')[] };

/** A real process, so that it can really be killed. */
export const utilityProcess = {
  fork: (modulePath: string, parameters: string[] = [], options: Options = {}) => {
    const child: ChildProcess = fork(modulePath, parameters, {
      execPath: process.execPath,
      execArgv: ['--import', preparation],
      cwd: fileURLToPath(new URL('../../..', import.meta.url)),
      stdio: [...(options.stdio ?? ['ignore', 'inherit', 'inherit']), 'ipc'],
    });
    const utility = Object.assign(new EventEmitter(), {
      pid: child.pid,
      stdout: child.stdout,
      stderr: child.stderr,
      // As in Electron: what is said to a process that is just ending is lost without a word.
      postMessage: (message: unknown) =>
        void (child.connected && child.send(message as object, () => undefined)),
      kill: () => child.kill(),
    });
    child.on('message', (message) => utility.emit('message', message));
    child.on('exit', (code, signal) => utility.emit('exit', code ?? (signal === 'SIGKILL' ? 137 : 143)));
    journal.hosts.push({ pid: child.pid ?? 0, serviceName: options.serviceName ?? '', modulePath });
    return utility;
  },
};
