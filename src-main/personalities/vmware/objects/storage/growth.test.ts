import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';
import type { SoapAnswer, SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';
import { problemsInAnswer } from '../../wire/answer-check.fixture.ts';
import { standaloneDisks } from '../machine/standalone-disks.ts';
import { taskEnd } from '../task-end.fixture.ts';

let lab: VmwareLab;
let client: SoapClient;
let host: EntityId;
let other: EntityId;
beforeEach(async () => {
  lab = await openVmwareLab();
  await lab.does({ type: 'lab.work', takes: 'no-time' });
  const site = await lab.make({ kind: 'site', name: 'site', parent: null, spec: { timezone: 'UTC' } });
  const datacenter = await lab.make({ kind: 'datacenter', name: 'DC', parent: site, spec: {} });
  host = await lab.make({ kind: 'host', name: 'esx-1', parent: datacenter, spec: {} });
  other = await lab.make({ kind: 'host', name: 'esx-2', parent: datacenter, spec: {} });
  client = await lab.login();
});
afterEach(() => lab.close());

/** Answers hold all that their types ask for. */
async function told(method: string, inner: string, of = host): Promise<SoapAnswer> {
  const answer = await client.call(method, `HostDatastoreSystem:datastoreSystem-${of}`, inner);
  expect(problemsInAnswer(lab.vc.schema, '8.0.2.0', answer.body)).toEqual([]);
  return answer;
}

const freeDisks = async (of = host): Promise<readonly string[]> =>
  (await told('QueryAvailableDisksForVmfs', '', of)).values.map(
    (disk) => textIn(disk, 'canonicalName') ?? '',
  );

/** The specification of an option, as a client hands it back; '' where there is no option. */
function specIn({ text }: SoapAnswer, type: string): string {
  const inner = /<spec xsi:type="[^"]+">(.*)<\/spec>/.exec(text)?.[1];
  return inner === undefined ? '' : `<spec xsi:type="${type}">${inner}</spec>`;
}

const reference = (store: EntityId): string => `<datastore type="Datastore">${store}</datastore>`;
const named = '<volumeName>vol</volumeName>';

async function madeOn(disk: string): Promise<EntityId> {
  const options = await told(
    'QueryVmfsDatastoreCreateOptions',
    `<devicePath>/vmfs/devices/disks/${disk}</devicePath>`,
  );
  const spec = specIn(options, 'VmfsDatastoreCreateSpec').replace('<volumeName></volumeName>', named);
  const made = await told('CreateVmfsDatastore', spec);
  expect(made.fault).toBe('');
  return lab.world.inventory.ofKind('datastore')[0]?.id ?? host;
}

const capacityOf = (store: EntityId): number => {
  const found = lab.world.inventory.get(store);
  return found?.kind === 'datastore' ? found.spec.capacity : 0;
};

const extentsOf = async (store: EntityId): Promise<readonly string[]> => {
  const { values } = await client.call('Fetch', `Datastore:${store}`, '<prop>info</prop>');
  const volume = values[0]?.children.find(({ name }) => name === 'vmfs');
  return (volume?.children ?? [])
    .filter(({ name }) => name === 'extent')
    .map((extent) => textIn(extent, 'diskName') ?? '');
};

test('FR-020-344 a datastore lies on the disk that it was made on, and grows into what that disk has more since it grew in the lab', async () => {
  const [disk = ''] = await freeDisks();
  const store = await madeOn(disk);
  expect(await extentsOf(store)).toEqual([disk]);
  expect(await freeDisks()).not.toContain(disk);
  expect(await freeDisks(other)).toHaveLength(2);
  // What it lies on is no disk that lies in it.
  expect(Object.keys(standaloneDisks(lab.vc, store))).toEqual([]);
  expect((await told('QueryVmfsDatastoreExpandOptions', reference(store))).values).toEqual([]);

  await lab.does({ type: 'inventory.change', id: store, spec: { disk: 1536 } });
  expect(capacityOf(store)).toBe(1024);
  const options = await told('QueryVmfsDatastoreExpandOptions', reference(store));
  const spec = specIn(options, 'VmfsDatastoreExpandSpec');
  const half = spec.replace(/<endSector>\d+/, `<endSector>${1280 * 2_097_152 - 34}`);
  expect((await told('ExpandVmfsDatastore', reference(store) + half)).fault).toBe('');
  expect(capacityOf(store)).toBe(1280);
  expect((await told('ExpandVmfsDatastore', reference(store) + spec)).values[0]?.text).toBe(store);
  expect(capacityOf(store)).toBe(1536);
  const summary = await client.call('Fetch', `Datastore:${store}`, '<prop>summary</prop>');
  expect(textIn(summary.values[0], 'capacity')).toBe(String(1536 * 1_073_741_824));
  expect((await told('ExpandVmfsDatastore', reference(store) + spec)).fault).toBe('HostConfigFault');
  const elsewhere = spec.replace(disk, 'naa.1');
  expect((await told('ExpandVmfsDatastore', reference(store) + elsewhere)).fault).toBe('NotFound');
  expect((await told('QueryVmfsDatastoreExpandOptions', reference(store), other)).fault).toBe('NotFound');
});

test('FR-020-344 a partition grows no further than its disk, does not shrink, and what is no VMFS grows nowhere here', async () => {
  const [disk = ''] = await freeDisks();
  const store = await madeOn(disk);
  await lab.does({ type: 'inventory.change', id: store, spec: { disk: 2048 } });
  const spec = specIn(
    await told('QueryVmfsDatastoreExpandOptions', reference(store)),
    'VmfsDatastoreExpandSpec',
  );
  for (const gibibytes of [512, 4096]) {
    const wrong = spec.replace(/<endSector>\d+/, `<endSector>${gibibytes * 2_097_152 - 34}`);
    expect((await told('ExpandVmfsDatastore', reference(store) + wrong)).fault).toBe('InvalidArgument');
  }
  expect(capacityOf(store)).toBe(1024);
  const nas =
    '<spec><remoteHost>nas</remoteHost><remotePath>/x</remotePath><localPath>shared</localPath><accessMode>readWrite</accessMode></spec>';
  const shared = (await told('CreateNasDatastore', nas)).values[0]?.text ?? '';
  expect(
    (await told('QueryVmfsDatastoreExpandOptions', `<datastore type="Datastore">${shared}</datastore>`))
      .fault,
  ).toBe('InvalidArgument');
});

test('FR-020-345 a datastore takes another disk that is free, has its room, and gives it back when it goes', async () => {
  const [disk = '', second = ''] = await freeDisks();
  const store = await madeOn(disk);
  const at = (path: string) => `${reference(store)}<devicePath>/vmfs/devices/disks/${path}</devicePath>`;
  expect((await told('QueryVmfsDatastoreExtendOptions', at(disk))).values).toEqual([]);
  expect((await told('QueryVmfsDatastoreExtendOptions', at('naa.1'))).fault).toBe('NotFound');
  const spec = specIn(await told('QueryVmfsDatastoreExtendOptions', at(second)), 'VmfsDatastoreExtendSpec');
  expect((await told('ExtendVmfsDatastore', reference(store) + spec)).values[0]?.text).toBe(store);
  expect(capacityOf(store)).toBe(2048);
  expect(await extentsOf(store)).toEqual([disk, second]);
  expect(await freeDisks()).not.toContain(second);
  expect((await told('ExtendVmfsDatastore', reference(store) + spec)).fault).toBe('ResourceInUse');
  const none = spec.replace(second, 'naa.1');
  expect((await told('ExtendVmfsDatastore', reference(store) + none)).fault).toBe('NotFound');
  expect((await told('RemoveDatastore', reference(store))).fault).toBe('');
  expect(await freeDisks()).toEqual([disk, second]);
});

test('FR-020-346 storage I/O control of a datastore is kept as it was set, within its bounds, where the datastore can have it', async () => {
  const [disk = ''] = await freeDisks();
  const store = await madeOn(disk);
  const desk = 'StorageResourceManager:StorageResourceManager';
  const set = async (spec: string): Promise<string> =>
    (
      await taskEnd({ lab, client }, [
        'ConfigureDatastoreIORM_Task',
        desk,
        `${reference(store)}<spec>${spec}</spec>`,
      ])
    ).end;
  const now = async (field: string): Promise<string | undefined> =>
    textIn(
      (await client.call('Fetch', `Datastore:${store}`, '<prop>iormConfiguration</prop>')).values[0],
      field,
    );
  expect(await now('enabled')).toBe('false');
  const options = await client.call('QueryIORMConfigOption', desk, `<host type="HostSystem">${host}</host>`);
  const most = Number(textIn(options.values[0], 'congestionThresholdOption.max'));
  const manual = '<enabled>true</enabled><congestionThresholdMode>manual</congestionThresholdMode>';
  const limit = (of: number) => `<congestionThreshold>${of}</congestionThreshold>`;
  expect(await set(manual + limit(most + 1))).toBe('InvalidArgument');
  expect(await now('enabled')).toBe('false');
  expect(await set(manual + limit(20))).toBe('success');
  expect(await set('<statsCollectionEnabled>true</statsCollectionEnabled>')).toBe('success');
  expect([
    await now('enabled'),
    await now('congestionThreshold'),
    await now('statsCollectionEnabled'),
  ]).toEqual(['true', '20', 'true']);
  await lab.does({ type: 'inventory.change', id: store, spec: { type: 'vsan' } });
  expect(await set(manual)).toBe('NotSupported');
  expect(await now('enabled')).toBe(undefined);
});
