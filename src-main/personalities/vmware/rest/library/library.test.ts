import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tarOf } from './tar.fixture.ts';
import { descriptor, openLibraryLab } from './library.fixture.ts';
import type { LibraryLab } from './library.fixture.ts';

let on: LibraryLab;
beforeAll(async () => {
  on = await openLibraryLab();
});
afterAll(() => on.lab.close());

const items = '/api/content/library/item';
const sessions = `${items}/update-session`;

const filesOf = async (item: string): Promise<readonly string[]> =>
  (await on.client.get(`${items}/${item}/file`)).json.map((file: { name: string }) => file.name);

/** What lies on the datastore, below the folders of libraries. */
const onStore = (): readonly string[] => {
  const paper = on.lab.vc.papers.get(`datastore/${on.estate.store}/files`);
  return Object.keys(paper ?? {});
};

test('FR-020-220 a library is made once by its token, found by its name, changed, and told in both dialects', async () => {
  const backing = { type: 'DATASTORE', datastore_id: on.moRef(on.estate.store) };
  const wish = { name: 'images', description: 'of ours', storage_backings: [backing], type: 'LOCAL' };
  const made = await on.client.post('/api/content/local-library?client_token=once', wish);
  expect(made.status).toBe(201);
  expect((await on.client.post('/api/content/local-library?client_token=once', wish)).json).toBe(made.json);
  const older = '/rest/com/vmware/content';
  const found = await on.client.post(`${older}/library?~action=find`, { spec: { name: 'IMAGES' } });
  expect(found.json.value).toEqual([made.json]);
  const change = { update_spec: { description: 'of everybody' } };
  expect((await on.client.send('PATCH', `${older}/local-library/id:${made.json}`, change)).status).toBe(200);
  const told = (await on.client.get(`${older}/library/id:${made.json}`)).json.value;
  expect(told).toMatchObject({ name: 'images', description: 'of everybody', version: '2' });
  expect(told.storage_backings).toEqual([backing]);
  expect((await on.client.get(`/api/content/local-library/${made.json}`)).json).toEqual(told);
  expect((await on.client.get(`/api/content/subscribed-library/${made.json}`)).json.error_type).toBe(
    'INVALID_ELEMENT_TYPE',
  );
});

test('FR-020-220 a library without a name, a datastore or a known one is refused with words', async () => {
  const path = '/api/content/local-library';
  const backing = (datastore_id: string): object => ({ storage_backings: [{ datastore_id }] });
  expect(
    (await on.client.post(path, backing(on.moRef(on.estate.store)))).json.messages[0].default_message,
  ).toBe('A name is missing.');
  expect((await on.client.post(path, { name: 'x' })).status).toBe(400);
  expect((await on.client.post(path, { name: 'x', ...backing('datastore-999') })).status).toBe(404);
  const elsewhere = { name: 'x', storage_backings: [{ type: 'OTHER', storage_uri: 'nfs://a/b' }] };
  expect((await on.client.post(path, elsewhere)).json.error_type).toBe('UNSUPPORTED');
});

test('FR-020-220 an item has a name of its own in its library, and goes with it', async () => {
  const library = await on.library('short');
  const iso = await on.filled(library, 'boot', { 'boot.iso': 'CD001' });
  const again = await on.client.post(items, { library_id: library, name: 'boot', type: 'iso' });
  expect(again.json.error_type).toBe('ALREADY_EXISTS');
  expect((await on.client.send('PATCH', `${items}/${iso}`, { name: 'start' })).status).toBe(204);
  const told = (await on.client.get(`${items}/${iso}`)).json;
  expect(told).toMatchObject({
    name: 'start',
    type: 'iso',
    size: 5,
    metadata_version: '2',
    content_version: '1',
  });
  const mirror = await on.library('mirror');
  const copy = await on.client.post(`${items}/${iso}?action=copy`, { library_id: mirror, name: 'start' });
  expect(await filesOf(copy.json)).toEqual(['boot.iso']);
  expect(onStore()).toContain(`contentlib-${library}/${iso}/boot.iso`);
  expect((await on.client.send('DELETE', `/api/content/local-library/${library}`)).status).toBe(204);
  expect(onStore()).toEqual([`contentlib-${mirror}/${copy.json}/boot.iso`]);
  expect((await on.client.get(`${items}/${iso}`)).status).toBe(404);
});

test('FR-020-221 files that do not have their sum or size are refused, and the session says so', async () => {
  const library = await on.library('sums');
  const item = await on.item(library, 'a', 'iso');
  const session = await on.session(item);
  expect((await on.client.post(sessions, { library_item_id: item })).json.error_type).toBe('RESOURCE_BUSY');
  const bytes = Buffer.from('Hello');
  const checksum = createHash('sha1').update('Hullo').digest('hex');
  const checksum_info = { algorithm: 'SHA1', checksum };
  expect((await on.send(session, { name: 'a.iso', bytes, more: { checksum_info } })).text).toContain(
    'SHA1 is',
  );
  expect((await on.client.post(`${sessions}/${session}?action=complete`)).json.error_type).toBe(
    'NOT_ALLOWED_IN_CURRENT_STATE',
  );
  expect((await on.send(session, { name: 'a.iso', bytes, more: { size: 4 } })).status).toBe(400);
  expect((await on.send(session, { name: 'a.iso', bytes, more: { size: 5 } })).status).toBe(200);
  expect((await on.client.post(`${sessions}/${session}?action=complete`)).status).toBe(204);
  expect((await on.client.get(`${sessions}/${session}`)).json.state).toBe('DONE');
  expect((await on.send(session, { name: 'b.iso', bytes })).json.error_type).toBe(
    'NOT_ALLOWED_IN_CURRENT_STATE',
  );
});

test('FR-020-221 a package is complete when all that its descriptor names is there', async () => {
  const library = await on.library('whole');
  const item = await on.item(library, 'tiny', 'ovf');
  const session = await on.session(item);
  await on.send(session, { name: 'tiny.ovf', bytes: descriptor('disk.vmdk') });
  const checked = (await on.client.post(`${sessions}/${session}/file?action=validate`)).json;
  expect(checked).toEqual({ has_errors: true, missing_files: ['disk.vmdk'], invalid_files: [] });
  const early = await on.client.post(`${sessions}/${session}?action=complete`);
  expect(early.json.messages[0].default_message).toContain('disk.vmdk');
  await on.send(session, { name: 'disk.vmdk', bytes: 'KDMV' });
  expect((await on.client.post(`${sessions}/${session}?action=complete`)).status).toBe(204);
  expect(await filesOf(item)).toEqual(['disk.vmdk', 'tiny.ovf']);
});

test('FR-020-221 an OVA is unpacked, and what is none is told in the session', async () => {
  const library = await on.library('archives');
  const ova = tarOf({ 'tiny.ovf': descriptor('disk.vmdk'), 'disk.vmdk': 'KDMV' });
  expect(await filesOf(await on.filled(library, 'tiny', { 'tiny.ova': ova }))).toEqual([
    'tiny.ovf',
    'disk.vmdk',
  ]);
  const item = await on.item(library, 'broken', 'ovf');
  const session = await on.session(item);
  await on.send(session, { name: 'x.ova', bytes: Buffer.alloc(1024, 7) });
  await on.client.post(`${sessions}/${session}?action=complete`);
  const told = (await on.client.get(`${sessions}/${session}`)).json;
  expect([told.state, told.error_message.default_message]).toEqual(['ERROR', 'The OVA is no tar archive.']);
});

/** Until the session has nothing to fetch any more. */
async function ended(
  session: string,
): Promise<{ state: string; error_message?: { default_message: string } }> {
  for (;;) {
    const told = (await on.client.get(`${sessions}/${session}`)).json;
    if (told.state !== 'ACTIVE') return told;
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}

async function pulled(library: string, name: string, uri: string) {
  const item = await on.item(library, name, name.endsWith('.ovf') ? 'ovf' : 'iso');
  const session = await on.session(item);
  const file = { name, source_type: 'PULL', source_endpoint: { uri } };
  const told = await on.client.post(`${sessions}/${session}/file`, file);
  if (told.status !== 200) return { item, told, end: null };
  await on.client.post(`${sessions}/${session}?action=complete`);
  return { item, told, end: await ended(session) };
}

test('FR-020-222 files are fetched from datastores, a descriptor with what it names; nothing beyond this machine', async () => {
  const library = await on.library('pulls');
  const folder = (name: string): string => `/folder/in/${name}?dcPath=DC0&dsName=store1`;
  const uuid = on.lab.world.inventory.get(on.estate.store)?.aliases.uuid ?? '';
  const address = `ds:///vmfs/volumes/${uuid}/in/t.ovf`;
  // Sessions of the REST services are no names for files.
  const soap = await on.lab.login();
  const put = (name: string, text: string) => on.keep(soap.cookie(), folder(name), Buffer.from(text));
  await put('t.ovf', descriptor('t.vmdk'));
  const half = await pulled(library, 'half.ovf', address);
  expect(half.end?.error_message?.default_message).toContain('t.vmdk');
  await put('t.vmdk', 'KDMV');
  const whole = await pulled(library, 't.ovf', address);
  expect(whole.end?.state).toBe('DONE');
  expect(await filesOf(whole.item)).toEqual(['t.ovf', 't.vmdk']);
  expect((await pulled(library, 'a.iso', 'ftp://127.0.0.1/a.iso')).told.json.error_type).toBe('UNSUPPORTED');
  const far = await pulled(library, 'b.iso', 'https://example.invalid/b.iso');
  expect(far.end?.error_message?.default_message).toContain('own machine');
  const untrusted = await pulled(library, 'c.iso', `${on.lab.url.replace('/sdk', '')}/cls/none`);
  expect(untrusted.end?.error_message?.default_message).toContain('thumbprint');
});

test('FR-020-223 files of an item are fetched by an address; one that was taken from its datastore is told as lost', async () => {
  const library = await on.library('downloads');
  const item = await on.filled(library, 'boot', { 'boot.iso': 'CD001' });
  const path = `${items}/download-session`;
  const session = (await on.client.post(path, { library_item_id: item })).json;
  expect((await on.client.get(`${path}/${session}/file`)).json[0].status).toBe('UNPREPARED');
  const ready = (await on.client.post(`${path}/${session}/file?action=prepare`, { file_name: 'boot.iso' }))
    .json;
  expect(ready.status).toBe('PREPARED');
  const { uri } = ready.download_endpoint;
  expect((await on.fetch(uri)).text).toBe('CD001');
  await on.client.post(`${path}/${session}?action=cancel`);
  expect((await on.fetch(uri)).status).toBe(404);
  const soap = await on.lab.login();
  const file = `contentlib-${library}/${item}/boot.iso`;
  await on.keep(soap.cookie(), `/folder/${file}?dcPath=DC0&dsName=store1`, null);
  const later = (await on.client.post(path, { library_item_id: item })).json;
  expect((await on.client.get(`${path}/${later}/file`)).json[0].status).toBe('ERROR');
});
