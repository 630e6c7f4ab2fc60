import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import type { Account } from '../../../system/users/accounts.ts';
import { accountNamed, accountsOf, groupsOf, secretsOf } from '../../../system/users/accounts.ts';
import type { Options } from './change-files.ts';
import {
  complain,
  groupsNamed,
  mayNot,
  readOptions,
  writeAccounts,
  writeGroups,
  writeSecrets,
  written,
} from './change-files.ts';

const long = {
  '--append': 'a',
  '--lock': 'L',
  '--unlock': 'U',
  '--groups': 'G',
  '--gid': 'g',
  '--shell': 's',
  '--home': 'd',
  '--comment': 'c',
  '--login': 'l',
  '--uid': 'u',
  '--password': 'p',
  '--move-home': 'm',
};

export const usermod: Program = function* (system) {
  const options = readOptions(system.arguments, { flags: 'aLUm', values: 'Ggsdclup', long });
  const [name] = options.words;
  if (options.fault !== null || name === undefined) {
    yield* system.descriptors.write(
      2,
      `${options.fault === null ? '' : `usermod: ${options.fault}\n`}Usage: usermod [options] LOGIN\n`,
    );
    return 2;
  }
  const account = accountNamed(system, name);
  if (account === null)
    return yield* complain(system, 'usermod', { message: `user '${name}' does not exist`, status: 6 });
  if (system.processes.who().uid !== 0) return yield* mayNot(system, 'usermod', '/etc/passwd');
  const changed = changedAccount(system, account, options);
  if ('message' in changed) return yield* complain(system, 'usermod', changed);
  const groups = groupsNamed(system, options.values.get('G') ?? '');
  if (typeof groups === 'string')
    return yield* complain(system, 'usermod', { message: `group '${groups}' does not exist`, status: 6 });
  return yield* keep(system, { account, changed, options, groups: groups.map((group) => group.name) });
};

function changedAccount(
  system: System,
  account: Account,
  { values }: Options,
): Account | { readonly message: Bytes; readonly status: number } {
  const get = (letter: string, before: Bytes): Bytes => values.get(letter) ?? before;
  const others = accountsOf(system).filter(({ name }) => name !== account.name);
  const name = get('l', account.name);
  if (others.some((other) => other.name === name))
    return { message: `user '${name}' already exists`, status: 9 };
  const uid = Number(get('u', String(account.uid)));
  if (uid !== account.uid && others.some((other) => other.uid === uid))
    return { message: `UID '${uid}' already exists`, status: 4 };
  const group = groupsNamed(system, get('g', ''));
  if (typeof group === 'string') return { message: `group '${group}' does not exist`, status: 6 };
  const gid = group[0]?.gid ?? account.gid;
  return {
    name,
    uid,
    gid,
    about: get('c', account.about),
    home: get('d', account.home),
    shell: get('s', account.shell),
  };
}

type Change = {
  readonly account: Account;
  readonly changed: Account;
  readonly options: Options;
  readonly groups: readonly Bytes[];
};

function* keep(system: System, { account, changed, options, groups }: Change): Step<number> {
  const { flags, values } = options;
  if (flags.has('m') && changed.home !== account.home) system.files.rename(account.home, changed.home);
  const members = groupsOf(system).map((group) => {
    const renamed = group.members.map((member) => (member === account.name ? changed.name : member));
    if (!values.has('G')) return { ...group, members: renamed };
    const others = renamed.filter((member) => member !== changed.name);
    const stays = flags.has('a') && renamed.includes(changed.name);
    return { ...group, members: stays || groups.includes(group.name) ? [...others, changed.name] : others };
  });
  const secrets = secretsOf(system).map((secret) => {
    if (secret.name !== account.name) return secret;
    const hash = values.get('p') ?? secret.hash;
    const locked = flags.has('L') && !hash.startsWith('!') ? `!${hash}` : hash;
    return { ...secret, name: changed.name, hash: flags.has('U') ? locked.replace(/^!/, '') : locked };
  });
  return yield* written(system, 'usermod', [
    writeAccounts(
      system,
      accountsOf(system).map((other) => (other.name === account.name ? changed : other)),
    ),
    writeGroups(system, members),
    writeSecrets(system, secrets),
  ]);
}

export const userdel: Program = function* (system) {
  const { flags, words, fault } = readOptions(system.arguments, {
    flags: 'rf',
    values: '',
    long: { '--remove': 'r', '--force': 'f' },
  });
  const [name] = words;
  if (fault !== null || name === undefined) {
    yield* system.descriptors.write(2, 'Usage: userdel [options] LOGIN\n');
    return 2;
  }
  const account = accountNamed(system, name);
  if (account === null)
    return yield* complain(system, 'userdel', { message: `user '${name}' does not exist`, status: 6 });
  if (system.processes.who().uid !== 0) return yield* mayNot(system, 'userdel', '/etc/passwd');
  const busy = system.processes.list().find(({ who }) => who.uid === account.uid);
  if (busy !== undefined && !flags.has('f'))
    return yield* complain(system, 'userdel', {
      message: `user ${name} is currently used by process ${busy.pid}`,
      status: 8,
    });
  const groups = groupsOf(system)
    .filter((group) => group.name !== name || group.gid !== account.gid)
    .map((group) => ({ ...group, members: group.members.filter((member) => member !== name) }));
  const status = yield* written(system, 'userdel', [
    writeAccounts(
      system,
      accountsOf(system).filter((other) => other.name !== name),
    ),
    writeGroups(system, groups),
    writeSecrets(
      system,
      secretsOf(system).filter((secret) => secret.name !== name),
    ),
  ]);
  if (!flags.has('r') || status !== 0) return status;
  if (!system.files.stat(`/var/mail/${name}`).ok)
    yield* system.descriptors.write(2, `userdel: ${name} mail spool (/var/mail/${name}) not found\n`);
  removeTree(system, account.home);
  return 0;
};

function removeTree(system: System, path: Bytes): void {
  const listed = system.files.list(path);
  if (listed.ok)
    for (const { name, kind } of listed.value) {
      if (kind === 'directory') removeTree(system, `${path}/${name}`);
      else system.files.remove(`${path}/${name}`);
    }
  system.files.removeDirectory(path);
}
