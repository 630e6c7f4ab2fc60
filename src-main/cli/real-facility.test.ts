/** The facility's verbs against a host of their own: nothing here is a double. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
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
  await dvm('clock', 'pause');
});
afterAll(() => host.close());

const dvm = (...texts: string[]): Promise<Ran> =>
  runInTest(texts, { env: { COLDAISLE_DATA: data }, directory: data });
const json = async <T>(...texts: string[]): Promise<T> =>
  JSON.parse((await dvm(...texts, '-o', 'json')).out) as T;

/** Lab seconds, on a clock that stands still otherwise. */
async function pass(seconds: number): Promise<void> {
  const tick = async () => (await json<{ clock: { tick: number } }>('status')).clock.tick;
  const until = (await tick()) + seconds;
  expect((await dvm('clock', 'step', String(seconds))).code).toBe(0);
  await expect.poll(tick, { timeout: 30_000 }).toBe(until);
}

type Unit = {
  readonly name: string;
  readonly readings: readonly { readonly metric: string; readonly value: number | null }[];
};
const reads = async (kind: string, name: string, metric: string): Promise<number | null | undefined> =>
  (await json<Unit>('get', kind, name)).readings.find((each) => each.metric === metric)?.value;

test('FR-150-051 the chain of the starter lab is listed, from the grid to the cells', async () => {
  await pass(60);
  const states = {
    utilities: 'present',
    transformers: 'energised',
    gensets: 'off',
    atses: 'on-utility',
    ups: 'online',
    batteries: 'floating',
    panels: 'energised',
    pdus: 'energised',
    cracs: 'running',
    chillers: 'running',
  };
  for (const [kind, state] of Object.entries(states)) {
    const isSaid = new RegExp(`\\b${state}\\b`);
    const others = async (): Promise<readonly string[]> => {
      const [headings = '', ...lines] = (await dvm('get', kind)).out.trimEnd().split('\n');
      expect(headings).toContain('STATE');
      expect(lines.length).toBeGreaterThan(0);
      return lines.filter((line) => !isSaid.test(line));
    };
    // Readings pass the broker first.
    await expect.poll(others).toEqual([]);
  }
});

test('FR-150-041 what-if computes what the loss of a floor PDU would do, and does nothing', async () => {
  const story = async () => (await json<{ revision: number }>('status')).revision;
  const before = await story();
  const ran = await dvm('what-if', 'panel-a');
  expect(ran.out).toMatch(/^dark +none$/m);
  expect(ran.out).toMatch(/^one feed +A01, A02, .*E04$/m);
  expect((await dvm('what-if', 'ups-01')).code).toBe(0);
  expect((await dvm('what-if', 'ats-01')).out).toMatch(/^on battery +ups-01 \d+ min, ups-02 \d+ min$/m);
  expect((await dvm('what-if', 'A01')).out).toContain('hangs on ats-01');
  expect((await dvm('what-if', 'crac-01')).words).toContain('[wrong-kind]');
  expect(await story()).toBe(before);
});

test('FR-150-040 a breaker that is opened takes its feed away, and closed it brings it back', async () => {
  expect((await dvm('order', 'breaker-open', 'A01/pdu-a')).code).toBe(0);
  await pass(120);
  await expect.poll(() => reads('pdu', 'A01/pdu-a', 'power')).toBe(0);
  await expect.poll(() => reads('pdu', 'A01/pdu-b', 'power')).toBeGreaterThan(0);
  expect((await dvm('what-if', 'A01/pdu-b')).out).toMatch(/^dark +A01$/m);
  expect((await dvm('order', 'breaker-close', 'A01/pdu-a')).code).toBe(0);
  await pass(120);
  await expect.poll(() => reads('pdu', 'A01/pdu-a', 'power')).toBeGreaterThan(0);
  const cell = await dvm('order', 'cell-replace', 'string-01', '--value', '99');
  expect(cell.code).toBe(1);
  expect(cell.words).toContain('Give a number from 1 to ');
});

test('FR-150-047 FR-150-048 FR-150-049 FR-150-054 an alarm is shelved, and a sensor taken out of service', async () => {
  // The breaker above rang for the rack PDU that it left dead.
  type Listed = { readonly id: string; readonly on: string; readonly isa: string };
  await expect
    .poll(async () => (await json<Listed[]>('get', 'alarms')).map(({ on }) => on))
    .toContain('room1/A/A01/pdu-a');
  const [alarm] = (await json<Listed[]>('get', 'alarms')).filter(({ on }) => on === 'room1/A/A01/pdu-a');
  const id = alarm?.id ?? '';
  expect((await dvm('alarm', 'shelve', id, '--minutes', '30', '--reason', 'Drill')).code).toBe(0);
  expect((await dvm('get', 'alarms', '--isa', 'shelved', '-o', 'name')).out).toBe(`${id}\n`);
  expect((await dvm('get', 'alarms', '-o', 'wide')).out).toContain(': Drill');
  expect((await dvm('alarm', 'unshelve', id)).code).toBe(0);
  expect((await dvm('alarm', 'unshelve', id)).code).toBe(1);
  expect((await dvm('alarm', 'shelve', '9999', '--reason', 'x')).words).toContain('[not-found]');

  expect((await dvm('alarm', 'service', 'A01/temperature', '--out', '--reason', 'Repair')).code).toBe(0);
  const rules = JSON.parse((await dvm('api', 'GET', 'rules')).out) as { outOfService: unknown[] };
  expect(rules.outOfService).toMatchObject([{ reason: 'Repair' }]);
  expect((await dvm('alarm', 'service', 'A01/temperature')).code).toBe(0);
  expect((await dvm('alarm', 'kpis')).out).toMatch(/^alarms a day +\d+\.\d +150 /m);
});

test('FR-150-044 FR-150-045 FR-150-046 a rule is shown, changed, previewed, written, removed and reset', async () => {
  const shown = await dvm('rule', 'show', 'inlet-warning');
  const rule = parse(shown.out) as { id: string; test: { limit: number } };
  const cold = { ...rule, id: 'any-inlet', test: { ...rule.test, limit: 10 } };
  await writeFile(join(data, 'cold.yaml'), stringify(cold));
  const preview = await dvm('rule', 'preview', '-f', 'cold.yaml');
  expect(preview.out).toMatch(/^would have rung \d+ times on 20 of 20 sensors since /);
  expect(preview.out).toMatch(/^ {2}\S+ \S+ {2}\S+\/temperature: Inlet/m);
  expect((await dvm('rule', 'put', '-f', 'cold.yaml')).words).toBe('Wrote any-inlet.\n');
  expect((await dvm('get', 'rules', 'any-inlet')).out).toContain('above 10 °C');
  await writeFile(join(data, 'blind.yaml'), stringify({ ...cold, kinds: ['ups'] }));
  expect((await dvm('rule', 'put', '-f', 'blind.yaml')).words).toContain('A ups has no temperature');
  expect((await dvm('rule', 'remove', 'any-inlet')).code).toBe(0);
  expect((await dvm('rule', 'show', 'any-inlet')).code).toBe(1);
  expect((await dvm('rule', 'remove', 'inlet-warning')).code).toBe(0);
  expect((await dvm('rule', 'reset')).code).toBe(0);
  expect((await dvm('rule', 'show', 'inlet-warning')).out).toBe(shown.out);
});

test('FR-150-042 FR-150-043 a drill is taken, given up and reported', async () => {
  expect((await dvm('drill', 'report')).words).toContain('No drill has been taken yet');
  expect(await dvm('drill', 'start', 'dark-grid')).toMatchObject({ code: 0, out: 'drill-1\n' });
  expect((await dvm('drill', 'start', 'hot-rack')).words).toContain('[wrong-state]');
  expect((await dvm('drill', 'report')).words).toContain('dark-grid still runs');
  await pass(60);
  await expect.poll(async () => (await dvm('get', 'gensets')).out).toContain('running');
  const ended = await dvm('drill', 'end');
  expect(ended.out).toMatch(/^dark-grid: \d+ of 100 points \(given up\)$/m);
  expect((await dvm('drill', 'report')).out).toBe(ended.out);
  expect((await dvm('drill', 'report', 'hot-rack')).words).toContain('has not been taken yet');
  expect((await dvm('get', 'drills')).out).toMatch(/^dark-grid .* taken once$/m);
});

test('FR-150-052 FR-150-053 a scenario is scheduled, sized, and stops by itself', async () => {
  const later = await dvm('scenario', 'run', 'MAINS_FAILURE', '--target', 'site1', '--in', '40');
  expect(later.code).toBe(0);
  expect((await dvm('get', 'scenarios')).out).toMatch(/MAINS_FAILURE .* on site1, in 40 s /);
  expect((await dvm('scenario', 'stop', later.out.trim())).code).toBe(0);
  const size = await dvm('scenario', 'run', 'POWER_SPIKE', '--target', 'A02', '--size', '900');
  expect(size.words).toContain('from 1 to 200 %');
  await dvm('scenario', 'run', 'POWER_SPIKE', '--target', 'A02', '--size', '30', '--duration', '20');
  expect((await dvm('get', 'scenarios')).out).toMatch(/POWER_SPIKE .* on A02 /);
  await pass(60);
  await expect.poll(async () => (await dvm('get', 'scenarios')).out).not.toMatch(/POWER_SPIKE .* on A02 /);
  expect((await dvm('scenario', 'list', '-o', 'wide')).out).toContain('Load added, 1 to 200 %, usually 40');
});

test('FR-150-050 FR-150-054 a face is switched on, and the device tells the command to copy', async () => {
  expect((await dvm('settings', 'set', 'faces.nut.state=on', 'faces.nut.port=0')).code).toBe(0);
  expect(parse((await dvm('settings')).out)).toMatchObject({ faces: { nut: { state: 'on', port: 0 } } });
  await expect.poll(async () => (await dvm('describe', 'ups', 'ups-01')).out).toMatch(/^nut +upsc ups-01@/m);
  const wrong = await dvm('settings', 'set', 'faces.nut.state=maybe');
  expect(wrong.code).toBe(1);
  expect(wrong.words).toContain('faces.nut.state');
  expect((await dvm('settings', 'set', 'faces.nut.state=off')).code).toBe(0);
});

test('FR-150-051 what the chain read can be written to a file', async () => {
  const ran = await dvm('export-readings', '--within', 'ups-01', '--from', '-2m', '--out', 'ups.csv');
  expect(ran.code).toBe(0);
  expect((await readFile(join(data, 'ups.csv'), 'utf8')).split('\n').length).toBeGreaterThan(10);
});
