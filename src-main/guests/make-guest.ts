import type { BaseName } from '../../sim/guests/bases/distribution.ts';
import { createGuest, createGuestShelf } from '../../sim/guests/system/guest.ts';
import type { GuestOs } from '../../sim/contract/machine-specs.ts';
import { baseHas } from '../../sim/guests/world/base-has.ts';
import type { GuestMaker } from './guest-maker.ts';

const bases: Readonly<Record<GuestOs, BaseName | null>> = {
  'debian-12': 'debian-12',
  'ubuntu-22.04': 'ubuntu-22.04',
  'rhel-9': 'rhel-9',
  'alpine-3.19': 'alpine-3.19',
  'windows-2022': null,
  other: null,
};

const limits = { processes: 1000, descriptors: 1024, heldBytes: 50_331_648 };
/** As mkfs.ext4 has it. */
const bytesPerInode = 16_384;

/** Guests with the distributions that we have; those of one distribution share its tree. */
export function createGuestMaker(): GuestMaker {
  const shelf = createGuestShelf();
  return ({ os, diskBytes, ...plan }) => {
    const base = bases[os];
    if (base === null) return null;
    const disk = {
      origin: '/dev/sda1',
      type: 'ext4',
      sizeBytes: diskBytes,
      inodes: Math.floor(diskBytes / bytesPerInode),
    };
    const machine = createGuest({ ...plan, base, shelf, disk, mounts: [], limits });
    return { machine, isInBase: (path) => baseHas(shelf(base), path), services: () => [] };
  };
}
