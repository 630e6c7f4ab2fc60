import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { queries } from '../../../sim/contract/queries.ts';
import { refusalCodeSchema } from '../../../sim/contract/refusal.ts';
import { createPlainHost } from '../plain-host.fixture.ts';
import { openTestGateway, type TestGateway, testToken } from '../test-gateway.fixture.ts';

const plain = createPlainHost();
let one: TestGateway;

beforeAll(async () => {
  one = await openTestGateway({ host: plain.host, limits: { uploadBytes: 1000, uploads: 1 } });
});
afterAll(() => one.close());

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  one.api({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const upload = (body: string | Uint8Array, query = '', headers: Record<string, string> = {}) =>
  one.api({ method: 'POST', path: `/api/v1/upload${query}`, headers, body });

test('FR-200-001 a command reaches the host with its key and actor, and its receipt comes back', async () => {
  const command = { type: 'clock.speed', speed: 60 };
  const answer = await post('/api/v1/commands', { command, key: 'mark-0001' });
  expect(answer.status).toBe(200);
  expect(answer.json()).toEqual({ revision: 0, tick: 0, ids: [], repeated: false });
  const actor = { origin: 'api', name: 'local', role: 'admin' };
  expect(plain.executed.at(-1)).toEqual({ input: command, actor, key: 'mark-0001' });
});

test('FR-200-001 a desk command reaches the host the same way', async () => {
  const answer = await post(
    '/api/v1/desk',
    { command: { type: 'desk.rewind', tick: 5 } },
    { 'x-coldaisle-client': 'ui' },
  );
  expect(answer.json()).toEqual({ operation: 'operation-1' });
  expect(plain.executed.at(-1)).toMatchObject({ actor: { origin: 'ui' }, key: null });
});

test('FR-200-002 FR-001-007 each refusal has its status, and its whole text arrives', async () => {
  for (const code of refusalCodeSchema.options) {
    const refusal = { code, message: 'Because.', where: 'items[3]', hint: 'Try that.' };
    plain.onExecute(async () => ({ ok: false, refusal }));
    const answer = await post('/api/v1/commands', { command: {} });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.json()).toEqual({
      type: `/api-docs#refusal-${code}`,
      title: code.replaceAll('-', ' '),
      status: answer.status,
      detail: 'Because.',
      ...refusal,
    });
    const mayTryAgain = answer.status === 429 || answer.status === 503;
    expect([code, answer.headers['retry-after'] !== undefined]).toEqual([code, mayTryAgain]);
  }
});

const someRule = {
  id: 'warm',
  title: 'Inlet over',
  kinds: ['rack'],
  metric: 'temperature',
  test: { type: 'limit', direction: 'above', limit: 27 },
  deadband: 0.5,
  severity: 'minor',
  level: 'warning',
  consequence: 'It is warm.',
  action: 'Look.',
};

test('FR-200-003 every query has its address, and parameters arrive as the host reads them', async () => {
  for (const name of Object.keys(queries)) {
    const rule = encodeURIComponent(JSON.stringify(someRule));
    const edit = encodeURIComponent('{"owner":"Ops"}');
    const command = encodeURIComponent(JSON.stringify({ type: 'machine.migrate', id: 'vm-1' }));
    const asked = `command=${command}&layer=virtual&path=/etc&id=rack-1&entity=rack-1&sensors=sensor-1&kind=energy&edit=${edit}&at=1767600000000&units=2&watts=700&number=1&rule=${rule}`;
    const answer = await one.api({ path: `/api/v1/${name}?${asked}` });
    expect([name, answer.status]).toEqual([name, 200]);
  }
  const listed = await one.api({ path: '/api/v1/entities?kinds=rack,room&text=A%2001&limit=5' });
  expect(listed.json()).toEqual({ asked: { kinds: ['rack', 'room'], text: 'A 01', limit: 5 } });
  const repeated = await one.api({ path: '/api/v1/entities?kinds=rack&kinds=room' });
  expect(repeated.json()).toMatchObject({ asked: { kinds: ['rack', 'room'] } });
  const wrong = await one.api({ path: '/api/v1/entities?limit=none' });
  expect(wrong.json()).toMatchObject({ status: 400, where: 'limit' });
});

test('FR-200-003 HEAD answers as GET does, without the body', async () => {
  const get = await one.api({ path: '/api/v1/rules' });
  const head = await one.api({ method: 'HEAD', path: '/api/v1/rules' });
  expect(head.text).toBe('');
  expect(head.headers['content-length']).toBe(get.headers['content-length']);
});

test('FR-200-004 an uploaded file lies in the uploads folder under a name nobody chose', async () => {
  const answer = await upload('the lab', '?name=..%2F..%2Fmy.coldaisle');
  const { file, bytes } = answer.json();
  expect(bytes).toBe(7);
  expect(file).toMatch(/uploads\/upload-[0-9a-f]{32}\.coldaisle$/);
  expect(readFileSync(String(file), 'utf8')).toBe('the lab');
});

test('FR-200-004 a file above the limit is answered 413, announced or not, and nothing stays behind', async () => {
  const before = readdirSync(one.uploads);
  expect((await upload('x'.repeat(1001))).status).toBe(413);
  const untold = await upload(Buffer.alloc(5_000_000), '', { 'transfer-encoding': 'chunked' });
  expect(untold.status).toBe(413);
  expect((await upload('x'.repeat(1000))).status).toBe(200);
  expect(readdirSync(one.uploads)).toHaveLength(before.length + 1);
});

test('FR-200-004 a form is answered 415', async () => {
  expect((await upload('x', '', { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(415);
});

test('FR-200-004 an upload that breaks off leaves nothing, and a second one at a time is answered 429', async () => {
  const before = readdirSync(one.uploads).length;
  const headers = {
    host: `127.0.0.1:${one.gateway.port}`,
    authorization: `Bearer ${testToken}`,
    'content-length': '500',
  };
  const first = request({
    host: '127.0.0.1',
    port: one.gateway.port,
    method: 'POST',
    path: '/api/v1/upload',
    headers,
  });
  first.on('error', () => {});
  first.write('half');
  await expect.poll(() => readdirSync(one.uploads).filter((name) => name.endsWith('.part')).length).toBe(1);
  const second = await upload('more');
  expect(second.status).toBe(429);
  expect(second.headers['retry-after']).toBeDefined();
  first.destroy();
  await expect.poll(() => readdirSync(one.uploads).length).toBe(before);
});

test('FR-200-004 what an earlier session uploaded is gone when the gateway opens, other files stay', async () => {
  const again = await openTestGateway({ host: plain.host });
  expect(readdirSync(again.uploads)).toEqual([]);
  await again.close();
});

test('FR-200-005 a file of the exports folder is sent as a download', async () => {
  writeFileSync(join(one.exports, 'Friday drill (é).coldaisle'), 'story');
  const answer = await one.api({
    path: `/api/v1/exports/${encodeURIComponent('Friday drill (é).coldaisle')}`,
  });
  expect(answer.text).toBe('story');
  expect(answer.headers['content-type']).toBe('application/octet-stream');
  expect(answer.headers['content-disposition']).toBe(
    "attachment; filename*=UTF-8''Friday%20drill%20%28%C3%A9%29.coldaisle",
  );
  const head = await one.api({
    method: 'HEAD',
    path: `/api/v1/exports/${encodeURIComponent('Friday drill (é).coldaisle')}`,
  });
  expect(head.headers['content-length']).toBe('5');
});

test('FR-200-005 an empty export is an empty download', async () => {
  writeFileSync(join(one.exports, 'empty.txt'), '');
  const answer = await one.api({ path: '/api/v1/exports/empty.txt' });
  expect([answer.status, answer.text]).toEqual([200, '']);
});

test('FR-200-005 no name leads out of the exports folder', async () => {
  writeFileSync(join(one.directory, 'secret.txt'), 'secret');
  writeFileSync(join(one.exports, '.hidden'), 'secret');
  mkdirSync(join(one.exports, 'folder'));
  writeFileSync(join(one.exports, 'folder', 'x.txt'), 'secret');
  symlinkSync(join(one.directory, 'secret.txt'), join(one.exports, 'link.txt'));
  const names = [
    '',
    '.',
    '..',
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    '%2e%2e%2fsecret.txt',
    '..%5csecret.txt',
  ];
  const more = [
    '.hidden',
    'folder',
    'folder/x.txt',
    'folder%2fx.txt',
    'link.txt',
    'none.txt',
    '%00',
    'x%00.txt',
    '%',
    '%ff',
    '%252e%252e',
  ];
  for (const name of [...names, ...more]) {
    const answer = await one.api({ path: `/api/v1/exports/${name}` });
    expect([name, answer.status]).toEqual([name, 404]);
    expect(answer.text).not.toContain('secret"');
  }
});

test('FR-200-006 a page may only name files it uploaded, exports, and what its user chose', async () => {
  const chosen = join(one.directory, 'chosen.coldaisle');
  const two = await openTestGateway({ host: createPlainHost().host, mayUse: (file) => file === chosen });
  const run = async (command: Record<string, unknown>, page: boolean) => {
    const headers = { 'content-type': 'application/json', ...(page ? { origin: two.gateway.url } : {}) };
    const body = JSON.stringify({ command: { type: 'desk.import', ...command } });
    return (await two.api({ method: 'POST', path: '/api/v1/desk', headers, body })).status;
  };
  symlinkSync('/etc/passwd', join(two.uploads, 'link'));
  const foreign = [
    '/etc/passwd',
    join(two.directory, 'other.coldaisle'),
    `${two.uploads}/../other.coldaisle`,
    `${two.uploads}/link`,
    `${two.uploads}/.hidden`,
    'relative.coldaisle',
    two.uploads,
    `${two.uploads}/`,
  ];
  for (const file of foreign) {
    expect([file, await run({ file }, true)]).toEqual([file, 403]);
    expect([file, await run({ type: 'desk.export', file }, true)]).toEqual([file, 403]);
    expect([file, await run({ type: 'desk.new', name: 'x', file }, true)]).toEqual([file, 403]);
    const order = { do: 'load-image', file };
    expect([file, await run({ type: 'desk.engine', order }, true)]).toEqual([file, 403]);
    expect([file, await run({ file }, false)]).toEqual([file, 200]);
  }
  for (const file of [chosen, join(two.uploads, 'upload-1.coldaisle'), join(two.exports, 'new.coldaisle')]) {
    expect([file, await run({ file }, true)]).toEqual([file, 200]);
  }
  await two.close();
});

test('FR-200-007 /healthz says how the host is without a token, and nothing more', async () => {
  plain.onExecute(async () => ({ ok: false, refusal: { code: 'busy', message: '' } }));
  const answer = await one.ask({ path: '/healthz' });
  expect(answer.json()).toEqual({ status: 'ok', version: '1.2.3', uptime: expect.any(Number) });
  const ill = createPlainHost();
  const status = () => ({
    ...ill.host.status(),
    storage: { state: 'failed' as const, detail: 'disk full', bytes: 0 },
  });
  const two = await openTestGateway({ host: { ...ill.host, status } });
  const failing = await two.ask({ path: '/healthz' });
  expect([failing.status, failing.json()['status']]).toEqual([503, 'failed']);
  expect(failing.text).not.toContain('disk');
  await two.close();
});
