import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWindowState, type WindowState } from './window-state.ts';

export type WindowStateFile = {
  readonly read: () => WindowState;
  readonly write: (state: WindowState) => void;
};

/** Written as a whole and moved into place: a power cut leaves the old one. A full disk must not stop the shell. */
export function openWindowStateFile(folder: string, warn: (message: string) => void): WindowStateFile {
  const file = join(folder, 'window.json');
  return {
    read: () => parseWindowState(readOrNull(file)),
    write: (state) => {
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(`${file}.new`, `${JSON.stringify(state)}\n`);
        renameSync(`${file}.new`, file);
      } catch (error) {
        warn(`The window's place was not kept: ${String(error)}`);
      }
    },
  };
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
