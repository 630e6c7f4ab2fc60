import type { BaseEntry } from './files/base.ts';
import type { FileDelta } from './files/node.ts';
import { programFile } from './kernel/image.ts';
import type { MachineBase } from './kernel/kernel.ts';
import { createMachineBase } from './kernel/kernel.ts';
import type { MachineView } from './kernel/machine-view.ts';
import type { Limits } from './kernel/process.ts';
import { turn } from './kernel/program-tools.ts';
import type { ChildChange, Program, Step, System } from './kernel/program.ts';
import type { Machine } from './machine.ts';
import { createMachine } from './machine.ts';
import { createDrain, createFeed } from './terminal/channel.ts';

export const rootUser = { uid: 0, gid: 0, groups: [0] } as const;
export const learner = { uid: 1000, gid: 1000, groups: [1000, 27] } as const;
export const bootedAt = 1_700_000_000_000;

const owned = { uid: 0, gid: 0, modifiedAt: bootedAt };
const directories = ['bin', 'etc', 'home', 'home/learner', 'root', 'usr', 'usr/share', 'var', 'var/log'];

export function entriesOf(programs: Iterable<string>): readonly BaseEntry[] {
  return [
    ...directories.map((path) => ({ ...owned, path: `/${path}`, kind: 'directory' as const, mode: 0o755 })),
    ...[...programs].map((name) => ({
      ...owned,
      path: `/bin/${name}`,
      kind: 'file' as const,
      mode: 0o755,
      content: programFile(name),
    })),
    { ...owned, path: '/etc/hostname', kind: 'file', mode: 0o644, content: 'guest\n' },
    { ...owned, path: '/usr/share/words', kind: 'file', mode: 0o644, content: 'one\ntwo\nthree\n' },
    { ...owned, path: '/home/learner', kind: 'directory', mode: 0o755, uid: 1000, gid: 1000 },
  ];
}

export function viewOf(host: { name: string }): MachineView {
  return {
    hostname: () => host.name,
    changeHostname: (name) => {
      host.name = name;
    },
    kernelRelease: '6.1.0-28-amd64',
    kernelVersion: '#1 SMP PREEMPT_DYNAMIC Debian 6.1.119-1 (2024-11-22)',
    architecture: 'x86_64',
    bootedAt: () => bootedAt,
    cores: () => 2,
    processor: () => ({
      vendor: 'GenuineIntel',
      model: 'Intel(R) Xeon(R) Gold 6338',
      megahertz: 2000,
      cacheKilobytes: 49_152,
    }),
    memoryBytes: () => 2_147_483_648,
    usedMemoryBytes: () => 268_435_456,
    cachedMemoryBytes: () => 536_870_912,
    swapBytes: () => 0,
    usedSwapBytes: () => 0,
    load: () => [0.5, 0.25, 0.125],
    processorUse: () => 0.25,
    nics: () => [
      {
        name: 'eth0',
        address: '52:54:00:12:34:56',
        mtu: 1500,
        speedMegabits: 10_000,
        isUp: true,
        received: { bytes: 1000, packets: 10, errors: 0, dropped: 0 },
        sent: { bytes: 2000, packets: 20, errors: 0, dropped: 0 },
      },
    ],
    temperatures: () => [
      { type: 'x86_pkg_temp', label: 'Package id 0', celsius: 47.25, criticalCelsius: 100 },
    ],
    disks: () => [
      {
        name: 'sda',
        model: 'Virtual disk',
        sizeBytes: 10_737_418_240,
        isReadOnly: false,
        reads: 5,
        readBytes: 20_480,
        writes: 7,
        writtenBytes: 28_672,
      },
    ],
  };
}

export type Bench = {
  readonly machine: Machine;
  readonly base: MachineBase;
  readonly faults: unknown[];
  /** Lab time goes on, and sleepers wake. */
  readonly pass: (milliseconds: number) => void;
  readonly settle: () => void;
};

export type BenchOptions = {
  readonly programs?: Readonly<Record<string, Program>>;
  readonly entries?: readonly BaseEntry[];
  readonly delta?: FileDelta;
  readonly base?: MachineBase;
  readonly limits?: Partial<Limits>;
  readonly diskBytes?: number;
};

export const limits: Limits = { processes: 1000, descriptors: 1024, heldBytes: 67_108_864 };

export function createBench(options: BenchOptions): Bench {
  const programs = new Map(Object.entries(options.programs ?? {}));
  const entries = [...entriesOf(programs.keys()), ...(options.entries ?? [])];
  const base = options.base ?? createMachineBase(entries);
  const faults: unknown[] = [];
  let now = bootedAt + 60_000;
  const machine = createMachine({
    base,
    delta: options.delta ?? new Map(),
    disk: {
      origin: '/dev/sda1',
      type: 'ext4',
      sizeBytes: options.diskBytes ?? 10_737_418_240,
      inodes: 655_360,
    },
    mounts: [],
    view: viewOf({ name: 'guest' }),
    programs,
    seed: 7,
    clock: () => now,
    limits: { ...limits, ...options.limits },
    listeners: { ready: () => undefined, fault: ({ error }) => faults.push(error), logged: () => undefined },
  });
  // A loop without end never settles: after so many looks at the time it is up.
  const settle = (): void => {
    let looks = 0;
    machine.run(() => (looks += 1) > 50_000);
  };
  return {
    machine,
    base,
    faults,
    settle,
    pass: (milliseconds) => {
      now += milliseconds;
      settle();
    },
  };
}

export type Ran = { output: string; error: string; change: ChildChange | null };

/** Runs one program between streams; what it wrote is there at once, what it waits for comes later. */
export function runProgram(
  bench: Bench,
  program: Program,
  more: { readonly who?: typeof rootUser | typeof learner; readonly input?: string },
): Ran {
  const ran: Ran = { output: '', error: '', change: null };
  const input = createFeed();
  const started = bench.machine.start({
    file: '/bin/probe',
    arguments: ['probe'],
    environment: new Map([['PATH', '/bin']]),
    who: more.who ?? rootUser,
    directory: '/',
    lines: {
      kind: 'streams',
      input,
      output: createDrain({ send: (bytes) => (ran.output += bytes) }),
      error: createDrain({ send: (bytes) => (ran.error += bytes) }),
    },
    program,
    isFirst: false,
  });
  if (!started.ok) throw new Error(`It did not start: ${started.errno}`);
  bench.machine.onExit((pid, change) => {
    if (pid === started.value) ran.change = change;
  });
  input.push(more.input ?? '');
  input.end();
  bench.settle();
  return ran;
}

/** A program that answers one thing: what the act gives back is handed out. */
export function ask<T>(bench: Bench, act: (system: System) => T, who?: typeof learner): T {
  const values: T[] = [];
  runProgram(
    bench,
    function* (system): Step<number> {
      yield turn;
      values.push(act(system));
      return 0;
    },
    who === undefined ? {} : { who },
  );
  const [value] = values;
  if (value === undefined) throw new Error(`It did not come to its end: ${bench.faults.join()}`);
  return value;
}
