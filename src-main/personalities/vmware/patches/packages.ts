/** What is installed on a host: the packages of its image, and those that were put on it or taken off it since. */
import type { Vc } from '../vc.ts';
import type { Data } from '../wire/value.ts';
import { isoOf } from '../wire/value.ts';
import { bootedAt } from '../objects/host/booted.ts';
import type { Host } from '../objects/host/host.ts';
import { hostKey, settingOf } from '../objects/host/settings.ts';
import { basePackages } from './base-packages.table.ts';
import type { Vib } from './vib.ts';

export type Added = Vib & {
  readonly installedAt: number;
  /** `ESXi80U3-24022510`: with which bulletin it came. */
  readonly bulletin?: string;
};

/** `installedAt` is not there for what the host was made with. */
export type Package = Vib & Partial<Pick<Added, 'installedAt' | 'bulletin'>>;

type Image = {
  readonly added: readonly Added[];
  /** Names of what its image had and it has no more. */
  readonly gone: readonly string[];
  readonly profile: string | null;
};

/** `changedAt`: when something changed last that is in use only after a start; `before`: what is in use till then. */
export type Kept = Image & { readonly changedAt: number | null; readonly before: Image | null };

type Lab = Pick<Vc, 'papers' | 'world'>;
const plain: Kept = { added: [], gone: [], profile: null, changedAt: null, before: null };

export const packagesKey = ({ id }: Host): string => hostKey(id, 'packages');
export const keptPackages = (vc: Pick<Vc, 'papers'>, host: Host): Kept =>
  settingOf<Kept>(vc, packagesKey(host), plain);

export const awaitsStart = (vc: Lab, host: Host): boolean => {
  const { changedAt } = keptPackages(vc, host);
  return changedAt !== null && bootedAt(vc, host) <= changedAt;
};

/** `running`: in use now; `next`: after the next start. */
export type Which = 'running' | 'next';

export function imageOf(vc: Lab, host: Host, which: Which): Image {
  const kept = keptPackages(vc, host);
  return which === 'running' && kept.before !== null && awaitsStart(vc, host) ? kept.before : kept;
}

/** 21 September 2023: of the build that hosts here are made with. */
const builtAt = isoOf(1_695_254_400_000);

const baseOf = (vc: Pick<Vc, 'about'>, { spec }: Host): readonly Vib[] =>
  basePackages.map(([name, summary]) => ({
    name,
    version: `${spec.version}-${vc.about.build}`,
    vendor: 'VMware',
    summary,
    description: summary,
    level: 'vmware_certified',
    releasedAt: builtAt,
    needsMaintenance: true,
    isLive: false,
  }));

export function packagesOf(vc: Lab & Pick<Vc, 'about'>, host: Host, which: Which): readonly Package[] {
  const { added, gone } = imageOf(vc, host, which);
  const replaced = new Set([...gone, ...added.map(({ name }) => name)]);
  return [...baseOf(vc, host).filter(({ name }) => !replaced.has(name)), ...added];
}

/** A host that was patched is of the version that its base package has. */
export const patchedVersion = (vc: Lab, host: Host): string | undefined =>
  imageOf(vc, host, 'running').added.find(({ name }) => name === 'esx-base')?.version;

/** As `SoftwarePackage`. */
export const packageData = (one: Package): Data => ({
  _type: 'SoftwarePackage',
  name: one.name,
  version: one.version,
  type: 'vib',
  vendor: one.vendor,
  acceptanceLevel: one.level,
  summary: one.summary,
  description: one.description,
  creationDate: one.releasedAt,
  depends: relationsOf(one.depends),
  conflicts: relationsOf(one.conflicts),
  provides: [...(one.provides ?? [])],
  maintenanceModeRequired: one.needsMaintenance,
  capability: {
    liveInstallAllowed: one.isLive,
    liveRemoveAllowed: one.isLiveToRemove ?? one.isLive,
    statelessReady: one.installedAt === undefined,
    overlay: false,
  },
});

const relationsOf = (said: Vib['depends']): readonly Data[] =>
  (said ?? []).map(({ name, relation, version }) => ({
    _type: 'Relation',
    name,
    constraint: relation === '' ? undefined : relation,
    version: version === '' ? undefined : version,
  }));
