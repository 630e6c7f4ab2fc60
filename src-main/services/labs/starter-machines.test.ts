import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyEvents, createWorld, decide, planLab } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import { loadLabFile } from './load-lab-file.ts';

const labsFolder = join(import.meta.dirname, '../../../resources/labs');

function worldOf(file: string): World {
  const loaded = loadLabFile(join(labsFolder, file));
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

test('FR-010-132 the starter lab has the machines that the seeds name, on servers of its racks', () => {
  const { inventory } = worldOf('starter.lab.yaml');
  const nameOf = (id: string | null | undefined) => inventory.get((id ?? '') as never)?.name;
  expect(inventory.ofKind('datacenter').map(({ name, spec }) => [name, spec.custom['vcenter']])).toEqual([
    ['dc-west', 'sim-vmw-vcenter'],
  ]);
  const hosts = inventory.ofKind('host');
  expect(hosts.map(({ name, spec, links }) => [name, spec.address, nameOf(links.runsOn?.[0])])).toEqual([
    ['sim-vmw-esxi-01', '172.20.0.11', 'srv-c01-01'],
    ['sim-vmw-esxi-02', '172.20.0.12', 'srv-c01-02'],
    ['sim-os-compute-01', '172.21.0.11', 'srv-c02-01'],
  ]);
  const vms = inventory.ofKind('vm');
  expect(
    vms.map(({ name, spec }) => [name, spec.os, spec.cpus, spec.memory, nameOf(spec.host), spec.sshPort]),
  ).toEqual([
    ['sim-vmw-vm-001', 'rhel-9', 2, 4096, 'sim-vmw-esxi-01', 22_001],
    ['sim-vmw-vm-002', 'ubuntu-22.04', 2, 4096, 'sim-vmw-esxi-01', 22_002],
    ['sim-vmw-vm-003', 'rhel-9', 4, 8192, 'sim-vmw-esxi-02', 22_003],
    ['sim-os-instance-001', 'ubuntu-22.04', 1, 2048, 'sim-os-compute-01', 22_004],
    ['sim-os-instance-002', 'ubuntu-22.04', 1, 2048, 'sim-os-compute-01', 22_005],
    ['sim-os-instance-003', 'rhel-9', 1, 2048, 'sim-os-compute-01', 22_006],
  ]);
  expect(vms[0]?.spec.tags).toContain('vmware_rhel');
  const blades = inventory.ofKind('blade');
  expect(blades.map(({ name, spec }) => [name, spec.os, spec.cpus, spec.memory, spec.sshPort])).toEqual([
    ['c01s01', 'rhel-9', 4, 16_384, 22_007],
    ['c01s02', 'ubuntu-22.04', 4, 16_384, 22_008],
    ['c01s03', 'rhel-9', 4, 16_384, 22_009],
  ]);
  const profiles = inventory.ofKind('profile').filter(({ spec }) => !spec.isTemplate);
  expect(profiles.map(({ name, spec }) => [name, nameOf(spec.template), nameOf(spec.blade)])).toEqual([
    ['SP-web-01', 'SP-Template-RHEL9', 'c01s01'],
    ['SP-app-01', 'SP-Template-Ubuntu', 'c01s02'],
    ['SP-db-01', 'SP-Template-RHEL9', 'c01s03'],
  ]);
  expect(
    inventory
      .ofKind('network')
      .map(({ name, spec }) => `${name} ${spec.subnets[0]?.cidr}`)
      .toSorted(),
  ).toEqual([
    'dc-os-mgmt 172.21.0.0/24',
    'dc-os-provider 172.21.200.0/24',
    'dc-ucs-data-a 172.22.1.0/24',
    'dc-ucs-data-b 172.22.2.0/24',
    'dc-ucs-mgmt 172.22.0.0/24',
    'dc-vmw-mgmt 172.20.0.0/24',
    'dc-vmw-vm-100 172.20.100.0/24',
    'dc-vmw-vm-200 172.20.200.0/24',
    'private-net 172.21.100.0/24',
  ]);
  const chassis = inventory.ofKind('chassis')[0];
  const device = inventory.get(chassis?.links.runsOn?.[0] ?? ('' as never));
  expect(device?.kind === 'device' && device.spec.slot.height).toBe(6);
});

test('FR-010-132 a lab file from before there were machines opens, and has none', () => {
  const { inventory } = worldOf('two-sites.lab.yaml');
  expect([inventory.count('rack'), inventory.count('vm'), inventory.count('host')]).toEqual([20, 0, 0]);
});
