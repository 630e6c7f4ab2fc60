import { isAbsolute, join, resolve } from 'node:path';

export type Surroundings = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
};

/** Where labs, logs and the run file live: what was asked for, else COLDAISLE_DATA, else the system's usual place. */
export function dataDirectory(asked: string | undefined, { env, platform, home }: Surroundings): string {
  const chosen = asked ?? env['COLDAISLE_DATA'];
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Coldaisle');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Coldaisle');
  return join(xdgDataHome(env['XDG_DATA_HOME'], home), 'coldaisle');
}

/** The XDG base directory specification: a relative path is to be ignored. */
function xdgDataHome(given: string | undefined, home: string): string {
  return given !== undefined && isAbsolute(given) ? given : join(home, '.local', 'share');
}

/** Written by a running host, readable by its user alone; how dvm finds it. */
export const runFile = (directory: string): string => join(directory, 'run', 'host.json');

export type RunFile = {
  readonly url: string;
  readonly token: string;
  readonly pid: number;
  readonly version: string;
};
