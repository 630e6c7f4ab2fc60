import { isAbsolute, join, resolve } from 'node:path';

/**
 * The same answer as src-main/host/data-directory.ts, before anything is built; a test holds them together.
 * @param {string | null} asked
 * @param {{env: Readonly<Record<string, string | undefined>>, platform: string, home: string}} surroundings
 */
export function dataDirectory(asked, { env, platform, home }) {
  const chosen = asked || env.COLDAISLE_DATA;
  if (chosen) return resolve(chosen);
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Coldaisle');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Coldaisle');
  const xdg = env.XDG_DATA_HOME;
  return join(xdg && isAbsolute(xdg) ? xdg : join(home, '.local', 'share'), 'coldaisle');
}
