import type { BaseName } from '../../bases/distribution.ts';
import type { FileDelta, NodeRecord } from '../../files/node.ts';
import type { MachineView } from '../../machine.ts';
import type { GuestBench } from '../../system/guest.fixture.ts';
import { createGuestBench } from '../../system/guest.fixture.ts';

type Disks = ReturnType<MachineView['disks']>;

const gibi = 1_073_741_824;
export const disk = (key: string, gibibytes: number): Disks[number] => ({
  key,
  name: 'sdx',
  model: 'Virtual disk',
  sizeBytes: gibibytes * gibi,
  isReadOnly: false,
  reads: 0,
  readBytes: 0,
  writes: 0,
  writtenBytes: 0,
});

export type DiskBench = GuestBench & {
  /** What the lab gives it from now on, beside the first. */
  readonly give: (disks: Disks) => void;
  /** Its words, errors first, and its status where that is not 0. */
  readonly say: (command: string) => string;
  /** The same machine in another host: what the lab kept of it is all that is left. */
  readonly again: (boot: 'power' | 'resume') => DiskBench;
};

export type DiskBenchOptions = {
  readonly disks: Disks;
  readonly base?: BaseName;
  readonly boot?: 'power' | 'resume';
  readonly delta?: FileDelta;
};

export function createDiskBench(options: DiskBenchOptions): DiskBench {
  let given = [disk('2000', 10), ...options.disks];
  const bench = createGuestBench({
    disks: () => given,
    base: options.base ?? 'debian-12',
    boot: options.boot ?? 'power',
    delta: options.delta ?? new Map<string, NodeRecord | null>(),
  });
  const told = new Map(options.delta);
  const listen = (): void => {
    for (const [path, record] of bench.guest.takeChanges()) told.set(path, record);
  };
  return {
    ...bench,
    give: (disks) => {
      given = [disk('2000', 10), ...disks];
      bench.guest.findDisks();
      bench.settle();
    },
    say: (command) => {
      const { output, error, status } = bench.run(command);
      listen();
      return `${error}${output}${status === 0 ? '' : `= ${status}\n`}`;
    },
    again: (boot) => {
      listen();
      const volatile = /^(\/run|\/tmp|\/dev|\/\/memory|\/\/own\/now)(\/|$)/;
      const kept = [...told].filter(([path]) => boot === 'resume' || !volatile.test(path));
      return createDiskBench({ ...options, disks: given.slice(1), boot, delta: new Map(kept) });
    },
  };
}
