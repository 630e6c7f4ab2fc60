/** Packages that were put on a host beside those it came with. */
import type { Vc } from '../vc.ts';
import type { Data } from '../wire/value.ts';
import { isoOf } from '../wire/value.ts';
import { bootedAt } from '../objects/host/booted.ts';
import type { Host } from '../objects/host/host.ts';
import { hostKey, settingOf } from '../objects/host/settings.ts';
import type { Vib } from './vib.ts';

export type Added = Vib & { readonly installedAt: number };

/** `changedAt`: when something changed last that is in use only after a start. */
type Kept = { readonly added: readonly Added[]; readonly changedAt: number | null };

export const packagesKey = ({ id }: Host): string => hostKey(id, 'packages');
export const keptPackages = (vc: Pick<Vc, 'papers'>, host: Host): Kept =>
  settingOf<Kept>(vc, packagesKey(host), { added: [], changedAt: null });

export const awaitsStart = (vc: Pick<Vc, 'papers' | 'world'>, host: Host): boolean => {
  const { changedAt } = keptPackages(vc, host);
  return changedAt !== null && bootedAt(vc, host) <= changedAt;
};

export const idOf = ({ name, version, vendor }: Pick<Vib, 'name' | 'version' | 'vendor'>): string =>
  `${vendor}_bootbank_${name}_${version}`;

export const addedPackages = (vc: Pick<Vc, 'papers'>, host: Host): readonly Data[] =>
  keptPackages(vc, host).added.map((one) => ({
    _type: 'SoftwarePackage',
    name: one.name,
    version: one.version,
    type: 'vib',
    vendor: one.vendor,
    acceptanceLevel: one.level,
    summary: one.summary,
    description: one.description,
    creationDate: one.releasedAt,
    installDate: isoOf(one.installedAt),
    maintenanceModeRequired: one.needsMaintenance,
    capability: {
      liveInstallAllowed: one.isLive,
      liveRemoveAllowed: one.isLive,
      statelessReady: false,
      overlay: false,
    },
  }));
