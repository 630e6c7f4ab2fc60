import type { PtySpawn } from './local-shell.ts';

/** The native part, loaded when the first shell is asked for; throws where this computer has none. */
export async function loadNodePty(): Promise<PtySpawn> {
  const { spawn } = await import('node-pty');
  return (file, words, options) => {
    const pty = spawn(file, words, options);
    return {
      onData: (listener) => pty.onData(listener),
      onExit: (listener) => pty.onExit(listener),
      write: (data) => pty.write(data),
      resize: (columns, rows) => pty.resize(columns, rows),
      pause: () => pty.pause(),
      resume: () => pty.resume(),
      kill: (signal) => pty.kill(signal),
    };
  };
}
