import type { BaseName } from '../../sim/guests/bases/distribution.ts';
import { createGuest, createGuestShelf } from '../../sim/guests/system/guest.ts';
import type { GuestService } from '../../sim/contract/guests.ts';
import type { Machine, MachineView } from '../../sim/guests/machine.ts';
import type { Amount, Wire } from '../../sim/guests/network/wire.ts';
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
  return ({ os, diskBytes, view, ...plan }) => {
    const base = bases[os];
    if (base === null) return null;
    const disk = {
      origin: '/dev/sda1',
      type: 'ext4',
      sizeBytes: diskBytes,
      inodes: Math.floor(diskBytes / bytesPerInode),
    };
    const machine = createGuest({
      ...plan,
      view: withCards(view, plan.wire),
      base,
      shelf,
      disk,
      mounts: [],
      limits,
    });
    return { machine, isInBase: (path) => baseHas(shelf(base), path), services: () => servicesOf(machine) };
  };
}

/** Its cards as its system calls them, with what went over each. */
function withCards(view: MachineView, wire: Wire): MachineView {
  const counted = ({ bytes, packets }: Amount) => ({ bytes, packets, errors: 0, dropped: 0 });
  return {
    ...view,
    nics: () =>
      wire.interfaces().map(({ name, hardware, mtu, isUp }) => {
        const { received, sent } = wire.traffic(name);
        const counts = { received: counted(received), sent: counted(sent) };
        return { name, address: hardware, mtu, speedMegabits: 10_000, isUp, ...counts };
      }),
  };
}

/** Who answers on which port, as its processes have it now. */
export function servicesOf({ ports }: Pick<Machine, 'ports'>): readonly GuestService[] {
  const found = new Map<string, GuestService>();
  for (const { port, name: title } of ports()) {
    // nginx calls its first process `nginx: master process`.
    const name = title.split(':')[0]?.slice(0, 120) ?? '';
    if (name !== '') found.set(`${name} ${port}`, { name, port, state: 'running' });
  }
  return [...found.values()].toSorted((a, b) => (a.port ?? 0) - (b.port ?? 0));
}
