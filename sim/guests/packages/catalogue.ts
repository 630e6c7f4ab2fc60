import type { BaseName, Distribution } from '../bases/distribution.ts';
import { baseNames } from '../bases/distribution.ts';
import type { System } from '../kernel/program.ts';
import { rowsOf } from './rows.ts';
import type { Catalogue } from './package.ts';

const families: Readonly<Record<BaseName, Distribution['family']>> = {
  'debian-12': 'debian',
  'ubuntu-22.04': 'debian',
  'rhel-9': 'redhat',
  'alpine-3.19': 'alpine',
};

const catalogues: ReadonlyMap<BaseName, Catalogue> = new Map(
  baseNames.map((base) => [base, { base, family: families[base], ...rowsOf(base) }]),
);

const byId: Readonly<Record<string, BaseName>> = {
  debian: 'debian-12',
  ubuntu: 'ubuntu-22.04',
  rhel: 'rhel-9',
  alpine: 'alpine-3.19',
};

/** Of the distribution a machine says it is: its repository. */
export function catalogueOf(system: System): Catalogue {
  const release = system.files.readFile('/etc/os-release');
  const id = /^ID="?(\w+)"?$/m.exec(release.ok ? release.value : '')?.[1] ?? 'debian';
  return catalogueOfBase(byId[id] ?? 'debian-12');
}

export function catalogueOfBase(base: BaseName): Catalogue {
  const found = catalogues.get(base);
  if (found === undefined) throw new Error(`No packages are known for ${base}.`);
  return found;
}
