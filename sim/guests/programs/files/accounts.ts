import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';

export type User = {
  readonly name: Bytes;
  readonly uid: number;
  readonly gid: number;
  readonly home: Bytes;
  readonly shell: Bytes;
};
type Group = { readonly name: Bytes; readonly gid: number; readonly members: readonly Bytes[] };

/** Who and what groups there are, as the guest's own files say at this moment. */
export type Accounts = { readonly users: readonly User[]; readonly groups: readonly Group[] };

export function accountsOf(system: System): Accounts {
  return {
    users: rowsOf(system, '/etc/passwd').map(([name = '', , uid, gid, , home = '', shell = '']) => ({
      name,
      uid: Number(uid),
      gid: Number(gid),
      home,
      shell,
    })),
    groups: rowsOf(system, '/etc/group').map(([name = '', , gid, members = '']) => ({
      name,
      gid: Number(gid),
      members: members.split(',').filter((member) => member !== ''),
    })),
  };
}

function rowsOf(system: System, path: Bytes): readonly (readonly Bytes[])[] {
  const file = system.files.readFile(path);
  if (!file.ok) return [];
  return file.value
    .split('\n')
    .filter((line) => line.includes(':') && !line.startsWith('#'))
    .map((line) => line.split(':'));
}

export const userName = ({ users }: Accounts, uid: number): Bytes =>
  users.find((user) => user.uid === uid)?.name ?? String(uid);

export const groupName = ({ groups }: Accounts, gid: number): Bytes =>
  groups.find((group) => group.gid === gid)?.name ?? String(gid);

export const findUser = ({ users }: Accounts, name: Bytes): User | null =>
  users.find((user) => user.name === name) ?? null;

/** A name, or a number that nobody's name is. */
export function uidOf(accounts: Accounts, name: Bytes): number | null {
  return findUser(accounts, name)?.uid ?? (/^\+?\d+$/.test(name) ? Number(name) : null);
}

export function gidOf({ groups }: Accounts, name: Bytes): number | null {
  const found = groups.find((group) => group.name === name);
  return found?.gid ?? (/^\+?\d+$/.test(name) ? Number(name) : null);
}
