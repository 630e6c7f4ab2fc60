/** libvirt's driver for ESX and vCenter, by `virsh`, with its name and password in a file of its own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';

export type Libvirt = {
  /** A folder of the test's own. */
  readonly folder: string;
  /** `esx://…` or `vpx://…/DC0/DC0_C0/DC0_C0_H0`, as every tool of libvirt takes it. */
  readonly uri: (scheme: 'esx' | 'vpx', path?: string) => string;
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => void;
};

export type Virsh = (...words: readonly string[]) => Promise<string>;

export function openLibvirt(url: URL): Libvirt {
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-libvirt-'));
  const auth = join(folder, 'auth.conf');
  const { hostname, port, username, password } = url;
  const known = ['esx', 'vpx'].map((scheme) => `[auth-${scheme}-${hostname}]\ncredentials=lab\n`);
  const lab = `[credentials-lab]\nusername=${decodeURIComponent(username)}\npassword=${decodeURIComponent(password)}\n`;
  writeFileSync(auth, lab + known.join(''));
  return {
    folder,
    uri: (scheme, path = '') => `${scheme}://${hostname}:${port}/${path}?no_verify=1`,
    environment: { LIBVIRT_AUTH_FILE: auth, LC_ALL: 'C', TZ: 'UTC' },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What it says, and a thrown error where it could not. */
export const virshOn =
  ({ environment }: Libvirt, uri: string): Virsh =>
  async (...words) => {
    const { status, output, error } = await runProgram(['virsh', '--connect', uri, ...words], {
      environment,
    });
    const said = error.split('\n').filter((line) => line.startsWith('error: '));
    if (status !== 0 || said.length > 0)
      throw new Error(`virsh ${words.join(' ')}: ${said.join(' ') || `status ${status}`}`);
    return output.trim();
  };

/** The rows of a table of its. */
export const rowsOf = (table: string): readonly (readonly string[])[] =>
  table
    .split('\n')
    .slice(2)
    .map((line) => line.trim().split(/\s{2,}/))
    .filter(([first]) => first !== undefined && first !== '');

/** `Name: value` lines by their names. */
export const wordsOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const [, name, value] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );
