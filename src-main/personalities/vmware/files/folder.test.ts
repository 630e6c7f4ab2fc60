import { request } from 'node:https';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { openVmwareLab } from '../vmware-lab.fixture.ts';
import type { VmwareLab } from '../vmware-lab.fixture.ts';
import { basic, jsonClient } from '../rest/rest.fixture.ts';
import type { JsonClient } from '../rest/rest.fixture.ts';
import { freeOf } from '../objects/storage/datastore-info.ts';
import { createBlobs } from './blobs.ts';
import { folderRoute } from './folder-route.ts';
import { takeUpload } from './take-upload.ts';

let lab: VmwareLab;
let estate: Estate;
let client: JsonClient;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'blobs-'));
  lab = await openVmwareLab({ routes: (vc) => [folderRoute(vc, createBlobs(directory))] });
  estate = await buildEstate(lab);
  client = jsonClient(lab, { headers: basic() });
});
afterAll(async () => {
  await lab.close();
  await rm(directory, { recursive: true });
});

const at = (path: string): string => `/folder/${path}?dcPath=%2FDC0&dsName=store1`;

test('FR-020-116 a file put on a datastore is there whole, takes room and can be removed', async () => {
  expect((await jsonClient(lab).get(at('iso/a.txt'))).status).toBe(401);
  expect((await client.get(at('iso/a.txt'))).status).toBe(404);
  const text = Buffer.from('Hello world\n');
  expect((await client.send('PUT', at('iso/a.txt'), text)).status).toBe(201);
  expect((await client.get(at('iso/a.txt'))).text).toBe('Hello world\n');
  const head = await client.send('HEAD', at('iso/a.txt'));
  expect([head.status, head.headers['content-length']]).toEqual([200, '12']);
  const store = lab.world.inventory.get(estate.store);
  expect(store?.kind === 'datastore' ? store.spec.otherUse * 1_073_741_824 : 0).toBeCloseTo(12, 3);
  expect(await readdir(directory)).toHaveLength(1);
  expect((await client.send('DELETE', at('iso/a.txt'))).status).toBe(204);
  expect((await client.get(at('iso/a.txt'))).status).toBe(404);
  expect((await client.get('/folder/a?dsName=nowhere')).status).toBe(404);
});

test('FR-020-116 parts of a file are read, and what lies beyond it is refused', async () => {
  await client.send('PUT', at('b.txt'), Buffer.from('0123456789'));
  const part = jsonClient(lab, { headers: { ...basic(), range: 'bytes=-3' } });
  const tail = await part.get(at('b.txt'));
  expect([tail.status, tail.text, tail.headers['content-range']]).toEqual([206, '789', 'bytes 7-9/10']);
  const beyond = jsonClient(lab, { headers: { ...basic(), range: 'bytes=10-' } });
  expect((await beyond.get(at('b.txt'))).status).toBe(416);
});

test('FR-020-117 the files of a machine are read as they would be, and nobody overwrites them', async () => {
  const vmx = await client.get(at('web-01/web-01.vmx'));
  expect(vmx.text).toContain('displayName = "web-01"');
  expect(vmx.text).toContain('memSize = "2048"');
  expect((await client.get(at('web-01/web-01.vmdk'))).text).toContain('RW 16777216 VMFS "web-01-flat.vmdk"');
  expect((await client.send('PUT', at('web-01/web-01.vmx'), Buffer.from('x'))).status).toBe(409);
});

test('FR-020-118 a disk that is put on a datastore can be given to a machine', async () => {
  const descriptor = '# Disk DescriptorFile\nversion=1\nRW 2097152 VMFS "d-flat.vmdk"\n';
  await client.send('PUT', at('disks/d.vmdk'), Buffer.from(descriptor));
  expect(lab.vc.papers.get(`datastore/${estate.store}/disks`)).toEqual({
    'disks/d.vmdk': { kilobytes: 1_048_576, isThin: false },
  });
});

test('FR-020-282 a folder that a file was put into stays when the file is gone, is listed, and is no file to remove', async () => {
  expect((await client.get(at('new/deep'))).status).toBe(404);
  expect((await client.send('PUT', at('new/deep/<a>.txt'), Buffer.from('x'))).status).toBe(201);
  expect((await client.get(at('new/deep'))).text).toContain('&lt;a>.txt');
  expect((await client.send('DELETE', at('new/deep/<a>.txt'))).status).toBe(204);
  const head = await client.send('HEAD', at('new/deep'));
  expect([head.status, Number(head.headers['content-length']) > 0]).toEqual([200, true]);
  expect((await client.get(at('new'))).text).toContain('deep/');
  expect((await client.send('DELETE', at('new/deep'))).status).toBe(405);
});

test('FR-020-289 an upload that does not end is refused as soon as there is no room for it, and leaves nothing', async () => {
  const before = await readdir(directory);
  const store = lab.world.inventory.get(estate.store);
  const spec = store?.kind === 'datastore' ? store.spec : { capacity: 0, otherUse: 0 };
  const change = (otherUse: number) =>
    lab.does({ type: 'inventory.change', id: estate.store, spec: { otherUse } } as never);
  // Nearly full: 100,000 bytes are left.
  const isFull = spec.otherUse + freeOf(lab.vc, store as never) / 1_073_741_824 - 100_000 / 1_073_741_824;
  await change(isFull);
  const status = await new Promise<number>((resolve, reject) => {
    const headers = { ...basic(), 'transfer-encoding': 'chunked' };
    const asked = request(
      {
        host: '127.0.0.1',
        port: lab.port,
        ca: lab.ca,
        path: at('endless'),
        method: 'PUT',
        headers,
        agent: false,
      },
      (answer) => {
        clearInterval(pump);
        answer.resume().on('close', () => resolve(answer.statusCode ?? 0));
      },
    );
    const pump = setInterval(() => asked.write(Buffer.alloc(20_000)), 1);
    asked.on('error', reject);
  });
  expect(status).toBe(507);
  await change(spec.otherUse);
  expect((await client.get(at('endless'))).status).toBe(404);
  expect(await readdir(directory)).toEqual(before);
  const short = { chunks: chunksOfText('0123456789'), room: 9, place: 'store1' };
  expect(await takeUpload(createBlobs(null), short)).toMatchObject({ refusal: { code: 'over-capacity' } });
});

async function* chunksOfText(text: string): AsyncGenerator<Uint8Array> {
  for (const letter of text) yield Buffer.from(letter);
}
