import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { buildEstate } from '../../small-estate.fixture.ts';
import type { Estate } from '../../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';
import type { XmlElement } from '../../wire/xml.ts';

let lab: VmwareLab;
let estate: Estate;
let client: SoapClient;

beforeAll(async () => {
  lab = await openVmwareLab();
  estate = await buildEstate(lab);
  client = await lab.login();
});
afterAll(() => lab.close());

const prov = 'VirtualMachineProvisioningChecker:ProvChecker';
const compat = 'VirtualMachineCompatibilityChecker:CompatChecker';
const ref = (name: string, id: EntityId): string => {
  const { _ref, value } = lab.vc.refs.ofId(id) ?? { _ref: '', value: '' };
  return `<${name} type="${_ref}">${value}</${name}>`;
};
const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  (element?.children ?? []).filter((child) => child.name === name);

type Checked = {
  readonly host: string;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
};

const faultsIn = (result: XmlElement, name: string): readonly string[] =>
  childrenOf(result, name).map(
    (each) => `${childrenOf(each, 'fault')[0]?.type?.name}: ${textIn(each, 'localizedMessage')}`,
  );

/** Asks, and reads what the task came to. */
async function check(method: string, inner: string): Promise<readonly Checked[]> {
  const checker = /PowerOn|VmConfig|Compatibility_/.test(method) ? compat : prov;
  const begun = await client.call(method, checker, inner);
  if (begun.fault !== '') throw new Error(begun.text);
  await lab.run(1);
  const told = await client.call('Fetch', `Task:${begun.values[0]?.text ?? ''}`, '<prop>info</prop>');
  const results = childrenOf(childrenOf(told.values[0], 'result')[0], 'CheckResult');
  return results.map((result) => ({
    host: textIn(result, 'host') ?? '',
    errors: faultsIn(result, 'error'),
    warnings: faultsIn(result, 'warning'),
  }));
}
const errorsOf = async (method: string, inner: string): Promise<readonly string[]> =>
  (await check(method, inner)).flatMap(({ errors }) => errors);

test('FR-020-356 a move is checked for each host that it could lead to, in the words of its own refusal, and nothing moves', async () => {
  const [one, two] = estate.hosts;
  const [vm] = estate.machines;
  const hostOf = (): unknown => JSON.stringify(lab.world.inventory.get(vm));
  const before = hostOf();
  await lab.does({ type: 'inventory.change', id: two, spec: { mode: 'maintenance' } });
  const results = await check('CheckMigrate_Task', ref('vm', vm) + ref('pool', estate.pool));
  expect(results.map(({ host }) => host)).toEqual([one, two].map((id) => lab.vc.refs.ofId(id)?.value));
  expect(results.map(({ errors }) => errors)).toEqual([
    [],
    ['InvalidState: Host esx-02 is in maintenance, or entering it. Choose another host.'],
  ]);
  await lab.does({
    type: 'inventory.change',
    id: two,
    spec: { mode: 'normal' },
    links: { mounts: [] },
  } as never);
  const spec = `<spec>${ref('host', two)}</spec>`;
  const said = 'InvalidState: Host esx-02 does not mount store1, where disks of web-01 lie.';
  expect((await errorsOf('CheckRelocate_Task', ref('vm', vm) + spec)).join()).toContain(said);
  expect(
    await errorsOf('CheckRelocate_Task', `${ref('vm', vm)}${spec}<testType>sourceTests</testType>`),
  ).toEqual([]);
  expect((await errorsOf('CheckCompatibility_Task', ref('vm', vm) + ref('host', two))).join()).toContain(
    said,
  );
  const all = await check(
    'QueryVMotionCompatibilityEx_Task',
    ref('vm', vm) + ref('host', one) + ref('host', two),
  );
  expect(all.map(({ errors }) => errors.length)).toEqual([0, 1]);
  const state = await errorsOf(
    'CheckMigrate_Task',
    `${ref('vm', vm)}${ref('host', one)}<state>poweredOn</state>`,
  );
  expect(state).toEqual(['InvalidPowerState: web-01 is poweredOff, and not poweredOn.']);
  await lab.does({ type: 'inventory.change', id: two, links: { mounts: [estate.store] } } as never);
  expect(hostOf()).toBe(before);
});

test('FR-020-356 who moves a machine whose guest is not heard is warned', async () => {
  const [vm] = estate.machines;
  await lab.does({ type: 'machine.power', id: vm, verb: 'on' });
  const spec = `<spec>${ref('host', estate.hosts[1])}</spec>`;
  const early = await check('CheckRelocate_Task', ref('vm', vm) + spec);
  expect(early).toMatchObject([
    { errors: [], warnings: ['NoGuestHeartbeat: No guest OS heartbeats are being received from web-01.'] },
  ]);
  await lab.run(60);
  expect(await check('CheckRelocate_Task', ref('vm', vm) + spec)).toMatchObject([
    { errors: [], warnings: [] },
  ]);
});

test('FR-020-357 a copy is checked: its name, its room, its customization; and an instant clone whether its original runs', async () => {
  const [on, off] = estate.machines;
  const folder = ref('folder', estate.folder);
  const asked = (vm: EntityId, name: string, more = ''): string =>
    `${ref('vm', vm)}${folder}<name>${name}</name><spec><location></location><template>false</template>${more}<powerOn>false</powerOn></spec>`;
  expect(await errorsOf('CheckClone_Task', asked(off, 'fresh'))).toEqual([]);
  expect(await errorsOf('CheckClone_Task', asked(off, 'web-03'))).toEqual([
    "DuplicateName: The name 'web-03' already exists.",
  ]);
  const custom =
    '<customization><identity xsi:type="CustomizationLinuxPrep"><hostName xsi:type="CustomizationFixedName"><name>a</name></hostName><domain>lab</domain></identity><globalIPSettings></globalIPSettings></customization>';
  expect((await errorsOf('CheckClone_Task', asked(off, 'fresh', custom))).join()).toContain(
    'NicSettingMismatch',
  );
  const disk = { key: 2000, label: 'Hard disk 1', size: 8, datastore: estate.store, used: 4 };
  await lab.does({ type: 'inventory.change', id: off, spec: { disks: [disk] } } as never);
  await lab.does({ type: 'inventory.change', id: estate.store, spec: { otherUse: 995 } });
  expect((await errorsOf('CheckClone_Task', asked(off, 'fresh')))[0]).toMatch(
    /^InsufficientResourcesFault: Datastore store1 has .* free; this needs 4 GiB/,
  );
  await lab.does({ type: 'inventory.change', id: estate.store, spec: { otherUse: 0 } });
  const fork = (vm: EntityId): string =>
    `${ref('vm', vm)}<spec><name>child</name><location></location></spec>`;
  expect(await errorsOf('CheckInstantClone_Task', fork(on))).toEqual([]);
  expect((await errorsOf('CheckInstantClone_Task', fork(off)))[0]).toContain('InvalidPowerState');
  expect(lab.world.inventory.ofKind('vm')).toHaveLength(3);
});

test('FR-020-358 a start and a configuration are checked as they would be refused, for machines that are there and that are not', async () => {
  const [on, off] = estate.machines;
  expect((await errorsOf('CheckPowerOn_Task', ref('vm', on)))[0]).toContain('InvalidPowerState');
  expect(await errorsOf('CheckPowerOn_Task', ref('vm', off))).toEqual([]);
  await lab.does({ type: 'inventory.change', id: off, spec: { memory: 9_000_000 } });
  expect((await errorsOf('CheckPowerOn_Task', ref('vm', off) + ref('host', estate.hosts[1])))[0]).toMatch(
    /^InsufficientResourcesFault: web-02 needs .* host esx-02 has .* free/,
  );
  await lab.does({ type: 'inventory.change', id: off, spec: { memory: 2048 } });
  const config = (spec: string, who: string): string => `<spec>${spec}</spec>${who}`;
  expect(await errorsOf('CheckVmConfig_Task', config('<memoryMB>1024</memoryMB>', ref('vm', off)))).toEqual(
    [],
  );
  const wrong = config('<version>vmx-1</version>', ref('vm', off));
  expect((await errorsOf('CheckVmConfig_Task', wrong))[0]).toContain('There is no hardware version vmx-1.');
  const huge = config('<numCPUs>1000</numCPUs>', ref('vm', on));
  expect(await errorsOf('CheckVmConfig_Task', huge)).toHaveLength(1);
  const fresh = (path: string): string =>
    config(
      `<name>new</name><guestId>otherGuest</guestId><files><vmPathName>${path}</vmPathName></files>`,
      ref('host', estate.hosts[0]),
    );
  expect(await errorsOf('CheckVmConfig_Task', fresh('[store1]'))).toEqual([]);
  expect((await errorsOf('CheckVmConfig_Task', fresh('[nowhere]')))[0]).toContain('InvalidDatastorePath');
  expect((await client.call('CheckVmConfig_Task', compat, '<spec></spec>')).fault).toBe('InvalidArgument');
});
