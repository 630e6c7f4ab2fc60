import { bits } from '../../kernel/chance.ts';
import type { Bytes } from '../bytes.ts';
import type { BaseEntry } from '../files/base.ts';
import { buildBase } from '../files/base.ts';
import { deviceEntries } from '../files/devices.table.ts';
import type { BaseTree, FileSource, Ledger } from '../files/file-node.ts';
import { liveDirectory } from '../files/live/live-node.ts';
import type { FileDelta } from '../files/node.ts';
import { createLibrary, type Library } from '../library.ts';
import type { MountOptions } from '../files/space.ts';
import { createSpace } from '../files/space.ts';
import { sharedCalls } from './calls-machine.ts';
import type { MachineView } from './machine-view.ts';
import { noWire, type Wire } from '../network/wire.ts';
import { createNetwork } from './network.ts';
import { bringNetwork } from './own-network.ts';
import { procRoot } from './proc/proc.ts';
import { withDiskNames } from './storage/disk-names.ts';
import { noStorage } from './storage/facts.ts';
import { bringDisks } from './storage/keep-mounts.ts';
import { sysRoot } from './proc/sys.ts';
import { terminalsRoot } from './proc/terminals.ts';
import { errorAt, ownClock } from './wall-clock.ts';
import type { Desk, Kernel, KernelListeners, Limits, SharedCalls } from './process.ts';
import type { Program } from './program.ts';

/** What machines of one distribution share: built once. */
export type MachineBase = {
  readonly root: BaseTree;
  readonly devices: BaseTree;
  readonly temporary: BaseTree;
  /** Nothing but a root: what a disk begins with. */
  readonly empty: BaseTree;
  readonly library: Library;
  /** Where pipes and sockets without a name are: nobody walks there. */
  readonly pipeSource: FileSource;
  readonly desk: Desk;
  readonly calls: SharedCalls;
};

const openToAll: BaseEntry = { path: '/', kind: 'directory', mode: 0o1777, uid: 0, gid: 0, modifiedAt: 0 };

export function createMachineBase(entries: Iterable<BaseEntry>): MachineBase {
  const desk: Desk = { kernel: null };
  return {
    root: buildBase(entries),
    devices: withDiskNames(buildBase(deviceEntries), desk),
    temporary: buildBase([openToAll]),
    empty: buildBase([]),
    library: createLibrary(),
    pipeSource: pipeSource(),
    desk,
    calls: sharedCalls(desk),
  };
}

export type DiskOptions = {
  readonly origin: Bytes;
  readonly type: string;
  readonly sizeBytes: number;
  readonly inodes: number;
};

export type KernelOptions = {
  readonly base: MachineBase;
  readonly delta: FileDelta;
  readonly disk: DiskOptions;
  /** Further file systems, the outer before the inner. */
  readonly mounts: readonly MountOptions[];
  readonly view: MachineView;
  readonly programs: ReadonlyMap<string, Program>;
  /** How it is connected; absent: not at all. */
  readonly wire?: Wire;
  readonly seed: number;
  readonly clock: () => number;
  readonly limits: Limits;
  readonly listeners: Pick<KernelListeners, 'ready' | 'fault' | 'logged'>;
};

const firstPid = 2;

export function createKernel(options: KernelOptions): Kernel {
  // What a closure in here names lives as long as the machine: the delta must not.
  const { view, clock, limits, seed } = options;
  const ledger: Ledger = { bytes: 0, limit: limits.heldBytes };
  const wallClock = view.clock ?? ownClock();
  const wall = (): number => clock() + errorAt(wallClock.error(), clock());
  let draws = 0;
  const kernel: Kernel = {
    // What is generated asks the kernel when it is read, long after this.
    space: createSpace({ mounts: mountsOf(options, () => kernel), delta: options.delta, ledger, now: wall }),
    ledger,
    view,
    programs: options.programs,
    library: options.base.library,
    seed,
    emptyBase: options.base.empty,
    storage: noStorage(),
    desk: options.base.desk,
    calls: options.base.calls,
    limits,
    now: clock,
    wall,
    clock: wallClock,
    chance: () => {
      draws += 1;
      return bits(seed, draws, 0x6775) / 4_294_967_296;
    },
    processes: new Map(),
    terminals: new Map(),
    pipeSource: options.base.pipeSource,
    pipes: new Map(),
    network: createNetwork(options.wire ?? noWire),
    queue: [],
    sleepers: new Set(),
    log: [],
    listeners: { ...options.listeners, exits: new Set() },
    current: null,
    breath: 0,
    isTimeUp: () => false,
    nextPid: firstPid,
    nextInode: 10_000,
    folded: null,
  };
  bringDisks(kernel);
  bringNetwork(kernel);
  return kernel;
}

function pipeSource(): FileSource {
  const root = liveDirectory('', () => []);
  return {
    at: '',
    origin: 'pipefs',
    type: 'pipefs',
    options: '',
    device: 13,
    isReadOnly: false,
    tree: null,
    root: () => root,
    covers: null,
  };
}

const live = { options: 'rw,nosuid,nodev,noexec,relatime', isReadOnly: false } as const;

function mountsOf(options: KernelOptions, kernel: () => Kernel): readonly MountOptions[] {
  const { base, disk } = options;
  const share = Math.floor(options.view.memoryBytes() / 2);
  const temporary = (at: Bytes, tree: BaseTree): MountOptions => ({
    at,
    origin: at === '/dev' ? 'udev' : 'tmpfs',
    type: at === '/dev' ? 'devtmpfs' : 'tmpfs',
    options: 'rw,nosuid,relatime',
    isReadOnly: false,
    content: { kind: 'kept', base: tree, sizeBytes: share, inodes: Math.max(1024, Math.floor(share / 4096)) },
  });
  const { sizeBytes, inodes } = disk;
  return [
    {
      at: '/',
      origin: disk.origin,
      type: disk.type,
      options: 'rw,relatime',
      isReadOnly: false,
      content: { kind: 'kept', base: base.root, sizeBytes, inodes },
    },
    {
      ...live,
      at: '/sys',
      origin: 'sysfs',
      type: 'sysfs',
      content: { kind: 'live', root: () => sysRoot(kernel) },
    },
    {
      ...live,
      at: '/proc',
      origin: 'proc',
      type: 'proc',
      content: { kind: 'live', root: () => procRoot(kernel) },
    },
    temporary('/dev', base.devices),
    {
      ...live,
      at: '/dev/pts',
      origin: 'devpts',
      type: 'devpts',
      content: { kind: 'live', root: () => terminalsRoot(kernel) },
    },
    temporary('/run', base.temporary),
    temporary('/tmp', base.temporary),
    ...options.mounts,
  ];
}
