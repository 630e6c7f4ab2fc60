import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { makeDatacenter } from '../../datacenter.fixture.ts';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';
import { taskEnd } from '../task-end.fixture.ts';

let lab: VmwareLab;
let client: SoapClient;
let cluster: EntityId;
let hosts: EntityId[];
let vm: EntityId;
beforeEach(async () => {
  lab = await openVmwareLab();
  const datacenter = await makeDatacenter(lab);
  cluster = await lab.make({ kind: 'cluster', name: 'C', parent: datacenter, spec: {} });
  hosts = [];
  for (const name of ['h1', 'h2'])
    hosts.push(await lab.make({ kind: 'host', name, parent: cluster, spec: {} }));
  vm = await lab.make({
    kind: 'vm',
    name: 'web',
    parent: datacenter,
    spec: { host: hosts[0], pool: cluster },
  });
  client = await lab.login();
});
afterEach(() => lab.close());

const moRef = (id: EntityId): string => lab.world.inventory.get(id)?.aliases.moRef ?? '';
const ref = (): string => `ClusterComputeResource:${moRef(cluster)}`;

const ended = async (method: string, self: string, inner: string): Promise<string> =>
  (await taskEnd({ lab, client }, [method, self, inner])).end;

const reconfigure = (spec: string): Promise<string> =>
  ended(
    'ReconfigureComputeResource_Task',
    ref(),
    `<spec xsi:type="ClusterConfigSpecEx">${spec}</spec><modify>true</modify>`,
  );

test('FR-020-077 HA, DRS, groups and rules of a cluster are the world’s own, and are told as they were set', async () => {
  const spec =
    '<dasConfig><enabled>true</enabled></dasConfig><drsConfig><enabled>true</enabled><defaultVmBehavior>manual</defaultVmBehavior><vmotionRate>1</vmotionRate></drsConfig>' +
    `<rulesSpec><operation>add</operation><info xsi:type="ClusterVmHostRuleInfo"><enabled>true</enabled><name>near</name><vmGroupName>vms</vmGroupName><affineHostGroupName>hosts</affineHostGroupName></info></rulesSpec>` +
    `<groupSpec><operation>add</operation><info xsi:type="ClusterVmGroup"><name>vms</name><vm type="VirtualMachine">${moRef(vm)}</vm></info></groupSpec>` +
    `<groupSpec><operation>add</operation><info xsi:type="ClusterHostGroup"><name>hosts</name><host type="HostSystem">${moRef(hosts[1] as EntityId)}</host></info></groupSpec>`;
  expect(await reconfigure(spec)).toBe('success');
  expect(lab.world.inventory.get(cluster)).toMatchObject({
    spec: {
      ha: true,
      drs: 'manual',
      drsThreshold: 5,
      rules: [{ name: 'near', kind: 'on-hosts', machines: [vm], hosts: [hosts[1]] }],
    },
  });
  const told = (await client.call('Fetch', ref(), '<prop>configurationEx</prop>')).values[0];
  expect(textIn(told, 'drsConfig.vmotionRate')).toBe('1');
  expect(textIn(told, 'rule.affineHostGroupName')).toBe('hosts');
  const again =
    '<rulesSpec><operation>add</operation><info xsi:type="ClusterAffinityRuleSpec"><name>near</name></info></rulesSpec>';
  expect(await reconfigure(again)).toBe('DuplicateName');
});

test('FR-020-078 pools are made, changed and dissolved, and what was in them comes up', async () => {
  const root = `ResourcePool:resgroup-c${moRef(cluster).replace('domain-c', '')}`;
  const spec =
    '<spec><cpuAllocation><reservation>100</reservation><limit>-1</limit></cpuAllocation><memoryAllocation/></spec>';
  const made = await client.call('CreateResourcePool', root, `<name>p</name>${spec}`);
  expect(made.fault).toBe('');
  expect((await client.call('CreateResourcePool', root, `<name>p</name>${spec}`)).fault).toBe(
    'DuplicateName',
  );
  const pool = `ResourcePool:${made.values[0]?.text ?? ''}`;
  expect(
    (await client.call('MoveIntoResourcePool', pool, `<list type="VirtualMachine">${moRef(vm)}</list>`))
      .fault,
  ).toBe('');
  const bad =
    '<config><cpuAllocation><reservation>100</reservation><limit>5</limit></cpuAllocation><memoryAllocation/></config>';
  expect((await client.call('UpdateConfig', pool, `<name></name>${bad}`)).fault).toBe('InvalidArgument');
  expect(await ended('Destroy_Task', pool, '')).toBe('success');
  expect(lab.world.inventory.get(vm)).toMatchObject({ spec: { pool: cluster } });
  expect(await ended('Rename_Task', root, '<newName>x</newName>')).toBe('NotSupported');
});

test('FR-020-079 a cluster says where a machine would go, and a host leaves it only in maintenance', async () => {
  const spec = `<placementSpec><vm type="VirtualMachine">${moRef(vm)}</vm><placementType>relocate</placementType></placementSpec>`;
  const placed = await client.call('PlaceVm', ref(), spec);
  expect(placed.fault).toBe('');
  expect(textIn(placed.values[0], 'recommendations.action.targetHost')).toBe(moRef(hosts[1] as EntityId));
  expect(await ended('Destroy_Task', `HostSystem:${moRef(hosts[1] as EntityId)}`, '')).toBe('InvalidState');
  const browser = `EnvironmentBrowser:envbrowser-${moRef(cluster)}`;
  const option = await client.call(
    'QueryConfigOptionEx',
    browser,
    '<spec><guestId>ubuntu64Guest</guestId></spec>',
  );
  expect(option.text.match(/<guestOSDescriptor>/g)).toHaveLength(1);
  expect((await client.call('QueryConfigOption', browser, '<key>vmx-99</key>')).fault).toBe(
    'InvalidArgument',
  );
});

test('FR-020-251 a pool goes with the pools below it, and one that may not expand keeps its promises with its own', async () => {
  const number = /\d+$/.exec(cluster)?.[0] ?? '';
  const allocation = (word: string, more: string): string =>
    `<${word}Allocation>${more}<shares><shares>0</shares><level>normal</level></shares></${word}Allocation>`;
  const make = async (parent: string, name: string): Promise<string> => {
    const plain =
      '<reservation>0</reservation><expandableReservation>true</expandableReservation><limit>-1</limit>';
    const spec = `<spec>${allocation('cpu', plain)}${allocation('memory', plain)}</spec>`;
    const made = await client.call('CreateResourcePool', parent, `<name>${name}</name>${spec}`);
    return `ResourcePool:${made.values[0]?.text ?? ''}`;
  };
  const outer = await make(`ResourcePool:resgroup-c${number}`, 'outer');
  const inner = await make(outer, 'inner');
  await client.call('MoveIntoResourcePool', inner, `<list type="VirtualMachine">${moRef(vm)}</list>`);
  await lab.does({ type: 'machine.power', id: vm, verb: 'on' });
  const closed = (reservation: number) =>
    client.call(
      'UpdateConfig',
      outer,
      `<name></name><config>${allocation('cpu', '')}${allocation('memory', `<reservation>${reservation}</reservation><expandableReservation>false</expandableReservation><limit>-1</limit>`)}</config>`,
    );
  expect((await closed(0)).fault).toBe('InsufficientMemoryResourcesFault');
  expect((await closed(500)).fault).toBe('');
  const told = await client.call('Fetch', outer, '<prop>config</prop>');
  expect(textIn(told.values[0], 'memoryAllocation.expandableReservation')).toBe('false');
  expect(textIn(told.values[0], 'cpuAllocation.expandableReservation')).toBe('true');
  expect(await ended('Destroy_Task', outer, '')).toBe('success');
  expect((await client.call('Fetch', inner, '<prop>name</prop>')).fault).toBe('ManagedObjectNotFound');
  expect(lab.world.inventory.get(vm)).toMatchObject({ spec: { pool: cluster } });
});

test('FR-020-335 a cluster keeps how a machine counts as started, what broken hosts bring, and how its pools scale shares', async () => {
  const ready = (operation: string, more: string): string =>
    `<vmOrchestrationSpec><operation>${operation}</operation>${more}</vmOrchestrationSpec>`;
  const machine = `type="VirtualMachine">${moRef(vm)}`;
  const info = `<info><vm ${machine}</vm><vmReadiness><readyCondition>guestHbStatusGreen</readyCondition><postReadyDelay>9</postReadyDelay></vmReadiness></info>`;
  const infra =
    '<infraUpdateHaConfig><enabled>true</enabled><behavior>Manual</behavior></infraUpdateHaConfig>';
  const change = (inner: string) =>
    ended(
      'ReconfigureComputeResource_Task',
      ref(),
      `<spec xsi:type="ClusterConfigSpecEx">${inner}</spec><modify>true</modify>`,
    );
  const config = async () => (await client.call('Fetch', ref(), '<prop>configurationEx</prop>')).values[0];
  expect(await change(ready('add', info) + infra)).toBe('success');
  expect(textIn(await config(), 'vmOrchestration.vm')).toBe(moRef(vm));
  expect(textIn(await config(), 'vmOrchestration.vmReadiness.postReadyDelay')).toBe('9');
  expect(textIn(await config(), 'infraUpdateHaConfig.behavior')).toBe('Manual');
  expect(await change(ready('remove', `<removeKey xsi:${machine}</removeKey>`))).toBe('success');
  expect(textIn(await config(), 'vmOrchestration.vm') ?? '').toBe('');
  const allocation = (word: string): string =>
    `<${word}Allocation><reservation>0</reservation><expandableReservation>true</expandableReservation><limit>-1</limit><shares><shares>0</shares><level>normal</level></shares></${word}Allocation>`;
  const root = `ResourcePool:resgroup-c${/\d+$/.exec(cluster)?.[0] ?? ''}`;
  const scale = '<scaleDescendantsShares>scaleCpuAndMemoryShares</scaleDescendantsShares>';
  const spec = `<spec>${allocation('cpu')}${allocation('memory')}${scale}</spec>`;
  const made = await client.call('CreateResourcePool', root, `<name>scaled</name>${spec}`);
  const told = await client.call(
    'Fetch',
    `ResourcePool:${made.values[0]?.text ?? ''}`,
    '<prop>config</prop>',
  );
  expect(textIn(told.values[0], 'scaleDescendantsShares')).toBe('scaleCpuAndMemoryShares');
});
