import { afterAll, beforeAll, expect, test } from 'vitest';
import { descriptor, openLibraryLab } from './library.fixture.ts';
import type { LibraryLab } from './library.fixture.ts';

let on: LibraryLab;
let library: string;
beforeAll(async () => {
  on = await openLibraryLab();
  library = await on.library('templates');
});
afterAll(() => on.lab.close());

/** Lab time goes by until it is answered. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let isOpen = true;
  const closed = answer.finally(() => {
    isOpen = false;
  });
  while (isOpen) {
    await on.lab.run(30);
    await new Promise(setImmediate);
  }
  return closed;
}

const packages = '/api/vcenter/ovf/library-item';
const templates = '/api/vcenter/vm-template/library-items';

const pool = (): string =>
  on.lab.vc.refs.rootPool(on.lab.world.inventory.get(on.estate.cluster) as never).value;
const machine = (name: string) => on.lab.world.inventory.ofKind('vm').find((vm) => vm.name === name);
const target = (): object => ({ resource_pool_id: pool() });

test('FR-020-225 a package becomes a machine on the pool, networks and datastore that are named', async () => {
  const item = await on.filled(library, 'tiny', { 'tiny.ovf': descriptor('d.vmdk'), 'd.vmdk': 'KDMV' });
  const summary = (await on.client.post(`${packages}/${item}?action=filter`, { target: target() })).json;
  expect(summary).toMatchObject({ name: 'tiny', networks: ['nat'], EULAs: [] });
  const deployment_spec = {
    name: 'tiny-01',
    accept_all_EULA: true,
    annotation: 'from a library',
    network_mappings: { nat: on.moRef(on.estate.wire) },
    storage_provisioning: 'thin',
  };
  const made = await on.client.post(`${packages}/${item}?action=deploy`, {
    deployment_spec,
    target: target(),
  });
  expect(made.json.succeeded).toBe(true);
  expect(machine('tiny-01')?.spec).toMatchObject({
    cpus: 2,
    memory: 512,
    notes: 'from a library',
    disks: [{ size: 2, isThin: true, datastore: on.estate.store }],
    nics: [{ network: on.estate.wire }],
  });
  const twice = await on.client.post(`${packages}/${item}?action=deploy`, {
    deployment_spec,
    target: target(),
  });
  expect([twice.status, twice.json.succeeded]).toEqual([200, false]);
  const nowhere = { resource_pool_id: 'resgroup-999' };
  const lost = await on.client.post(`${packages}/${item}?action=deploy`, {
    deployment_spec,
    target: nowhere,
  });
  expect(lost.json.error_type).toBe('NOT_FOUND');
});

test('FR-020-225 a machine becomes a package, which becomes a machine again', async () => {
  const captured = await on.client.post(packages, {
    source: { type: 'VirtualMachine', id: on.moRef(on.estate.machines[0]) },
    target: { library_id: library },
    create_spec: { name: 'web', description: 'as it is' },
  });
  expect(captured.json.succeeded).toBe(true);
  const item = captured.json.ovf_library_item_id;
  const files = (await on.client.get(`/api/content/library/item/${item}/file`)).json;
  expect(files.map(({ name }: { name: string }) => name)).toEqual(['web-disk-0.vmdk', 'web.ovf']);
  const body = { deployment_spec: { name: 'web-copy', accept_all_EULA: true }, target: target() };
  expect((await on.client.post(`${packages}/${item}?action=deploy`, body)).json.succeeded).toBe(true);
  expect(machine('web-copy')?.spec).toMatchObject({ cpus: 2, memory: 2048, disks: [{ size: 8 }] });
});

const template = async (name: string): Promise<string> =>
  (
    await inTime(
      on.client.post(templates, {
        name,
        library,
        source_vm: on.moRef(on.estate.machines[1]),
        placement: { cluster: on.moRef(on.estate.cluster) },
      }),
    )
  ).json;

test('FR-020-226 a template is a machine of the library: it is deployed, and goes when its machine goes', async () => {
  const item = await template('golden');
  expect(machine('golden')?.spec.isTemplate).toBe(true);
  expect((await on.client.get(`${templates}/${item}`)).json).toMatchObject({ cpu: { count: 2 } });
  const hardware_customization = { memory_update: { memory: 4096 }, cpu_update: { num_cpus: 4 } };
  const placement = { resource_pool: pool() };
  const spec = { name: 'golden-01', placement, hardware_customization };
  const made = await inTime(on.client.post(`${templates}/${item}?action=deploy`, spec));
  expect(made.status).toBe(201);
  expect(machine('golden-01')?.spec).toMatchObject({
    isTemplate: false,
    cpus: 4,
    memory: 4096,
    power: 'off',
  });
  const disks = { ...spec, name: 'golden-02', hardware_customization: { disks_to_remove: ['2000'] } };
  expect((await on.client.post(`${templates}/${item}?action=deploy`, disks)).json.error_type).toBe(
    'UNSUPPORTED',
  );
  const soap = await on.lab.login();
  await inTime(soap.call('Destroy_Task', `VirtualMachine:${on.moRef(machine('golden')?.id ?? '')}`));
  expect((await on.client.get(`/api/content/library/item/${item}`)).status).toBe(404);
});

test('FR-020-226 a template is checked out, changed and checked in as its next version', async () => {
  const item = await template('silver');
  const outs = `${templates}/${item}/check-outs`;
  const wish = { name: 'silver-work', placement: { resource_pool: pool() } };
  const vm = (await inTime(on.client.post(`${outs}?action=check-out`, wish))).json;
  expect((await on.client.post(`${outs}?action=check-out`, { ...wish, name: 'b' })).json.error_type).toBe(
    'NOT_ALLOWED_IN_CURRENT_STATE',
  );
  expect((await on.client.get(`/api/vcenter/vm/${vm}/library-item`)).json).toEqual({
    check_out: { library_item: item },
  });
  const checkedIn = await inTime(on.client.post(`${outs}/${vm}?action=check-in`, { message: 'patched' }));
  expect(checkedIn.json).toBe('2');
  expect(on.moRef(machine('silver')?.id ?? '')).toBe(vm);
  expect(machine('silver')?.spec.isTemplate).toBe(true);
  expect((await on.client.get(outs)).json).toEqual([]);
});

test('FR-020-226 a published library hands its templates to its subscribers', async () => {
  const publish_info = { published: true, authentication_method: 'NONE' };
  const source = await on.library('hub', { publish_info });
  const { publish_url } = (await on.client.get(`/api/content/library/${source}`)).json.publish_info;
  const storage_backings = [{ type: 'DATASTORE', datastore_id: on.moRef(on.estate.store) }];
  const subscription_info = { subscription_url: publish_url, on_demand: false };
  const branch = await on.client.post('/api/content/subscribed-library', {
    name: 'branch',
    storage_backings,
    subscription_info,
  });
  await inTime(
    on.client.post(templates, {
      name: 'bronze',
      library: source,
      source_vm: on.moRef(on.estate.machines[1]),
    }),
  );
  const subscribed_library = {
    target: 'USE_EXISTING',
    location: 'LOCAL',
    subscribed_library: branch.json,
    placement: { folder: on.moRef(on.estate.folder), resource_pool: pool() },
  };
  const path = `/api/content/library/${source}/subscriptions`;
  const subscription = (await on.client.post(path, { subscribed_library })).json;
  expect((await on.client.get(path)).json).toMatchObject([
    { subscription, subscribed_library_name: 'branch' },
  ]);
  const publish = `/api/content/local-library/${source}?action=publish`;
  expect((await inTime(on.client.post(publish, { subscriptions: [{ subscription }] }))).status).toBe(204);
  const bronze = on.lab.world.inventory.ofKind('vm').filter(({ name }) => name === 'bronze');
  expect(bronze.map(({ parent }) => parent)).toContain(on.estate.folder);
  expect((await inTime(on.client.post(publish))).status).toBe(204);
  expect(on.lab.world.inventory.ofKind('vm').filter(({ name }) => name === 'bronze')).toHaveLength(2);
});
