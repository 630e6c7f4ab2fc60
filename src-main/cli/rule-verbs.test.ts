import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openGatewayDouble, type GatewayDouble } from './gateway-double.fixture.ts';
import { against, runInTest, type Ran } from './run-in-test.fixture.ts';
import { labEpoch, labTick } from './small-lab.fixture.ts';
import { furnishPlant, warmRule } from './small-plant.fixture.ts';

let double: GatewayDouble;
beforeEach(async () => {
  double = await openGatewayDouble();
  furnishPlant(double);
});
afterEach(() => double.close());

const dvm = (...texts: string[]): Promise<Ran> => runInTest(texts, { env: against(double) });
const withFile = (text: string, ...texts: string[]): Promise<Ran> =>
  runInTest([...texts, '-f', '-'], {
    env: against(double),
    readStandardInput: () => Promise.resolve(text),
  });
const shown = async (): Promise<string> => (await dvm('rule', 'show', 'inlet-warning')).out;

test('FR-150-044 what show prints is what put takes', async () => {
  const text = await shown();
  expect(parse(text)).toEqual(warmRule);
  expect(text).toMatch(/^id: inlet-warning\n/);
  expect(await withFile(text, 'rule', 'put')).toEqual({ code: 0, out: '', words: 'Wrote inlet-warning.\n' });
  expect(double.commands).toEqual([{ type: 'rule.put', rule: warmRule }]);
});

test('FR-150-044 a rule that there is not is answered with the nearest', async () => {
  const ran = await dvm('rule', 'show', 'inlet-waning');
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.words).toContain('There is no alarm rule inlet-waning [not-found]');
  expect(ran.words).toContain('Did you mean inlet-warning?');
});

test.each([
  {
    fault: 'a wrong value',
    right: 'direction: above',
    wrong: 'direction: up',
    told: /-:10:14: test\.direction: /,
  },
  {
    fault: 'a field of the wrong kind',
    right: 'deadband: 0.5',
    wrong: 'deadband: wide',
    told: /-:12:11: deadband: .*number/,
  },
  {
    fault: 'a field that nobody knows',
    right: 'deadband: 0.5',
    wrong: 'deadband: 0.5\nonDelya: 3',
    told: /-:13:10: onDelya: /,
  },
  {
    fault: 'a field that is missing',
    right: 'action: Look for blocked tiles.',
    wrong: '',
    told: /-:1:1: action: /,
  },
  { fault: 'a kind that there is not', right: '- rack', wrong: '- rak', told: /-:4:5: kinds\[0\]: / },
  { fault: 'what is no YAML', right: 'test:', wrong: 'test: {', told: /-:\d+:\d+: \S/ },
])(
  'FR-150-044 $fault in a rule is told with its line, and nothing is sent',
  async ({ right, wrong, told }) => {
    const text = (await shown()).replace(right, wrong);
    const ran = await withFile(text, 'rule', 'put');
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.words).toMatch(told);
    expect(ran.words).toContain('[invalid-input]');
    expect(double.commands).toEqual([]);
  },
);

test('FR-150-044 a file must be named, and must be there', async () => {
  expect((await dvm('rule', 'put')).code).toBe(2);
  expect((await dvm('rule', 'preview')).code).toBe(2);
  const gone = await dvm('rule', 'put', '-f', 'nowhere.yaml');
  expect(gone.code).toBe(2);
  expect(gone.words).toContain('nowhere.yaml');
});

test('FR-150-045 a preview tells how often, on how many, when and where, and changes nothing', async () => {
  const at = labEpoch + labTick * 1000;
  double.answers.set('rule-preview', ({ rule, from }: { readonly rule: unknown; readonly from: number }) => {
    expect(rule).toEqual(warmRule);
    return {
      from,
      to: at,
      fired: 14,
      sensors: 1,
      watched: 400,
      judged: 200,
      readings: 1000,
      resolution: 10_000,
      extent: 'part',
      seconds: 600,
      examples: [{ sensor: 'sensor-2', at, until: null, value: 29, message: 'Inlet 29.0 °C over 28.0' }],
    };
  });
  const ran = await withFile(await shown(), 'rule', 'preview');
  expect(ran.out).toBe(
    'would have rung 14 times on 1 of 400 sensors (200 of them were looked at) since 2025-12-29 08:20:00\n' +
      '  2026-01-05 08:20:00  A02/inlet: Inlet 29.0 °C over 28.0\n',
  );
  expect(double.commands).toEqual([]);
});

test('FR-150-046 rules are removed when all of them are there, and put back all at once', async () => {
  const wrong = await dvm('rule', 'remove', 'inlet-warning', 'inlet-warming');
  expect(wrong.code).toBe(1);
  expect(wrong.words).toContain('Did you mean inlet-warning?');
  expect(double.commands).toEqual([]);
  expect((await dvm('rule', 'remove', 'inlet-warning')).words).toBe('Removed inlet-warning.\n');
  expect((await dvm('rule', 'reset')).code).toBe(0);
  expect(double.commands).toEqual([{ type: 'rule.remove', id: 'inlet-warning' }, { type: 'rule.reset' }]);
});
