import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { drawnNow } from '../../../../sim/index.ts';
import { textIn } from '../vmware-lab.fixture.ts';
import { openFigureLab } from './figure-lab.fixture.ts';
import type { FigureLab } from './figure-lab.fixture.ts';
import type { XmlElement } from '../wire/xml.ts';

let its: FigureLab;
beforeAll(async () => {
  its = await openFigureLab();
});
afterAll(() => its.lab.close());

test('FR-020-365 a host tells what its server draws, in watts and joules; a machine as much of it as of the work is its own', async () => {
  const { lab, estate, server, busy, beside, read, whole, last, available } = its;
  const [host, bare] = estate.hosts;
  const device = lab.world.inventory.get(server);
  if (device?.kind !== 'device') throw new Error('there is no server');
  const watts = await last(host, 'power.power.average');
  expect(Math.abs(watts - drawnNow(lab.world)(device))).toBeLessThan(1);
  const [one, other] = [await last(busy, 'power.power.average'), await last(beside, 'power.power.average')];
  expect(one).toBeGreaterThan(other);
  expect(other).toBeGreaterThan(0);
  expect(one + other).toBeLessThan(watts);
  const work = (await last(busy, 'cpu.usagemhz.average')) / (await last(host, 'cpu.usagemhz.average'));
  expect(Math.abs(one - work * watts)).toBeLessThan(1);
  const fine = await whole(host, 'power.power.average', { samples: 15 });
  const [rolled] = await whole(host, 'power.power.average', { interval: 300, samples: 1 });
  const [energy] = await whole(host, 'power.energy.summation', { interval: 300, samples: 1 });
  const mean = fine.reduce((sum, value) => sum + value, 0) / fine.length;
  expect(Math.abs(mean - (rolled ?? Number.NaN))).toBeLessThanOrEqual(1);
  expect(Math.abs(300 * mean - (energy ?? Number.NaN))).toBeLessThanOrEqual(300);
  expect((await available(bare)).filter((each) => each.startsWith('power.'))).toEqual([]);
  expect((await read(bare, 'power.power.average')).size).toBe(0);
});

test('FR-020-366 reads, writes and packets follow from the rates of the same samples: blocks of its work, segments of a stream', async () => {
  const { estate, busy, last } = its;
  const [host] = estate.hosts;
  // A database reads and writes blocks of 8 KiB.
  const block = 8 * 1.024;
  for (const id of [busy, host]) {
    const [read_, reads] = [
      await last(id, 'disk.read.average'),
      await last(id, 'disk.numberReadAveraged.average'),
    ];
    expect(reads).toBeGreaterThan(10);
    expect(Math.abs(reads - read_ / block)).toBeLessThan(1);
    const writes = await last(id, 'disk.numberWriteAveraged.average');
    expect(Math.abs((await last(id, 'disk.commandsAveraged.average')) - reads - writes)).toBeLessThanOrEqual(
      1,
    );
    expect(Math.abs((await last(id, 'disk.numberRead.summation')) - 20 * reads)).toBeLessThanOrEqual(10);
    const [into, out] = [await last(id, 'net.received.average'), await last(id, 'net.transmitted.average')];
    const packets = await last(id, 'net.packetsRx.summation');
    expect(Math.abs(packets - (20 * 1024 * (into + out / 2)) / 1448)).toBeLessThan(22);
    expect(await last(id, 'net.packetsTx.summation')).toBeGreaterThan(packets);
  }
  expect(await last(host, 'datastore.totalReadLatency.average')).toBe(0);
});

test('FR-020-372 a composite is a host with its machines in the same samples, and of nothing else', async () => {
  const { lab, estate, client, busy, keyOf, element } = its;
  const [host] = estate.hosts;
  const spec = (id: EntityId): string =>
    `<querySpec>${element(id)}<maxSample>3</maxSample><metricId><counterId>${keyOf('cpu.usagemhz.average')}</counterId><instance></instance></metricId><intervalId>20</intervalId></querySpec>`;
  const told = await client.call('QueryPerfComposite', 'PerformanceManager:PerfMgr', spec(host));
  const children = (told.values[0]?.children ?? []).filter(({ name }) => name === 'childEntity');
  const ours = lab.vc.members().ofHost(host);
  expect(children.map((one) => textIn(one, 'entity'))).toEqual(
    ours.map(({ id }) => lab.vc.refs.ofId(id)?.value),
  );
  const times = (one: XmlElement | undefined): readonly (string | undefined)[] =>
    (one?.children ?? [])
      .filter(({ name }) => name === 'sampleInfo')
      .map((info) => textIn(info, 'timestamp'));
  const [entity] = (told.values[0]?.children ?? []).filter(({ name }) => name === 'entity');
  expect(times(entity)).toHaveLength(3);
  expect(times(children[0])).toEqual(times(entity));
  expect((await client.call('QueryPerfComposite', 'PerformanceManager:PerfMgr', spec(busy))).fault).toBe(
    'InvalidArgument',
  );
});

test('FR-020-371 where CPUs are short, the readiness of a machine is that of all its CPUs together, and what is left of them is told once', async () => {
  const { lab, estate, busy, last } = its;
  const [host] = estate.hosts;
  await lab.does({ type: 'inventory.change', id: host, spec: { sockets: 1, coresPerSocket: 1 } });
  const [ready, percent] = [
    await last(busy, 'cpu.ready.summation'),
    await last(busy, 'cpu.readiness.average'),
  ];
  expect(ready).toBeGreaterThan(0);
  expect(Math.abs(ready - (percent / 10_000) * 20_000 * 3)).toBeLessThanOrEqual(6);
  const wait = await last(busy, 'cpu.wait.summation');
  const used = await last(busy, 'cpu.used.summation');
  expect(Math.abs(Math.max(0, 60_000 - used - ready) - wait)).toBeLessThanOrEqual(2);
});

test('FR-020-369 a machine tells nothing of the time in which it was off', async () => {
  const { lab, client, beside, read, whole } = its;
  const off = lab.vc.refs.ofId(beside);
  await client.call('PowerOffVM_Task', `VirtualMachine:${off?.value}`);
  await lab.run(30);
  const names = [
    'cpu.idle.summation',
    'cpu.wait.summation',
    'sys.uptime.latest',
    'power.power.average',
    'disk.numberReadAveraged.average',
  ];
  for (const name of names)
    for (const values of (await read(beside, name, { instance: '*' })).values())
      expect([name, ...values]).toEqual([name, 0, 0, 0, 0, 0, 0]);
  await client.call('PowerOnVM_Task', `VirtualMachine:${off?.value}`);
  await lab.run(60);
  const idle = await whole(beside, 'cpu.idle.summation', { samples: 6 });
  expect(idle.at(-1)).toBeGreaterThan(0);
  expect(idle[0]).toBe(0);
  expect((await whole(beside, 'mem.consumed.average', { samples: 6 }))[0]).toBe(0);
});
