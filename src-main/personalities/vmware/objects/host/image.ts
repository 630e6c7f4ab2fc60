/** `HostImageConfigManager`: what is installed on a host. */
import type { Vc } from '../../vc.ts';
import { addedPackages } from '../../patches/packages.ts';
import { textAt } from '../../wire/ask.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import { done, invalidArgument } from '../fault.ts';
import type { AnyManaged, Method } from '../managed.ts';
import { hostSystem } from './config-desk.ts';
import type { Host } from './host.ts';
import { hostKey, settingOf, writePaper } from './settings.ts';

/** The strictest first. */
export const acceptanceLevels: readonly string[] = [
  'vmware_certified',
  'vmware_accepted',
  'partner',
  'community',
];
const keyOf = ({ id }: Host): string => hostKey(id, 'image');

const packages = [
  ['esx-base', 'ESXi base system'],
  ['esx-update', 'Updates of the base system'],
  ['esx-xserver', 'Virtual displays'],
  ['cpu-microcode', 'Microcode of processors'],
  ['i40en', 'Driver of network adapters'],
  ['vmw-ahci', 'Driver of SATA adapters'],
  ['nvme-pcie', 'Driver of NVMe disks'],
  ['tools-light', 'VMware Tools for guests'],
  ['vsan', 'Storage of clusters'],
  ['native-misc-drivers', 'Other drivers'],
] as const;

const packageOf = ({ spec }: Host, build: string, at: number): Data => {
  const [name = '', summary = ''] = packages[at] ?? [];
  return {
    _type: 'SoftwarePackage',
    name,
    version: `${spec.version}-${build}`,
    type: 'vib',
    vendor: 'VMware',
    acceptanceLevel: 'vmware_certified',
    summary,
    description: summary,
    creationDate: isoOf(1_695_254_400_000),
    maintenanceModeRequired: true,
    capability: { liveInstallAllowed: false, liveRemoveAllowed: false, statelessReady: true, overlay: false },
  };
};

/** Its packages, as `SoftwarePackage`. */
export const packagesOf = (vc: Pick<Vc, 'about' | 'papers'>, host: Host): readonly Data[] => [
  ...packages.map((_, at) => packageOf(host, vc.about.build, at)),
  ...addedPackages(vc, host),
];

export const acceptanceOf = (vc: Pick<Vc, 'papers'>, host: Host): string =>
  settingOf(vc, keyOf(host), { level: 'partner' }).level;

export const profileOf = ({ about }: Pick<Vc, 'about'>, { spec }: Host): Data => ({
  _type: 'HostImageProfileSummary',
  name: `ESXi-${spec.version}-${about.build}-standard`,
  vendor: 'VMware, Inc.',
});

const setLevel: Method<Host> = (call, host) => {
  const level = textAt(call.args, 'newAcceptanceLevel') ?? '';
  return acceptanceLevels.includes(level)
    ? writePaper(call, keyOf(host), { level })
    : invalidArgument('newAcceptanceLevel', `There is no acceptance level ${level}.`);
};

export const imageManager = (): AnyManaged =>
  hostSystem('imageConfigManager', {
    methods: {
      fetchSoftwarePackages: ({ vc }, host) => done(packagesOf(vc, host)),
      HostImageConfigGetAcceptance: ({ vc }, host) => done(acceptanceOf(vc, host)),
      UpdateHostImageAcceptanceLevel: setLevel,
      HostImageConfigGetProfile: ({ vc }, host) => done(profileOf(vc, host)),
      installDate: ({ vc }) => done(isoOf(vc.world().clock.epoch)),
    },
  });
