/** How packages and images are told by esxcli. */
import type { Coming } from '../patches/change.ts';
import { packagesOf } from '../patches/packages.ts';
import type { Package, Which } from '../patches/packages.ts';
import { standingOf } from '../patches/status.ts';
import type { Standing } from '../patches/status.ts';
import { spokenConstraint } from '../patches/versions.ts';
import { idOf } from '../patches/vib.ts';
import type { Vib } from '../patches/vib.ts';
import { isoOf } from '../wire/value.ts';
import { flagArg, switchParam } from './command.ts';
import type { Ask, Gives, Row } from './command.ts';

export const levels = {
  VMwareCertified: 'vmware_certified',
  VMwareAccepted: 'vmware_accepted',
  PartnerSupported: 'partner',
  CommunitySupported: 'community',
} as const;

export const spokenLevel = (level: string): string =>
  Object.entries(levels).find(([, word]) => word === level)?.[0] ?? level;

/** `2023-09-21`. */
const dayOf = (time: string): string => time.slice(0, 10);

export const rebootingParam = switchParam(
  '--rebooting-image',
  'Tells of the image that is in use after the next start.',
);

/** Nothing where no start is waited for. */
export function imageAsked(ask: Ask, awaits: boolean): readonly Package[] {
  const which: Which = flagArg(ask, 'rebootingimage') === true ? 'next' : 'running';
  return which === 'next' && !awaits ? [] : packagesOf(ask.vc, ask.host, which);
}

export const summaryFields: Gives = {
  is: 'rows',
  name: 'SummaryExt',
  fields: {
    AcceptanceLevel: 'text',
    CreationDate: 'text',
    ID: 'text',
    InstallDate: 'text',
    Name: 'text',
    Platforms: 'texts',
    Status: 'text',
    Vendor: 'text',
    Version: 'text',
  },
};

const plainRow = (vib: Vib): Row => ({
  AcceptanceLevel: spokenLevel(vib.level),
  CreationDate: dayOf(vib.releasedAt),
  ID: idOf(vib),
  Name: vib.name,
  Platforms: ['host'],
  Status: '',
  Vendor: vib.vendor,
  Version: vib.version,
});

const installedOn = ({ vc }: Ask, { installedAt }: Package): string =>
  dayOf(isoOf(installedAt ?? vc.world().clock.epoch));

export const installedRow = (ask: Ask, one: Package): Row => ({
  ...plainRow(one),
  InstallDate: installedOn(ask, one),
});

/** Of a depot: what it would be to this host. */
export const offeredRow = ({ vc, host }: Ask, vib: Coming): Row => ({
  ...plainRow(vib),
  Status: standingWords[standingOf(packagesOf(vc, host, 'next'), vib)],
});

const standingWords = {
  absent: 'New',
  same: 'Installed',
  older: 'Update',
  newer: 'Downgrade',
} as const satisfies Readonly<Record<Standing, string>>;

export const wholeFields: Gives = {
  is: 'rows',
  name: 'VIBExt',
  fields: {
    ...(summaryFields.is === 'rows' ? summaryFields.fields : {}),
    Conflicts: 'texts',
    Depends: 'texts',
    Description: 'text',
    LiveInstallAllowed: 'flag',
    LiveRemoveAllowed: 'flag',
    MaintenanceModeRequired: 'flag',
    Provides: 'texts',
    Summary: 'text',
    Type: 'text',
  },
};

export const wholeRow = (vib: Vib, row: Row): Row => ({
  ...row,
  Conflicts: (vib.conflicts ?? []).map(spokenConstraint),
  Depends: (vib.depends ?? []).map(spokenConstraint),
  Description: vib.description,
  LiveInstallAllowed: vib.isLive,
  LiveRemoveAllowed: vib.isLiveToRemove ?? vib.isLive,
  MaintenanceModeRequired: vib.needsMaintenance,
  Provides: vib.provides ?? [],
  Summary: vib.summary,
  Type: 'bootbank',
});

export const resultFields: Gives = {
  is: 'one',
  name: 'InstallationResult',
  fields: {
    Message: 'text',
    RebootRequired: 'flag',
    VIBsInstalled: 'texts',
    VIBsRemoved: 'texts',
    VIBsSkipped: 'texts',
  },
};
