import { afterEach, beforeEach, expect, test } from 'vitest';
import { openVmwareLab } from '../../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';
import { dataListAt, refListAt, textAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import { taskEnd } from '../task-end.fixture.ts';
import type { TaskEnd } from '../task-end.fixture.ts';

let lab: VmwareLab;
let client: SoapClient;
let folder: string;
beforeEach(async () => {
  lab = await openVmwareLab();
  await lab.does({ type: 'lab.work', takes: 'no-time' });
  client = await lab.login();
  const site = await lab.make({ kind: 'site', name: 'site', parent: null, spec: { timezone: 'UTC' } });
  const datacenter = await lab.make({ kind: 'datacenter', name: 'DC', parent: site, spec: {} });
  folder = `group-nd${datacenter.replace('datacenter-', '')}`;
  const uplinks =
    '<uplinkPortPolicy xsi:type="DVSNameArrayUplinkPortPolicy"><uplinkPortName>a</uplinkPortName><uplinkPortName>b</uplinkPortName></uplinkPortPolicy>';
  const config = `<configSpec xsi:type="VMwareDVSConfigSpec"><name>D</name><description>first</description>${uplinks}<maxMtu>9000</maxMtu><contact><name>Ann</name></contact></configSpec>`;
  await ended('CreateDVS_Task', `Folder:${folder}`, `<spec>${config}</spec>`);
  const vlan =
    '<defaultPortConfig xsi:type="VMwareDVSPortSetting"><vlan xsi:type="VmwareDistributedVirtualSwitchVlanIdSpec"><inherited>false</inherited><vlanId>7</vlanId></vlan></defaultPortConfig>';
  const group = `<spec><name>pg</name><numPorts>24</numPorts>${vlan}</spec>`;
  await ended('AddDVPortgroup_Task', dvs('D'), group);
});
afterEach(() => lab.close());

const ended = (...asked: [method: string, self: string, inner: string]): Promise<TaskEnd> =>
  taskEnd({ lab, client }, asked);

const desk = 'DistributedVirtualSwitchManager:DVSManager';
const switchNamed = (name: string) =>
  lab.world.inventory.ofKind('vswitch').find((each) => each.name === name);
const groupNamed = (name: string, vswitch: string) =>
  lab.world.inventory
    .ofKind('network')
    .find((each) => each.name === name && each.parent === switchNamed(vswitch)?.id);
const dvs = (name: string): string =>
  `VmwareDistributedVirtualSwitch:${switchNamed(name)?.aliases.moRef ?? ''}`;
const config = async (self: string) => (await client.call('Fetch', self, '<prop>config</prop>')).text;

/** The switch and its groups, as a client keeps them. */
async function saved(): Promise<readonly Data[]> {
  const uuid = `<dvsUuid>${switchNamed('D')?.aliases.uuid ?? ''}</dvsUuid>`;
  const groups = lab.world.inventory.ofKind('network').map((each) => lab.vc.refs.of(each).value);
  const keys = groups.map((key) => `<portgroupKey>${key}</portgroupKey>`).join('');
  const sets = `<selectionSet xsi:type="DVSSelection">${uuid}</selectionSet><selectionSet xsi:type="DVPortgroupSelection">${uuid}${keys}</selectionSet>`;
  const { end, result } = await ended('DVSManagerExportEntity_Task', desk, sets);
  expect(end).toBe('success');
  return dataListAt(result, 'items');
}

type Bring = { readonly name?: string; readonly blob?: string; readonly container?: string };

const entry = (item: Data, { name, blob, container }: Bring = {}): string =>
  `<entityBackup><entityType>${textAt(item, 'entityType') ?? ''}</entityType><configBlob>${blob ?? textAt(item, 'configBlob') ?? ''}</configBlob>` +
  `<key>${textAt(item, 'key') ?? ''}</key>${name === undefined ? '' : `<name>${name}</name>`}` +
  `${container === undefined ? '' : `<container type="Folder">${container}</container>`}</entityBackup>`;

const bring = (entries: readonly string[], way: string): Promise<TaskEnd> =>
  ended('DVSManagerImportEntity_Task', desk, `${entries.join('')}<importType>${way}</importType>`);

test('FR-020-342 a distributed switch and its port groups are exported, and become another switch with the same settings', async () => {
  const items = await saved();
  expect(items.map((each) => textAt(each, 'name'))).toEqual([
    'D',
    expect.stringMatching(/^D-DVUplinks-/),
    'pg',
  ]);
  const entries = items.map((item, at) => entry(item, at === 0 ? { name: 'E', container: folder } : {}));
  const { end, result } = await bring(entries, 'createEntityWithNewIdentifier');
  expect(end).toBe('success');
  expect(refListAt(result, 'distributedVirtualPortgroup')).toHaveLength(2);
  const [one, other] = [switchNamed('D'), switchNamed('E')];
  expect(other?.spec).toEqual(one?.spec);
  expect(other?.aliases.uuid).not.toBe(one?.aliases.uuid);
  expect(groupNamed('pg (1)', 'E')?.spec.vlan).toBe(7);
  const told = await config(dvs('E'));
  expect(told).toContain('<contact><name>Ann</name>');
  expect(told).toContain('<maxMtu>9000</maxMtu>');
  expect(told.match(/<uplinkPortgroup /g)).toHaveLength(1);
  const group = groupNamed('pg (1)', 'E');
  expect(
    await config(`DistributedVirtualPortgroup:${group === undefined ? '' : lab.vc.refs.of(group).value}`),
  ).toContain('<numPorts>24</numPorts>');
});

test('FR-020-342 a switch that was removed comes back as the one it was, and one that changed gets its settings back', async () => {
  const items = await saved();
  const before = [switchNamed('D')?.id, groupNamed('pg', 'D')?.id];
  const again = items.map((item, at) => entry(item, at === 0 ? { container: folder } : {}));
  const there = await bring(again, 'createEntityWithOriginalIdentifier');
  expect(there.end).toBe('ImportOperationBulkFault');
  expect(dataListAt(there.result, 'importFaults').map((each) => textAt(each, 'fault.fault._type'))).toEqual([
    'AlreadyExists',
    'AlreadyExists',
    'AlreadyExists',
  ]);
  expect((await ended('Destroy_Task', dvs('D'), '')).end).toBe('success');
  expect((await bring(again, 'createEntityWithOriginalIdentifier')).end).toBe('success');
  expect([switchNamed('D')?.id, groupNamed('pg', 'D')?.id]).toEqual(before);
  expect(lab.world.inventory.ofKind('network')).toHaveLength(2);

  const changes =
    '<spec xsi:type="VMwareDVSConfigSpec"><name>F</name><description>second</description><maxMtu>1500</maxMtu></spec>';
  expect((await ended('ReconfigureDvs_Task', dvs('D'), changes)).end).toBe('success');
  const [first] = items;
  if (first === undefined) throw new Error('nothing was exported');
  expect((await bring([entry(first)], 'applyToEntitySpecified')).end).toBe('success');
  expect(switchNamed('D')?.spec).toMatchObject({ notes: 'first', mtu: 9000 });
  expect((await ended('ReconfigureDvs_Task', dvs('D'), changes)).end).toBe('success');
  expect((await ended('DVSRollback_Task', dvs('F'), entry(first))).end).toBe('success');
  expect(switchNamed('D')?.spec.notes).toBe('first');
});

test('FR-020-342 what is no backup, or was damaged, is refused for what it is, and the rest of the import goes on', async () => {
  const [first, ...groups] = await saved();
  if (first === undefined) throw new Error('nothing was exported');
  const blob = Buffer.from(textAt(first, 'configBlob') ?? '', 'base64').toString();
  const bent = Buffer.from(blob.replace('first', 'worst')).toString('base64');
  const pg = groups.find((each) => textAt(each, 'name') === 'pg') ?? {};
  const { end, result } = await bring(
    [entry(first, { blob: bent }), entry(pg, { name: 'pg2' })],
    'createEntityWithNewIdentifier',
  );
  expect(end).toBe('success');
  expect(textAt(dataListAt(result, 'importFault')[0], 'fault.fault._type')).toBe('BackupBlobReadFailure');
  expect(groupNamed('pg2', 'D')?.spec.vlan).toBe(7);
  expect((await ended('DVSRollback_Task', dvs('D'), '')).end).toBe('RollbackFailure');
  const lost = await bring([entry(first, { name: 'G' })], 'createEntityWithNewIdentifier');
  expect(lost.end).toBe('ImportOperationBulkFault');
  const key = groupNamed('pg', 'D');
  const rollback = entry(pg);
  await lab.does({ type: 'inventory.change', id: key?.id ?? '', spec: { vlan: 12 } });
  const self = `DistributedVirtualPortgroup:${key === undefined ? '' : lab.vc.refs.of(key).value}`;
  expect((await ended('DVPortgroupRollback_Task', self, rollback)).end).toBe('success');
  expect(groupNamed('pg', 'D')?.spec.vlan).toBe(7);
});
