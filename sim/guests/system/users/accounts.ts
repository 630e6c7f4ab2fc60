import type { Bytes } from '../../bytes.ts';
import type { Credentials } from '../../files/node.ts';
import type { System } from '../../kernel/program.ts';

/** One line of /etc/passwd. */
export type Account = {
  readonly name: Bytes;
  readonly uid: number;
  readonly gid: number;
  readonly about: Bytes;
  readonly home: Bytes;
  readonly shell: Bytes;
};
export type Group = { readonly name: Bytes; readonly gid: number; readonly members: readonly Bytes[] };
/** One line of /etc/shadow, the password as it is written. */
export type Secret = { readonly name: Bytes; readonly hash: Bytes; readonly rest: readonly Bytes[] };

export const linesOf = (content: Bytes): readonly Bytes[] =>
  content.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

export function readLines(system: System, path: Bytes): readonly Bytes[] {
  const content = system.files.readFile(path);
  return content.ok ? linesOf(content.value) : [];
}

export const accountsOf = (system: System): readonly Account[] =>
  readLines(system, '/etc/passwd').flatMap(accountOf);

function accountOf(line: Bytes): Account[] {
  const [name, , uid, gid, about, home, shell] = line.split(':');
  if (name === undefined || !isNumber(uid) || !isNumber(gid)) return [];
  return [
    {
      name,
      uid: Number(uid),
      gid: Number(gid),
      about: about ?? '',
      home: home ?? '/',
      shell: shellOf(shell),
    },
  ];
}

const isNumber = (text: Bytes | undefined): boolean => text !== undefined && /^\d+$/.test(text);
const shellOf = (shell: Bytes | undefined): Bytes =>
  shell === undefined || shell === '' ? '/bin/sh' : shell;

export const accountLine = ({ name, uid, gid, about, home, shell }: Account): Bytes =>
  `${name}:x:${uid}:${gid}:${about}:${home}:${shell}`;

export const accountNamed = (system: System, name: Bytes): Account | null =>
  accountsOf(system).find((account) => account.name === name) ?? null;

export const accountOfUid = (system: System, uid: number): Account | null =>
  accountsOf(system).find((account) => account.uid === uid) ?? null;

export const groupsOf = (system: System): readonly Group[] =>
  readLines(system, '/etc/group').flatMap(groupOf);

function groupOf(line: Bytes): Group[] {
  const [name, , gid, members] = line.split(':');
  if (name === undefined || !isNumber(gid)) return [];
  return [{ name, gid: Number(gid), members: (members ?? '').split(',').filter((member) => member !== '') }];
}

export const groupLine = ({ name, gid, members }: Group): Bytes => `${name}:x:${gid}:${members.join(',')}`;

export const groupNamed = (system: System, name: Bytes): Group | null =>
  groupsOf(system).find((group) => group.name === name) ?? null;

/** All the groups an account is in, its own first. */
export function credentialsOf(system: System, account: Account): Credentials {
  const others = groupsOf(system).filter(
    ({ gid, members }) => gid !== account.gid && members.includes(account.name),
  );
  return { uid: account.uid, gid: account.gid, groups: [account.gid, ...others.map(({ gid }) => gid)] };
}

export const secretsOf = (system: System): readonly Secret[] =>
  readLines(system, '/etc/shadow').map((line) => {
    const [name, hash, ...rest] = line.split(':');
    return { name: name ?? '', hash: hash ?? '', rest };
  });

export const secretLine = ({ name, hash, rest }: Secret): Bytes => [name, hash, ...rest].join(':');

export const secretNamed = (system: System, name: Bytes): Secret | null =>
  secretsOf(system).find((secret) => secret.name === name) ?? null;
