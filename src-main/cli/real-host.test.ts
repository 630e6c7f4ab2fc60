/** dvm as its user has it: against a host of its own, found by its run file. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listings } from './listings/listings.table.ts';
import { startHeadless, type RunningHost } from '../start-headless.ts';
import { runInTest, scratchDirectory, type Ran } from './run-in-test.fixture.ts';

let host: RunningHost;
let data: string;
beforeAll(async () => {
  data = await scratchDirectory();
  host = await startHeadless({
    dataDirectory: data,
    port: 0,
    labFile: null,
    brokerUrl: null,
    mqttPort: 0,
    uiDirectory: null,
  });
});
afterAll(() => host.close());

type Options = { readonly onData?: (line: string) => void; readonly signal?: AbortSignal };
const dvm = (texts: readonly string[], options: Options = {}): Promise<Ran> =>
  runInTest(texts, { env: { COLDAISLE_DATA: data }, directory: data, ...options });
const names = async (...texts: string[]): Promise<string[]> =>
  (await dvm([...texts, '-o', 'name'])).out.split('\n').filter(Boolean);

test('FR-150-027 every listing of the starter lab can be printed in every form', async () => {
  const kinds = listings.map(({ name }) => name);
  expect(kinds).toEqual(expect.arrayContaining(['chillers', 'gensets', 'batteries', 'rules', 'drills']));
  for (const kind of kinds) {
    for (const format of ['table', 'wide', 'yaml', 'json', 'name']) {
      expect({ kind, format, ...(await dvm(['get', kind, '-o', format])) }).toMatchObject({
        kind,
        format,
        code: 0,
      });
    }
  }
  expect(await names('get', 'racks')).toContain('A01');
});

test('FR-150-012 every reference that is printed finds its own thing again', async () => {
  const references = await names('get', 'sensors', '--rack', 'A01');
  expect(references.length).toBeGreaterThan(3);
  const found = await dvm(['get', 'sensors', ...references, '-o', 'name']);
  expect(found.out.split('\n').filter(Boolean)).toEqual(references);
});

test('FR-150-027 the drill: the rack warms, alarms ring, are acknowledged, and resolve after the stop', async () => {
  expect((await dvm(['clock', 'speed', '300'])).code).toBe(0);
  const begun = Promise.withResolvers<string>();
  const critical = Promise.withResolvers<void>();
  const waited = dvm(
    ['scenario', 'run', 'COOLING_FAILURE', '--rack', 'A01', '--severity', 'total', '--wait'],
    {
      onData: (line) => {
        if (line.startsWith('scenario-')) begun.resolve(line.trim());
        if (line.includes('over 32.0')) critical.resolve();
      },
    },
  );
  const run = await begun.promise;
  await critical.promise;

  const ringing = await names('get', 'alarms', '--state', 'ACTIVE', '--rack', 'A01');
  // The two limits, and a rise that is faster than the envelope allows.
  expect(ringing.length).toBeGreaterThanOrEqual(2);
  expect((await dvm(['alarm', 'ack', ...ringing, '--note', 'on it'])).code).toBe(0);
  expect((await dvm(['get', 'racks', 'A01'])).out).toContain('critical (');
  expect((await dvm(['scenario', 'stop', run])).code).toBe(0);
  expect((await waited).code).toBe(0);

  const stop = new AbortController();
  const resolved = new Set<string>();
  const watched = await dvm(['get', 'alarms', '-w', '-o', 'json'], {
    signal: stop.signal,
    onData: (line) => {
      const { item } = JSON.parse(line) as { item: { id: string; state: string; note: string } };
      if (item.state === 'RESOLVED') resolved.add(item.id);
      if (ringing.every((id) => resolved.has(id))) stop.abort();
    },
  });
  expect(watched.code).toBe(130);
  const story = await dvm(['get', 'events', '--type', 'alarm.acknowledged', '-o', 'json']);
  const told = JSON.parse(story.out) as { actor: object; event: { id: string; note: string } }[];
  expect(told.map(({ event }) => event.id).toSorted()).toEqual(ringing.toSorted());
  for (const { actor, event } of told) {
    expect({ actor, event }).toMatchObject({ actor: { origin: 'cli' }, event: { note: 'on it' } });
  }
});

test('FR-150-014 live values come by themselves', async () => {
  const stop = new AbortController();
  const changes: number[] = [];
  const ran = await dvm(['get', 'sensors', '--rack', 'A02', '-w', '-o', 'json'], {
    signal: stop.signal,
    onData: (line) => {
      const { change, item } = JSON.parse(line) as { change: string; item: { reading: { value: number } } };
      if (change === 'changed') changes.push(item.reading.value);
      if (changes.length === 3) stop.abort();
    },
  });
  expect(ran.code).toBe(130);
  for (const value of changes) expect(value).toBeGreaterThan(0);
});

test('FR-150-027 rewind makes a branch, and the way back is open', async () => {
  await dvm(['clock', 'pause']);
  const back = await dvm(['clock', 'rewind', '-1m']);
  expect(back).toMatchObject({ code: 0, out: 'branch-2\n' });
  expect(await names('get', 'branches')).toEqual(['branch-1', 'branch-2']);
  expect((await dvm(['lab', 'branch', 'branch-1'])).code).toBe(0);
  expect(JSON.parse((await dvm(['get', 'branch', 'branch-1', '-o', 'json'])).out)).toMatchObject({
    current: true,
  });
});

test('FR-150-027 what is created can be moved, changed and removed, and what cannot be is refused in words', async () => {
  const create = [
    'create',
    'device',
    'web-9',
    '--in',
    'A01',
    '--model',
    'Test 1U',
    '--idle-power',
    '10',
    '--rated-power',
    '20',
  ];
  const refused = await dvm([...create, '--u', '42']);
  expect(refused.code).toBe(1);
  expect(refused.words).toContain('[slot-taken]');
  expect((await dvm([...create, '--u', '40'])).out).toMatch(/^device-\d+\n$/);
  expect((await dvm(['move', 'device', 'web-9', '--u', '39'])).code).toBe(0);
  expect((await dvm(['change', 'device', 'web-9', '--name', 'web-10', '--serial', 'S1'])).code).toBe(0);
  expect(JSON.parse((await dvm(['get', 'device', 'web-10', '-o', 'json'])).out)).toMatchObject({
    path: 'site1/room1/A/A01/web-10',
    spec: { slot: { position: 39, height: 1, face: 'both' }, serial: 'S1' },
  });
  expect((await dvm(['remove', 'rack', 'A01'])).words).toContain('[not-empty]');
  expect((await dvm(['remove', 'device', 'web-10'])).code).toBe(0);
});

test('FR-150-027 a file of things that stand in one another is created whole or not at all', async () => {
  const file = (facing: string) => `apiVersion: coldaisle/v1
kind: Row
metadata: { name: F, in: room2 }
---
apiVersion: coldaisle/v1
kind: Rack
metadata: { name: F01, in: F }
spec: { position: { x: 2.3, y: 5.6 }, facing: ${facing}, ratedPower: 8 }
`;
  const create = (text: string) =>
    runInTest(['create', '-f', '-'], {
      env: { COLDAISLE_DATA: data },
      readStandardInput: () => Promise.resolve(text),
    });
  expect((await create(file('upwards'))).code).toBe(1);
  expect(await names('get', 'rows', '--room', 'room2')).toEqual(['D', 'E']);
  expect(await create(file('north'))).toMatchObject({ code: 0, words: 'Created row F, rack F01.\n' });
  expect(await names('get', 'racks', '--room', 'room2')).toContain('F01');
});

const program = fileURLToPath(new URL('dvm.ts', import.meta.url));
const start = (...texts: string[]) =>
  spawn(process.execPath, [program, ...texts], { env: { ...process.env, COLDAISLE_DATA: data } });

test('FR-150-007 Ctrl-C ends the program itself with 130', async () => {
  const dvmProcess = start('get', 'sensors', '-w', '-o', 'name');
  await once(dvmProcess.stdout, 'data');
  dvmProcess.kill('SIGINT');
  expect(await once(dvmProcess, 'exit')).toEqual([130, null]);
});

test('FR-150-007 a reader that has enough is no failure', async () => {
  const dvmProcess = start('get', 'events', '-w', '-o', 'name');
  await once(dvmProcess.stdout, 'data');
  const ended = once(dvmProcess, 'exit');
  dvmProcess.stdout.destroy();
  await dvm(['clock', 'speed', '60']);
  await dvm(['clock', 'speed', '300']);
  expect(await ended).toEqual([0, null]);
});

test('FR-150-021 a lab is carried away in one file and comes back with the same hash', async () => {
  await dvm(['clock', 'pause']);
  const hash = async () => (JSON.parse((await dvm(['api', 'GET', 'hash'])).out) as { hash: string }).hash;
  const before = await hash();
  const exported = await dvm(['lab', 'export', 'carried.coldaisle']);
  expect(exported.words).toContain('Exported.');
  const imported = await dvm(['lab', 'import', 'carried.coldaisle']);
  expect(imported.words).toContain('Imported');
  expect(JSON.parse((await dvm(['status', '-o', 'json'])).out)).toMatchObject({
    lab: { id: imported.out.trim() },
  });
  expect(await hash()).toBe(before);
});
