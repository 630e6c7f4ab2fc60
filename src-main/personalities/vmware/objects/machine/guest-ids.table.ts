import type { GuestOs } from '../../../../../sim/contract/machine-specs.ts';

type GuestName = { readonly id: string; readonly fullName: string; readonly family: string };

/** As vSphere names the systems that run here. */
export const guestNames: Readonly<Record<GuestOs, GuestName>> = {
  'debian-12': { id: 'debian12_64Guest', fullName: 'Debian GNU/Linux 12 (64-bit)', family: 'linuxGuest' },
  'ubuntu-22.04': { id: 'ubuntu64Guest', fullName: 'Ubuntu Linux (64-bit)', family: 'linuxGuest' },
  'rhel-9': { id: 'rhel9_64Guest', fullName: 'Red Hat Enterprise Linux 9 (64-bit)', family: 'linuxGuest' },
  'alpine-3.19': {
    id: 'other5xLinux64Guest',
    fullName: 'Other 5.x or later Linux (64-bit)',
    family: 'linuxGuest',
  },
  'windows-2022': {
    id: 'windows2019srvNext_64Guest',
    fullName: 'Microsoft Windows Server 2022 (64-bit)',
    family: 'windowsGuest',
  },
  other: { id: 'otherGuest', fullName: 'Other (32-bit)', family: 'otherGuestFamily' },
};

/** What is simulated for an id of vSphere's: the nearest of its family. */
const families: readonly (readonly [RegExp, GuestOs])[] = [
  [/^ubuntu/, 'ubuntu-22.04'],
  [/^(rhel|centos|oracle|rocky|alma|fedora|amazonlinux|sles|opensuse|vmwarePhoton)/i, 'rhel-9'],
  [/^debian/, 'debian-12'],
  [/^(win|windows)/, 'windows-2022'],
  [/^other[3-9]?x?linux/i, 'alpine-3.19'],
];

export const systemFor = (guestId: string): GuestOs =>
  families.find(([pattern]) => pattern.test(guestId))?.[1] ?? 'other';
