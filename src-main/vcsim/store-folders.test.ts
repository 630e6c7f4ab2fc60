import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBlobs } from '../personalities/vmware/files/blobs.ts';
import { basic, jsonClient } from '../personalities/vmware/rest/rest.fixture.ts';
import type { JsonClient } from '../personalities/vmware/rest/rest.fixture.ts';
import { sideRoutes } from '../personalities/vmware/rest/side-routes.ts';
import { buildEstate } from '../personalities/vmware/small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../personalities/vmware/vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../personalities/vmware/vmware-lab.fixture.ts';
import { openRealStores } from './store-folders.ts';
import type { RealStores } from './store-folders.ts';

let stores: RealStores;
let lab: VmwareLab;
let files: JsonClient;
let soap: SoapClient;
let directory: string;
let ref: string;

beforeAll(async () => {
  stores = openRealStores();
  lab = await openVmwareLab({
    deps: { storeFolders: stores.folders, blobs: createBlobs(stores.blobDirectory) },
    routes: sideRoutes,
  });
  const { store } = await buildEstate(lab);
  files = jsonClient(lab, { headers: basic() });
  soap = await lab.login();
  ref = lab.world.inventory.get(store)?.aliases.moRef ?? '';
  const info = await soap.call('Fetch', `Datastore:${ref}`, '<prop>info</prop>');
  directory = textIn(info.values[0], 'url') ?? '';
});
afterAll(async () => {
  await lab.close();
  stores.close();
});

test('FR-020-228 the directories go with the program', () => {
  const own = openRealStores();
  const place = own.folders.directoryOf({ id: 'datastore-1' as never, name: 'a/b' });
  expect(existsSync(place)).toBe(true);
  own.close();
  expect(existsSync(place)).toBe(false);
});

const at = (path: string): string => `/folder/${path}?dcPath=DC0&dsName=store1`;

/** What the datastore browser tells of the top folder. */
async function browsed(): Promise<string> {
  const inner = '<datastorePath>[store1]</datastorePath>';
  const task = await soap.call('SearchDatastore_Task', `HostDatastoreBrowser:datastoreBrowser-${ref}`, inner);
  const read = `<prop>info.result</prop>`;
  return (await soap.call('Fetch', `Task:${task.values[0]?.text ?? ''}`, read)).text;
}

test('FR-020-228 what people put into the directory lies on the datastore, links too, and goes when it goes', async () => {
  writeFileSync(join(directory, 'by-hand.txt'), 'Hello');
  symlinkSync(join(directory, 'by-hand.txt'), join(directory, 'link.txt'));
  symlinkSync(join(directory, 'nowhere'), join(directory, 'broken.txt'));
  mkdirSync(join(directory, 'folder'));
  expect((await files.get(at('by-hand.txt'))).text).toBe('Hello');
  expect((await files.get(at('link.txt'))).text).toBe('Hello');
  expect((await files.get(at('broken.txt'))).status).toBe(404);
  const listed = await browsed();
  for (const name of ['by-hand.txt', 'link.txt', 'folder']) expect(listed).toContain(`<path>${name}</path>`);
  rmSync(join(directory, 'by-hand.txt'));
  expect((await files.get(at('by-hand.txt'))).status).toBe(404);
});

test('FR-020-228 what clients put on the datastore is a file of the directory, until they remove it', async () => {
  expect((await files.send('PUT', at('in/a.txt'), Buffer.from('first'))).status).toBe(201);
  expect(readFileSync(join(directory, 'in/a.txt'), 'utf8')).toBe('first');
  expect((await files.send('PUT', at('in/a.txt'), Buffer.from('second'))).status).toBe(200);
  expect(readFileSync(join(directory, 'in/a.txt'), 'utf8')).toBe('second');
  writeFileSync(join(directory, 'in/a.txt'), 'by hand');
  expect((await files.get(at('in/a.txt'))).text).toBe('by hand');
  expect((await files.send('DELETE', at('in/a.txt'))).status).toBe(204);
  expect(existsSync(join(directory, 'in/a.txt'))).toBe(false);
});
