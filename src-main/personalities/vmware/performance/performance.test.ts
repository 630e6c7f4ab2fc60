import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../vmware-lab.fixture.ts';
import type { SoapAnswer, SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';

let lab: VmwareLab;
let estate: Estate;
let client: SoapClient;

beforeAll(async () => {
  lab = await openVmwareLab();
  estate = await buildEstate(lab);
  client = await lab.login();
  await client.call('PowerOnVM_Task', ref(estate.machines[0]));
  await lab.run(600);
});
afterAll(() => lab.close());

const ref = (id: Estate['datacenter']): string => {
  const found = lab.vc.refs.ofId(id);
  return `${found?._ref ?? ''}:${found?.value ?? ''}`;
};
const element = (id: Estate['datacenter']): string => {
  const [type, value] = ref(id).split(':');
  return `<entity type="${type}">${value}</entity>`;
};
const query = (id: Estate['datacenter'], more: string): Promise<SoapAnswer> =>
  client.call('QueryPerf', 'PerformanceManager:PerfMgr', `<querySpec>${element(id)}${more}</querySpec>`);
const series = ({ values }: SoapAnswer, key: number): readonly number[] =>
  (values[0]?.children ?? [])
    .filter((child) => child.name === 'value' && textIn(child, 'id.counterId') === String(key))
    .flatMap(({ children }) =>
      children.filter(({ name }) => name === 'value').map(({ text }) => Number(text)),
    );

const usage = '<metricId><counterId>6</counterId><instance></instance></metricId>';

test('FR-020-099 samples of twenty seconds come oldest first, are the same when asked again, and end with what is used now', async () => {
  const [vm] = estate.machines;
  const first = await query(vm, `<maxSample>4</maxSample>${usage}<intervalId>20</intervalId>`);
  const again = await query(vm, `<maxSample>4</maxSample>${usage}<intervalId>20</intervalId>`);
  expect(series(first, 6)).toHaveLength(4);
  expect(again.text).toBe(first.text);
  const times = (first.values[0]?.children ?? [])
    .filter(({ name }) => name === 'sampleInfo')
    .map((one) => textIn(one, 'timestamp'));
  expect(times).toEqual([...times].toSorted((one = '', other = '') => one.localeCompare(other)));
  const quick = await client.call('Fetch', ref(vm), '<prop>summary.quickStats.overallCpuUsage</prop>');
  expect(series(first, 6).at(-1)).toBe(Number(quick.values[0]?.text));
});

test('FR-020-100 a roll-up is the mean of its samples, and what is off used nothing', async () => {
  const [vm, , off] = estate.machines;
  const fine = series(await query(vm, `<maxSample>15</maxSample>${usage}<intervalId>20</intervalId>`), 6);
  const rolled = series(await query(vm, `<maxSample>1</maxSample>${usage}<intervalId>300</intervalId>`), 6);
  expect(fine).toHaveLength(15);
  const mean = fine.reduce((sum, value) => sum + value, 0) / fine.length;
  expect(Math.abs(mean - (rolled[0] ?? NaN))).toBeLessThanOrEqual(1);
  const idle = await client.call('QueryAvailablePerfMetric', 'PerformanceManager:PerfMgr', element(off));
  expect(idle.values).toEqual([]);
  expect(series(await query(off, `<maxSample>2</maxSample>${usage}<intervalId>20</intervalId>`), 6)).toEqual([
    0, 0,
  ]);
});

test('FR-020-101 hosts, clusters, pools and datastores have figures too, as lists and as CSV; what is unknown is refused', async () => {
  const [host] = estate.hosts;
  const csv = await query(
    host,
    `<maxSample>2</maxSample>${usage}<intervalId>20</intervalId><format>csv</format>`,
  );
  expect(textIn(csv.values[0], 'sampleInfoCSV')).toMatch(/^20,[^,]+,20,[^,]+$/);
  for (const id of [estate.cluster, estate.pool, estate.store])
    expect((await query(id, '<maxSample>1</maxSample><intervalId>300</intervalId>')).fault).toBe('');
  const wrong = '<metricId><counterId>99999</counterId><instance></instance></metricId>';
  expect((await query(host, wrong)).fault).toBe('InvalidArgument');
  expect((await query(host, '<intervalId>77</intervalId>')).fault).toBe('InvalidArgument');
});

test('FR-020-336 the counters that monitoring asks for are there, and say what follows from those there are', async () => {
  const [vm] = estate.machines;
  const [host] = estate.hosts;
  const all = await client.call('Fetch', 'PerformanceManager:PerfMgr', '<prop>perfCounter</prop>');
  const key = (name: string): number => {
    const found = (all.values[0]?.children ?? []).find(
      (each) =>
        `${textIn(each, 'groupInfo.key')}.${textIn(each, 'nameInfo.key')}.${textIn(each, 'rollupType')}` ===
        name,
    );
    if (found === undefined) throw new Error(`there is no counter ${name}`);
    return Number(textIn(found, 'key'));
  };
  const last = async (id: Estate['datacenter'], name: string): Promise<number> => {
    const metric = `<metricId><counterId>${key(name)}</counterId><instance></instance></metricId>`;
    const answer = await query(id, `<maxSample>1</maxSample>${metric}<intervalId>20</intervalId>`);
    return series(answer, key(name)).at(-1) ?? Number.NaN;
  };
  expect(await last(vm, 'cpu.demand.average')).toBeGreaterThanOrEqual(await last(vm, 'cpu.usagemhz.average'));
  expect(await last(vm, 'cpu.run.summation')).toBe(await last(vm, 'cpu.used.summation'));
  expect(await last(vm, 'net.bytesRx.average')).toBe(await last(vm, 'net.received.average'));
  expect(await last(vm, 'virtualDisk.write.average')).toBe(await last(vm, 'disk.write.average'));
  expect(await last(host, 'mem.totalCapacity.average')).toBeGreaterThan(0);
  const never = [
    'mem.vmmemctl.average',
    'mem.swapinRate.average',
    'net.droppedRx.summation',
    'cpu.costop.summation',
  ];
  for (const name of never)
    expect([name, await last(vm, name), await last(host, name)]).toEqual([name, 0, 0]);
  const most = await client.call(
    'QueryOptions',
    'OptionManager:VpxSettings',
    '<name>config.vpxd.stats.maxQueryMetrics</name>',
  );
  expect(textIn(most.values[0], 'value')).toBe('64');
});
