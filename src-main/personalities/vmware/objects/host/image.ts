/** `HostImageConfigManager`: what is installed on a host. */
import type { Vc } from '../../vc.ts';
import { imageOf, packageData, packagesOf } from '../../patches/packages.ts';
import type { Which } from '../../patches/packages.ts';
import { idOf } from '../../patches/vib.ts';
import { textAt } from '../../wire/ask.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
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

export const acceptanceOf = (vc: Pick<Vc, 'papers'>, host: Host): string =>
  settingOf(vc, keyOf(host), { level: 'partner' }).level;

/** A profile that something was added to or taken from is said to be updated. */
export function profileOf(vc: Vc, host: Host, which: Which): Data {
  const { added, gone, profile } = imageOf(vc, host, which);
  const name = profile ?? `ESXi-${host.spec.version}-${vc.about.build}-standard`;
  const isPlain = profile !== null || (added.length === 0 && gone.length === 0);
  return {
    _type: 'HostImageProfileSummary',
    name: isPlain ? name : `(Updated) ${name}`,
    vendor: 'VMware, Inc.',
  };
}

const rankOf = (level: string): number => acceptanceLevels.indexOf(level);
export const isBelow = (level: string, wanted: string): boolean => rankOf(level) > rankOf(wanted);

/** A host does not ask for more than what is on it has. */
const setLevel: Method<Host> = (call, host) => {
  const level = textAt(call.args, 'newAcceptanceLevel') ?? '';
  if (!acceptanceLevels.includes(level))
    return invalidArgument('newAcceptanceLevel', `There is no acceptance level ${level}.`);
  const lower = packagesOf(call.vc, host, 'next').filter((one) => isBelow(one.level, level));
  return lower.length === 0
    ? writePaper(call, keyOf(host), { level })
    : faulted(
        'PlatformConfigFault',
        `Unable to set the acceptance level of ${host.name} to ${level}: ${lower.map(idOf).join(', ')} ${lower.length === 1 ? 'is' : 'are'} of a lower level. Remove ${lower.length === 1 ? 'it' : 'them'} first.`,
        { text: 'Acceptance level of the host' },
      );
};

export const imageManager = (): AnyManaged =>
  hostSystem('imageConfigManager', {
    methods: {
      fetchSoftwarePackages: ({ vc }, host) => done(packagesOf(vc, host, 'next').map(packageData)),
      HostImageConfigGetAcceptance: ({ vc }, host) => done(acceptanceOf(vc, host)),
      UpdateHostImageAcceptanceLevel: setLevel,
      HostImageConfigGetProfile: ({ vc }, host) => done(profileOf(vc, host, 'running')),
      installDate: ({ vc }) => done(isoOf(vc.world().clock.epoch)),
    },
  });
