import type { Actor } from '../../sim/contract/actors.ts';
import type { Entity } from '../../sim/contract/entities.ts';
import type { Result } from '../../sim/contract/result.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import { computerOf, createGauges } from '../../sim/index.ts';
import type { Computer, World } from '../../sim/index.ts';
import type { GuestOs } from '../../sim/contract/machine-specs.ts';
import type { HypervisorView } from '../../sim/guests/kernel/machine-view.ts';
import type { MachineView } from '../../sim/guests/machine.ts';
import { clockOf } from './clock-of.ts';

type Release = { readonly release: string; readonly version: string };

/** As `uname -r` and `-v` say on a system of that distribution. */
const kernels: Readonly<Partial<Record<GuestOs, Release>>> = {
  'debian-12': { release: '6.1.0-28-amd64', version: '#1 SMP PREEMPT_DYNAMIC Debian 6.1.119-1 (2024-11-22)' },
  'ubuntu-22.04': {
    release: '5.15.0-127-generic',
    version: '#137-Ubuntu SMP Fri Nov 8 15:21:01 UTC 2024',
  },
  'rhel-9': {
    release: '5.14.0-503.15.1.el9_5.x86_64',
    version: '#1 SMP PREEMPT_DYNAMIC Thu Nov 14 15:45:31 EST 2024',
  },
  'alpine-3.19': { release: '6.6.63-0-virt', version: '#1-Alpine SMP PREEMPT_DYNAMIC 2024-11-25 08:14:39' },
};
const unknownKernel: Release = { release: '6.1.0', version: '#1 SMP' };

const mebi = 1_048_576;
const gibi = 1_073_741_824;
/** What a kernel and its first services take before anybody does anything. */
const restingBytes = 150 * mebi;

type Runs = {
  readonly world: () => World;
  readonly execute: (command: unknown, actor: Actor) => Promise<Result<unknown>>;
  readonly hypervisor?: (machine: EntityId) => HypervisorView | null;
};
type Start = Pick<ViewDeps, 'bootedAt' | 'load'> & { readonly actor: Actor };

/** Of a machine that starts. */
export const viewFor = (runs: Runs, computer: Computer, { actor, ...start }: Start): MachineView =>
  viewOf({
    ...start,
    world: runs.world,
    computer: () => computerOf(runs.world(), computer.id) ?? computer,
    clock: clockOf(computer.id, runs, actor),
    hypervisor: runs.hypervisor?.(computer.id) ?? null,
  });

type ViewDeps = {
  readonly world: () => World;
  readonly computer: () => Computer;
  readonly bootedAt: number;
  readonly load: () => readonly [number, number, number];
  readonly clock: MachineView['clock'];
  readonly hypervisor: HypervisorView | null;
};

const none = (): number => 0;

/** The machine as the lab has it at this moment. */
function viewOf(deps: ViewDeps): MachineView {
  const { world, computer } = deps;
  const kernel = kernels[computer().spec.os] ?? unknownKernel;
  let hostname = hostnameOf(computer());
  const memoryBytes = (): number => computer().spec.memory * mebi;
  const demand = () => world().guests.get(computer().id)?.demand ?? { cores: 0, memoryBytes: 0 };
  const cores = (): number => computer().spec.cpus;
  const used = (): number => Math.min(memoryBytes(), restingBytes + demand().memoryBytes);
  return {
    hostname: () => hostname,
    changeHostname: (name) => {
      hostname = name;
    },
    kernelRelease: kernel.release,
    kernelVersion: kernel.version,
    architecture: 'x86_64',
    bootedAt: () => deps.bootedAt,
    ...(deps.clock === undefined ? {} : { clock: deps.clock }),
    ...(deps.hypervisor === null ? {} : { hypervisor: deps.hypervisor }),
    cores,
    processor: () => processorOf(world(), computer()),
    memoryBytes,
    usedMemoryBytes: used,
    cachedMemoryBytes: () => Math.floor((memoryBytes() - used()) / 4),
    swapBytes: none,
    usedSwapBytes: none,
    load: deps.load,
    processorUse: () => Math.min(1, demand().cores / cores()),
    nics: () => nicsOf(computer()),
    temperatures: temperaturesOf(deps),
    disks: () => disksOf(computer()),
  };
}

const hostnameOf = ({ name, spec }: Computer): string =>
  spec.hostname ??
  (name
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '') ||
    'localhost');

/** GiB of its first disk; a machine without one gets a small one, for it must have a root. */
export const diskBytesOf = ({ spec }: Computer): number =>
  Math.max(1, 'disks' in spec ? (spec.disks[0]?.size ?? 10) : spec.disk) * gibi;

function hostOf({ inventory }: World, computer: Computer): Entity | undefined {
  if (computer.kind === 'blade') return computer;
  const { host } = computer.spec;
  return host === null ? undefined : inventory.get(host);
}

function processorOf(world: World, computer: Computer): ReturnType<MachineView['processor']> {
  const host = hostOf(world, computer);
  const megahertz = host?.kind === 'host' ? host.spec.megahertz : 2600;
  return {
    vendor: 'GenuineIntel',
    model: `Intel(R) Xeon(R) Gold 6348 CPU @ ${(megahertz / 1000).toFixed(2)}GHz`,
    megahertz,
    cacheKilobytes: 43_008,
  };
}

const quiet = { bytes: 0, packets: 0, errors: 0, dropped: 0 };

function nicsOf({ id, spec }: Computer): ReturnType<MachineView['nics']> {
  const common = { mtu: 1500, speedMegabits: 10_000, received: quiet, sent: quiet };
  if (!('nics' in spec)) return [{ ...common, name: 'eth0', address: macOf(id), isUp: spec.power === 'on' }];
  return spec.nics.map((nic, at) => ({
    ...common,
    name: `eth${at}`,
    address: nic.mac,
    isUp: nic.isConnected,
  }));
}

/** A blade's own card: Cisco's prefix and its number. */
function macOf(id: EntityId): string {
  const number = Number(id.slice(id.lastIndexOf('-') + 1)) || 0;
  const [one, other] = [(number >> 8) & 255, number & 255].map((part) => part.toString(16).padStart(2, '0'));
  return `00:25:b5:00:${one}:${other}`;
}

function disksOf(computer: Computer): ReturnType<MachineView['disks']> {
  const still = { isReadOnly: false, reads: 0, readBytes: 0, writes: 0, writtenBytes: 0 };
  const { spec } = computer;
  if (!('disks' in spec) || spec.disks.length === 0)
    return [{ ...still, name: 'sda', model: 'Virtual disk', sizeBytes: diskBytesOf(computer) }];
  return spec.disks.map((disk, at) => ({
    ...still,
    key: disk.volume ?? String(disk.key),
    name: `sd${String.fromCharCode(97 + at)}`,
    model: 'Virtual disk',
    sizeBytes: disk.size * gibi,
  }));
}

/** Above the air that its rack breathes in; a machine that stands in no rack has no sensor. */
const packageAboveInlet = 24;

function temperaturesOf({ world, computer }: ViewDeps): MachineView['temperatures'] {
  const gauges = createGauges();
  return () => {
    const host = hostOf(world(), computer());
    const device = host?.links.runsOn?.[0];
    const rack = device === undefined ? null : world().inventory.get(device)?.parent;
    if (rack === null || rack === undefined) return [];
    const inlet = gauges.show(world(), { entity: rack, metric: 'temperature', place: 'front-middle' });
    if (inlet === null) return [];
    const celsius =
      inlet + packageAboveInlet + 30 * Math.min(1, world().guests.get(computer().id)?.demand.cores ?? 0);
    return [{ type: 'x86_pkg_temp', label: 'Package id 0', celsius, criticalCelsius: 100 }];
  };
}
