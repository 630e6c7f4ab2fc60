import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashOf } from '../../server/users.ts';
import { jsonClient } from '../rest.fixture.ts';
import { openLibraryLab } from './library.fixture.ts';
import type { LibraryLab } from './library.fixture.ts';

let on: LibraryLab;
let other: LibraryLab;
beforeAll(async () => {
  [on, other] = await Promise.all([openLibraryLab(), openLibraryLab()]);
});
afterAll(() => Promise.all([on.lab.close(), other.lab.close()]));

const items = '/api/content/library/item';
const subscribed = '/api/content/subscribed-library';
const published = { publish_info: { published: true, authentication_method: 'NONE' } };

type Wish = Readonly<Record<string, unknown>>;

const subscribe = async (at: LibraryLab, name: string, subscription_info: Wish) =>
  at.client.post(subscribed, {
    name,
    storage_backings: [{ type: 'DATASTORE', datastore_id: at.moRef(at.estate.store) }],
    subscription_info,
  });

const urlOf = async (library: string): Promise<string> =>
  (await on.client.get(`/api/content/library/${library}`)).json.publish_info.publish_url;

const itemsIn = async (at: LibraryLab, library: string) => {
  const ids: readonly string[] = (await at.client.get(`${items}?library_id=${library}`)).json;
  return Promise.all(ids.map(async (id) => (await at.client.get(`${items}/${id}`)).json));
};

test('FR-020-224 a library of the same server follows its publisher, by itself where it is told so', async () => {
  const library = await on.library('pub', published);
  const first = await on.filled(library, 'one', { 'one.iso': 'CD001' });
  const subscription_url = await urlOf(library);
  const sub = (await subscribe(on, 'sub', { subscription_url, automatic_sync_enabled: true })).json;
  expect(await itemsIn(on, sub)).toMatchObject([{ name: 'one', source_id: first, cached: true, size: 5 }]);
  await on.filled(library, 'two', { 'two.iso': 'CD002' });
  expect(new Set((await itemsIn(on, sub)).map(({ name }) => name))).toEqual(new Set(['one', 'two']));
  await on.client.send('DELETE', `${items}/${first}`);
  expect((await itemsIn(on, sub)).map(({ name }) => name)).toEqual(['two']);
  const configuration = '/api/content/configuration';
  await on.client.send('PATCH', configuration, { automatic_sync_enabled: false });
  const third = await on.filled(library, 'three', { 'three.iso': 'CD003' });
  expect((await itemsIn(on, sub)).map(({ name }) => name)).toEqual(['two']);
  await on.client.send('PATCH', configuration, { automatic_sync_enabled: true });
  await on.client.send('DELETE', `${items}/${third}`);
  const wrong = await on.client.send('PATCH', configuration, { automatic_sync_start_hour: 24 });
  expect(wrong.json.error_type).toBe('INVALID_ARGUMENT');
  const own = await on.client.post(items, { library_id: sub, name: 'mine', type: 'iso' });
  expect(own.json.error_type).toBe('INVALID_ELEMENT_TYPE');
  const [copy] = await itemsIn(on, sub);
  expect((await on.client.send('DELETE', `${items}/${copy.id}`)).status).toBe(400);
});

test('FR-020-224 on demand only names come, until somebody asks for the bytes; they can go again', async () => {
  const library = await on.library('lazy', published);
  await on.filled(library, 'one', { 'one.iso': 'CD001' });
  const wish = { subscription_url: await urlOf(library), on_demand: true };
  const sub = (await subscribe(on, 'lazy-sub', wish)).json;
  const isCached = async (): Promise<boolean> => (await itemsIn(on, sub))[0].cached;
  expect(await isCached()).toBe(false);
  const [item] = await itemsIn(on, sub);
  const sessions = `${items}/download-session`;
  const session = (await on.client.post(sessions, { library_item_id: item.id })).json;
  const ready = await on.client.post(`${sessions}/${session}/file?action=prepare`, { file_name: 'one.iso' });
  expect((await on.fetch(ready.json.download_endpoint.uri)).text).toBe('CD001');
  expect(await isCached()).toBe(true);
  expect((await on.client.post(`/api/content/library/subscribed-item/${item.id}?action=evict`)).status).toBe(
    204,
  );
  expect(await isCached()).toBe(false);
});

test('FR-020-224 a library of another server of this machine is read by its list, if the certificate is known', async () => {
  const library = await on.library('far', published);
  await on.filled(library, 'one', { 'one.iso': 'CD001' });
  const subscription_url = await urlOf(library);
  const probe = async (more: Wish) =>
    (
      await other.client.post(`${subscribed}?action=probe`, {
        subscription_info: { subscription_url, ...more },
      })
    ).json;
  const told = await probe({ ssl_thumbprint: '00:11' });
  expect(told.status).toBe('CERTIFICATE_ERROR');
  const ssl_thumbprint = /\(([0-9A-F:]{59})\)/.exec(told.error_messages[0].default_message)?.[1] ?? '';
  expect(await probe({ ssl_thumbprint })).toEqual({ status: 'SUCCESS', error_messages: [] });
  const sub = await subscribe(other, 'near', { subscription_url, ssl_thumbprint });
  expect(sub.status).toBe(201);
  expect(await itemsIn(other, sub.json)).toMatchObject([{ name: 'one', type: 'iso', cached: true, size: 5 }]);
  await on.filled(library, 'two', { 'two.iso': 'CD0022' });
  expect((await other.client.post(`${subscribed}/${sub.json}?action=sync`)).status).toBe(204);
  expect(new Set((await itemsIn(other, sub.json)).map(({ size }) => size))).toEqual(new Set([5, 6]));
  const nowhere = await subscribe(other, 'nowhere', { subscription_url: 'https://example.invalid/lib.json' });
  expect(nowhere.json.messages[0].default_message).toContain('own machine');
});

test('FR-020-224 a publisher that asks for a password tells nothing without it', async () => {
  const access = { authentication_method: 'BASIC', user_name: 'vcsp', password: 'sesame' };
  const library = await on.library('closed', { publish_info: { published: true, ...access } });
  const subscription_url = await urlOf(library);
  expect((await on.fetch(subscription_url)).status).toBe(401);
  const wrong = await subscribe(on, 'wrong', { ...access, subscription_url, password: 'basil' });
  expect(wrong.json.messages[0].default_message).toContain('name and password');
  expect((await subscribe(on, 'right', { ...access, subscription_url })).status).toBe(201);
  expect((await on.client.get(`/api/content/library/${library}`)).text).not.toContain('sesame');
});

test('FR-020-221 what was being fetched when the program ended is fetched when somebody asks for its session', async () => {
  const library = await on.library('crash');
  const item = await on.item(library, 'a', 'iso');
  const session = await on.session(item);
  const { papers } = on.lab.vc;
  const soap = await on.lab.login();
  await on.keep(soap.cookie(), '/folder/in/a.iso?dcPath=DC0&dsName=store1', Buffer.from('CD001'));
  const file = {
    session,
    transfer: 'left',
    name: 'a.iso',
    source: { is: 'store', store: on.estate.store, path: 'in/a.iso' },
    size: null,
    checksum: null,
    status: 'TRANSFERRING',
    transferred: 0,
    sha: '',
    error: '',
    isNamed: false,
  };
  const known = papers.get(`library/update/${session}`) as object;
  await papers.write(
    [
      { key: `library/update-file/${session}/left`, value: file },
      { key: `library/update/${session}`, value: { ...known, isEnding: true } },
    ],
    null,
  );
  const state = async (): Promise<string> =>
    (await on.client.get(`${items}/update-session/${session}`)).json.state;
  while ((await state()) === 'ACTIVE');
  expect(await state()).toBe('DONE');
  expect((await on.client.get(`${items}/${item}`)).json.size).toBe(5);
});

test('FR-020-227 who lacks the right changes no library, sends no file, and sees only what she may', async () => {
  const library = await on.library('guarded');
  const item = await on.item(library, 'a', 'iso');
  const hash = await hashOf('secret');
  const users = { 'jane@vsphere.local': { hash, fullName: 'Jane', isEnabled: true } };
  const write = (items: readonly object[]) =>
    on.lab.does({ type: 'papers.write', face: 'vmware', items: items as never });
  const role = { id: 70, name: 'librarian', privileges: ['System.Read', 'ContentLibrary.UpdateSession'] };
  const given = (roleId: number, entity: string, type: string): object => ({
    entity,
    type,
    principal: 'VSPHERE.LOCAL\\jane',
    group: false,
    roleId,
    propagate: false,
  });
  const folder = on.moRef(on.estate.machines[2]);
  const reader = given(-2, folder, 'VirtualMachine');
  await write([
    { key: 'users', value: users },
    { key: 'roles', value: [role] },
    { key: 'permissions', value: [given(70, 'group-d1', 'Folder'), reader] },
  ]);
  const authorization = `Basic ${Buffer.from('jane@vsphere.local:secret').toString('base64')}`;
  const opened = await jsonClient(on.lab, { headers: { authorization } }).post('/api/session');
  const jane = jsonClient(on.lab, { headers: { 'vmware-api-session-id': opened.json } });
  expect((await jane.send('DELETE', `/api/content/local-library/${library}`)).json.error_type).toBe(
    'UNAUTHORIZED',
  );
  expect((await jane.get('/api/vcenter/vm')).json.map(({ name }: { name: string }) => name)).toEqual([
    'web-03',
  ]);
  expect((await jane.get(`/api/vcenter/vm/${on.moRef(on.estate.machines[0])}`)).status).toBe(403);
  const files = jsonClient(on.lab, { headers: { authorization } });
  const place = '/folder/x.txt?dcPath=DC0&dsName=store1';
  expect((await files.send('PUT', place, Buffer.from('x'))).status).toBe(403);
  expect((await files.get(place)).status).toBe(403);
  const session = (await jane.post(`${items}/update-session`, { library_item_id: item })).json;
  const file = { name: 'a.iso', source_type: 'PUSH' };
  const { uri } = (await jane.post(`${items}/update-session/${session}/file`, file)).json.upload_endpoint;
  await write([{ key: 'permissions', value: [reader] }]);
  expect((await on.put(uri, Buffer.from('CD001'))).status).toBe(403);
});
