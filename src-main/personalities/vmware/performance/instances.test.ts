import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { textIn } from '../vmware-lab.fixture.ts';
import type { VmwareLab } from '../vmware-lab.fixture.ts';
import { openFigureLab } from './figure-lab.fixture.ts';
import type { Asked, FigureLab } from './figure-lab.fixture.ts';

let its: FigureLab;
beforeAll(async () => {
  its = await openFigureLab();
});
afterAll(() => its.lab.close());

const uuidOf = (lab: VmwareLab, id: EntityId): string => lab.world.inventory.get(id)?.aliases.uuid ?? '';

test('FR-020-367 what is inside is told by the names that vSphere has for it: CPUs, cards, drives, datastores and their disks', async () => {
  const { lab, estate, client, second, busy, available } = its;
  const [host] = estate.hosts;
  const all = await available(busy);
  const of = (told: readonly string[], name: string): readonly string[] =>
    told.filter((each) => each.startsWith(`${name} `)).map((each) => each.slice(name.length + 1));
  expect(of(all, 'cpu.usagemhz.average')).toEqual(['', '0', '1', '2']);
  expect(of(all, 'net.received.average')).toEqual(['', '4000', '4001']);
  expect(of(all, 'virtualDisk.numberReadAveraged.average')).toEqual(['', 'scsi0:0', 'scsi0:1', 'scsi0:2']);
  expect(of(all, 'datastore.numberReadAveraged.average')).toEqual([
    '',
    uuidOf(lab, estate.store),
    uuidOf(lab, second),
  ]);
  expect(of(all, 'mem.active.average')).toEqual(['']);
  const ours = await available(host);
  const config = await client.call(
    'Fetch',
    `HostSystem:${lab.vc.refs.ofId(host)?.value}`,
    '<prop>summary.hardware</prop>',
  );
  const threads = Number(textIn(config.values[0], 'numCpuThreads'));
  expect(of(ours, 'cpu.usage.average')).toEqual([
    '',
    ...Array.from({ length: threads }, (_, at) => String(at)),
  ]);
  expect(of(ours, 'net.usage.average')).toContain('vmnic0');
  expect(
    of(ours, 'disk.read.average')
      .slice(1)
      .every((name) => name.startsWith('naa.6')),
  ).toBe(true);
  const counted = of(ours, 'disk.read.average');
  expect(new Set(counted).size).toBe(3);
});

test('FR-020-367 a client asks for the whole by an empty name, for one part by its own, and for all by a star', async () => {
  const { client, busy, element, read } = its;
  const names = async (asked: Asked): Promise<readonly string[]> => [
    ...(await read(busy, 'cpu.usagemhz.average', asked)).keys(),
  ];
  expect(await names({ instance: '' })).toEqual(['']);
  expect(await names({ instance: '1' })).toEqual(['1']);
  expect(await names({ instance: '*' })).toEqual(['', '0', '1', '2']);
  expect(await names({ instance: '3' })).toEqual([]);
  const csv = await client.call(
    'QueryPerf',
    'PerformanceManager:PerfMgr',
    `<querySpec>${element(busy)}<maxSample>1</maxSample><intervalId>20</intervalId><format>csv</format></querySpec>`,
  );
  const all = (csv.values[0]?.children ?? []).filter(({ name }) => name === 'value');
  expect(all.map((one) => textIn(one, 'id.instance'))).toContain('scsi0:2');
});

test('FR-020-368 what the parts did adds up to the whole in each sample and roll-up, and percentages are those of the whole', async () => {
  const { estate, busy, read } = its;
  const [host] = estate.hosts;
  const added = [
    [busy, 'cpu.usagemhz.average'],
    [busy, 'cpu.idle.summation'],
    [busy, 'net.packetsRx.summation'],
    [busy, 'virtualDisk.numberReadAveraged.average'],
    [busy, 'datastore.write.average'],
    [host, 'cpu.used.summation'],
    [host, 'net.usage.average'],
    [host, 'disk.numberWriteAveraged.average'],
    [host, 'datastore.read.average'],
  ] as const;
  for (const [id, name] of added)
    for (const interval of [20, 300]) {
      const series = await read(id, name, { instance: '*', interval });
      const [sums, ...parts] = [...series.values()];
      expect(parts.length).toBeGreaterThan(1);
      const summed = (sums ?? []).map((_, at) =>
        parts.reduce((sum, part) => sum + (part[at] ?? Number.NaN), 0),
      );
      expect([name, interval, summed]).toEqual([name, interval, sums]);
      expect(Math.max(...(sums ?? []))).toBeGreaterThan(0);
    }
  const percents = await read(busy, 'cpu.usage.average', { instance: '*' });
  expect(percents.get('2')).toEqual(percents.get(''));
  const again = await read(host, 'datastore.read.average', { instance: '*' });
  expect(await read(host, 'datastore.read.average', { instance: '*' })).toEqual(again);
});

test('FR-020-370 a machine reads and writes all its disks alike: a datastore tells as much as lies on it', async () => {
  const { lab, estate, second, busy, beside, read, last } = its;
  const ofBusy = await read(busy, 'datastore.read.average', { instance: '*' });
  const [total, here, there] = ['', uuidOf(lab, estate.store), uuidOf(lab, second)].map(
    (name) => ofBusy.get(name)?.at(-1) ?? 0,
  );
  expect(Math.abs((there ?? 0) - (2 * (total ?? 0)) / 3)).toBeLessThanOrEqual(1);
  const asStore = (id: EntityId): Promise<number> => last(id, 'datastore.read.average');
  expect(Math.abs((await asStore(second)) - (there ?? 0))).toBeLessThanOrEqual(1);
  const both = (here ?? 0) + (await last(beside, 'datastore.read.average'));
  expect(Math.abs((await asStore(estate.store)) - both)).toBeLessThanOrEqual(2);
});

test('FR-020-370 a datastore tells in kilobytes how large it is, what is used and what may be', async () => {
  const { lab, client, estate, whole } = its;
  const summary = await client.call(
    'Fetch',
    `Datastore:${lab.vc.refs.ofId(estate.store)?.value}`,
    '<prop>summary</prop>',
  );
  const kilobytes = (name: string): number => Number(textIn(summary.values[0], name)) / 1024;
  const told = async (name: string): Promise<number | undefined> =>
    (await whole(estate.store, `disk.${name}.latest`, { interval: 300, samples: 1 }))[0];
  const used = kilobytes('capacity') - kilobytes('freeSpace');
  expect(await told('capacity')).toBe(kilobytes('capacity'));
  expect(await told('used')).toBe(Math.round(used));
  expect(await told('provisioned')).toBe(Math.round(used + kilobytes('uncommitted')));
  expect(used).toBeGreaterThan(0);
  expect(kilobytes('uncommitted')).toBeGreaterThan(0);
});
