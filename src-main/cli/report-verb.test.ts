import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultLimits } from '../gateway/limits.ts';
import { openGateway } from '../gateway/open-gateway.ts';
import type { Gateway } from '../gateway/open-gateway.ts';
import { silentLog } from '../host/log.ts';
import type { Host } from '../host/host.ts';
import { doing, freshFolder, openTestHost, stepped } from '../host/testing/test-host.ts';
import { runInTest, scratchDirectory } from './run-in-test.fixture.ts';
import type { Ran } from './run-in-test.fixture.ts';

const token = 'token-of-the-reports-test';
let host: Host;
let gateway: Gateway;
let folder: string;

beforeAll(async () => {
  folder = freshFolder();
  host = await openTestHost({ dataDirectory: folder });
  const opened = await openGateway({
    host,
    port: 0,
    token,
    uiDirectory: null,
    uploadsDirectory: join(folder, 'uploads'),
    exportsDirectory: join(folder, 'exports'),
    version: '0',
    log: silentLog,
    limits: defaultLimits,
  });
  if (!opened.ok) throw new Error(opened.refusal.message);
  gateway = opened.value;
  if (host.status().clock.running) await doing(host, { type: 'clock.pause' });
  await doing(host, { type: 'clock.step', ticks: 900 });
  await stepped(host);
}, 60_000);
afterAll(async () => {
  await gateway.close();
  await host.close();
});

const dvm = async (...texts: string[]): Promise<Ran & { readonly directory: string }> => {
  const directory = await scratchDirectory();
  const env = { COLDAISLE_URL: gateway.url, COLDAISLE_TOKEN: token };
  return { ...(await runInTest(texts, { env, directory })), directory };
};
const get = (path: string, bearer: string | null = token): Promise<Response> =>
  fetch(`${gateway.url}${path}`, { headers: bearer === null ? {} : { authorization: `Bearer ${bearer}` } });

test('FR-130-368 dvm prints the headline of a report, or writes the whole of it to files', async () => {
  const printed = await dvm('report', 'energy');
  expect(printed.code).toBe(0);
  expect(printed.out).toMatch(/^Energy, All sites: .* \(simulated, seed [0-9a-f]+\)\n/);
  expect(printed.out).toMatch(/ {2}IT energy +\d/);
  const written = await dvm(
    'report',
    'temperature',
    '--within',
    'room1',
    '--csv',
    't.csv',
    '--html',
    't.html',
    '--no-compare',
  );
  expect(written).toMatchObject({ code: 0, out: '' });
  expect(readFileSync(join(written.directory, 't.csv'), 'utf8')).toContain('Scope,room1');
  expect(readFileSync(join(written.directory, 't.html'), 'utf8')).toContain('<article class="report">');
  const json = await dvm('report', 'alarms', '--json', '--language', 'de');
  expect(JSON.parse(json.out)).toMatchObject({ meta: { title: 'Alarmleistung', simulated: true } });
}, 30_000);

test('FR-130-368 a report that cannot be is refused with the reason, and nothing is written', async () => {
  const wrong = await dvm('report', 'energi');
  expect(wrong.code).toBe(2);
  const future = await dvm('report', 'energy', '--from', '2030-01-01');
  expect(future).toMatchObject({ code: 2, out: '' });
  expect(future.words).toContain('still to come');
  const rack = await dvm('report', 'energy', '--within', 'A01', '--csv', 'x.csv');
  expect(rack.code).toBe(1);
  expect(rack.words).toContain('a report is of a site or a room');
  expect(() => readFileSync(join(rack.directory, 'x.csv'))).toThrow('ENOENT');
}, 30_000);

test('FR-130-366 the gateway hands reports out as files to the token’s holder alone', async () => {
  const csv = await get('/api/v1/report.csv?kind=energy');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(csv.headers.get('content-disposition')).toMatch(
    /^attachment; filename\*=UTF-8''energy-[\w-]+\.csv$/,
  );
  // A byte order mark, so that spreadsheets read it as UTF-8.
  expect([...new Uint8Array(await csv.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect((await get('/api/v1/report.html?kind=energy', null)).status).toBe(401);
  const bad = await get('/api/v1/report.csv?kind=nonsense');
  expect([bad.status, ((await bad.json()) as { code: string }).code]).toEqual([400, 'invalid-input']);
  const asJson = (await (await get('/api/v1/report?kind=capacity')).json()) as { meta: { kind: string } };
  expect(asJson.meta.kind).toBe('capacity');
}, 30_000);

test('FR-130-366 kept reports are made now, fetched and deleted, and no name leads out of their folder', async () => {
  const schedule = { id: 'daily', kind: 'uptime', every: 'day', format: 'html', folder: 'mine' };
  await doing(host, { type: 'desk.configure', patch: { reports: [schedule] } });
  // The day before the lab's first is no lab time; a month later there would be one.
  const refused = await host.execute(
    { type: 'desk.report', order: { act: 'run', schedule: 'daily' } },
    { origin: 'api', name: 't', role: 'admin' },
    null,
  );
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'invalid-input' } });
  const kept = join(folder, 'reports', 'mine');
  writeFileSync(join(folder, 'secret.html'), 'secret');
  expect((await get('/api/v1/report-files/..%2Fsecret.html')).status).toBe(404);
  expect((await get('/api/v1/report-files/.schedules.json')).status).toBe(404);
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, 'one.html'), '<p>one</p>');
  const file = await get('/api/v1/report-files/mine/one.html');
  expect([file.status, await file.text()]).toEqual([200, '<p>one</p>']);
  expect((await get('/api/v1/report-files/mine/one.html', null)).status).toBe(401);
  await doing(host, { type: 'desk.report', order: { act: 'delete', name: 'mine/one.html' } });
  expect((await get('/api/v1/report-files/mine/one.html')).status).toBe(404);
}, 30_000);
