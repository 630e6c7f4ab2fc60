/** Control rooms that run in a shell of their own for one test. */
import { expect, onTestFinished } from 'vitest';
import { driveShell, temporaryFolder } from './fake/drive.ts';
import type { DrivenShell, DriveOptions } from './fake/drive.ts';

type Room = {
  readonly shell: DrivenShell;
  readonly url: string;
  readonly own: { url: string; parent: null };
};

export function dataFolder(): string {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  return path;
}

export function startShell(options: DriveOptions): DrivenShell {
  const shell = driveShell(options);
  onTestFinished(async () => {
    shell.process.kill('SIGKILL');
    await shell.exit;
  });
  return shell;
}

export async function openRoom(more: Partial<DriveOptions> = {}): Promise<Room> {
  const shell = startShell({ data: dataFolder(), ...more });
  const url = await shell.ready();
  await expect.poll(async () => (await shell.call('journal')).windows[0]?.calls).toContain('show');
  return { shell, url, own: { url: new URL('/', url).href, parent: null } };
}

export const hostOf = async (shell: DrivenShell): Promise<number> =>
  (await shell.call('journal')).hosts.at(-1)?.pid ?? 0;
