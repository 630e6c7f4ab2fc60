import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPlainHost } from '../plain-host.fixture.ts';
import { openTestGateway, type TestGateway } from '../test-gateway.fixture.ts';
import { createStaticFiles } from './static-files.ts';

let one: TestGateway;
const script = 'export const answer = 42;\n'.repeat(200);

beforeAll(async () => {
  one = await openTestGateway({ host: createPlainHost().host });
  const { ui, directory } = one;
  mkdirSync(join(ui, 'assets'));
  mkdirSync(join(ui, '.git'));
  writeFileSync(join(ui, 'index.html'), '<!doctype html><title>Coldaisle</title>');
  writeFileSync(join(ui, 'assets', 'index-Bq1xYz_2.js'), script);
  writeFileSync(join(ui, 'assets', 'plain.js'), script);
  writeFileSync(join(ui, 'assets', 'ready-Aq1xYz_2.css'), 'body {}');
  writeFileSync(join(ui, 'assets', 'ready-Aq1xYz_2.css.gz'), 'made by the build');
  writeFileSync(join(ui, 'icon.png'), Buffer.from([0x89, 0x50]));
  writeFileSync(join(ui, '.env'), 'secret');
  writeFileSync(join(ui, '.git', 'config'), 'secret');
  writeFileSync(join(directory, 'secret.txt'), 'secret');
  symlinkSync(join(directory, 'secret.txt'), join(ui, 'link.txt'));
  symlinkSync(directory, join(ui, 'up'));
});
afterAll(() => one.close());

test('FR-200-030 FR-000-002 the page comes with its strict policy and is asked for again each time', async () => {
  const { headers, status, text } = await one.ask({ path: '/' });
  expect(status).toBe(200);
  expect(text).toContain('<title>Coldaisle');
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['cache-control']).toBe('no-cache');
  const policy = headers['content-security-policy'] ?? '';
  for (const part of [
    "default-src 'none'",
    "script-src 'self';",
    "worker-src 'self' blob:",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ]) {
    expect(policy).toContain(part);
  }
  expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${one.gateway.port};`);
  expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/);
});

test('FR-200-031 addresses of the app mean its page, addresses of files mean files', async () => {
  for (const path of [
    '/floor',
    '/api',
    '/alarms/',
    '/labs/my-lab',
    '/index.html',
    '/?x=1',
    '/floor?room=room-1',
    '/rooms/Hall%20A',
  ]) {
    expect((await one.ask({ path })).text).toContain('<title>Coldaisle');
  }
  for (const path of ['/favicon.ico', '/assets/none.js', '/robots.txt', '/assets/none-Bq1xYz_2.js']) {
    expect([path, (await one.ask({ path })).status]).toEqual([path, 404]);
  }
});

test('FR-200-032 what is named by its content is kept for ever, the rest is tagged', async () => {
  const asset = await one.ask({ path: '/assets/index-Bq1xYz_2.js' });
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  const other = await one.ask({ path: '/assets/plain.js' });
  expect(other.headers['cache-control']).toBe('no-cache');
  const again = await one.ask({
    path: '/assets/plain.js',
    headers: { 'if-none-match': `"x", ${other.headers.etag ?? ''}` },
  });
  expect([again.status, again.text]).toEqual([304, '']);
  expect(again.headers['content-security-policy']).toBeDefined();
});

test('FR-200-032 a file that changed has another tag', async () => {
  const file = join(one.ui, 'changing.txt');
  writeFileSync(file, 'one');
  const before = await one.ask({ path: '/changing.txt' });
  writeFileSync(file, 'two');
  utimesSync(file, 1, 1);
  const after = await one.ask({
    path: '/changing.txt',
    headers: { 'if-none-match': before.headers.etag ?? '' },
  });
  expect([after.status, after.text]).toEqual([200, 'two']);
});

test('FR-200-033 text is compressed as the client can read it, pictures never', async () => {
  const get = (path: string, accept: string) => one.ask({ path, headers: { 'accept-encoding': accept } });
  const br = await get('/assets/plain.js', 'gzip, deflate, br');
  expect(br.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(br.bytes).toString()).toBe(script);
  const gz = await get('/assets/plain.js', 'br;q=0, gzip');
  expect(gz.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gz.bytes).toString()).toBe(script);
  expect(gz.headers.etag).not.toBe(br.headers.etag);
  expect((await get('/assets/plain.js', 'identity')).text).toBe(script);
  expect((await get('/icon.png', 'br, gzip')).headers['content-encoding']).toBeUndefined();
  expect((await get('/assets/ready-Aq1xYz_2.css', 'gzip')).text).toBe('made by the build');
  expect(br.headers.vary).toBe('accept-encoding');
});

const ways = [
  '/../secret.txt',
  '/../../etc/passwd',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/%2E%2E%2Fsecret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/%252e%252e%252fsecret.txt',
  '/%c0%ae%c0%ae/secret.txt',
  '/%uff0e%uff0e/secret.txt',
  '/.%00./secret.txt',
  '/index.html%00.txt',
  '/./secret.txt',
  '/assets/./../../secret.txt',
  '/....//secret.txt',
  '/;/../secret.txt',
  '/link.txt',
  '/assets%2fplain.js',
  '/up/secret.txt',
  '/.env',
  '/.git/config',
  '/assets/.%2e/%2e./secret.txt',
  '/C:/Windows/win.ini',
  '/index.html::$DATA',
  '/index.html.',
  '/assets',
  '/%',
  '/%zz.txt',
];

test.each(ways)('FR-200-034 %s leads nowhere', async (path) => {
  const answer = await one.ask({ path });
  expect(answer.text).not.toBe('secret');
  // `/assets` has no extension, so it is an address of the app.
  expect([path === '/assets' ? 200 : 404, 400]).toContain(answer.status);
});

test('FR-200-035 without a control room its addresses are answered 404 with the way to one', async () => {
  const reply = await createStaticFiles(null)({ path: '/', host: '', acceptEncoding: '', ifNoneMatch: '' });
  expect(reply.status).toBe(404);
  expect(reply.body).toContain('npm run build');
});
