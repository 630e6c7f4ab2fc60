import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Entity } from '../../../sim/contract/entities.ts';
import { entitySchema } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { machineKinds } from '../../../sim/contract/kinds.table.ts';
import type { MachineKind } from '../../../sim/contract/kinds.table.ts';
import { machineOrders } from './machine-orders.ts';
import { relationsOf } from './relations.ts';
import { plateFacts } from './thing-specs.tsx';

/** What a kind cannot be without; the rest is as the contract has it. */
const needed: Partial<Record<MachineKind, object>> = {
  vm: {
    power: 'on',
    host: 'host-1',
    sshPort: 22_001,
    nics: [
      { key: 1, label: 'n', network: 'network-1', mac: '00:50:56:00:00:01', address: '10.0.0.9' },
      { key: 2, label: 'm', network: null, mac: '00:50:56:00:00:02' },
    ],
    disks: [
      { key: 1, label: 'd', size: 40, datastore: 'datastore-1' },
      { key: 2, label: 'e', size: 2.5, datastore: 'datastore-1' },
    ],
  },
  datastore: { capacity: 2048 },
  address: { address: '192.0.2.9', network: 'network-1', machine: 'vm-1' },
  flavour: { cpus: 2, memory: 2048 },
  image: { os: 'ubuntu-22.04' },
  volume: { size: 10, machine: 'vm-1' },
  interconnect: { fabric: 'A' },
  chassis: { number: 1 },
  blade: { slot: 3, power: 'on', address: '172.22.1.11' },
  idpool: { type: 'mac', from: '00:25:B5:00:00:00', to: '00:25:B5:00:00:FF' },
  policy: { type: 'boot', settings: { order: 'lan' } },
  network: { vlan: 100, subnets: [{ cidr: '10.0.0.0/24', gateway: '10.0.0.1' }] },
};
const links: Partial<Record<MachineKind, object>> = {
  host: { runsOn: ['device-1'], mounts: ['datastore-1'] },
};

const made = (kind: MachineKind): Entity =>
  entitySchema.parse({
    id: `${kind}-1`,
    kind,
    name: `the ${kind}`,
    parent: kind === 'blade' ? 'chassis-1' : null,
    links: links[kind] ?? {},
    aliases: {},
    spec: needed[kind] ?? {},
  });

const all = machineKinds.map(made);
const inventory = {
  entities: new Map(all.map((entity) => [entity.id, entity])),
  children: new Map<EntityId | '', readonly EntityId[]>([['chassis-1' as EntityId, ['blade-1' as EntityId]]]),
};
const named = (kind: MachineKind): Entity => {
  const found = inventory.entities.get(`${kind}-1` as EntityId);
  if (found === undefined) throw new Error(`There is no ${kind}`);
  return found;
};
const plateOf = (kind: MachineKind): string =>
  renderToStaticMarkup(
    plateFacts(named(kind), { inventory, devices: null, main: null, mainValue: null }).map(
      ({ label, value }) => (
        <p key={label}>
          {label}: {value}
        </p>
      ),
    ),
  ).replaceAll(/<[^>]+>/g, ' ');

test.each(machineKinds)('FR-120-614 the inspector knows what stands on the plate of a %s', (kind) => {
  const plate = plateOf(kind);
  expect(plate).toContain(`${kind}-1`);
  expect(plate).not.toMatch(/undefined|null|\[object|NaN/);
});

test('FR-120-614 a plate names what a thing leads to, and what it has in its own units', () => {
  expect(plateOf('vm')).toMatch(/Runs on: {1,2}the host/);
  expect(plateOf('vm')).toContain('2, 43\u2009GiB together');
  expect(plateOf('address')).toContain('the vm');
  expect(plateOf('chassis')).toContain('1 / 8');
  expect(plateOf('network')).toContain('10.0.0.0/24 by 10.0.0.1');
  expect(plateOf('policy')).toContain('order: lan');
});

test('FR-120-614 relations lead from a machine to its host, networks and stores, and back', () => {
  const names = (kind: MachineKind) =>
    Object.fromEntries(
      relationsOf(inventory, named(kind)).map(({ name, things }) => [name, things.map(({ id }) => id)]),
    );
  expect(names('vm')).toEqual({ runsOn: ['host-1'], networks: ['network-1'], datastores: ['datastore-1'] });
  expect(names('host')).toEqual({ datastores: ['datastore-1'], holds: ['vm-1'] });
  expect(names('datastore')).toEqual({ mountedBy: ['host-1'] });
  expect(names('blade')).toEqual({ sitsOn: ['chassis-1'] });
  expect(names('chassis')).toEqual({ holds: ['blade-1'] });
});

test('FR-120-614 a machine has its page, its console and its power at hand, and a network has none of these', () => {
  const works = (kind: MachineKind) =>
    machineOrders(named(kind))
      .filter(({ disabled }) => disabled() === null)
      .map(({ id }) => id.replace('thing.machine-', ''));
  expect(works('vm')).toEqual(['page', 'console', 'shutdown', 'reboot', 'suspend', 'off']);
  expect(works('blade')).toEqual(['page', 'console', 'shutdown', 'reboot', 'off']);
  expect(works('host')).toEqual(['page', 'reboot', 'off', 'enter']);
  expect(works('network')).toEqual([]);
});
