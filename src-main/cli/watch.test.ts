import { afterEach, beforeEach, expect, test } from 'vitest';
import { encodeLaneFrame } from '../../sim/contract/lane-frame.ts';
import { against, runInTest, type Ran } from './run-in-test.fixture.ts';
import { openGatewayDouble, type GatewayDouble } from './gateway-double.fixture.ts';
import { furnishPlant } from './small-plant.fixture.ts';
import { furnish, labEpoch, isaCounts, smallLabAlarm } from './small-lab.fixture.ts';

let double: GatewayDouble;
beforeEach(async () => {
  double = await openGatewayDouble();
  furnish(double);
});
afterEach(() => double.close());

/** Runs until as many lines were printed, doing one thing after each; then it is interrupted. */
async function watching(texts: readonly string[], steps: readonly (() => unknown)[]): Promise<Ran> {
  const stop = new AbortController();
  let step = 0;
  const onData = (): void => {
    const next = steps[step];
    step += 1;
    if (next === undefined) stop.abort();
    else void next();
  };
  return runInTest(texts, { env: against(double), signal: stop.signal, onData });
}

const actor = { origin: 'ui', name: 'ada', role: 'admin' };
const logged = (revision: number, event: object) => ({ revision, tick: 1201, actor, event });
const events = (...items: object[]) => ({ op: 'events', branch: 'branch-1', items });
const acknowledged = logged(41, {
  type: 'alarm.acknowledged',
  id: 'alarm-7',
  by: 'ada',
  note: null,
  at: labEpoch,
});

test('FR-150-013 a watch prints what is there, then what changed, and ends with 130', async () => {
  const ran = await watching(
    ['get', 'alarms', '-w', '-o', 'json'],
    [
      () => {
        double.answers.set('alarms', {
          items: [{ ...smallLabAlarm, state: 'ACKNOWLEDGED' }],
          counts: isaCounts,
          revision: 41,
        });
        return double.say(events(acknowledged));
      },
    ],
  );
  expect(ran).toMatchObject({ code: 130, words: '' });
  const lines = ran.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { change: string; item: { state: string } });
  expect(lines.map(({ change, item }) => [change, item.state])).toEqual([
    ['present', 'ACTIVE'],
    ['changed', 'ACKNOWLEDGED'],
  ]);
});

test('FR-150-013 events of other things are not worth a line', async () => {
  const ran = await watching(
    ['get', 'alarms', '-w', '-o', 'name'],
    [
      async () => {
        await double.say(events(logged(41, { type: 'clock.changed', running: false, speed: 1, owed: 0 })));
        double.answers.set('alarms', {
          items: [{ ...smallLabAlarm, id: 'alarm-8' }],
          counts: isaCounts,
          revision: 42,
        });
        await double.say(events({ ...acknowledged, revision: 42 }));
      },
      () => undefined,
    ],
  );
  expect(ran.out).toBe('alarm-7\nalarm-7\nalarm-8\n');
});

test('FR-150-013 a table goes on under its headings, each line saying what happened', async () => {
  const ran = await watching(
    ['get', 'alarms', '-w'],
    [
      () => undefined,
      () => {
        double.answers.set('alarms', {
          items: [{ ...smallLabAlarm, state: 'RESOLVED' }],
          counts: isaCounts,
          revision: 41,
        });
        return double.say(events(logged(41, { type: 'alarm.resolved', id: 'alarm-7', at: labEpoch })));
      },
    ],
  );
  const [heading = '', first = '', second = ''] = ran.out.split('\n');
  expect(second).toMatch(/^changed {2}alarm-7/);
  expect(heading.indexOf('STATE')).toBe(first.indexOf('ACTIVE'));
  expect(second.indexOf('RESOLVED')).toBe(first.indexOf('ACTIVE'));
});

const frame = (values: readonly number[]) =>
  encodeLaneFrame({
    view: 1,
    at: labEpoch + 1_205_000,
    values: Float32Array.from(values),
    ages: Float32Array.from(values, () => 1),
    qualities: Uint8Array.from(values, () => 0),
  });

test('FR-150-051 a live state is a word too', async () => {
  furnishPlant(double);
  const ran = await watching(
    ['get', 'sensors', 'ups-a/state', '-w'],
    [() => undefined, () => double.say(frame([1]))],
  );
  expect(ran.out).toMatch(/ ups-a\/state .* on-battery /);
  expect(ran.out).toMatch(/^changed +ups-a\/state .* online /m);
});

test('FR-150-014 a sensor is printed again when what is shown of it changed', async () => {
  const ran = await watching(
    ['get', 'sensors', '-w', '-o', 'json'],
    [
      () => undefined,
      async () => {
        await double.say(frame([28.42, Number.NaN]));
        await double.say(frame([29.1, 21.5]));
      },
      () => undefined,
    ],
  );
  expect(ran.code).toBe(130);
  const lines = ran.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { change: string; item: { id: string; reading: { value: number } } });
  expect(lines.map(({ change, item }) => [change, item.id, item.reading.value])).toEqual([
    ['present', 'sensor-1', 28.41],
    ['present', 'sensor-2', null],
    ['changed', 'sensor-1', 29.1],
    ['changed', 'sensor-2', 21.5],
  ]);
  expect(double.heard.at(-1)).toMatchObject({ op: 'lanes', sensors: ['sensor-1', 'sensor-2'] });
});

test('FR-150-007 a watch whose host goes ends with 4', async () => {
  const ran = await watching(
    ['get', 'sensors', '-w', '-o', 'name'],
    [() => undefined, () => double.dropSockets(), () => undefined],
  );
  expect(ran.code).toBe(4);
  expect(ran.words).toContain('closed the connection');
});

test('FR-150-019 run --wait tells the alarms and ends when the run is stopped', async () => {
  double.replies.push({ revision: 41, tick: 1200, ids: ['scenario-1'], repeated: false });
  const ran = await watching(
    ['scenario', 'run', 'cooling-failure', '--rack', 'A02', '--severity', 'total', '--wait'],
    [
      () =>
        double.say(
          events(
            logged(42, { type: 'alarm.raised', alarm: smallLabAlarm }),
            logged(43, { type: 'scenario.stopped', id: 'scenario-9' }),
            logged(44, { type: 'scenario.stopped', id: 'scenario-1' }),
          ),
        ),
      () => undefined,
      () => undefined,
    ],
  );
  expect(ran.code).toBe(0);
  expect(double.commands).toEqual([
    { type: 'scenario.run', name: 'COOLING_FAILURE', target: 'rack-2', severity: 'total', delay: 0 },
  ]);
  expect(ran.out).toBe(
    'scenario-1\n2026-01-05 08:20:01  alarm-7 on A01: Inlet 28.4 °C over 28.0\n2026-01-05 08:20:01  stopped scenario-1\n',
  );
});

test('FR-150-019 a scenario needs a place, a known name, and a run that runs', async () => {
  const env = against(double);
  expect((await runInTest(['scenario', 'run', 'COOLING_FAILURE'], { env })).code).toBe(2);
  expect(
    (await runInTest(['scenario', 'run', 'COOLING_FAILURE', '--rack', 'A02', '--room', 'room1'], { env }))
      .code,
  ).toBe(2);
  expect((await runInTest(['scenario', 'run', 'COOLING_FAIL', '--rack', 'A02'], { env })).words).toContain(
    'Did you mean COOLING_FAILURE',
  );
  expect((await runInTest(['scenario', 'stop', 'scenario-1'], { env })).words).toContain(
    'scenario-1 does not run',
  );
  expect((await runInTest(['scenario', 'stop'], { env })).code).toBe(2);
  expect(await runInTest(['scenario', 'stop', '--all'], { env })).toEqual({
    code: 0,
    out: '',
    words: 'Nothing runs.\n',
  });
  expect(double.commands).toEqual([]);
});
