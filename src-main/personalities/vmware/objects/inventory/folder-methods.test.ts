import { afterEach, beforeEach, expect, test } from 'vitest';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';
import type { SoapAnswer, SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';

let lab: VmwareLab;
let client: SoapClient;
beforeEach(async () => {
  lab = await openVmwareLab();
  await lab.does({ type: 'lab.work', takes: 'no-time' });
  await lab.make({ kind: 'site', name: 'site', parent: null, spec: { timezone: 'UTC' } });
  client = await lab.login();
});
afterEach(() => lab.close());

const refIn = (answer: SoapAnswer): string =>
  `${answer.values[0]?.attributes.get('type') ?? ''}:${answer.values[0]?.text ?? ''}`;
const named = (name: string): string => `<name>${name}</name>`;
const datacenter = async (name: string): Promise<string> =>
  refIn(await client.call('CreateDatacenter', 'Folder:group-d1', named(name)));
const numberOf = (ref: string): string => /\d+$/.exec(ref)?.[0] ?? '';

/** What a task came to. */
async function ended(answer: SoapAnswer): Promise<{ readonly state: string; readonly fault: string }> {
  expect(answer.fault).toBe('');
  const task = answer.values[0]?.text ?? '';
  await lab.run(1);
  const record = lab.vc.tasks.get(task);
  for (let turns = 0; record?.state === 'running' && turns < 50; turns += 1) await lab.run(1);
  return { state: record?.state ?? 'unknown', fault: record?.fault?.type ?? '' };
}

test('FR-020-070 a name that is taken is refused with the name and who has it', async () => {
  const first = await datacenter('DC');
  const again = await client.call('CreateDatacenter', 'Folder:group-d1', named('DC'));
  expect(again.fault).toBe('DuplicateName');
  expect(again.text).toContain('<name>DC</name>');
  expect(again.text).toContain(`>${first.split(':')[1] ?? ''}</object>`);
});

test('FR-020-070 folders, clusters and clusters of datastores are made where they belong and nowhere else', async () => {
  const number = numberOf(await datacenter('DC'));
  const folder = await client.call('CreateFolder', `Folder:group-vd${number}`, named('apps'));
  expect(refIn(folder)).toMatch(/^Folder:group-v\d+$/);
  const pod = await client.call('CreateStoragePod', `Folder:group-sd${number}`, named('pod'));
  expect(refIn(pod)).toMatch(/^StoragePod:/);
  const cluster = await client.call(
    'CreateClusterEx',
    `Folder:group-hd${number}`,
    `${named('C')}<spec><drsConfig><enabled>true</enabled></drsConfig></spec>`,
  );
  expect(refIn(cluster)).toMatch(/^ClusterComputeResource:/);
  expect(lab.world.inventory.ofKind('cluster')[0]?.spec.drs).toBe('automatic');
  const wrong = await client.call('CreateClusterEx', `Folder:group-vd${number}`, `${named('C2')}<spec/>`);
  expect(wrong.fault).toBe('NotSupported');
});

test('FR-020-071 what is moved stays in its datacenter, and a folder never goes into itself', async () => {
  const [one, other] = [numberOf(await datacenter('A')), numberOf(await datacenter('B'))];
  const folder = refIn(await client.call('CreateFolder', `Folder:group-vd${one}`, named('f')));
  const [type = '', value = ''] = folder.split(':');
  const list = `<list type="${type}">${value}</list>`;
  expect(await ended(await client.call('MoveIntoFolder_Task', `Folder:group-vd${other}`, list))).toEqual({
    state: 'error',
    fault: 'InvalidFolder',
  });
  expect(await ended(await client.call('MoveIntoFolder_Task', folder, list))).toEqual({
    state: 'error',
    fault: 'InvalidFolder',
  });
  const inner = refIn(await client.call('CreateFolder', folder, named('g')));
  const [, innerValue = ''] = inner.split(':');
  const up = await client.call(
    'MoveIntoFolder_Task',
    `Folder:group-vd${one}`,
    `<list type="Folder">${innerValue}</list>`,
  );
  expect(await ended(up)).toEqual({ state: 'success', fault: '' });
  expect(await ended(await client.call('Rename_Task', inner, '<newName>f</newName>'))).toEqual({
    state: 'error',
    fault: 'DuplicateName',
  });
  expect(await ended(await client.call('Destroy_Task', inner))).toEqual({ state: 'success', fault: '' });
});

test('FR-020-071 a folder of datacenters goes neither into itself nor into what it holds', async () => {
  const outer = refIn(await client.call('CreateFolder', 'Folder:group-d1', named('outer')));
  const inner = refIn(await client.call('CreateFolder', outer, named('inner')));
  const move = async (what: string, into: string) => {
    const [type = '', value = ''] = what.split(':');
    const list = `<list type="${type}">${value}</list>`;
    return (await ended(await client.call('MoveIntoFolder_Task', into, list))).fault;
  };
  expect([await move(outer, outer), await move(outer, inner)]).toEqual(['InvalidFolder', 'InvalidFolder']);
  const dc = await datacenter('A');
  expect([await move(dc, inner), await move(inner, 'Folder:group-d1'), await move(outer, inner)]).toEqual([
    '',
    '',
    '',
  ]);
  expect(
    (await client.call('FindByInventoryPath', 'SearchIndex:SearchIndex', path('/inner/A'))).values,
  ).toHaveLength(1);
});

const path = (words: string): string => `<inventoryPath>${words}</inventoryPath>`;

test('FR-020-072 a host that is added stands in the tree with its switch, its parts and its figures', async () => {
  const number = numberOf(await datacenter('DC'));
  const spec =
    '<spec><hostName>esx-1.lab</hostName><force>true</force></spec><addConnected>true</addConnected>';
  expect(await ended(await client.call('AddStandaloneHost_Task', `Folder:group-hd${number}`, spec))).toEqual({
    state: 'success',
    fault: '',
  });
  expect(await ended(await client.call('AddStandaloneHost_Task', `Folder:group-hd${number}`, spec))).toEqual({
    state: 'error',
    fault: 'AlreadyConnected',
  });
  const [host] = lab.world.inventory.ofKind('host');
  const ref = `HostSystem:${host?.aliases.moRef ?? ''}`;
  const network = await client.call('Fetch', ref, '<prop>network</prop>');
  expect(network.text).toContain('network-');
  const summary = await client.call('Fetch', ref, '<prop>summary</prop>');
  expect(textIn(summary.values[0], 'hardware.numCpuCores')).toBe('32');
  expect(textIn(summary.values[0], 'runtime.connectionState')).toBe('connected');
});
