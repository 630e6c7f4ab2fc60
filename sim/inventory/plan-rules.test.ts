import { expect, test } from 'vitest';
import { labFileSchema } from '../contract/lab-file.ts';
import { createWorld } from '../kernel/world.ts';
import type { World } from '../kernel/world.ts';
import { did } from '../testing/small-lab.ts';
import { planLab } from './lab-plan.ts';
import { readTrace } from './plan-trace.ts';

const planOf = (site: object) =>
  planLab(
    labFileSchema.parse({
      apiVersion: 'coldaisle/v1',
      kind: 'Lab',
      metadata: { name: 'Rules' },
      spec: {
        seed: '1',
        start: '2026-01-05T08:00:00Z',
        sites: [{ name: 'site1', timezone: 'UTC', rooms: [], ...site }],
      },
    }),
    { name: 'Rules', epoch: 0 },
  );

function built(site: object): World {
  const plan = planOf(site);
  if (!plan.ok) throw new Error(JSON.stringify(plan.refusal));
  const world = createWorld();
  for (const command of plan.value) did(world, command);
  return world;
}

const datacenterWith = (rules: readonly object[]): object => ({
  datacenters: [
    {
      name: 'dc',
      clusters: [{ name: 'cl', rules, hosts: [{ name: 'h-{n}', count: 2 }] }],
      machines: [
        { name: 'web-{n}', count: 3, cluster: 'cl' },
        { name: 'db', cluster: 'cl', workload: { profile: 'trace', csv: 's,load\n0,10\n300,90' } },
      ],
    },
  ],
});

test('FR-010-176 a lab file names the machines and hosts of its cluster rules, several by a star', () => {
  const apart = { name: 'spread', kind: 'apart', machines: ['web-*'], isMandatory: true };
  const pinned = { name: 'licence', kind: 'on-hosts', machines: ['db'], hosts: ['h-02'] };
  const { inventory } = built(datacenterWith([apart, pinned]));
  const names = (ids: readonly string[] = []) => ids.map((id) => inventory.get(id as never)?.name);
  const [first, second] = inventory.ofKind('cluster')[0]?.spec.rules ?? [];
  expect(names(first?.machines)).toEqual(['web-01', 'web-02', 'web-03']);
  expect([names(second?.machines), names(second?.hosts)]).toEqual([['db'], ['h-02']]);
  const wrong = planOf(datacenterWith([{ ...pinned, machines: ['app-*'] }]));
  expect(!wrong.ok && wrong.refusal).toMatchObject({
    message: 'There is no machine app-* here',
    where: expect.stringContaining('clusters[0].rules[0].machines[0]'),
  });
});

test('FR-010-177 a lab file’s volumes hang on machines of their project, and floating addresses lead to them', () => {
  const { inventory } = built({
    clouds: [
      {
        name: 'RegionOne',
        networks: [{ name: 'public', isExternal: true, subnets: [{ cidr: '172.21.200.0/24' }] }],
        hosts: [{ name: 'kvm-1', product: 'kvm' }],
        flavours: [{ name: 'small', cpus: 1, memory: 2048, disk: 20 }],
        projects: [
          {
            name: 'demo',
            machines: [{ name: 'app-{n}', count: 2, flavour: 'small' }],
            volumes: [
              { name: 'data', size: 50, machine: 'app-02' },
              { name: 'spare', size: 10 },
            ],
            addresses: [{ address: '172.21.200.10', network: 'public', machine: 'app-01' }],
          },
        ],
      },
    ],
  });
  const [one, two] = inventory.ofKind('vm');
  const [data, spare] = inventory.ofKind('volume');
  expect(data?.spec).toMatchObject({ size: 50, state: 'in-use', machine: two?.id });
  expect(two?.spec.disks.map(({ volume }) => volume)).toEqual([null, data?.id]);
  expect(spare?.spec).toMatchObject({ state: 'available', machine: null });
  expect(inventory.ofKind('address')[0]?.spec).toMatchObject({ address: '172.21.200.10', machine: one?.id });
});

test('FR-010-178 a machine’s recorded load is read from CSV: shares or percent, with seconds or without', () => {
  const { inventory } = built(datacenterWith([]));
  expect(inventory.ofKind('vm')[3]?.spec.workload).toEqual({
    profile: 'trace',
    level: 1,
    trace: [0.1, 0.9],
    traceSeconds: 300,
  });
  const read = (csv: string) => {
    const trace = readTrace(csv);
    return trace.ok ? trace.value : trace.refusal.message;
  };
  expect(read('# by night\n0.1\n\n1\n0\n')).toEqual({ trace: [0.1, 1, 0] });
  expect(read('0;0.5\n60;0.25')).toEqual({ trace: [0.5, 0.25], traceSeconds: 60 });
  expect(read('load\n')).toBe('The trace has no values');
  expect(read('1\n2\nmuch')).toBe('The trace cannot be read: much (line 3)');
  expect(read('1\n120')).toBe('The trace has 120, which is no share (line 2)');
  expect(read('0,1\n60,2\n90,3')).toBe('The trace has values that are not 60 s apart (line 3)');
  expect(read('0,1\n2')).toBe('The trace has lines of one value and lines of two (line 2)');
  expect(read('5,1')).toBe('The trace has seconds that do not tell how far its values are apart (line 1)');
});
