import type { System } from '../kernel/program.ts';
import type { Installed, InstalledPackages, Store } from './installed.ts';
import type { Catalogue } from './package.ts';

const file = '/lib/apk/db/installed';
const worldFile = '/etc/apk/world';

/** Alpine's: what is installed, and the world file that says what was asked for. */
export const apkStore = (catalogue: Catalogue): Store => ({
  read,
  textOf: (all) => [
    [file, [...all.values()].map((one) => recordOf(catalogue, one)).join('')],
    [
      worldFile,
      [...all.values()]
        .filter(({ isAutomatic }) => !isAutomatic)
        .map(({ name }) => `${name}\n`)
        .toSorted()
        .join(''),
    ],
  ],
  listOf: (name) => `/lib/apk/db/files/${name}`,
});

function recordOf({ packages }: Catalogue, { name, version, installedAt }: Installed): string {
  const known = packages.get(name);
  const needs = known === undefined || known.needs.length === 0 ? '' : `D:${known.needs.join(' ')}\n`;
  const size = known === undefined ? 0 : known.kilobytes * 1024;
  return `P:${name}\nV:${version}\nA:x86_64\nS:${known?.fetchBytes ?? 0}\nI:${size}\nT:${known?.about ?? name}\n${needs}t:${Math.floor(installedAt / 1000)}\n\n`;
}

function read(system: System): InstalledPackages {
  const content = system.files.readFile(file);
  const world = system.files.readFile(worldFile);
  const wanted = new Set((world.ok ? world.value : '').split('\n'));
  const rows = (content.ok ? content.value : '').split('\n\n').flatMap((record): [string, Installed][] => {
    const get = (letter: string): string => new RegExp(`^${letter}:(.*)$`, 'm').exec(record)?.[1] ?? '';
    const name = get('P');
    if (name === '') return [];
    const version = get('V');
    const installedAt = Number(get('t')) * 1000;
    return [
      [
        name,
        { name, version, state: 'installed', isHeld: false, isAutomatic: !wanted.has(name), installedAt },
      ],
    ];
  });
  return new Map(rows);
}
