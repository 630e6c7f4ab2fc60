import type { Bytes } from '../../sim/guests/bytes.ts';
import type { Credentials } from '../../sim/guests/files/node.ts';
import type { System } from '../../sim/guests/kernel/program.ts';

export type Account = {
  readonly name: Bytes;
  readonly who: Credentials;
  readonly home: Bytes;
  readonly shell: Bytes;
  /** `passwd -l`, `usermod -L`: no password opens it. */
  readonly isLocked: boolean;
  /** Keys that may log in, as `type base64`. */
  readonly keys: readonly string[];
};

/** A user of the guest, from the files of the moment. Runs inside, as root. */
export function accountOf(system: System, name: Bytes): Account | null {
  const row = rowOf(read(system, '/etc/passwd'), name);
  if (row === null) return null;
  const [, , uid = '', gid = '', , home = '/', shell = ''] = row;
  if (!/^\d+$/.test(uid) || !/^\d+$/.test(gid)) return null;
  return {
    name,
    who: {
      uid: Number(uid),
      gid: Number(gid),
      groups: groupsOf(read(system, '/etc/group'), name, Number(gid)),
    },
    home: home === '' ? '/' : home,
    shell: shell === '' ? '/bin/sh' : shell,
    isLocked: (rowOf(read(system, '/etc/shadow'), name)?.[1] ?? '').startsWith('!$'),
    keys: keysIn(read(system, `${home}/.ssh/authorized_keys`)),
  };
}

function read(system: System, path: Bytes): Bytes {
  const content = system.files.readFile(path);
  return content.ok ? content.value : '';
}

function rowOf(file: Bytes, name: Bytes): readonly Bytes[] | null {
  const line = file.split('\n').find((one) => one.startsWith(`${name}:`));
  return line === undefined ? null : line.split(':');
}

function groupsOf(file: Bytes, name: Bytes, own: number): number[] {
  const groups = file.split('\n').flatMap((line) => {
    const [, , gid = '', members = ''] = line.split(':');
    return /^\d+$/.test(gid) && members.split(',').includes(name) ? [Number(gid)] : [];
  });
  return [...new Set([own, ...groups])];
}

/** Options before the key are passed over; a line with `cert-authority` or `command=` is not taken as a plain key. */
function keysIn(file: Bytes): string[] {
  return file.split('\n').flatMap((line) => {
    const found = /^\s*(ssh-\S+|ecdsa-\S+)\s+([A-Za-z0-9+/=]+)/.exec(line);
    return found === null ? [] : [`${found[1]} ${found[2]}`];
  });
}
