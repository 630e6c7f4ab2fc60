import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyEvents, createLan, createWorld, decide, planLab } from '../../sim/index.ts';
import type { World } from '../../sim/index.ts';
import { loadLabFile } from '../services/labs/load-lab-file.ts';

function starter(): World {
  const loaded = loadLabFile(join(import.meta.dirname, '../../resources/labs/starter.lab.yaml'));
  if (!loaded.ok) throw new Error(loaded.refusal.message);
  const plan = planLab(loaded.value.file, { name: 'lab', epoch: Date.parse('2026-01-05T08:00:00Z') });
  if (!plan.ok) throw new Error(plan.refusal.message);
  const world = createWorld();
  for (const command of plan.value) {
    const done = decide(world, command, { origin: 'lab', name: 'lab file', role: 'admin' });
    if (!done.ok) throw new Error(done.refusal.message);
    applyEvents(world, done.value.events);
  }
  return world;
}

test('FR-190-200 each of the nine machines of the starter lab has its cards and addresses, and they find each other', () => {
  const world = starter();
  const lan = createLan(() => world);
  const machines = [...world.inventory.ofKind('vm'), ...world.inventory.ofKind('blade')];
  const cards = machines.map(({ id, name }) => [
    name,
    ...lan
      .interfaces(id)
      .map((one) => `${one.name} ${one.isUp ? (one.addresses[0]?.address ?? 'none') : 'down'}`),
  ]);
  expect(cards).toEqual([
    ['sim-vmw-vm-001', 'ens192 172.20.100.11'],
    ['sim-vmw-vm-002', 'ens192 172.20.100.12'],
    ['sim-vmw-vm-003', 'ens192 172.20.200.13'],
    ['sim-os-instance-001', 'ens3 172.21.100.11'],
    ['sim-os-instance-002', 'ens3 172.21.100.12'],
    ['sim-os-instance-003', 'eth0 172.21.100.13'],
    ['c01s01', 'eth0 172.22.1.11', 'eth1 172.22.2.11'],
    ['c01s02', 'eth0 172.22.1.12', 'eth1 172.22.2.12'],
    ['c01s03', 'eth0 172.22.1.13', 'eth1 172.22.2.13'],
  ]);
  const reached = (from: string, to: string): unknown => {
    const machine = machines.find(({ name }) => name === from);
    const address = machine === undefined ? null : lan.resolve(machine.id, to);
    if (machine === undefined || address === null) return 'unknown';
    const found = lan.find(machine.id, { address, protocol: 'icmp', port: null });
    return found.ok ? found.hops.length : found.reason;
  };
  expect(reached('sim-vmw-vm-001', 'sim-vmw-vm-002')).toBe(0);
  expect(reached('sim-vmw-vm-001', 'sim-vmw-vm-003')).toBe(1);
  expect(reached('sim-vmw-vm-001', 'c01s02')).toBe(1);
  expect(reached('sim-vmw-vm-001', 'sim-vmw-esxi-01')).toBe(1);
  expect(reached('sim-os-instance-001', 'sim-vmw-vm-001')).toBe(2);
  // A project's own network is nobody else's.
  expect(reached('sim-vmw-vm-001', 'sim-os-instance-001')).toBe('unreachable');
});
