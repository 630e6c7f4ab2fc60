import type { EntityOf } from '../../contract/entities.ts';
import type { EntityId } from '../../contract/ids.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { drawOf } from '../../workloads/device-power.ts';
import { busyOf, deviceOf } from '../../workloads/machines/loads.ts';
import type { Carrier, LoadGround } from '../../workloads/machines/columns.ts';
import type { MachineLoads } from '../../workloads/machines/loads.ts';
import { powerShare } from '../../workloads/utilisation.ts';
import { pointAt } from './crews.ts';

/** Devices that run hosts or carry blades: they draw by what runs on them, and not by a duty of their own. */
export type Runners = {
  /** The loads' count of devices that these were made from. */
  readonly madeFrom: number;
  readonly lines: readonly Runner[];
  readonly lineOf: ReadonlyMap<EntityId, Runner>;
};

type Runner = {
  readonly rack: number;
  readonly idle: number;
  readonly rated: number;
  readonly points: Float64Array | null;
  /** Places among hosts and among chassis. */
  readonly hosts: number[];
  readonly chassis: number[];
  /** kW in this second. */
  kilowatts: number;
};

export const noRunners: Runners = { madeFrom: -1, lines: [], lineOf: new Map() };

/** The devices that a crew leaves to what runs on them. */
export function runningDevices(inventory: Inventory): ReadonlySet<EntityId> {
  const carriers: Carrier[] = [...inventory.ofKind('host'), ...inventory.ofKind('chassis')];
  return new Set(carriers.flatMap((carrier) => deviceOf(carrier) ?? []));
}

type Loaded = LoadGround & { readonly loads: MachineLoads };

type Racks = ReadonlyMap<EntityId, number>;

export function runnersOf(ground: Loaded, racks: Racks): Runners {
  const { hosts, chassis, devices } = ground.loads.now(ground);
  const lineOf = new Map<EntityId, Runner>();
  for (const [at, carrier] of hosts.carriers.entries())
    runnerFor(ground, racks, { carrier, lineOf })?.hosts.push(at);
  for (const [at, carrier] of chassis.carriers.entries())
    runnerFor(ground, racks, { carrier, lineOf })?.chassis.push(at);
  return { madeFrom: devices, lines: [...lineOf.values()], lineOf };
}

type Wanted = { readonly carrier: Carrier; readonly lineOf: Map<EntityId, Runner> };

function runnerFor(ground: Loaded, racks: Racks, { carrier, lineOf }: Wanted): Runner | null {
  const id = deviceOf(carrier);
  const device = id === undefined ? undefined : ground.inventory.get(id);
  if (device?.kind !== 'device') return null;
  const known = lineOf.get(device.id);
  if (known !== undefined) return known;
  const rack = device.parent === null ? undefined : racks.get(device.parent);
  if (rack === undefined) return null;
  const made = runnerOn(device, rack);
  lineOf.set(device.id, made);
  return made;
}

function runnerOn({ spec }: EntityOf<'device'>, rack: number): Runner {
  const { idle, rated, points } = drawOf(spec);
  return {
    rack,
    idle: idle / 1000,
    rated: rated / 1000,
    points: points === null ? null : Float64Array.from(points, (watts) => watts / 1000),
    hosts: [],
    chassis: [],
    kilowatts: 0,
  };
}

/** Of its idle power, what a machine that is off still draws: its management controller and its supplies. */
const standby = 0.06;

/** kW of each, by what runs on it now. */
export function setRunners(ground: Loaded, { lines }: Runners): void {
  if (lines.length === 0) return;
  const { hosts, chassis, withheld } = ground.loads.now(ground);
  for (const line of lines) {
    let busy = 0;
    let on = 0;
    for (const at of line.hosts) {
      const of = busyOf(hosts.carriers[at] as Carrier, (hosts.sums[at] as number) - (withheld?.[at] ?? 0));
      if (of === null) continue;
      busy += of;
      on += 1;
    }
    let share = on === 0 ? 0 : busy / on;
    const isBlades = line.chassis.length > 0;
    for (const at of line.chassis)
      share += busyOf(chassis.carriers[at] as Carrier, chassis.sums[at] as number) ?? 0;
    line.kilowatts = on === 0 && !isBlades ? standby * line.idle : drawAt(line, share, isBlades);
  }
}

/** W of a server that runs one host, by how busy that is. */
export function wattsOf(server: EntityOf<'device'>): (share: number) => number {
  const runner = runnerOn(server, 0);
  return (share) => 1000 * drawAt(runner, share, false);
}

/** Blades bring their curve with them; a host's is its server's. */
function drawAt({ idle, rated, points }: Runner, share: number, isBlades: boolean): number {
  if (points !== null) return pointAt(points, 0, share);
  const level = isBlades ? Math.min(1, share) : powerShare(share);
  return idle + (rated - idle) * level;
}
