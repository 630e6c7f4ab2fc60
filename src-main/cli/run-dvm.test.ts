import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { against, runInTest, type Ran } from './run-in-test.fixture.ts';
import { openGatewayDouble, type GatewayDouble } from './gateway-double.fixture.ts';
import { furnish, isaCounts, smallLabAlarm, smallLabStatus } from './small-lab.fixture.ts';
import { verbs } from './verbs.table.ts';

let double: GatewayDouble;
beforeEach(async () => {
  double = await openGatewayDouble();
  furnish(double);
});
afterEach(() => double.close());

const dvm = (...texts: string[]): Promise<Ran> => runInTest(texts, { env: against(double) });

test('FR-150-008 data goes to standard output, aligned, and words to standard error', async () => {
  const ran = await dvm('get', 'racks');
  expect(ran).toEqual({
    code: 0,
    words: '',
    out: [
      'NAME       ROOM   ROW    INLET  POWER     RATED  STATUS',
      'room1/A01  room1  A    28.4 °C      –  10.00 kW  major',
      'A02        room1  A          –      –  10.00 kW  ok',
      'room2/A01  room2  A          –      –  10.00 kW  ok',
      '',
    ].join('\n'),
  });
});

test('FR-150-008 nothing to list is said in words, and is no data', async () => {
  double.answers.set('alarms', { items: [], counts: isaCounts, revision: 40 });
  expect(await dvm('get', 'alarms')).toEqual({ code: 0, out: '', words: 'No alarms.\n' });
  expect((await dvm('get', 'alarms', '-o', 'json')).out).toBe('[]\n');
});

test('FR-150-011 JSON carries the contract, a list for many and the thing itself for one', async () => {
  const many = JSON.parse((await dvm('get', 'racks', '--room', 'room1', '-o', 'json')).out) as {
    id: string;
  }[];
  expect(many.map((rack) => rack.id)).toEqual(['rack-1', 'rack-2']);
  const one = JSON.parse((await dvm('get', 'rack', 'room2/A01', '-o', 'json')).out) as object;
  expect(one).toMatchObject({
    id: 'rack-3',
    kind: 'rack',
    path: 'west/room2/A/A01',
    spec: { ratedPower: 10 },
  });
});

test('FR-150-011 YAML says the same as JSON, and -o name only how to call it', async () => {
  const [json, yaml, names] = await Promise.all([
    dvm('get', 'sensors', '-o', 'json'),
    dvm('get', 'sensors', '-o', 'yaml'),
    dvm('get', 'racks', '-o', 'name'),
  ]);
  expect(parseYaml(yaml.out)).toEqual(JSON.parse(json.out));
  expect(names.out).toBe('room1/A01\nA02\nroom2/A01\n');
});

test('FR-150-012 a name that may mean two things is asked back, with what would be clear', async () => {
  const ran = await dvm('describe', 'rack', 'A01');
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.words).toContain('A01 may mean 2 things');
  expect(ran.words).toContain('Say which: room1/A01, room2/A01');
});

test.each(['rack-1', 'room1/A01', 'west/room1/A/A01', 'ROOM1/a01'])(
  'FR-150-012 %s is the rack in the first room',
  async (reference) => {
    const ran = await dvm('describe', 'rack', reference, '-o', 'json');
    expect(JSON.parse(ran.out)).toMatchObject({ id: 'rack-1' });
  },
);

test('FR-150-012 a name that nothing has is answered with the nearest', async () => {
  const ran = await dvm('get', 'rack', 'A20');
  expect(ran.code).toBe(1);
  expect(ran.words).toContain('There is no rack called A20');
  expect((await dvm('get', 'sensors', '--room', 'rom1')).words).toContain('Did you mean room1');
});

test('FR-150-025 describe tells what stands in it, what it reads and what rings', async () => {
  const { out } = await dvm('describe', 'rack', 'room1/A01');
  expect(out).toContain('west/room1/A/A01');
  expect(out).toMatch(/temperature front-middle\s+28\.4 °C/);
  expect(out).toMatch(/web-1\s+device, U10–U11, server, R660/);
  expect(out).toContain('alarm-7  major  ACTIVE');
});

test('status says what the host says, and that it is simulated', async () => {
  const { out } = await dvm('status');
  expect(out).toContain('Starter (starter), seed 2a, SIMULATED');
  expect(out).toContain('2026-01-05 08:20:00 (tick 1200)');
  expect(out).toMatch(/MQTT\s+up, mqtt:\/\/127\.0\.0\.1:1883/);
  expect(JSON.parse((await dvm('status', '-o', 'json')).out)).toEqual(smallLabStatus);
});

test('FR-150-007 a narrowing that a listing does not know is wrong usage, not an empty list', async () => {
  const ran = await dvm('get', 'labs', '--room', 'room1');
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.words).toContain('--room does not narrow labs');
});

test('FR-150-007 a token the host does not know is refused with the way out', async () => {
  const ran = await runInTest(['status'], { env: { ...against(double), COLDAISLE_TOKEN: 'wrong' } });
  expect(ran.code).toBe(1);
  expect(ran.words).toContain('does not accept the token');
});

test('FR-150-007 an interrupted dvm ends with 130 and says nothing', async () => {
  const stopped = new AbortController();
  stopped.abort();
  expect(await runInTest(['status'], { env: against(double), signal: stopped.signal })).toEqual({
    code: 130,
    out: '',
    words: '',
  });
});

test('FR-150-015 an answer lost on the way is asked for again under the same key', async () => {
  double.replies.push('cut');
  expect((await dvm('clock', 'pause')).code).toBe(0);
  expect(double.commands).toEqual([{ type: 'clock.pause' }, { type: 'clock.pause' }]);
  expect(new Set(double.keys).size).toBe(1);
  await dvm('clock', 'pause');
  expect(new Set(double.keys).size).toBe(2);
});

test('FR-150-015 a host that stays silent ends with 4', async () => {
  double.replies.push('cut', 'cut', 'cut');
  const ran = await dvm('clock', 'pause');
  expect(ran.code).toBe(4);
  expect(ran.words).toContain('was lost');
});

test('FR-150-016 a refusal is told with its place, its code and the way out', async () => {
  double.replies.push({
    code: 'slot-taken',
    message: 'U12 of A02 is taken by web-4',
    where: 'spec.slot',
    hint: 'U20 is free.',
  });
  const ran = await dvm('move', 'device', 'web-1', '--in', 'A02', '--u', '12');
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.words).toBe('dvm: U12 of A02 is taken by web-4 (spec.slot) [slot-taken]\n     U20 is free.\n');
});

test('FR-150-023 alarms are acknowledged by id or number, with a note', async () => {
  expect((await dvm('alarm', 'ack', '7', 'alarm-8', '--note', 'on it')).code).toBe(0);
  expect(double.commands).toEqual([
    { type: 'alarm.acknowledge', id: 'alarm-7', note: 'on it' },
    { type: 'alarm.acknowledge', id: 'alarm-8', note: 'on it' },
  ]);
  expect((await dvm('alarm', 'ack', 'rack-1')).code).toBe(2);
});

test('FR-150-024 api hands through what the gateway says', async () => {
  expect(JSON.parse((await dvm('api', 'GET', 'alarms')).out)).toEqual({
    items: [smallLabAlarm],
    counts: isaCounts,
    revision: 40,
  });
  const refused = await dvm('api', 'GET', '/api/v1/nothing');
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.out)).toMatchObject({ code: 'not-found' });
  expect(refused.words).toContain('[not-found]');
  await dvm('api', 'POST', 'commands', '--body', '{"command":{"type":"clock.resume"}}');
  expect(double.commands).toEqual([{ type: 'clock.resume' }]);
});

test('FR-150-001 the story learns that it was dvm, and who sat there', async () => {
  await dvm('clock', 'pause');
  expect(double.headers.at(-1)).toMatchObject({
    'x-coldaisle-client': 'cli',
    'x-coldaisle-name': expect.any(String) as string,
  });
});

const everyLeaf = verbs.flatMap((verb) =>
  verb.kind === 'leaf'
    ? [[verb.name, verb] as const]
    : verb.leaves.map((leaf) => [`${verb.name} ${leaf.name}`, leaf] as const),
);

test.each(everyLeaf)(
  'FR-150-004 dvm %s explains itself, its words, its flags and an example',
  async (words, leaf) => {
    const { code, out } = await runInTest(['help', ...words.split(' ')]);
    expect(code).toBe(0);
    expect(await runInTest([...words.split(' '), '--help'])).toEqual({ code: 0, out, words: '' });
    expect(out).toContain(leaf.summary);
    for (const name of Object.keys(leaf.flags)) expect(out).toContain(`--${name}`);
    for (const operand of leaf.operands) expect(out).toContain(operand.help);
    expect(leaf.examples.length).toBeGreaterThan(0);
  },
);

test('FR-150-004 the general help names every verb', async () => {
  const { out } = await runInTest(['help']);
  for (const verb of verbs) expect(out).toMatch(new RegExp(`^  ${verb.name}\\s+\\S`, 'm'));
});

test('FR-150-004 half a command shows what may follow, as words, and is wrong usage', async () => {
  const ran = await runInTest(['lab']);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.words).toContain('dvm lab export [FILE]');
  expect((await runInTest([])).code).toBe(2);
});

test('FR-150-006 a mistyped verb is answered with the nearest', async () => {
  expect((await runInTest(['staus'])).words).toContain('Did you mean status');
  expect((await runInTest(['clock', 'pasue'])).words).toContain('Did you mean pause');
});

test('FR-150-004 flags of all verbs may stand before the verb', async () => {
  const ran = await runInTest([
    '--url',
    double.url,
    '--token',
    against(double)['COLDAISLE_TOKEN'] ?? '',
    'clock',
    '--color=never',
    'status',
  ]);
  expect(ran.code).toBe(0);
  expect(ran.out).toContain('runs at ×60');
});
