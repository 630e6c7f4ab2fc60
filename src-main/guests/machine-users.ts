import { baseEntries, distributionOf } from '../../sim/guests/bases/bases.ts';
import type { Computer, World } from '../../sim/index.ts';
import type { GuestOs } from '../../sim/contract/machine-specs.ts';
import type { BaseName } from '../../sim/guests/bases/distribution.ts';
import type { MachineUser } from '../../sim/contract/terminal.ts';
import type { Bytes } from '../../sim/guests/bytes.ts';
import { textOf } from '../../sim/guests/bytes.ts';

/** Reads a file of the machine; null where it has none. */
export type FileReader = (path: Bytes) => Bytes | null;

const adminGroups: readonly string[] = ['sudo', 'wheel'];

const bases: readonly GuestOs[] = ['debian-12', 'ubuntu-22.04', 'rhel-9', 'alpine-3.19'] satisfies BaseName[];
const isBase = (os: GuestOs): os is GuestOs & BaseName => bases.includes(os);

/** The files of a machine as the lab keeps them, whether it runs or not. */
export function readerOf(world: World, { id, spec }: Pick<Computer, 'id' | 'spec'>): FileReader {
  const state = world.guests.get(id);
  const os = state?.base ?? spec.os;
  return (path) => {
    const kept = state?.files.get(path);
    if (kept !== undefined) return kept?.content ?? null;
    if (!isBase(os)) return null;
    const entry = baseEntries(distributionOf(os), []).find((one) => one.path === path);
    return entry?.kind === 'file' ? (entry.content ?? null) : null;
  };
}

/** Who can log in, as passwd(5) and group(5) of the machine have it: root first, then people by name. */
export function machineUsers(read: FileReader): readonly MachineUser[] {
  const admins = new Set(
    rows(read('/etc/group')).flatMap(([group = '', , , members = '']) =>
      adminGroups.includes(group) ? members.split(',') : [],
    ),
  );
  return rows(read('/etc/passwd'))
    .flatMap(([name = '', , uid = '', , , , shell = '']) =>
      /^\d+$/.test(uid) && name !== '' && mayLogIn(shell)
        ? [
            {
              name: textOf(name),
              uid: Number(uid),
              shell: textOf(shell),
              isAdmin: uid === '0' || admins.has(name),
            },
          ]
        : [],
    )
    .toSorted((a, b) => Number(b.uid === 0) - Number(a.uid === 0) || (a.name < b.name ? -1 : 1));
}

const rows = (file: Bytes | null): readonly (readonly Bytes[])[] =>
  (file ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(':'));

/** An empty shell is /bin/sh. */
const mayLogIn = (shell: Bytes): boolean => !/(nologin|false|sync|halt|shutdown)$/.test(shell);
