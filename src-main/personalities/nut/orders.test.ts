import { afterEach, beforeEach, expect, test } from 'vitest';
import { refused } from '../../../sim/contract/result.ts';
import { ask, list, logIn, openBench, ups, type NutBench } from './nut-bench.fixture.ts';

let bench: NutBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

test.each([
  ['INSTCMD ups-01 bypass.start', 'ups-bypass'],
  ['INSTCMD ups-01 bypass.stop', 'ups-online'],
  ['INSTCMD ups-01 load.off', 'ups-off'],
  ['INSTCMD ups-01 load.on', 'ups-online'],
  ['SET VAR ups-01 input.eco.switchable "ECO"', 'ups-eco'],
  ['SET VAR ups-01 input.eco.switchable normal', 'ups-online'],
])('FR-130-126 %s is the order %s, through the door', async (said, verb) => {
  const line = await bench.dialIn();
  await logIn(line);
  expect(await ask(line, said)).toBe('OK');
  expect(bench.orders).toEqual([
    {
      command: { type: 'plant.order', target: ups, verb, value: null },
      actor: { origin: 'nut', name: expect.stringMatching(/^admin 127\.0\.0\.1:\d+$/), role: 'operator' },
    },
  ]);
});

test.each([
  'INSTCMD ups-01 load.off',
  'SET VAR ups-01 input.eco.switchable ECO',
  'LOGIN ups-01',
  'FSD ups-01',
])('FR-130-126 %s asks who it is, and only the one user may', async (said) => {
  const line = await bench.dialIn();
  expect(await ask(line, said)).toBe('ERR USERNAME-REQUIRED');
  await ask(line, 'USERNAME admin');
  expect(await ask(line, said)).toBe('ERR PASSWORD-REQUIRED');
  await ask(line, 'PASSWORD guess');
  expect(await ask(line, said)).toBe('ERR ACCESS-DENIED');
  expect(bench.orders).toEqual([]);
});

test('FR-130-126 the password is SNMP’s write community, from the moment it is changed', async () => {
  bench.tell({ snmp: { writeCommunity: 'other words' } });
  const line = await bench.dialIn();
  await ask(line, 'USERNAME admin');
  await ask(line, 'PASSWORD "other words"');
  expect(await ask(line, 'INSTCMD ups-01 load.on')).toBe('OK');
});

test.each([
  ['not-allowed', 'ERR ACCESS-DENIED', 'ERR ACCESS-DENIED'],
  ['unknown-entity', 'ERR UNKNOWN-UPS', 'ERR UNKNOWN-UPS'],
  ['invalid-input', 'ERR INVALID-ARGUMENT', 'ERR INVALID-ARGUMENT'],
  ['wrong-state', 'ERR INSTCMD-FAILED', 'ERR SET-FAILED'],
] as const)(
  'FR-130-127 what the door refuses as %s is said in NUT’s words, and logged',
  async (code, one, other) => {
    bench.answer(refused(code, 'no'));
    const line = await bench.dialIn();
    await logIn(line);
    expect(await ask(line, 'INSTCMD ups-01 load.off')).toBe(one);
    expect(await ask(line, 'SET VAR ups-01 input.eco.switchable ECO')).toBe(other);
    expect(bench.warnings).toMatchObject([
      { fields: { refusal: { code } } },
      { fields: { refusal: { code } } },
    ]);
  },
);

test('FR-130-126 a tracked command tells its end when it is asked for', async () => {
  const line = await bench.dialIn();
  expect(await ask(line, 'SET TRACKING ON')).toBe('ERR USERNAME-REQUIRED');
  await logIn(line);
  expect(await ask(line, 'GET TRACKING')).toBe('OFF');
  expect(await ask(line, 'GET TRACKING some-id')).toBe('ERR FEATURE-NOT-CONFIGURED');
  expect(await ask(line, 'SET TRACKING MAYBE')).toBe('ERR INVALID-ARGUMENT');
  expect(await ask(line, 'SET TRACKING ON')).toBe('OK');
  const [, fine] = /^OK TRACKING (\S+)$/.exec(await ask(line, 'INSTCMD ups-01 load.on')) ?? [];
  bench.answer(refused('wrong-state', 'no'));
  const [, bad] = /^OK TRACKING (\S+)$/.exec(await ask(line, 'INSTCMD ups-01 load.off')) ?? [];
  expect(await ask(line, `GET TRACKING ${fine}`)).toBe('SUCCESS');
  expect(await ask(line, `GET TRACKING ${bad}`)).toBe('ERR FAILED');
  expect(await ask(line, 'GET TRACKING some-id')).toBe('ERR UNKNOWN');
  expect(await ask(line, 'GET TRACKING')).toBe('ON');
});

test('a client that draws power is counted until it leaves', async () => {
  const line = await bench.dialIn();
  const other = await bench.dialIn();
  await logIn(line);
  expect(await ask(line, 'LOGIN ups-09')).toBe('ERR UNKNOWN-UPS');
  expect(await ask(line, 'LOGIN ups-01')).toBe('OK');
  expect(await ask(line, 'LOGIN ups-01')).toBe('ERR ALREADY-LOGGED-IN');
  expect(await ask(other, 'GET NUMLOGINS ups-01')).toBe('NUMLOGINS ups-01 1');
  expect(await list(other, 'CLIENT ups-01')).toEqual(['CLIENT ups-01 127.0.0.1']);
  expect(await ask(line, 'LOGOUT')).toBe('OK Goodbye');
  await line.ended;
  await expect.poll(() => ask(other, 'GET NUMLOGINS ups-01')).toBe('NUMLOGINS ups-01 0');
});

test('a primary may force a shutdown, which all clients see until the server is switched off', async () => {
  const line = await bench.dialIn();
  await logIn(line);
  expect(await ask(line, 'PRIMARY ups-01')).toBe('OK PRIMARY-GRANTED');
  expect(await ask(line, 'MASTER ups-01')).toBe('OK MASTER-GRANTED');
  expect(await ask(line, 'PRIMARY ups-09')).toBe('ERR UNKNOWN-UPS');
  expect(await ask(line, 'FSD ups-01')).toBe('OK FSD-SET');
  expect(await ask(await bench.dialIn(), 'GET VAR ups-01 ups.status')).toMatch('"FSD OL"');
  bench.tell({ nut: { state: 'off' } });
  await bench.face.settled();
  await line.ended;
  bench.tell({ nut: { state: 'on', port: bench.port } });
  await bench.face.settled();
  expect(await ask(await bench.dialIn(), 'GET VAR ups-01 ups.status')).toMatch('"OL"');
});
