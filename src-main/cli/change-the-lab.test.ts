import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { against, runInTest, scratchDirectory, type Ran } from './run-in-test.fixture.ts';
import { openGatewayDouble, type GatewayDouble } from './gateway-double.fixture.ts';
import { furnish } from './small-lab.fixture.ts';

let double: GatewayDouble;
beforeEach(async () => {
  double = await openGatewayDouble();
  furnish(double);
});
afterEach(() => double.close());

const dvm = (...texts: string[]): Promise<Ran> =>
  runInTest(texts, { env: against(double), directory: '/work-here' });

test('FR-150-017 create sends one item, with the usual values filled in, and prints its id', async () => {
  double.replies.push({ revision: 41, tick: 1, ids: ['rack-9'], repeated: false });
  const ran = await dvm(
    'create',
    'rack',
    'A03',
    '--in',
    'room1/A',
    '--position',
    '3,3',
    '--facing',
    'north',
    '--rated-power',
    '12',
  );
  expect(ran).toEqual({ code: 0, out: 'rack-9\n', words: 'Created rack A03.\n' });
  expect(double.commands).toMatchObject([
    {
      type: 'inventory.create',
      item: {
        kind: 'rack',
        name: 'A03',
        parent: 'row-1',
        spec: {
          position: { x: 3, y: 3 },
          width: 0.6,
          depth: 1.2,
          facing: 'north',
          heightU: 42,
          ratedPower: 12,
        },
      },
    },
  ]);
});

test('FR-150-017 create says all that is missing, before the host is asked', async () => {
  const ran = await dvm('create', 'rack', 'A03', '--in', 'room1/A', '--facing', 'north');
  expect(ran.code).toBe(2);
  expect(ran.words).toContain('--position X,Y --rated-power POWER');
  expect(
    (await dvm('create', 'rack', 'A03', '--position', '1,1', '--facing', 'north', '--rated-power', '1'))
      .words,
  ).toContain('stands in a row: which?');
  expect(double.commands).toEqual([]);
});

const twoThings = `apiVersion: coldaisle/v1
kind: Row
metadata: { name: B, in: room1 }
---
apiVersion: coldaisle/v1
kind: Rack
metadata: { name: B01, in: B }
spec: { position: { x: 1, y: 6 }, facing: south, ratedPower: 8 }
`;

test('FR-150-017 a file is one command, and what stands in its own things names them', async () => {
  const directory = await scratchDirectory();
  await writeFile(join(directory, 'b.yaml'), twoThings);
  const ran = await runInTest(['create', '-f', 'b.yaml'], { env: against(double), directory });
  expect(ran.words).toBe('Created row B, rack B01.\n');
  expect(double.commands).toMatchObject([
    {
      type: 'inventory.create-many',
      items: [
        { id: 'row-b', kind: 'row', parent: 'room-1' },
        { id: 'rack-b01', kind: 'rack', parent: 'row-b' },
      ],
    },
  ]);
});

test('FR-150-017 a file may come through standard input, and its faults come with line and column', async () => {
  const readStandardInput = () => Promise.resolve(twoThings.replace('kind: Row', 'kind: Rwo'));
  const ran = await runInTest(['create', '-f', '-'], { env: against(double), readStandardInput });
  expect(ran.code).toBe(1);
  expect(ran.words).toContain('-:2:7: kind:');
  expect(double.commands).toEqual([]);
});

test('FR-150-026 change sends only what was said, a slot as a whole', async () => {
  await dvm('change', 'device', 'web-1', '--u', '20', '--name', 'web-one');
  expect(double.commands).toEqual([
    {
      type: 'inventory.change',
      id: 'device-1',
      name: 'web-one',
      spec: { slot: { position: 20, height: 2, face: 'both' } },
    },
  ]);
  expect((await dvm('change', 'device', 'web-1')).code).toBe(2);
});

test('FR-150-026 move finds the new parent among the kinds it may stand in', async () => {
  await dvm('move', 'rack', 'A02', '--in', 'room2/A', '--position', '4,3');
  expect(double.commands).toEqual([
    { type: 'inventory.move', id: 'rack-2', parent: 'row-2', position: { x: 4, y: 3 } },
  ]);
  expect((await dvm('move', 'rack', 'A02')).code).toBe(2);
  expect((await dvm('move', 'rack', 'A02', '--in', 'web-1')).code).toBe(1);
});

test('FR-150-026 FR-120-537 remove looks up every name first, and several go in one command', async () => {
  expect((await dvm('remove', 'rack', 'A02', 'A77')).code).toBe(1);
  expect(double.commands).toEqual([]);
  await dvm('remove', 'rack', 'A02', 'room2/A01', '--with-contents');
  expect(double.commands).toEqual([
    { type: 'inventory.remove-many', ids: ['rack-2', 'rack-3'], contents: 'cascade' },
  ]);
});

const operation = (state: string, more: object = {}) => ({
  items: [
    {
      id: 'operation-1',
      title: 'Exporting Starter',
      state,
      progress: 0.42,
      startedAt: 1,
      finishedAt: null,
      refusal: null,
      result: null,
      ...more,
    },
  ],
});

test('FR-150-021 long work is waited for, and what it made is the answer', async () => {
  double.replies.push({ operation: 'operation-1' });
  let asked = 0;
  double.answers.set('operations', () => {
    asked += 1;
    return asked === 1
      ? operation('running')
      : operation('succeeded', { result: { file: '/exports/starter.coldaisle' } });
  });
  const ran = await dvm('lab', 'export');
  expect(ran).toEqual({
    code: 0,
    out: '/exports/starter.coldaisle\n',
    words: 'Exporting Starter: 40 %\nExported.\n',
  });
});

test('FR-150-021 long work that fails is refused with its reason', async () => {
  double.replies.push({ operation: 'operation-1' });
  double.answers.set(
    'operations',
    operation('failed', {
      refusal: { code: 'damaged-file', message: 'world.json does not match its checksum' },
    }),
  );
  const ran = await dvm('lab', 'import', 'x.coldaisle');
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.words).toBe('dvm: world.json does not match its checksum [damaged-file]\n');
});

test('FR-150-021 files are named from where the user stands, not from where the host does', async () => {
  for (const texts of [
    ['export', 'a.coldaisle'],
    ['import', '../b.coldaisle', '--name', 'B'],
    ['new', 'C', '-f', 'c.lab.yaml'],
  ]) {
    double.replies.push({ operation: 'operation-1' });
    await dvm('lab', ...texts);
  }
  expect(double.commands).toMatchObject([
    { type: 'desk.export', file: '/work-here/a.coldaisle' },
    { type: 'desk.import', file: '/b.coldaisle', name: 'B' },
    { type: 'desk.new', name: 'C', file: '/work-here/c.lab.yaml' },
  ]);
});

test('FR-150-021 a lab is opened by id or by name', async () => {
  const card = {
    id: 'starter',
    name: 'Monday class',
    open: false,
    seed: '1',
    racks: 3,
    tick: 0,
    at: 0,
    changedAt: 0,
    bytes: 10,
    damage: null,
  };
  double.answers.set('labs', { items: [card], directory: '/labs' });
  double.replies.push({ operation: 'operation-1' });
  await dvm('lab', 'open', 'monday class');
  expect(double.commands).toEqual([{ type: 'desk.open', lab: 'starter' }]);
  expect((await dvm('lab', 'open', 'tuesday')).code).toBe(1);
});

test('FR-150-020 rewind turns a moment into a tick, and says where the old story is', async () => {
  double.replies.push({ operation: 'operation-1', branch: 'branch-2', tick: 600 });
  const ran = await dvm('clock', 'rewind', '-10m');
  expect(double.commands).toEqual([{ type: 'desk.rewind', tick: 600 }]);
  expect(ran).toEqual({
    code: 0,
    out: 'branch-2\n',
    words:
      'Back at 2026-01-05 08:10:00. The story from there on stays on branch-1. The clock stands: dvm clock resume.\n',
  });
});

test('FR-150-007 speeds and steps outside their bounds are wrong usage', async () => {
  for (const texts of [
    ['speed', '0'],
    ['speed', 'fast'],
    ['speed', '1001'],
    ['step', '0'],
    ['step', '1.5'],
    ['rewind', 'someday'],
  ]) {
    expect((await dvm('clock', ...texts)).code).toBe(2);
  }
  await dvm('clock', 'speed', '×60');
  await dvm('clock', 'step', '10');
  expect(double.commands).toEqual([
    { type: 'clock.speed', speed: 60 },
    { type: 'clock.step', ticks: 10 },
  ]);
});
