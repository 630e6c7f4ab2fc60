import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { LogEntry } from '../../../db/lab-store.ts';
import { openHistory } from '../../../db/open-history.ts';
import { openLabStore } from '../../../db/open-lab-store.ts';
import { did, facility, ring, showTime } from '../../../sim/alarms/facility.fixture.ts';
import type { Facility } from '../../../sim/alarms/facility.fixture.ts';
import { alarmRules } from '../../../sim/alarms/rules.table.ts';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { EntityId, Revision } from '../../../sim/contract/ids.ts';
import { queries } from '../../../sim/contract/queries.ts';
import type { QueryName, QueryParams } from '../../../sim/contract/queries.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { WallMillis } from '../../../sim/contract/units.ts';
import type { Session } from '../session.ts';
import { readAlarmKpis } from './alarm-kpis.ts';
import { readAlarms, readRules } from './alarms.ts';
import type { Params } from './params.ts';
import { readRulePreview } from './rule-preview.ts';

/** A world with a real log and a real history under it, and what a command writes into the log. */
function bench(racks: number) {
  const lab: Facility = facility(racks);
  const directory = mkdtempSync(join(tmpdir(), 'coldaisle-reader-'));
  const now = () => 1_795_000_000_000 as WallMillis;
  const store = openLabStore(join(directory, 'world.db'), { whenMissing: 'create', now });
  const history = openHistory(join(directory, 'history.db'), { whenMissing: 'create' });
  if (!store.ok || !history.ok) throw new Error('the files open');
  onTestFinished(() => {
    history.value.close();
    store.value.close();
    rmSync(directory, { recursive: true, force: true });
  });
  const session: Session = {
    id: 'lab' as Session['id'],
    directory,
    store: store.value,
    history: history.value,
    world: lab.world,
    branch: store.value.currentBranch().id,
    close: () => {},
  };
  let revision = 0;
  const waiting: LogEntry[] = [];
  const log = (command: CommandInput): void => {
    const { events, ids } = did(lab.world, command);
    waiting.push({
      key: null,
      tick: lab.world.clock.tick,
      firstRevision: (revision + 1) as Revision,
      actor: { origin: 'api', name: 'a test', role: 'admin' },
      command,
      events,
      ids,
      at: now(),
    });
    revision += events.length;
  };
  const flush = (): void => store.value.append(waiting.splice(0));
  return { lab, session: () => session, log, flush, history: history.value };
}

const paramsOf = <Name extends QueryName>(name: Name, params: QueryParams<Name>): Params<Name> =>
  queries[name].params.parse(params) as Params<Name>;

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

test('FR-130-189 the list says each alarm’s state of seven and how many it explains, and is filtered by both', () => {
  const { lab, session } = bench(3);
  const crac = ring(lab, { of: 'crac-01', metric: 'state', rule: 'crac-failed', value: 3 });
  for (const of of ['A01', 'A02', 'A03'])
    ring(lab, { of, metric: 'temperature', rule: 'inlet-warning', value: 29 });
  const seen = ring(lab, { of: 'ups-a', metric: 'state', rule: 'ups-on-battery', value: 3 });
  did(lab.world, { type: 'alarm.resolve', id: seen });
  const read = (params: QueryParams<'alarms'>) =>
    valueOf(readAlarms({ session }, paramsOf('alarms', params)));
  const all = read({});
  expect(queries.alarms.answer.parse(all)).toEqual(all);
  expect(all.items.find(({ id }) => id === crac)).toMatchObject({ isa: 'unacknowledged', children: 3 });
  expect(all.counts).toMatchObject({ unacknowledged: 1, suppressed: 3, returned: 1, normal: 0 });
  expect(read({ isa: ['unacknowledged', 'returned'] }).items.map(({ id }) => id)).toEqual([seen, crac]);
  expect(read({ root: crac }).items.map(({ message }) => message)).toHaveLength(3);
  expect(read({ priorities: [1], states: ['ACTIVE'] }).items.map(({ id }) => id)).toEqual([crac]);
});

test('FR-130-375 the list is filtered by system and by who takes care, and searched by every word of notes too', () => {
  const { lab, session } = bench(1);
  const warm = ring(lab, { of: 'A01', metric: 'temperature', rule: 'inlet-warning', value: 29 });
  const ups = ring(lab, { of: 'ups-a', metric: 'state', rule: 'ups-on-battery', value: 3 });
  did(lab.world, { type: 'alarm.annotate', id: warm, note: 'Filter is clogged' });
  did(lab.world, { type: 'alarm.assign', id: ups, to: 'ann' });
  const idsOf = (params: QueryParams<'alarms'>) =>
    valueOf(readAlarms({ session }, paramsOf('alarms', params))).items.map(({ id }) => id);
  expect(idsOf({ systems: ['power'] })).toEqual([ups]);
  expect(idsOf({ systems: ['environment', 'power'] }).toSorted()).toEqual([warm, ups].toSorted());
  expect(idsOf({ systems: ['security'] })).toEqual([]);
  expect(idsOf({ assignedTo: 'ann' })).toEqual([ups]);
  expect(idsOf({ text: 'clogged a01' })).toEqual([warm]);
  expect(idsOf({ text: 'ANN' })).toEqual([ups]);
  expect(idsOf({ text: 'clogged ann' })).toEqual([]);
});

test('FR-130-189 the rules tell which of them this lab changed or removed, and which sensors ring for none', () => {
  const { lab, session } = bench(1);
  did(lab.world, { type: 'rule.put', rule: { ...ruleNamed('inlet-warning'), deadband: 1 } });
  did(lab.world, { type: 'rule.remove', id: 'leak' });
  const sensor = lab.sensor('A01', 'temperature');
  did(lab.world, { type: 'alarm.service', sensor, service: 'out', reason: 'broken' });
  const answer = valueOf(readRules({ session }));
  expect(queries.rules.answer.parse(answer)).toEqual(answer);
  expect([answer.changed, answer.removed]).toEqual([['inlet-warning'], ['leak']]);
  expect(answer.outOfService).toMatchObject([{ sensor, by: 'test', reason: 'broken' }]);
  expect(answer.items).toHaveLength(alarmRules.length - 1);
});

test('FR-130-186 figures of the list go back in the log where the world has forgotten', async () => {
  const { lab, session, log, flush } = bench(1);
  const sensor = lab.sensor('A01', 'temperature');
  for (let n = 1; n <= 2100; n += 1) {
    showTime(lab.world, n * 60);
    log({ type: 'alarm.raise', rule: 'inlet-warning', sensor, value: 29 });
    showTime(lab.world, n * 60 + 30);
    log({ type: 'alarm.resolve', id: `alarm-${n}` as never });
  }
  flush();
  const { epoch } = lab.world.clock;
  const read = async (params: QueryParams<'alarm-kpis'>) =>
    valueOf(await readAlarmKpis({ session, recall: null }, paramsOf('alarm-kpis', params)));
  const all = await read({ from: epoch });
  expect([all.rang, all.extent, all.resolve]).toEqual([
    2100,
    'whole',
    { mean: 30_000, count: 2100, open: 0 },
  ]);
  const last = await read({ from: lab.world.now() - 600_000 });
  expect([last.rang, last.extent]).toEqual([10, 'whole']);
  const first = await read({ from: epoch, to: epoch + 600_000 });
  expect(first.rang).toBe(9);
  expect(first.acknowledge).toEqual({ mean: null, count: 0, waiting: 0 });
});

type Said = readonly [seconds: number, value: number];

function remember(
  { history, session, lab }: ReturnType<typeof bench>,
  sensor: EntityId,
  said: readonly Said[],
): void {
  const { epoch } = lab.world.clock;
  history.append(
    session().branch,
    said.map(([seconds, value]) => ({ sensor, at: epoch + seconds * 1000, value })),
  );
}

const ruleNamed = (id: string): AlarmRule => {
  const rule = alarmRules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`there is no ${id}`);
  return rule;
};
const warm: AlarmRule = { ...ruleNamed('inlet-warning'), id: 'mine' };
const colder = { ...warm, test: { type: 'limit', direction: 'above', limit: 31 } };

test('FR-130-191 a rule is held against the readings that were kept: how often it would have rung, where, and for how long', () => {
  const desk = bench(2);
  const { lab, session } = desk;
  const inlet = lab.sensor('A01', 'temperature');
  const values = Array.from({ length: 240 }, (_, n): Said => [n * 30, n % 60 === 10 ? 30 : 22]);
  remember(desk, inlet, values);
  remember(desk, lab.sensor('A02', 'temperature'), [
    [0, 22],
    [30, 22.5],
  ]);
  showTime(lab.world, 7200);
  const read = (rule: unknown) => valueOf(readRulePreview({ session }, paramsOf('rule-preview', { rule })));
  const answer = read(warm);
  expect(queries['rule-preview'].answer.parse(answer)).toEqual(answer);
  expect(answer).toMatchObject({
    fired: 4,
    sensors: 1,
    watched: 2,
    judged: 2,
    readings: 242,
    extent: 'whole',
  });
  // Up for 30 seconds of readings each, three seconds late, ten more until it lets go.
  expect(answer.seconds).toBe(4 * 37);
  expect(answer.examples).toHaveLength(4);
  expect(answer.examples[0]).toMatchObject({ sensor: inlet, value: 30, message: 'Inlet 30.0 °C over 28.0' });
  expect(read(JSON.stringify(colder)).fired).toBe(0);
});

test('FR-130-191 a deviation is held against the other metric as it was said at the time', () => {
  const desk = bench(1);
  const { lab, session } = desk;
  remember(desk, lab.sensor('crac-01', 'setpoint'), [
    [0, 20],
    [600, 26],
  ]);
  remember(
    desk,
    lab.sensor('crac-01', 'supply-temperature'),
    Array.from({ length: 20 }, (_, n): Said => [30 + n * 60, 25]),
  );
  showTime(lab.world, 1200);
  const rule = ruleNamed('crac-supply-high');
  const answer = valueOf(readRulePreview({ session }, paramsOf('rule-preview', { rule })));
  expect(answer).toMatchObject({ fired: 1, examples: [{ value: 5 }] });
});

test('FR-130-191 what would never ring is refused, and a rule in a URL must be JSON', () => {
  const { session } = bench(1);
  const parsed = paramsOf('rule-preview', { rule: { ...warm, metric: 'fuel' } });
  expect(readRulePreview({ session }, parsed)).toMatchObject({ ok: false, refusal: { code: 'wrong-kind' } });
  const bad = queries['rule-preview'].params.safeParse({ rule: '{"id":' });
  expect(bad.error?.issues[0]?.message).toBe('must be a rule as JSON');
});

test('FR-130-192 of more sensors than can be looked at an even sample is, and the answer says so', () => {
  const desk = bench(410);
  showTime(desk.lab.world, 60);
  const answer = valueOf(
    readRulePreview({ session: desk.session }, paramsOf('rule-preview', { rule: warm })),
  );
  expect(answer).toMatchObject({ watched: 410, judged: 137, extent: 'part' });
});
