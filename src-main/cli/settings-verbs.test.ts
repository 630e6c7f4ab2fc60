import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { settingsSchema } from '../../sim/contract/settings.ts';
import { openGatewayDouble, type GatewayDouble } from './gateway-double.fixture.ts';
import { against, runInTest, type Ran } from './run-in-test.fixture.ts';
import { furnishPlant } from './small-plant.fixture.ts';

const usual = settingsSchema.parse({});

let double: GatewayDouble;
beforeEach(async () => {
  double = await openGatewayDouble();
  furnishPlant(double);
  double.answers.set('settings', usual);
});
afterEach(() => double.close());

const dvm = (...texts: string[]): Promise<Ran> => runInTest(texts, { env: against(double) });
const set = (...words: string[]): Promise<Ran> => dvm('settings', 'set', ...words);

test('FR-150-050 settings are printed as YAML or JSON', async () => {
  expect(parse((await dvm('settings')).out)).toEqual(usual);
  expect(JSON.parse((await dvm('settings', 'show', '-o', 'json')).out)).toEqual(usual);
});

test('FR-150-050 all that was said is one change, each value as what is there now says', async () => {
  const ran = await set(
    'faces.nut.state=on',
    'faces.nut.port=3493',
    'faces.snmp.community=1234',
    'notify.webhooks=[{ url: http://127.0.0.1:9000/a=b, least: critical }]',
    'notify.smtp.user=',
  );
  expect(ran).toMatchObject({ code: 0, out: '' });
  expect(double.commands).toEqual([
    {
      type: 'desk.configure',
      patch: {
        faces: { nut: { state: 'on', port: 3493 }, snmp: { community: '1234' } },
        notify: { webhooks: [{ url: 'http://127.0.0.1:9000/a=b', least: 'critical' }], smtp: { user: '' } },
      },
    },
  ]);
});

test.each([
  ['faces.nutt.state=on', 1, 'There is no setting faces.nutt [not-found]\n     Did you mean nut?'],
  ['__proto__.x=1', 1, 'There is no setting __proto__'],
  ['faces.nut=on', 2, 'faces.nut is a section: it has state, port'],
  ['hardware.0.state=off', 2, 'hardware is a list: give it as a whole'],
  ['faces.nut.state.now=on', 2, 'faces.nut.state has no parts'],
  ['faces.nut.state', 2, 'faces.nut.state is not PATH=VALUE'],
  ['=on', 2, '=on is not PATH=VALUE'],
  ['hardware=[', 2, 'the value is no YAML'],
])('FR-150-050 %s is refused, and so is what stands beside it', async (word, code, told) => {
  const ran = await set('history.rawDays=14', word);
  expect(ran).toMatchObject({ code, out: '' });
  expect(ran.words).toContain(told);
  expect(double.commands).toEqual([]);
});

test('FR-150-050 what the host does not take is told with its place', async () => {
  double.replies.push({
    code: 'invalid-input',
    message: 'expected one of "off"|"on"',
    where: 'faces.nut.state',
  });
  const ran = await set('faces.nut.state=maybe');
  expect(ran.code).toBe(1);
  expect(ran.words).toContain('expected one of "off"|"on" (faces.nut.state) [invalid-input]');
});
