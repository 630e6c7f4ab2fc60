import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import type { Account, Group } from '../../../system/users/accounts.ts';
import { accountNamed, accountsOf, groupNamed, groupsOf, secretsOf } from '../../../system/users/accounts.ts';
import type { Options } from './change-files.ts';
import {
  complain,
  freeNumber,
  groupsNamed,
  mayNot,
  namePattern,
  readOptions,
  writeAccounts,
  writeGroups,
  writeSecrets,
  written,
} from './change-files.ts';

const long = {
  '--create-home': 'm',
  '--no-create-home': 'M',
  '--system': 'r',
  '--user-group': 'U',
  '--no-user-group': 'N',
  '--shell': 's',
  '--home-dir': 'd',
  '--home': 'd',
  '--uid': 'u',
  '--gid': 'g',
  '--groups': 'G',
  '--comment': 'c',
  '--password': 'p',
  '--skel': 'k',
  '--non-unique': 'o',
};

export const useradd: Program = function* (system) {
  const options = readOptions(system.arguments, { flags: 'mMrUNo', values: 'sdugGcpk', long });
  const [name] = options.words;
  if (options.fault !== null || name === undefined) {
    yield* system.descriptors.write(
      2,
      `${options.fault === null ? '' : `useradd: ${options.fault}\n`}Usage: useradd [options] LOGIN\n`,
    );
    return 2;
  }
  if (!namePattern.test(name))
    return yield* complain(system, 'useradd', {
      message: `invalid user name '${name}': use --badname to ignore`,
      status: 3,
    });
  if (system.processes.who().uid !== 0) return yield* mayNot(system, 'useradd', '/etc/passwd');
  if (accountNamed(system, name) !== null)
    return yield* complain(system, 'useradd', { message: `user '${name}' already exists`, status: 9 });
  const made = accountFor(system, name, options);
  if ('message' in made) return yield* complain(system, 'useradd', made);
  return yield* add(system, made, options);
};

type New = { readonly account: Account; readonly ownGroup: Group | null; readonly more: readonly Group[] };

function accountFor(system: System, name: Bytes, options: Options): New | Refused {
  const { values } = options;
  const get = (letter: string): Bytes => values.get(letter) ?? '';
  const uid = numberFor(system, options);
  if (typeof uid !== 'number') return uid;
  const chosen = groupsNamed(system, get('g'));
  if (typeof chosen === 'string') return noGroup(chosen);
  const more = groupsNamed(system, get('G'));
  if (typeof more === 'string') return noGroup(more);
  const isOwn = chosen.length === 0 && !options.flags.has('N');
  if (isOwn && groupNamed(system, name) !== null)
    return {
      message: `group ${name} exists - if you want to add this user to that group, use -g.`,
      status: 9,
    };
  const own = isOwn ? ownGroup(system, name, uid) : null;
  const { gid } = own ?? chosen[0] ?? { gid: 100 };
  return { account: { name, uid, gid, ...wishes(system, name, values) }, ownGroup: own, more };
}

const noGroup = (name: Bytes): Refused => ({ message: `group '${name}' does not exist`, status: 6 });

type Refused = { readonly message: Bytes; readonly status: number };

function numberFor(system: System, { values, flags }: Options): number | Refused {
  const asked = values.get('u');
  const taken = accountsOf(system).map(({ uid }) => uid);
  if (asked === undefined) return freeNumber(taken, flags.has('r') ? 100 : 1000);
  if (!/^\d+$/.test(asked)) return { message: `invalid user ID '${asked}'`, status: 3 };
  if (taken.includes(Number(asked)) && !flags.has('o'))
    return { message: `UID ${asked} is not unique`, status: 4 };
  return Number(asked);
}

/** With the user's number where it is free. */
function ownGroup(system: System, name: Bytes, uid: number): Group {
  const numbers = groupsOf(system).map(({ gid }) => gid);
  return {
    name,
    gid: numbers.includes(uid) ? freeNumber(numbers, uid < 1000 ? 100 : 1000) : uid,
    members: [],
  };
}

function wishes(
  system: System,
  name: Bytes,
  values: Options['values'],
): Pick<Account, 'about' | 'home' | 'shell'> {
  const defaults = system.files.readFile('/etc/default/useradd');
  const usual = /^SHELL=(.+)$/m.exec(defaults.ok ? defaults.value : '')?.[1] ?? '/bin/sh';
  return {
    about: values.get('c') ?? '',
    home: values.get('d') ?? `/home/${name}`,
    shell: values.get('s') ?? usual,
  };
}

function* add(system: System, { account, ownGroup, more }: New, options: Options): Step<number> {
  const day = Math.floor(system.now() / 86_400_000);
  const groups = groupsOf(system).map((group) =>
    more.some(({ name }) => name === group.name)
      ? { ...group, members: [...group.members, account.name] }
      : group,
  );
  const status = yield* written(system, 'useradd', [
    writeGroups(system, ownGroup === null ? groups : [...groups, ownGroup]),
    writeAccounts(system, [...accountsOf(system), account]),
    writeSecrets(system, [
      ...secretsOf(system),
      {
        name: account.name,
        hash: options.values.get('p') ?? '!',
        rest: [String(day), '0', '99999', '7', '', '', ''],
      },
    ]),
  ]);
  if (status !== 0) return status;
  const defaults = system.files.readFile('/etc/default/useradd');
  const wantsHome =
    options.flags.has('m') ||
    (defaults.ok && /^CREATE_HOME=yes/m.test(defaults.value) && !options.flags.has('r'));
  if (wantsHome && !options.flags.has('M')) makeHome(system, account, options.values.get('k') ?? '/etc/skel');
  return 0;
}

/** With what is in /etc/skel. */
export function makeHome(system: System, { home, uid, gid }: Account, skeleton: Bytes): void {
  const { files } = system;
  if (files.stat(home).ok) return;
  files.makeDirectory(home, 0o755);
  files.changeMode(home, 0o755);
  const copy = (from: Bytes, to: Bytes): void => {
    const listed = files.list(from);
    if (!listed.ok) return;
    for (const { name, kind } of listed.value) {
      const path = `${to}/${name}`;
      if (kind === 'directory') {
        files.makeDirectory(path, 0o755);
        copy(`${from}/${name}`, path);
      } else if (kind === 'file') {
        const content = files.readFile(`${from}/${name}`);
        if (content.ok) files.writeFile(path, content.value, 0o644);
      }
      files.changeOwner(path, uid, gid);
    }
  };
  copy(skeleton, home);
  files.changeOwner(home, uid, gid);
}
