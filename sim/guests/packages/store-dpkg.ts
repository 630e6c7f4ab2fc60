import type { Bytes } from '../bytes.ts';
import type { System } from '../kernel/program.ts';
import type { Installed, InstalledPackages, Store } from './installed.ts';
import type { Catalogue, Package } from './package.ts';

export const statusFile = '/var/lib/dpkg/status';
const automaticFile = '/var/lib/apt/extended_states';
const infoDirectory = '/var/lib/dpkg/info';

/** Debian's: stanzas in /var/lib/dpkg/status, who came by need in apt's extended_states. */
export const dpkgStore = (catalogue: Catalogue): Store => ({
  read: (system) => readStatus(system),
  textOf: (all) => [
    [statusFile, [...all.values()].map((one) => stanzaOf(catalogue, one)).join('\n')],
    [
      automaticFile,
      [...all.values()]
        .filter(({ isAutomatic }) => isAutomatic)
        .map(({ name }) => `Package: ${name}\nArchitecture: amd64\nAuto-Installed: 1\n\n`)
        .join(''),
    ],
  ],
  listOf: (name) => `${infoDirectory}/${labelOf(name)}.list`,
});

/** Several architectures of a library may be there at once, so dpkg says which. */
export const labelOf = (name: string): string => (name.startsWith('lib') ? `${name}:amd64` : name);

const everywhere = new Set([
  'adduser',
  'ca-certificates',
  'cron-daemon-common',
  'debconf',
  'dnsutils',
  'init-system-helpers',
  'libpam-runtime',
  'mariadb-common',
  'ncurses-base',
  'netbase',
  'nginx-common',
  'postgresql',
  'postgresql-common',
  'postgresql-client-common',
  'readline-common',
  'redis',
  'sensible-utils',
  'ssl-cert',
  'tzdata',
  'vim-common',
  'vim-runtime',
]);
export const architectureOf = (name: string): string => (everywhere.has(name) ? 'all' : 'amd64');

function readStatus(system: System): InstalledPackages {
  const status = system.files.readFile(statusFile);
  const automatic = system.files.readFile(automaticFile);
  const came = new Set(
    [...(automatic.ok ? automatic.value : '').matchAll(/^Package: (.+)$/gm)].map(([, name]) => name ?? ''),
  );
  const all = new Map<string, Installed>();
  for (const stanza of (status.ok ? status.value : '').split('\n\n')) {
    const one = installedOf(stanza, came);
    if (one !== null) all.set(one.name, one);
  }
  return all;
}

function installedOf(stanza: Bytes, came: ReadonlySet<string>): Installed | null {
  const get = (field: string): string | undefined => new RegExp(`^${field}: (.*)$`, 'm').exec(stanza)?.[1];
  const name = get('Package');
  const [wish, , state] = (get('Status') ?? '').split(' ');
  if (name === undefined) return null;
  if (state !== 'installed' && state !== 'config-files' && state !== 'half-configured') return null;
  return {
    name,
    version: get('Version') ?? '',
    state,
    isHeld: wish === 'hold',
    isAutomatic: came.has(name),
    installedAt: 0,
  };
}

export function stanzaOf(catalogue: Catalogue, one: Installed): Bytes {
  const known = catalogue.packages.get(one.name);
  const wish = one.isHeld ? 'hold' : one.state === 'config-files' ? 'deinstall' : 'install';
  return [
    `Package: ${one.name}`,
    `Status: ${wish} ok ${one.state}`,
    ...(known === undefined ? [`Version: ${one.version}`] : fieldsOf(known, one.version)),
    '',
  ].join('\n');
}

export function fieldsOf(known: Package, version: string): readonly string[] {
  return [
    `Priority: ${known.priority}`,
    `Section: ${known.section}`,
    `Installed-Size: ${known.kilobytes}`,
    'Maintainer: The lab <root@localhost>',
    `Architecture: ${architectureOf(known.name)}`,
    `Version: ${version}`,
    ...(known.needs.length === 0 ? [] : [`Depends: ${known.needs.join(', ')}`]),
    `Description: ${known.about}`,
  ];
}
