import { expect, test } from 'vitest';
import { did, facility, ring, showTime } from '../../../sim/alarms/facility.fixture.ts';
import type { Facility } from '../../../sim/alarms/facility.fixture.ts';
import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import type { AlarmId, BranchId, Revision } from '../../../sim/contract/ids.ts';
import type { Notice } from '../../../sim/contract/notifications.ts';
import { noticeSchema } from '../../../sim/contract/notifications.ts';
import { notifySettingsSchema } from '../../../sim/contract/settings.ts';
import { silentLog } from '../../host/log.ts';
import { createDispatcher } from './dispatcher.ts';

/** A dispatcher over a real world with both clocks in hand, told of everything as the host would. */
function desk(settings: object = {}) {
  const lab: Facility = facility(14);
  const shown: Notice[] = [];
  const clocks = { wall: 0, lab: 0 };
  let current = notifySettingsSchema.parse(settings);
  const dispatcher = createDispatcher({
    settings: () => current,
    world: () => lab.world,
    wall: { now: () => 1_795_000_000_000 + clocks.wall, steady: () => clocks.wall },
    desktop: (notice) => shown.push(noticeSchema.parse(notice)),
    log: silentLog,
  });
  const announce = (events: readonly LoggedEvent['event'][]): void =>
    dispatcher.hear({
      kind: 'events',
      branch: 'branch-1' as BranchId,
      items: events.map((event) => ({ event }) as LoggedEvent),
    });
  return {
    lab,
    dispatcher,
    shown,
    change: (next: object) => {
      current = notifySettingsSchema.parse(next);
    },
    reset: () =>
      dispatcher.hear({
        kind: 'reset',
        reason: 'branch',
        branch: 'branch-1' as BranchId,
        revision: 1 as Revision,
      }),
    do: (command: CommandInput): AlarmId | undefined => {
      const { events, ids } = did(lab.world, command);
      announce(events);
      return ids[0] as AlarmId | undefined;
    },
    /** So many wall seconds pass at this pace, with a beat twice a second. */
    pass: async (seconds: number, pace = 1) => {
      for (let n = 0; n < seconds * 2; n += 1) {
        clocks.wall += 500;
        clocks.lab += 0.5 * pace;
        showTime(lab.world, Math.floor(clocks.lab));
        await dispatcher.beat();
      }
    },
    raise: (of: string, metric: string, [rule, value]: readonly [string, number]): CommandInput => ({
      type: 'alarm.raise',
      rule,
      sensor: lab.sensor(of, metric),
      value,
    }),
  };
}

const failed = ['crac-failed', 3] as const;
const warm = ['inlet-warning', 29] as const;

test('FR-130-193 an alarm that nobody saw is told of once, with its place and the place to look', async () => {
  const { do: doIt, raise, pass, shown } = desk();
  const id = doIt(raise('ups-a', 'state', ['ups-on-battery', 3]));
  await pass(120);
  expect(shown).toEqual([
    expect.objectContaining({
      kind: 'rang',
      title: 'MAJOR ups-a is on battery',
      alarm: id,
      alarms: 1,
      severity: 'major',
    }),
  ]);
});

test('FR-130-193 what is below the least severity, acknowledged, shelved or out of service is not told of', async () => {
  const { do: doIt, raise, pass, shown, lab } = desk({ least: 'critical' });
  doIt(raise('ups-a', 'state', ['ups-on-battery', 3]));
  const seen = doIt(raise('crac-01', 'state', failed));
  doIt({ type: 'alarm.acknowledge', id: seen as AlarmId });
  const shelved = doIt(raise('crac-02', 'state', failed));
  doIt({ type: 'alarm.shelve', id: shelved as AlarmId, minutes: 60, reason: 'known' });
  doIt(raise('panel-a', 'state', ['panel-tripped', 2]));
  doIt({ type: 'alarm.service', sensor: lab.sensor('panel-a', 'state'), service: 'out', reason: 'test' });
  await pass(30);
  expect(shown).toEqual([]);
});

test('FR-130-194 a root is one message with the number of what it explains, also of what rang just before it', async () => {
  const { do: doIt, raise, pass, shown } = desk();
  for (let n = 1; n <= 7; n += 1) doIt(raise(`A0${n}`, 'temperature', warm));
  doIt(raise('crac-02', 'state', failed));
  for (let n = 8; n <= 14; n += 1) doIt(raise(`A${String(n).padStart(2, '0')}`, 'temperature', warm));
  await pass(60);
  expect(shown.map(({ title }) => title)).toEqual(['CRITICAL crac-02 has failed (explains 14 more)']);
});

test('FR-130-194 what a root left behind is told of only once it rings for itself', async () => {
  const { do: doIt, raise, pass, shown } = desk();
  const root = doIt(raise('crac-02', 'state', failed));
  doIt(raise('A01', 'temperature', warm));
  const gone = doIt(raise('A02', 'temperature', warm));
  await pass(5);
  doIt({ type: 'alarm.resolve', id: root as AlarmId });
  await pass(60);
  doIt({ type: 'alarm.resolve', id: gone as AlarmId });
  expect(shown).toHaveLength(1);
  doIt(raise('A01', 'temperature', warm));
  await pass(5);
  expect(shown.map(({ title }) => title)).toEqual([
    'CRITICAL crac-02 has failed (explains 2 more)',
    'MAJOR A01: Inlet 29.0 °C over 28.0',
  ]);
});

test('FR-130-195 a flood is one digest, the most urgent first, and no more than one message in ten seconds', async () => {
  const { do: doIt, raise, pass, shown } = desk();
  doIt(raise('A01', 'temperature', warm));
  await pass(2);
  for (let n = 2; n <= 12; n += 1) doIt(raise(`A${String(n).padStart(2, '0')}`, 'temperature', warm));
  doIt(raise('grid', 'state', ['utility-lost', 0]));
  await pass(8);
  expect(shown).toHaveLength(1);
  await pass(5);
  expect(shown.map(({ kind, alarms, title, severity }) => [kind, alarms, severity, title])).toEqual([
    ['rang', 1, 'major', 'MAJOR A01: Inlet 29.0 °C over 28.0'],
    ['digest', 12, 'critical', '12 alarms, 1 critical: grid is lost …'],
  ]);
});

test('FR-130-195 at a thousand times the pace alarms come and go unseen, and a digest in ten seconds says how many', async () => {
  const { do: doIt, raise, pass, shown } = desk();
  for (let n = 0; n < 60; n += 1) {
    const id = doIt(raise('A01', 'temperature', warm));
    if (n % 2 === 0) await pass(0.5, 1000);
    doIt({ type: 'alarm.resolve', id: id as AlarmId });
    await pass(0.5, 1000);
  }
  expect(shown.length).toBeLessThanOrEqual(5);
  await pass(11, 1000);
  const told = shown.map(({ title }) => Number.parseInt(title, 10));
  expect(told.reduce((sum, count) => sum + count, 0)).toBe(60);
});

test('FR-130-196 the ladder counts minutes of the lab, and a paused lab wakes nobody', async () => {
  const {
    do: doIt,
    raise,
    pass,
    dispatcher,
  } = desk({
    desktop: 'off',
    smtp: { state: 'on', host: '127.0.0.1', port: 1 },
    ladder: [
      { afterMinutes: 0, to: ['first@x'] },
      { afterMinutes: 15, to: ['second@x'] },
      { afterMinutes: 30, to: ['third@x'] },
    ],
  });
  const told = () => dispatcher.sent(99).map(({ to: [who], kind }) => `${who} ${kind}`);
  const id = doIt(raise('crac-01', 'state', failed));
  await pass(14, 60);
  expect(told()).toEqual(['first@x rang']);
  await pass(60, 0);
  expect(told()).toEqual(['first@x rang']);
  await pass(2, 60);
  await pass(10, 0);
  expect(told()).toEqual(['second@x escalated', 'first@x rang']);
  doIt({ type: 'alarm.acknowledge', id: id as AlarmId });
  await pass(60, 60);
  expect(told()).toHaveLength(2);
});

test('FR-130-196 an alarm that rang before this host began, or in another branch, is not told of again but climbs on', async () => {
  const settings = {
    smtp: { state: 'on', host: '127.0.0.1', port: 1 },
    ladder: [
      { afterMinutes: 0, to: ['first@x'] },
      { afterMinutes: 15, to: ['second@x'] },
    ],
  };
  const { lab, pass, reset, dispatcher, shown } = desk(settings);
  ring(lab, { of: 'crac-01', metric: 'state', rule: 'crac-failed', value: 3 });
  reset();
  await pass(14, 60);
  expect([shown, dispatcher.sent(9)]).toEqual([[], []]);
  await pass(20, 60);
  expect(dispatcher.sent(9).map(({ to }) => to)).toEqual([['second@x']]);
});

test('FR-130-197 a channel that is off is not used, and its test says how to switch it on', async () => {
  const { do: doIt, raise, pass, dispatcher, shown, change } = desk({ desktop: 'off' });
  doIt(raise('crac-01', 'state', failed));
  await pass(10);
  expect([shown, dispatcher.sent(9)]).toEqual([[], []]);
  expect(await dispatcher.test('mail')).toMatchObject({ ok: false, refusal: { code: 'wrong-state' } });
  change({ desktop: 'on' });
  expect(await dispatcher.test('desktop')).toEqual({ ok: true, value: null });
  expect(shown.at(-1)?.kind).toBe('test');
});
