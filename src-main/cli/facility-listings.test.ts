import { afterEach, beforeEach, expect, test } from 'vitest';
import { displayWidth } from './display-width.ts';
import { openGatewayDouble, type GatewayDouble } from './gateway-double.fixture.ts';
import { against, runInTest, type Ran } from './run-in-test.fixture.ts';
import { isaCounts, labEpoch, labTick, smallLabAlarm } from './small-lab.fixture.ts';
import { drillCards, drillRun, furnishPlant, warmRule } from './small-plant.fixture.ts';

let double: GatewayDouble;
beforeEach(async () => {
  double = await openGatewayDouble();
  furnishPlant(double);
});
afterEach(() => double.close());

const dvm = (...texts: string[]): Promise<Ran> => runInTest(texts, { env: against(double) });
const lineOf = ({ out }: Ran, name: string): string =>
  out.split('\n').find((line) => line.startsWith(name)) ?? '';

test.each([
  ['utilities', 'grid'],
  ['transformers', 'tx'],
  ['gensets', 'gen'],
  ['atses', 'switch'],
  ['ups', 'ups-a'],
  ['batteries', 'string'],
  ['panels', 'panel-a'],
  ['pdus', 'pdu-a'],
  ['cracs', 'crac-a'],
  ['chillers', 'chiller'],
])('FR-150-051 dvm get %s lists them with their state', async (kind, name) => {
  const ran = await dvm('get', kind);
  expect(ran.code).toBe(0);
  expect(ran.out.split('\n')[0]).toMatch(/^NAME .* STATE .* STATUS$/);
  expect(lineOf(ran, name)).not.toBe('');
});

test('FR-150-051 a state is a word wherever it is shown', async () => {
  expect(lineOf(await dvm('get', 'ups'), 'ups-a')).toMatch(/\bon-battery\b/);
  expect(lineOf(await dvm('get', 'gensets'), 'gen')).toMatch(/\boff\b/);
  expect(lineOf(await dvm('get', 'sensors'), 'ups-a/state')).toMatch(/\bon-battery\b/);
  expect((await dvm('describe', 'ups', 'ups-a')).out).toMatch(/state middle +on-battery/);
});

test('FR-150-051 what was not read has a dash, and is no fault', async () => {
  expect(lineOf(await dvm('get', 'panels'), 'panel-a')).toMatch(/room1 +– +– +– +125\.00 kW +ok$/);
});

test('FR-150-009 FR-150-051 on a narrow terminal no line of the chain is too wide', async () => {
  for (const kind of ['ups', 'cracs', 'pdus', 'chillers', 'panels', 'scenarios', 'rules', 'drills']) {
    const written: string[] = [];
    const stdout = { isTTY: true, columns: 40, write: (text: string) => written.push(text) };
    const { code } = await runInTest(['get', kind, '--color', 'never'], { env: against(double), stdout });
    const lines = written.join('').trimEnd().split('\n');
    expect({ kind, code, tooWide: lines.filter((line) => displayWidth(line) > 40) }).toEqual({
      kind,
      code: 0,
      tooWide: [],
    });
    expect(lines.length).toBeGreaterThan(1);
  }
});

test('FR-150-051 the chain is narrowed by room, and a room that there is not is answered with the nearest', async () => {
  expect((await dvm('get', 'batteries', '--room', 'room2')).words).toBe('No batteries.\n');
  expect((await dvm('get', 'panels', '--room', 'room1', '-o', 'name')).out).toBe('panel-a\n');
  expect((await dvm('get', 'panels', '--room', 'rom1')).words).toContain('Did you mean room1');
});

test('FR-150-042 drills are listed with their level and the best score', async () => {
  const runs = [drillRun('drill-1', 'dark-grid', 'given-up'), drillRun('drill-2', 'dark-grid', 'running')];
  double.answers.set('drills', { cards: drillCards, runs });
  const ran = await dvm('get', 'drills');
  expect(lineOf(ran, 'dark-grid')).toMatch(/first +72 +running$/);
  expect(lineOf(ran, 'hot-rack')).toMatch(/first +– +–$/);
  expect(await dvm('drill', 'list')).toEqual(ran);
});

test('FR-150-044 rules are listed in words', async () => {
  const items = [
    warmRule,
    {
      ...warmRule,
      id: 'rise',
      test: { type: 'rate', direction: 'above', limit: 0.366_666_7, window: 60 },
      service: 'out-of-service',
    },
    {
      ...warmRule,
      id: 'apart',
      kinds: ['crac'],
      test: { type: 'deviation', direction: 'above', from: 'setpoint', limit: 3 },
    },
    {
      ...warmRule,
      id: 'bridged',
      kinds: ['ups'],
      metric: 'state',
      test: { type: 'state', values: [3, 4] },
    },
    {
      ...warmRule,
      id: 'silent',
      kinds: ['rack', 'ups', 'crac', 'pdu'],
      test: { type: 'stale', periods: 5, of: 'every-metric' },
    },
  ];
  double.answers.set('rules', { items, changed: [], removed: [], outOfService: [] });
  const ran = await dvm('rule', 'list');
  expect(lineOf(ran, 'inlet-warning')).toContain('above 28 °C');
  expect(lineOf(ran, 'rise')).toMatch(/rises more than 0\.367 °C a minute +out$/);
  expect(lineOf(ran, 'apart')).toContain('above Set-point by 3 °C');
  expect(lineOf(ran, 'bridged')).toContain('is on-battery or on-bypass');
  expect(lineOf(ran, 'silent')).toMatch(/4 kinds .* silent for 5 of its periods/);
});

test('FR-150-054 alarms tell their state of ISA-18.2 and why they are quiet, and are narrowed by it', async () => {
  const at = labEpoch + labTick * 1000;
  const items = [
    {
      ...smallLabAlarm,
      isa: 'shelved',
      shelved: { until: at + 3_600_000, by: 'ada', reason: 'Fan tray on its way' },
    },
    { ...smallLabAlarm, id: 'alarm-8', isa: 'suppressed', root: 'alarm-9' },
    { ...smallLabAlarm, id: 'alarm-9', children: 14 },
  ];
  let asked: unknown;
  double.answers.set('alarms', ({ isa }: { readonly isa?: unknown }) => {
    asked = isa;
    return { items, counts: isaCounts, revision: 40 };
  });
  const ran = await dvm('get', 'alarms', '--isa', 'shelved,suppressed', '-o', 'wide');
  expect(asked).toEqual(['shelved', 'suppressed']);
  expect(lineOf(ran, 'alarm-7')).toMatch(/shelved .*until 2026-01-05 09:20:00, ada: Fan tray on its way/);
  expect(lineOf(ran, 'alarm-8')).toMatch(/suppressed .*explained by alarm-9/);
  expect(lineOf(ran, 'alarm-9')).toContain('explains 14');
  const wrong = await dvm('get', 'alarms', '--isa', 'shelvd');
  expect(wrong.code).toBe(2);
  expect(wrong.words).toContain('Did you mean shelved');
});

test('FR-150-054 describe tells where a device answers, with the command to copy', async () => {
  const command = 'upsc ups-a@127.0.0.1:13493';
  double.answers.set('addresses', ({ entity }: { readonly entity: string }) => ({
    items: entity === 'ups-1' ? [{ protocol: 'nut', address: 'ups-a@127.0.0.1:13493', command }] : [],
  }));
  expect((await dvm('describe', 'ups', 'ups-a')).out).toContain(`Answers\nnut  ${command}\n`);
  expect((await dvm('describe', 'genset', 'gen')).out).not.toContain('Answers');
});
