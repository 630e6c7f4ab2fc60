import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGatewayDouble, type GatewayDouble } from './gateway-double.fixture.ts';
import { against, runInTest, type Ran } from './run-in-test.fixture.ts';

let double: GatewayDouble;
beforeEach(async () => {
  double = await openGatewayDouble();
  double.answers.set('operations', { items: [] });
});
afterEach(() => double.close());

const dvm = (...texts: string[]): Promise<Ran> =>
  runInTest(texts, { env: against(double), directory: '/work' });

const counts = { create: 2, change: 1, same: 0, wrong: 1 };
const plan = (more: object = {}) => ({
  operation: 'operation-1',
  csv: {
    header: ['name', 'rack'],
    mapping: ['name', 'rack'],
    delimiter: ',',
    counts,
    problems: [
      {
        line: 3,
        column: 'rack',
        refusal: { code: 'unknown-entity', message: 'There is no rack Z99', hint: 'Say site/room/row/rack' },
      },
    ],
    problemCount: 1,
    lines: [],
    revision: 4,
    ...more,
  },
});
const clean = plan({ counts: { ...counts, wrong: 0 }, problems: [], problemCount: 0 });

test('FR-120-499 a dry run tells each wrong line with what mends it, and sends nothing else', async () => {
  double.replies.push(plan());
  const { out, words, code } = await dvm('import-csv', 'devices.csv', '--dry-run');
  expect(out).toBe('line 3, rack: There is no rack Z99. Say site/room/row/rack\n');
  expect(words).toContain('2 new, 1 changed, 0 as they are, 1 wrong');
  expect(words).toContain('1 line would be left out');
  expect(code).toBe(1);
  expect(double.commands).toEqual([{ type: 'desk.check-assets', file: '/work/devices.csv' }]);
});

test('FR-120-499 a file with a wrong line is not imported but for its good lines where that is said', async () => {
  double.replies.push(plan());
  const refused = await dvm('import-csv', 'devices.csv');
  expect([refused.code, double.commands.length]).toEqual([1, 1]);
  expect(refused.words).toContain('1 line wrong: nothing was imported');
  double.replies.push(plan(), { operation: 'operation-2' });
  const good = await dvm('import-csv', 'devices.csv', '--good-lines');
  expect(good.words).toContain('Imported: 2 new, 1 changed.');
  expect(good.code).toBe(1);
  expect(double.commands.at(-1)).toMatchObject({ type: 'desk.import-assets', lines: 'good' });
});

test('FR-120-499 a file without mistakes is imported as it was read, and one that changes nothing is not', async () => {
  double.replies.push(clean, { operation: 'operation-2' });
  const { code, words } = await dvm('import-csv', '/data/devices.csv');
  expect([code, words]).toEqual([0, expect.stringContaining('Imported: 2 new, 1 changed.')]);
  expect(double.commands.at(-1)).toEqual({
    type: 'desk.import-assets',
    file: '/data/devices.csv',
    mapping: ['name', 'rack'],
    lines: 'all',
  });
  double.replies.push(
    plan({ counts: { create: 0, change: 0, same: 3, wrong: 0 }, problems: [], problemCount: 0 }),
  );
  const same = await dvm('import-csv', '/data/devices.csv');
  expect([same.code, same.words]).toEqual([0, expect.stringContaining('No line would change anything.')]);
  expect(double.commands).toHaveLength(3);
});

const report = {
  added: 4,
  replaced: 1,
  wrong: 1,
  remarks: [{ file: 'Acme/bad.yml', level: 'wrong', message: 'model is missing' }],
  remarkCount: 3,
};

test('FR-120-500 device types are taken from a folder or tried, and each remark names its file', async () => {
  double.replies.push({ operation: 'operation-1', deviceTypes: report });
  const tried = await dvm('device-types', 'library', '--dry-run');
  expect(tried.out).toBe('wrong: Acme/bad.yml: model is missing\n');
  expect(tried.words).toContain('and 2 more remarks');
  expect(tried.words).toContain('Nothing was taken; there would be 4 new, 1 replaced, 1 left out');
  expect(tried.code).toBe(1);
  double.replies.push({
    operation: 'operation-2',
    deviceTypes: { ...report, wrong: 0, remarks: [], remarkCount: 0 },
  });
  const taken = await dvm('device-types', 'library');
  expect(taken.code).toBe(0);
  expect(double.commands).toEqual([
    { type: 'desk.import-device-types', file: '/work/library', mode: 'check' },
    { type: 'desk.import-device-types', file: '/work/library', mode: 'import' },
  ]);
});
