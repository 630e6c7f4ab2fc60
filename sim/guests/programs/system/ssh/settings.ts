import type { Bytes } from '../../../bytes.ts';
import type { System } from '../../../kernel/program.ts';

/** What of sshd_config tells who may come in. The first word on a matter counts. */
export type ServerSettings = {
  readonly rootLogin: Bytes;
  readonly passwords: boolean;
  readonly keys: boolean;
  readonly allowed: readonly Bytes[];
  readonly denied: readonly Bytes[];
  readonly mostTries: number;
  /** Whether it hands on to others. */
  readonly forwards: boolean;
};

const directory = '/etc/ssh/sshd_config.d';

export function serverSettings(system: System): ServerSettings {
  const found = new Map<string, Bytes>();
  const read = (path: Bytes): void => {
    const content = system.files.readFile(path);
    for (const line of (content.ok ? content.value : '').split('\n')) {
      const [keyword = '', ...values] = line.trim().split(/[\s=]+/);
      const name = keyword.toLowerCase();
      if (name === 'match') return;
      if (name === 'include') for (const part of partsOf(system, values[0] ?? '')) read(part);
      else if (name !== '' && !name.startsWith('#') && !found.has(name)) found.set(name, values.join(' '));
    }
  };
  read('/etc/ssh/sshd_config');
  const words = (name: string): readonly Bytes[] =>
    (found.get(name) ?? '').split(' ').filter((word) => word !== '');
  return {
    // The lab's images let root in, as those of most labs do.
    rootLogin: found.get('permitrootlogin') ?? 'yes',
    passwords: (found.get('passwordauthentication') ?? 'yes') !== 'no',
    keys: (found.get('pubkeyauthentication') ?? 'yes') !== 'no',
    allowed: words('allowusers'),
    denied: words('denyusers'),
    mostTries: Number(found.get('maxauthtries') ?? '6'),
    forwards: !['no', 'remote'].includes(found.get('allowtcpforwarding') ?? 'yes'),
  };
}

function partsOf(system: System, pattern: Bytes): readonly Bytes[] {
  if (pattern !== `${directory}/*.conf`) return [];
  const list = system.files.list(directory);
  if (!list.ok) return [];
  return list.value
    .map(({ name }) => name)
    .filter((name) => name.endsWith('.conf'))
    .toSorted()
    .map((name) => `${directory}/${name}`);
}

export const mayEnter = ({ allowed, denied }: ServerSettings, user: Bytes): boolean =>
  !denied.some((pattern) => fitsPattern(pattern, user)) &&
  (allowed.length === 0 || allowed.some((pattern) => fitsPattern(pattern, user)));

/** `*` and `?`, as in a list of users or hosts. */
export const fitsPattern = (pattern: Bytes, text: Bytes): boolean =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  ).test(text);
