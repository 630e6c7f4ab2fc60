import type { System } from '../kernel/program.ts';
import type { Installed, InstalledPackages, Store } from './installed.ts';

const file = '/var/lib/rpm/packages';

/** The real one is an SQLite file; here it is a line a package: name, version, when, why. */
export const rpmStore: Store = {
  read,
  textOf: (all) => [
    [
      file,
      [...all.values()]
        .map(
          ({ name, version, installedAt, isAutomatic }) =>
            `${name}\t${version}\t${installedAt}\t${isAutomatic ? 'dependency' : 'user'}\n`,
        )
        .join(''),
    ],
  ],
  listOf: (name) => `/var/lib/rpm/files/${name}`,
};

function read(system: System): InstalledPackages {
  const content = system.files.readFile(file);
  const rows = (content.ok ? content.value : '').split('\n').flatMap((line): [string, Installed][] => {
    const [name = '', version = '', at, why] = line.split('\t');
    if (name === '') return [];
    const installedAt = Number(at);
    return [
      [
        name,
        { name, version, state: 'installed', isHeld: false, isAutomatic: why === 'dependency', installedAt },
      ],
    ];
  });
  return new Map(rows);
}
