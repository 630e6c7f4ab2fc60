/** How many virtual machines a second can be made: judged and folded alone, and through the door to the disk. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../../sim/contract/actors.ts';
import { commandSchema } from '../../sim/contract/commands.ts';
import { applyEvents, decide } from '../../sim/index.ts';
import { openTestHost } from '../../src-main/host/testing/test-host.ts';
import { clusterOf } from '../../sim/compute/compute.fixture.ts';

export type Row = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
  readonly note?: string;
};

const someone: Actor = { origin: 'api', name: 'bench', role: 'admin' };
const standing = 20_000;
const made = 10_000;
const hostsNeeded = {
  memory: 4_194_304,
  sockets: 8,
  coresPerSocket: 64,
  cpuOvercommit: 64,
  memoryOvercommit: 8,
};

const commandAt = (parent: string, pool: string, number: number) => ({
  type: 'machine.create',
  name: `vm-${String(number).padStart(6, '0')}`,
  parent,
  pool,
  cpus: 2,
  memory: 2048,
  disks: [{ size: 20 }],
});

/** Without a disk: schema, rules, placement among 16 hosts, fold. */
function judged(): Row {
  const { world, datacenter, cluster } = clusterOf({ hosts: 16, host: hostsNeeded });
  const make = (number: number): void => {
    const decision = decide(world, commandSchema.parse(commandAt(datacenter, cluster, number)), someone);
    if (!decision.ok) throw new Error(decision.refusal.message);
    applyEvents(world, decision.value.events);
  };
  for (let number = 0; number < standing; number += 1) make(number);
  const start = performance.now();
  for (let number = 0; number < made; number += 1) make(standing + number);
  const seconds = (performance.now() - start) / 1000;
  return {
    name: 'machine.create, judged and folded',
    value: Math.round(made / seconds),
    unit: '/s',
    note: `beside ${standing} machines, 16 hosts`,
  };
}

async function throughDoor(): Promise<Row> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'coldaisle-bench-'));
  const host = await openTestHost({ dataDirectory });
  const make = async (item: object): Promise<string> => {
    const done = await host.execute({ type: 'inventory.create', item }, someone, null);
    if (!done.ok) throw new Error(done.refusal.message);
    if (!('ids' in done.value)) throw new Error('the door answers with a receipt');
    return done.value.ids[0] ?? '';
  };
  try {
    const datacenter = await make({ kind: 'datacenter', name: 'dc-bench', parent: 'site-1', spec: {} });
    const cluster = await make({ kind: 'cluster', name: 'cluster-bench', parent: datacenter, spec: {} });
    const spec = { capacity: 10_000_000 };
    const store = await make({ kind: 'datastore', name: 'ds-bench', parent: datacenter, spec });
    for (let number = 1; number <= 16; number += 1) {
      const links = { mounts: [store] };
      await make({ kind: 'host', name: `esxi-${number}`, parent: cluster, spec: hostsNeeded, links });
    }
    const start = performance.now();
    for (let first = 0; first < made; first += 500) {
      const batch = Array.from({ length: 500 }, (_, at) =>
        host.execute(commandAt(datacenter, cluster, first + at), someone, null),
      );
      for (const done of await Promise.all(batch)) if (!done.ok) throw new Error(done.refusal.message);
    }
    const seconds = (performance.now() - start) / 1000;
    return {
      name: 'machine.create through the door',
      value: Math.round(made / seconds),
      unit: '/s',
      limit: 2000,
      note: 'each durable before it is answered; 500 at once; the lab runs',
    };
  } finally {
    await host.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

export async function run(): Promise<Row[]> {
  return [judged(), await throughDoor()];
}
