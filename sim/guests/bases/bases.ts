import { bytesOf } from '../bytes.ts';
import type { BaseEntry } from '../files/base.ts';
import { programFile } from '../kernel/image.ts';
import type { MachineBase } from '../kernel/kernel.ts';
import { createMachineBase } from '../kernel/kernel.ts';
import { firstPassword } from './accounts.table.ts';
import { alpine } from './alpine.table.ts';
import { commonFiles } from './common-files.table.ts';
import { debian, ubuntu } from './debian.table.ts';
import type { BaseName, Distribution, GroupRow, UserRow } from './distribution.ts';
import { familiesOf, ownFiles } from './families.table.ts';
import { commonDirectories, commonLinks, mergedLinks, setUserId } from './layout.table.ts';
import { placeOf } from './place.ts';
import { packageEntries } from '../packages/base-entries.ts';
import { programsToInstall } from '../packages/rows.ts';
import { redhat } from './redhat.table.ts';

/** When the images were made: 1 January 2025. */
const madeAt = 1_735_689_600_000;
const madeOnDay = 20_089;
const firstUser = 1000;

export function distributionOf(name: BaseName): Distribution {
  switch (name) {
    case 'debian-12':
      return debian;
    case 'ubuntu-22.04':
      return ubuntu;
    case 'rhel-9':
      return redhat;
    case 'alpine-3.19':
      return alpine;
    default:
      return name satisfies never;
  }
}

/** Gives each distribution's tree, built when it is first asked for and then shared by all its guests. */
export type BaseShelf = (name: BaseName) => MachineBase;

export function createBaseShelf(programs: Iterable<string>): BaseShelf {
  const names = [...programs];
  const built = new Map<BaseName, MachineBase>();
  return (name) => {
    const base = built.get(name) ?? createMachineBase(baseEntries(distributionOf(name), names));
    built.set(name, base);
    return base;
  };
}

const owned = { uid: 0, gid: 0, modifiedAt: madeAt } as const;

export function baseEntries(distribution: Distribution, programs: readonly string[]): readonly BaseEntry[] {
  const own = ownEntries(distribution, programs);
  return [...own, ...packageEntries(distribution.name, new Set(own.map(({ path }) => path)), madeAt)];
}

function ownEntries(distribution: Distribution, programs: readonly string[]): readonly BaseEntry[] {
  const { directories, files, links } = distribution;
  return [
    ...[...commonDirectories, ...directories].map(([path, mode, uid, gid]): BaseEntry => {
      return { ...owned, path, kind: 'directory', mode, uid: uid ?? 0, gid: gid ?? 0 };
    }),
    ...[...commonFiles, ...files].map(([path, content, mode, uid, gid]): BaseEntry => {
      return {
        ...owned,
        path,
        kind: 'file',
        mode: mode ?? 0o644,
        uid: uid ?? 0,
        gid: gid ?? 0,
        content: bytesOf(content),
      };
    }),
    ...[...commonLinks, ...(distribution.isMerged ? mergedLinks : []), ...links].map(([path, goal]) =>
      linkTo(path, goal),
    ),
    ...accountEntries(distribution),
    ...homeEntries(distribution),
    ...programEntries(distribution, programs),
  ];
}

const linkTo = (path: string, content: string): BaseEntry => ({
  ...owned,
  path,
  kind: 'link',
  mode: 0o777,
  content,
});

function accountEntries(distribution: Distribution): readonly BaseEntry[] {
  const { user } = distribution;
  const shell = distribution.family === 'alpine' ? '/bin/ash' : '/bin/bash';
  const users: readonly UserRow[] = [
    ...distribution.users,
    [user, firstUser, firstUser, user, `/home/${user}`, shell],
  ];
  const administrators = distribution.family === 'debian' ? 'sudo' : 'wheel';
  const groups: readonly GroupRow[] = [
    ...distribution.groups.map((row): GroupRow => {
      const [name, gid, members] = row;
      if (name !== administrators) return row;
      return [name, gid, members === undefined ? user : `${members},${user}`];
    }),
    [user, firstUser],
  ];
  const shadowGroup = distribution.family === 'redhat' ? 0 : 42;
  const shadowMode = distribution.family === 'redhat' ? 0 : 0o640;
  const file = (path: string, lines: readonly string[]): BaseEntry => ({
    ...owned,
    path,
    kind: 'file',
    mode: 0o644,
    content: `${lines.join('\n')}\n`,
  });
  const secret = (path: string, lines: readonly string[]): BaseEntry => ({
    ...file(path, lines),
    mode: shadowMode,
    gid: shadowGroup,
  });
  return [
    file(
      '/etc/passwd',
      users.map(([name, uid, gid, about, home, own]) => `${name}:x:${uid}:${gid}:${about}:${home}:${own}`),
    ),
    file(
      '/etc/group',
      groups.map(([name, gid, members]) => `${name}:x:${gid}:${members ?? ''}`),
    ),
    secret(
      '/etc/shadow',
      users.map(([name]) => `${name}:${secretOf(name, user)}:${madeOnDay}:0:99999:7:::`),
    ),
    secret(
      '/etc/gshadow',
      groups.map(([name, , members]) => `${name}:${name === user ? '!' : '*'}::${members ?? ''}`),
    ),
  ];
}

const secretOf = (name: string, user: string): string =>
  name === 'root' || name === user ? firstPassword : '*';

/** The first user has what is in /etc/skel. */
function homeEntries({ user, files }: Distribution): readonly BaseEntry[] {
  const own = { uid: firstUser, gid: firstUser, modifiedAt: madeAt };
  const skeleton = files.flatMap(([path, content]): BaseEntry[] => {
    if (!path.startsWith('/etc/skel/')) return [];
    return [
      { ...own, path: `/home/${user}${path.slice('/etc/skel'.length)}`, kind: 'file', mode: 0o644, content },
    ];
  });
  return [
    { ...own, path: `/home/${user}`, kind: 'directory', mode: 0o700 },
    { ...own, path: `/home/${user}/.ssh`, kind: 'directory', mode: 0o700 },
    ...skeleton,
    {
      ...owned,
      path: '/etc/sudoers.d/90-first-user',
      kind: 'file',
      mode: 0o440,
      content: `# The first user needs no password.\n${user} ALL=(ALL) NOPASSWD:ALL\n`,
    },
  ];
}

function programEntries(distribution: Distribution, programs: readonly string[]): readonly BaseEntry[] {
  const { family } = distribution;
  const later = programsToInstall(distribution.name);
  const here = programs.filter((name) => !later.has(name) && (familiesOf[name]?.includes(family) ?? true));
  if (family === 'alpine') return alpineEntries(here);
  return [
    ...here.map((name) => executable(placeOf(family, name), name)),
    ...(here.includes('bash') ? [linkTo('/usr/bin/sh', 'bash')] : []),
  ];
}

function executable(path: string, name: string): BaseEntry {
  const mode = setUserId.has(name) ? 0o4755 : 0o755;
  return { ...owned, path, kind: 'file', mode, content: programFile(name) };
}

function alpineEntries(programs: readonly string[]): readonly BaseEntry[] {
  const names = new Set(programs);
  if (names.has('busybox')) for (const shell of ['sh', 'ash']) names.add(shell);
  return [...names]
    .filter((name) => name !== 'init')
    .map((name) => {
      const path = placeOf('alpine', name);
      if (name === 'su' || name === 'passwd') return executable(path, name);
      return ownFiles.has(name) ? executable(path, name) : linkTo(path, '/bin/busybox');
    });
}
