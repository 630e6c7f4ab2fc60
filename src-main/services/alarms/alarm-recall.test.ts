import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openAlarmArchive } from '../../../db/alarm-archive.ts';
import { did, showTime } from '../../../sim/alarms/facility.fixture.ts';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { WorldEvent } from '../../../sim/contract/events.ts';
import type { EntityId, Revision } from '../../../sim/contract/ids.ts';
import { queries } from '../../../sim/contract/queries.ts';
import type { QueryParams } from '../../../sim/contract/queries.ts';
import type { Tick } from '../../../sim/contract/units.ts';
import { alarmOfToday } from '../../../sim/index.ts';
import { readAlarmKpis } from '../../host/reader/alarm-kpis.ts';
import { append, bench, everyState, history, plain, told } from './recall-bench.fixture.ts';

test('FR-120-565 the history of alarms reaches back to the first one, far beyond what the world remembers', async () => {
  const lab = bench(1);
  const sensor = lab.sensor('A01', 'temperature');
  const events: WorldEvent[] = [];
  for (let n = 1; n <= 2300; n += 1) {
    showTime(lab.world, n * 60);
    events.push(...did(lab.world, { type: 'alarm.raise', rule: 'inlet-warning', sensor, value: 29 }).events);
    events.push(...did(lab.world, { type: 'alarm.resolve', id: `alarm-${n}` as never }).events);
  }
  lab.write(events);
  expect(lab.world.alarms.past()).toHaveLength(2000);
  const recall = lab.recall();
  const pages: Alarm[] = [];
  let before: number | undefined;
  do {
    const page = await history(lab, recall, { limit: 500, ...(before === undefined ? {} : { before }) });
    expect(page.extent).toBe('whole');
    pages.push(...page.items);
    before = page.next ?? undefined;
  } while (before !== undefined);
  expect(pages.map(({ id }) => id)).toEqual(Array.from({ length: 2300 }, (_, n) => `alarm-${2300 - n}`));
  const { epoch } = lab.world.clock;
  const early = await history(lab, recall, { from: epoch + 60_000, to: epoch + 180_000 });
  expect(early.items.map(({ id }) => id)).toEqual(['alarm-3', 'alarm-2', 'alarm-1']);
});

test('FR-120-566 the history is filtered by severity, place, system, time and every word, also of what is gone', async () => {
  const lab = bench(2);
  const ring = ([of, metric]: readonly [string, string], rule: string, value: number): string =>
    lab.does({ type: 'alarm.raise', rule, sensor: lab.sensor(of, metric), value })[0] ?? '';
  for (const name of ['A01', 'A02', 'ups-a', 'crac-01']) {
    const entity = lab.world.inventory.get(lab.thing(name));
    if (entity !== undefined) lab.write([{ type: 'entity.created', entity }]);
  }
  const first = ring(['A01', 'temperature'], 'inlet-warning', 29);
  const second = ring(['A02', 'temperature'], 'inlet-warning', 30.5);
  const ups = ring(['ups-a', 'state'], 'ups-on-battery', 3);
  lab.does({ type: 'alarm.annotate', id: first, note: 'Filter is clogged' });
  for (const id of [first, second, ups]) lab.does({ type: 'alarm.resolve', id: id });
  const recall = lab.recall();
  const ids = async (params: QueryParams<'alarm-history'>) =>
    (await history(lab, recall, params)).items.map(({ id }) => id);
  expect(await ids({})).toEqual([ups, second, first]);
  expect(await ids({ systems: ['power'] })).toEqual([ups]);
  expect(await ids({ within: lab.thing('A01') })).toEqual([first]);
  const { severity } = lab.world.alarms.get(ups as never) ?? { severity: 'info' };
  expect(await ids({ severities: [severity] })).toContain(ups);
  expect(await ids({ text: 'clogged a01' })).toEqual([first]);
  expect(await ids({ text: 'clogged a02' })).toEqual([]);
  expect(await ids({ text: 'a02 inlet' })).toEqual([second]);
  expect(await ids({ text: '30.5' })).toEqual([second]);
  expect(await ids({ text: ups.toUpperCase() })).toEqual([ups]);
  expect(await ids({ states: ['ACTIVE'] })).toEqual([]);
  const row = lab.world.inventory.get(lab.thing('A02'))?.parent as EntityId;
  lab.world.inventory.remove(lab.thing('A02'));
  expect(await ids({ within: row, text: 'a02' })).toEqual([second]);
});

test('FR-120-565 a long log is read in slices, and until it is read the answer says how far it came', async () => {
  const lab = bench(1);
  const sensor = lab.sensor('A01', 'temperature');
  for (let n = 1; n <= 40; n += 1) {
    lab.does({ type: 'alarm.raise', rule: 'inlet-warning', sensor, value: 29 });
    lab.does({ type: 'alarm.resolve', id: `alarm-${n}` as never });
  }
  const archive = openAlarmArchive(join(lab.session.directory, 'alarms.db'), alarmOfToday);
  if (!archive.ok) throw new Error(archive.refusal.message);
  const { store, branch } = lab.session;
  const shares: number[] = [];
  while (archive.value.advance(store, branch, () => true) === 'behind')
    shares.push(archive.value.standing(store, branch).share);
  expect(shares.length).toBeGreaterThan(70);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(archive.value.standing(store, branch)).toEqual({ state: 'whole', share: 1 });
  archive.value.close();
});

/** Numbers without chance: the same story in every run. */
function* dice(): Generator<number, never> {
  for (let seed = 12_345; ; seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648)
    yield seed / 2_147_483_648;
}

test('FR-120-567 after rewinding and branching each branch tells its own alarms, as its log does', async () => {
  const lab = bench(4);
  const recall = lab.recall();
  const roll = dice();
  const { store } = lab.session;
  const sensors = ['A01', 'A02', 'A03', 'A04'].map((name) => lab.sensor(name, 'temperature'));
  const next = (most: number): number => Math.floor(roll.next().value * most);
  const step = (): void => {
    const branch = store.currentBranch();
    const alarms = told(store, branch.id);
    const open = alarms.filter(({ state }) => state !== 'RESOLVED');
    const at = (lab.world.clock.epoch + branch.headRevision * 1000) as never;
    const one = alarms[next(Math.min(alarms.length, 6))];
    const sensor = sensors[next(4)] ?? sensors[0];
    const free = open.every((alarm) => alarm.sensor !== sensor);
    if (free && next(2) === 0)
      append(store, branch.headRevision, [raised(sensor, Number(alarms[0]?.id.slice(6) ?? 0) + 1, at)]);
    else if (one !== undefined && next(3) === 0)
      append(store, branch.headRevision, [
        { type: 'alarm.annotated', id: one.id, note: { at, by: 'ann', text: `n${next(99)}` } },
      ]);
    else if (open[0] !== undefined)
      append(store, branch.headRevision, [{ type: 'alarm.resolved', id: open[0].id, at }]);
  };
  const judge = async (): Promise<void> => {
    lab.session.branch = store.currentBranch().id;
    lab.say({ kind: 'reset', reason: 'branch', branch: lab.session.branch, revision: 0 as Revision });
    const page = await history(lab, recall, { ...everyState, limit: 1000 });
    expect(plain(page)).toEqual(told(store, lab.session.branch));
  };
  for (let round = 0; round < 24; round += 1) {
    for (let n = 0; n < 12; n += 1) step();
    if (next(2) === 0) await judge();
    const branches = store.branches();
    const { headRevision, forkRevision } = store.currentBranch();
    const back = forkRevision + next(headRevision - forkRevision + 1);
    if (next(3) === 0) store.setCurrent(branches[next(branches.length)]?.id ?? lab.session.branch);
    else if (back > 0) store.fork({ tick: back as Tick, revision: back as Revision });
    await judge();
  }
  expect(store.branches().length).toBeGreaterThan(8);
  for (const { id } of store.branches()) {
    store.setCurrent(id);
    await judge();
  }
});

const raised = (sensor: EntityId | undefined, number: number, at: number): WorldEvent => ({
  type: 'alarm.raised',
  alarm: {
    id: `alarm-${number}`,
    rule: 'inlet-warning',
    sensor,
    source: 'rack-1',
    severity: 'minor',
    state: 'ACTIVE',
    message: `Inlet ${28 + (number % 7) / 10} °C over 28.0`,
    value: 29,
    limit: 28,
    raisedAt: at,
    acknowledgedAt: null,
    acknowledgedBy: null,
    note: null,
    resolvedAt: null,
  } as never,
});

test('FR-120-568 the history is made from the log alone: lost, damaged or of another log, it is made anew', async () => {
  const lab = bench(1);
  const sensor = lab.sensor('A01', 'temperature');
  const id = lab.does({ type: 'alarm.raise', rule: 'inlet-warning', sensor, value: 29 })[0];
  lab.does({ type: 'alarm.resolve', id: id as never });
  const file = join(lab.session.directory, 'alarms.db');
  const first = lab.recall();
  expect((await history(lab, first, {})).items).toHaveLength(1);
  first.close();
  writeFileSync(file, 'this is no database, though it lies in its place and is long enough to be looked at');
  const second = lab.recall();
  expect((await history(lab, second, {})).items.map((alarm) => alarm.id)).toEqual([id]);
  second.close();
  expect(statSync(file).size).toBeGreaterThan(4096);
  // A lab put back from an older copy: its branch ends earlier than what was read of it.
  const other = bench(1);
  const third = other.recall();
  Object.assign(other.session, { directory: lab.session.directory });
  expect((await history(other, third, {})).items).toEqual([]);
});

test('FR-120-569 the figures of the alarm list can be asked of one room or rack alone', async () => {
  const lab = bench(2);
  for (const name of ['A01', 'A01', 'A02']) {
    const sensor = lab.sensor(name, 'temperature');
    const id = lab.does({ type: 'alarm.raise', rule: 'inlet-warning', sensor, value: 29 })[0];
    lab.does({ type: 'alarm.resolve', id: id as never });
  }
  const recall = lab.recall();
  showTime(lab.world, 60);
  const rang = async (within?: EntityId): Promise<number | string> => {
    const params = queries['alarm-kpis'].params.parse(within === undefined ? {} : { within });
    const answer = await readAlarmKpis({ session: () => lab.session, recall }, params);
    return answer.ok ? answer.value.rang : answer.refusal.code;
  };
  expect(await rang()).toBe(3);
  expect(await rang(lab.thing('A01'))).toBe(2);
  expect(await rang('room-99' as EntityId)).toBe('unknown-entity');
});
