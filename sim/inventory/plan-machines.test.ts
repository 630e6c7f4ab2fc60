import { expect, test } from 'vitest';
import { labFileSchema } from '../contract/lab-file.ts';
import { createWorld } from '../kernel/world.ts';
import type { World } from '../kernel/world.ts';
import { did } from '../testing/small-lab.ts';
import { planLab } from './lab-plan.ts';

const rackTemplates = {
  servers: {
    ratedPower: 8,
    devices: [
      {
        name: 'srv-{rack}-{n}',
        model: 'Server',
        category: 'server',
        slot: { position: 1, height: 2 },
        count: 4,
        idlePower: 100,
        ratedPower: 400,
      },
    ],
  },
};

const site = (machinery: object, racks: object): object => ({
  name: 'site1',
  timezone: 'UTC',
  rooms: [
    {
      name: 'room1',
      width: 9,
      depth: 6,
      envelope: 'A1',
      rows: [
        {
          name: 'A',
          racks: { template: 'servers', count: 2, at: { x: 2, y: 2 }, facing: 'south', ...racks },
        },
      ],
    },
  ],
  ...machinery,
});

const planOf = (machinery: object, racks: object) =>
  planLab(
    labFileSchema.parse({
      apiVersion: 'coldaisle/v1',
      kind: 'Lab',
      metadata: { name: 'Machines' },
      spec: { seed: '1', start: '2026-01-05T08:00:00Z', rackTemplates, sites: [site(machinery, racks)] },
    }),
    { name: 'Machines', epoch: 0 },
  );

function built(machinery: object, racks: object): World {
  const plan = planOf(machinery, racks);
  if (!plan.ok) throw new Error(plan.refusal.message);
  const world = createWorld();
  for (const command of plan.value) did(world, command);
  return world;
}

const refusalOf = (machinery: object, racks: object): object | null => {
  const plan = planOf(machinery, racks);
  return plan.ok ? null : plan.refusal;
};

const net = { name: 'net', subnets: [{ cidr: '10.0.0.0/28', gateway: '10.0.0.1' }] };
const generated = {
  datacenters: [
    {
      name: 'dc',
      datastores: [{ name: 'ds-{n}', count: 2, capacity: 1000 }],
      networks: [net],
      clusters: [{ name: 'cl-{n}', count: 2, hosts: [{ name: 'h-{n}', count: 3, runsOn: 'srv-*' }] }],
      machines: [
        { name: 'vm-{n}', count: 120, disks: [{ size: 10 }], nics: [{ network: 'net' }], sshPort: 30_001 },
        { name: 'own', cluster: 'cl-02', memory: 2048, power: 'off' },
      ],
    },
  ],
};

test('FR-010-130 a few lines make many machines: numbered, spread over hosts, each with its own addresses', () => {
  const { inventory } = built(generated, {});
  const vms = inventory.ofKind('vm');
  expect([inventory.count('host'), vms.length, inventory.count('datastore')]).toEqual([6, 121, 2]);
  expect(vms[0]?.name).toBe('vm-01');
  expect(vms[119]?.name).toBe('vm-120');
  const perHost = new Map<unknown, number>();
  for (const { spec } of vms.slice(0, 120)) perHost.set(spec.host, (perHost.get(spec.host) ?? 0) + 1);
  expect([...perHost.values()]).toEqual([20, 20, 20, 20, 20, 20]);
  expect(new Set(vms.flatMap(({ spec }) => spec.nics.map(({ mac }) => mac))).size).toBe(120);
  expect(vms[3]?.spec).toMatchObject({ sshPort: 30_004, power: 'on', tools: 'running' });
  const given = vms.flatMap(({ spec }) => spec.nics.flatMap(({ address }) => address ?? []));
  // A /28 has thirteen beside its gateway; the others have to do without, as with any server that has none left.
  expect([given.length, new Set(given).size, given.includes('10.0.0.1')]).toEqual([13, 13, false]);
  const own = vms[120];
  expect(own?.spec.power).toBe('off');
  expect(inventory.get(own?.spec.pool ?? ('' as never))?.name).toBe('cl-02');
});

test('FR-010-130 each host runs on a device of its own, by name or the next that fits', () => {
  const { inventory } = built(generated, {});
  const devices = inventory.ofKind('host').map(({ links }) => links.runsOn?.[0]);
  expect(new Set(devices).size).toBe(6);
  expect(devices.map((id) => inventory.get(id ?? ('' as never))?.name).slice(0, 5)).toEqual([
    'srv-a01-01',
    'srv-a01-02',
    'srv-a01-03',
    'srv-a01-04',
    'srv-a02-01',
  ]);
  expect(inventory.ofKind('host')[0]?.links.mounts).toHaveLength(2);
});

test('FR-010-131 what a plan names and nobody has is refused with its place', () => {
  const dc = (more: object) => ({ datacenters: [{ name: 'dc', ...more }] });
  const cases: [object, string][] = [
    [dc({ hosts: [{ name: 'h', runsOn: 'nowhere' }] }), 'spec.sites[0].datacenters[0].hosts[0].runsOn'],
    [
      dc({ hosts: [{ name: 'h-{n}', count: 9, runsOn: 'srv-*' }] }),
      'spec.sites[0].datacenters[0].hosts[0].runsOn',
    ],
    [
      dc({ machines: [{ name: 'm', nics: [{ network: 'net' }] }] }),
      'spec.sites[0].datacenters[0].machines[0].nics[0].network',
    ],
    [dc({ machines: [{ name: 'm', host: 'h' }] }), 'spec.sites[0].datacenters[0].machines[0].host'],
    [dc({ machines: [{ name: 'm', count: 2 }] }), 'spec.sites[0].datacenters[0].machines[0].name'],
    [dc({ machines: [{ name: 'm', cpus: 2, coresPerSocket: 1, sshPort: 65_535, count: 1 }] }), ''],
    [
      { clouds: [{ name: 'c', projects: [{ name: 'p', machines: [{ name: 'm', flavour: 'big' }] }] }] },
      'spec.sites[0].clouds[0].projects[0].machines[0].flavour',
    ],
    [
      { ucsDomains: [{ name: 'u', profiles: [{ name: 'p', blade: 'b' }] }] },
      'spec.sites[0].ucsDomains[0].profiles[0].blade',
    ],
  ];
  for (const [machinery, where] of cases) {
    const refusal = refusalOf(machinery, {});
    if (where === '') expect(refusal).toBeNull();
    else expect(refusal).toMatchObject({ where });
  }
  expect(refusalOf(dc({ machines: [{ name: 'm-{n}', count: 2, sshPort: 65_535 }] }), {})).toMatchObject({
    code: 'invalid-input',
    where: 'spec.sites[0].datacenters[0].machines[0]',
  });
});

test('FR-010-130 a rack holds devices beside those of its template; a rack that is not there is refused', () => {
  const device = {
    name: 'chassis',
    model: 'Chassis',
    category: 'server',
    slot: { position: 20, height: 6 },
    idlePower: 100,
    ratedPower: 900,
  };
  const { inventory } = built({}, { extra: [{ rack: 'A02', devices: [device] }] });
  const chassis = inventory.ofKind('device').find(({ name }) => name === 'chassis');
  expect(inventory.get(chassis?.parent ?? ('' as never))?.name).toBe('A02');
  expect(refusalOf({}, { extra: [{ rack: 'A09', devices: [device] }] })).toMatchObject({
    code: 'not-found',
    where: 'spec.sites[0].rooms[0].rows[0].racks.extra[0].rack',
  });
});

test('FR-010-132 a machine of a flavour and an image has their size and system; a profile bears its template', () => {
  const { inventory } = built(
    {
      clouds: [
        {
          name: 'cloud',
          networks: [net],
          datastores: [{ name: 'local', capacity: 100 }],
          hosts: [{ name: 'kvm', product: 'kvm', runsOn: 'srv-a01-01' }],
          flavours: [{ name: 'm1.small', cpus: 1, memory: 2048, disk: 20 }],
          images: [{ name: 'rhel-9', os: 'rhel-9', size: 3 }],
          projects: [
            {
              name: 'demo',
              firewalls: [{ name: 'default' }],
              routers: [{ name: 'r', external: 'net' }],
              machines: [
                {
                  name: 'm',
                  flavour: 'm1.small',
                  image: 'rhel-9',
                  firewalls: ['default'],
                  nics: [{ network: 'net' }],
                },
              ],
            },
          ],
        },
      ],
      ucsDomains: [
        {
          name: 'ucs',
          chassis: [{ name: 'c1', number: 1, runsOn: 'srv-a01-02', blades: [{ name: 'b1', slot: 1 }] }],
          profiles: [
            { name: 'SP', template: 'T', blade: 'b1' },
            { name: 'T', isTemplate: true },
          ],
        },
      ],
    },
    {},
  );
  expect(inventory.ofKind('vm')[0]?.spec).toMatchObject({
    cpus: 1,
    memory: 2048,
    os: 'rhel-9',
    host: 'host-1',
    firewalls: ['firewall-1'],
    disks: [{ size: 20, used: 3, datastore: 'datastore-1' }],
    nics: [{ mac: 'fa:16:3e:00:00:0a' }],
  });
  const profile = inventory.ofKind('profile').find(({ name }) => name === 'SP');
  expect(inventory.get(profile?.spec.template ?? ('' as never))?.name).toBe('T');
  expect(profile?.spec.blade).toBe('blade-1');
});
