import type { Bytes } from '../../../bytes.ts';
import type { Program, System } from '../../../kernel/program.ts';
import { lookUp } from '../../../system/names.ts';
import type { Group } from '../../../system/users/accounts.ts';
import { accountNamed, accountsOf, groupNamed, groupsOf } from '../../../system/users/accounts.ts';
import {
  complain,
  freeNumber,
  mayNot,
  namePattern,
  readOptions,
  writeGroups,
  written,
} from './change-files.ts';

export const groupadd: Program = function* (system) {
  const { flags, values, words, fault } = readOptions(system.arguments, {
    flags: 'rf',
    values: 'g',
    long: { '--gid': 'g', '--system': 'r', '--force': 'f' },
  });
  const [name] = words;
  if (fault !== null || name === undefined) {
    yield* system.descriptors.write(2, 'Usage: groupadd [options] GROUP\n');
    return 2;
  }
  if (!namePattern.test(name))
    return yield* complain(system, 'groupadd', { message: `'${name}' is not a valid group name`, status: 3 });
  if (groupNamed(system, name) !== null && flags.has('f')) return 0;
  if (groupNamed(system, name) !== null)
    return yield* complain(system, 'groupadd', { message: `group '${name}' already exists`, status: 9 });
  if (system.processes.who().uid !== 0) return yield* mayNot(system, 'groupadd', '/etc/group');
  const gid = numberFor(system, values.get('g'), flags.has('r') ? 100 : 1000);
  if (typeof gid !== 'number') return yield* complain(system, 'groupadd', gid);
  return yield* written(system, 'groupadd', [
    writeGroups(system, [...groupsOf(system), { name, gid, members: [] }]),
  ]);
};

function numberFor(
  system: System,
  asked: Bytes | undefined,
  least: number,
): number | { readonly message: Bytes; readonly status: number } {
  const taken = groupsOf(system).map(({ gid }) => gid);
  if (asked === undefined) return freeNumber(taken, least);
  if (!/^\d+$/.test(asked)) return { message: `invalid group ID '${asked}'`, status: 3 };
  return taken.includes(Number(asked))
    ? { message: `GID '${asked}' already exists`, status: 4 }
    : Number(asked);
}

export const groupdel: Program = function* (system) {
  const [, name] = system.arguments;
  if (name === undefined) {
    yield* system.descriptors.write(2, 'Usage: groupdel [options] GROUP\n');
    return 2;
  }
  const group = groupNamed(system, name);
  if (group === null)
    return yield* complain(system, 'groupdel', { message: `group '${name}' does not exist`, status: 6 });
  if (system.processes.who().uid !== 0) return yield* mayNot(system, 'groupdel', '/etc/group');
  const owner = accountsOf(system).find(({ gid }) => gid === group.gid);
  if (owner !== undefined)
    return yield* complain(system, 'groupdel', {
      message: `cannot remove the primary group of user '${owner.name}'`,
      status: 8,
    });
  return yield* written(system, 'groupdel', [
    writeGroups(
      system,
      groupsOf(system).filter((other) => other.name !== name),
    ),
  ]);
};

/** `gpasswd -a user group`, `-d user group`. */
export const gpasswd: Program = function* (system) {
  const { values, words, fault } = readOptions(system.arguments, {
    flags: '',
    values: 'adM',
    long: { '--add': 'a', '--delete': 'd', '--members': 'M' },
  });
  const [name] = words;
  if (fault !== null || name === undefined || values.size !== 1) {
    yield* system.descriptors.write(2, 'Usage: gpasswd [option] GROUP\n');
    return 2;
  }
  if (system.processes.realWho().uid !== 0)
    return yield* complain(system, 'gpasswd', { message: 'Permission denied.', status: 1 });
  const group = groupNamed(system, name);
  if (group === null)
    return yield* complain(system, 'gpasswd', {
      message: `group '${name}' does not exist in /etc/group`,
      status: 3,
    });
  const refusal = refusalOf(system, group, values);
  if (refusal !== null) return yield* complain(system, 'gpasswd', { message: refusal, status: 3 });
  const [how, user = ''] = [...values][0] ?? [];
  if (how === 'a') yield* system.descriptors.write(1, `Adding user ${user} to group ${name}\n`);
  if (how === 'd') yield* system.descriptors.write(1, `Removing user ${user} from group ${name}\n`);
  const members = membersAfter(group.members, values);
  const groups = groupsOf(system).map((other) => (other.name === name ? { ...other, members } : other));
  return yield* written(system, 'gpasswd', [writeGroups(system, groups)]);
};

function refusalOf(system: System, group: Group, values: ReadonlyMap<string, Bytes>): Bytes | null {
  const user = values.get('a') ?? values.get('d');
  if (user === undefined) return null;
  if (accountNamed(system, user) === null) return `user '${user}' does not exist`;
  return values.has('d') && !group.members.includes(user)
    ? `user '${user}' is not a member of '${group.name}'`
    : null;
}

function membersAfter(members: readonly Bytes[], values: ReadonlyMap<string, Bytes>): readonly Bytes[] {
  const list = values.get('M');
  if (list !== undefined) return list.split(',').filter((member) => member !== '');
  const added = values.get('a');
  const removed = values.get('d');
  const kept = members.filter((member) => member !== removed && member !== added);
  return added === undefined ? kept : [...kept, added];
}

const files: Readonly<Record<string, { readonly path: Bytes; readonly numberAt: number }>> = {
  passwd: { path: '/etc/passwd', numberAt: 2 },
  group: { path: '/etc/group', numberAt: 2 },
  shadow: { path: '/etc/shadow', numberAt: -1 },
  gshadow: { path: '/etc/gshadow', numberAt: -1 },
};

export const getent: Program = function* (system) {
  const [, database, ...keys] = system.arguments;
  if (database === undefined) {
    yield* system.descriptors.write(2, 'Usage: getent [OPTION...] database [key ...]\n');
    return 3;
  }
  const found =
    database === 'hosts' || database === 'ahosts'
      ? hostLines(system, keys)
      : fileLines(system, database, keys);
  if (found === null) {
    yield* system.descriptors.write(
      2,
      `Unknown database: ${database}\nTry \`getent --help' or \`getent --usage' for more information.\n`,
    );
    return 1;
  }
  yield* system.descriptors.write(1, found.lines.map((line) => `${line}\n`).join(''));
  return found.isAll ? 0 : 2;
};

type Found = { readonly lines: readonly Bytes[]; readonly isAll: boolean };

function fileLines(system: System, database: Bytes, keys: readonly Bytes[]): Found | null {
  const file = files[database];
  if (file === undefined) return null;
  const content = system.files.readFile(file.path);
  const lines = (content.ok ? content.value : '').split('\n').filter((line) => line !== '');
  if (keys.length === 0) return { lines, isAll: true };
  const picked = keys.map((key) =>
    lines.find(
      (line) => line.split(':')[0] === key || (file.numberAt > 0 && line.split(':')[file.numberAt] === key),
    ),
  );
  return { lines: picked.filter((line) => line !== undefined), isAll: !picked.includes(undefined) };
}

function hostLines(system: System, keys: readonly Bytes[]): Found {
  const content = system.files.readFile('/etc/hosts');
  const rows = (content.ok ? content.value : '')
    .split('\n')
    .map((line) => (line.split('#')[0] ?? '').trim().split(/\s+/))
    .filter(([, name]) => name !== undefined);
  const lineOf = (row: readonly Bytes[]): Bytes => `${(row[0] ?? '').padEnd(15)} ${row.slice(1).join(' ')}`;
  if (keys.length === 0) return { lines: rows.map(lineOf), isAll: true };
  const picked = keys.map((key) => {
    const row = rows.find((names) => names.includes(key));
    if (row !== undefined) return lineOf(row);
    const found = lookUp(system, key);
    return found.ok ? lineOf([found.address, found.name]) : undefined;
  });
  return { lines: picked.filter((line) => line !== undefined), isAll: !picked.includes(undefined) };
}
