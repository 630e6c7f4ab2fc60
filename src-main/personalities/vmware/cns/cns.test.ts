import { afterAll, beforeAll, expect, test } from 'vitest';
import { serviceRoutes } from '../sdk/service-routes.ts';
import { serviceClient, texts } from '../sdk/service.fixture.ts';
import type { ServiceClient } from '../sdk/service.fixture.ts';
import { buildEstate } from '../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';

let lab: VmwareLab;
let client: SoapClient;
let cns: ServiceClient;

beforeAll(async () => {
  lab = await openVmwareLab({ routes: serviceRoutes });
  await buildEstate(lab);
  client = await lab.login();
  cns = serviceClient(lab, { path: '/vsanHealth', namespace: 'urn:vsan', cookie: client.cookie() });
});
afterAll(() => lab.close());

const manager = 'CnsVolumeManager:cns-volume-manager';
const spec = (name: string, type = 'BLOCK'): string =>
  `<createSpecs><name>${name}</name><volumeType>${type}</volumeType>` +
  '<metadata><containerCluster><clusterType>KUBERNETES</clusterType><clusterId>k1</clusterId><vSphereUser>u</vSphereUser></containerCluster></metadata>' +
  '<backingObjectDetails xsi:type="CnsBlockBackingDetails"><capacityInMb>512</capacityInMb></backingObjectDetails></createSpecs>';

const names = async (filter = ''): Promise<readonly (string | undefined)[]> => {
  const told = await cns('CnsQueryVolume', manager, `<filter>${filter}</filter>`);
  const volumes = told.values[0]?.children.filter(({ name }) => name === 'volumes') ?? [];
  return texts(volumes, 'name');
};

test('FR-020-235 a volume is a disk of the lab: made, found by its cluster, and removed with its disk', async () => {
  expect(await names()).toEqual([]);
  const task = await cns('CnsCreateVolume', manager, spec('pvc-1') + spec('share', 'FILE'));
  const info = await client.call('Fetch', `Task:${task.values[0]?.text ?? ''}`, '<prop>info</prop>');
  const results = info.values[0]?.children.find(({ name }) => name === 'result')?.children ?? [];
  expect(texts(results, 'fault.localizedMessage')).toEqual([
    undefined,
    'Volumes are disks here (BLOCK): there are no file shares.',
  ]);
  const id = textIn(results[0], 'volumeId.id') ?? '';
  expect(await names('<containerClusterIds>k1</containerClusterIds>')).toEqual(['pvc-1']);
  expect(await names('<containerClusterIds>k2</containerClusterIds>')).toEqual([]);
  const store = [...lab.world.inventory.ofKind('datastore')][0];
  expect(JSON.stringify(lab.vc.papers.get(`datastore/${store?.id ?? ''}/disks`))).toContain(id);
  const remove = `<volumeIds><id>${id}</id></volumeIds><deleteDisk>true</deleteDisk>`;
  expect((await cns('CnsDeleteVolume', manager, remove)).fault).toBe('');
  expect(await names()).toEqual([]);
  expect(lab.vc.papers.get(`datastore/${store?.id ?? ''}/disks`)).toBeUndefined();
  expect((await cns('CnsExtendVolume', manager, '')).fault).toBe('MethodNotFound');
  expect(lab.errors).toEqual([]);
});
