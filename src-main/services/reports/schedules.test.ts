import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reportScheduleSchema } from '../../../sim/contract/reports.ts';
import type { ReportParams } from '../../../sim/contract/reports.ts';
import { refused } from '../../../sim/contract/result.ts';
import { settingsSchema } from '../../../sim/contract/settings.ts';
import { silentLog } from '../../host/log.ts';
import { openSmtpServer } from '../notify/smtp-server.fixture.ts';
import { forget, keptFiles, keptPath } from './kept-files.ts';
import { hour, reportLab } from './report-lab.fixture.ts';
import { createReportService } from './report-service.ts';
import { openScheduleBook } from './schedule-book.ts';
import { browserPress } from './print/press.ts';
import { createSchedules } from './schedules.ts';
import { dueBetween, nextDue, spanBefore } from './schedule-times.ts';

const utc = (text: string): number => Date.parse(`${text}Z`);
const iso = (millis: number): string => new Date(millis).toISOString().slice(0, 16);

test('FR-130-363 days, weeks from Monday and calendar months fall due at their time of lab time', () => {
  const from = utc('2026-01-07T08:00');
  expect(iso(nextDue({ every: 'day', at: '06:00' }, from))).toBe('2026-01-08T06:00');
  expect(iso(nextDue({ every: 'day', at: '08:30' }, from))).toBe('2026-01-07T08:30');
  // 2026-01-07 is a Wednesday.
  expect(iso(nextDue({ every: 'week', at: '06:00' }, from))).toBe('2026-01-12T06:00');
  expect(iso(nextDue({ every: 'month', at: '06:00' }, from))).toBe('2026-02-01T06:00');
  expect(dueBetween({ every: 'day', at: '06:00' }, from, from + 72 * hour).map(iso)).toEqual([
    '2026-01-08T06:00',
    '2026-01-09T06:00',
    '2026-01-10T06:00',
  ]);
});

test('FR-130-363 a scheduled report tells of the whole day, week or month that was over', () => {
  const span = (every: 'day' | 'week' | 'month', due: string) => {
    const { from, to } = spanBefore({ every, at: '06:00' }, utc(due));
    return [iso(from), iso(to)];
  };
  expect(span('day', '2026-01-08T06:00')).toEqual(['2026-01-07T00:00', '2026-01-08T00:00']);
  expect(span('week', '2026-01-12T06:00')).toEqual(['2026-01-05T00:00', '2026-01-12T00:00']);
  expect(span('month', '2026-03-01T06:00')).toEqual(['2026-02-01T00:00', '2026-03-01T00:00']);
});

const daily = reportScheduleSchema.parse({
  id: 'daily',
  kind: 'energy',
  every: 'day',
  format: 'csv',
  folder: 'mine',
});

function bench(schedule: object) {
  const lab = reportLab(1);
  const settings = settingsSchema.parse({ reports: [{ ...daily, ...schedule }] });
  const directory = join(lab.session.directory, 'reports');
  const made: ReportParams[] = [];
  const make = async (params: ReportParams) => {
    made.push(params);
    return { ok: true as const, value: await lab.make(params) };
  };
  const press = browserPress({ platform: 'linux', env: {}, exists: () => false });
  const deps = {
    session: () => lab.session,
    settings: { get: () => settings },
    directory,
    press,
    log: silentLog,
  };
  const open = () => createSchedules({ ...deps, make, book: openScheduleBook(directory) });
  return { lab, made, directory, deps, settings, open };
}

test('FR-130-363 it is made once when it falls due, kept in its folder, and known after a restart', async () => {
  const { lab, made, directory, open } = bench({});
  // The lab began on 2026-01-05 at 08:00.
  lab.setAge(1);
  const schedules = open();
  await schedules.look();
  expect(made).toEqual([]);
  expect(iso(schedules.states()[0]?.nextAt ?? 0)).toBe('2026-01-06T06:00');
  lab.setAge(23);
  await schedules.look();
  await schedules.look();
  expect(made).toHaveLength(1);
  expect(made[0]).toMatchObject({
    kind: 'energy',
    from: utc('2026-01-05T00:00'),
    to: utc('2026-01-06T00:00'),
  });
  const [file] = keptFiles(directory);
  expect(file?.name).toBe('mine/energy-lab-2026-01-05-2026-01-06.csv');
  expect(readFileSync(join(directory, file?.name ?? ''), 'utf8')).toContain('SIMULATED');
  const again = open();
  await again.look();
  expect(made).toHaveLength(1);
  expect(again.states()[0]).toMatchObject({ lastFile: file?.name, missed: 0, problem: '', running: 'no' });
});

test('FR-130-364 what fell due while nobody looked is said, and only the newest is made', async () => {
  const { lab, made, open } = bench({});
  lab.setAge(1);
  const schedules = open();
  await schedules.look();
  lab.setAge(24 * 4);
  await schedules.look();
  expect(made).toHaveLength(1);
  expect(schedules.states()[0]?.missed).toBe(3);
  // Back in time, nothing is missed or made twice: it counts from then on.
  lab.setAge(2);
  await schedules.look();
  expect(made).toHaveLength(1);
  expect(iso(schedules.states()[0]?.nextAt ?? 0)).toBe('2026-01-06T06:00');
});

test('FR-130-364 a schedule that is off makes nothing; one that fails says why and goes on', async () => {
  const off = bench({ state: 'off' });
  off.lab.setAge(1);
  const silent = off.open();
  await silent.look();
  off.lab.setAge(48);
  await silent.look();
  expect([off.made, silent.states()[0]?.nextAt]).toEqual([[], null]);
  const { lab, deps, directory } = bench({});
  const make = () => Promise.resolve(refused('storage-failed', 'The disk is full', { hint: 'Free some.' }));
  const failing = createSchedules({ ...deps, make, book: openScheduleBook(directory) });
  lab.setAge(1);
  await failing.look();
  lab.setAge(23);
  await failing.look();
  expect(failing.states()[0]).toMatchObject({ problem: 'The disk is full. Free some.', lastFile: null });
  expect(await failing.runNow('nothing')).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
});

test('FR-130-365 kept files are listed and deleted by name, and no name leads out of the folder', async () => {
  const { lab, directory, open } = bench({});
  lab.setAge(24);
  const made = await open().runNow('daily');
  if (!made.ok) throw new Error(made.refusal.message);
  expect(keptFiles(directory).map(({ name }) => name)).toEqual([made.value]);
  for (const name of ['../world.db', 'mine/../../world.db', '.schedules.json', 'a/b/c.csv', '/etc/passwd'])
    expect(keptPath(directory, name)).toBeNull();
  expect(forget(directory, 'mine/other.csv')).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  expect(forget(directory, made.value).ok).toBe(true);
  expect(keptFiles(directory)).toEqual([]);
  expect(statSync(directory).isDirectory()).toBe(true);
});

test('FR-130-369 a scheduled report goes out as an attachment by the mail server of the notifications', async () => {
  const server = await openSmtpServer();
  const { lab, settings, open } = bench({ mail: ['lead@example.test'], language: 'de' });
  lab.setAge(24);
  const off = open();
  await off.runNow('daily');
  expect(off.states()[0]?.problem).toContain('switched off');
  Object.assign(settings.notify.smtp, { state: 'on', host: '127.0.0.1', port: server.port });
  const on = open();
  await on.runNow('daily');
  expect(on.states()[0]?.problem).toBe('');
  await server.holds(1);
  await server.close();
  expect(JSON.stringify(server.mails[0])).toContain('energy-lab-');
});

function service() {
  let steady = 0;

  const lab = reportLab(2);
  lab.setAge(24);
  const settings = settingsSchema.parse({});
  const options = {
    dataDirectory: lab.session.directory,
    version: '0',
    log: silentLog,
    wall: { now: () => 0, steady: () => (steady += 10), sleep: () => Promise.resolve() },
  };
  return {
    lab,
    reports: createReportService({
      options,
      session: () => lab.session,
      settings: { get: () => settings },
      recall: null,
    }),
  };
}

const energy = { kind: 'energy', compare: 'none', language: 'en' } as const;

test('FR-130-367 a report is made between other work, tells how far it is, and can be cancelled', async () => {
  const { lab, reports } = service();
  lab.says(lab.sensor(lab.thing('A01'), 'power'), [0, 24], 2);
  const making = reports.make({ ...energy, ticket: 'mine' });
  expect(reports.list().running).toEqual([
    { ticket: 'mine', kind: 'energy', sensors: 0, share: 0, what: '' },
  ]);
  await reports.order({ act: 'cancel', ticket: 'mine' });
  expect(await making).toMatchObject({
    ok: false,
    refusal: { code: 'wrong-state', message: 'The report was cancelled' },
  });
  expect(reports.list().running).toEqual([]);
  const made = await reports.make(energy);
  expect(made.ok && made.value.headline[1]?.value).toBeGreaterThan(40);
  expect(reports.list().cards.find(({ kind }) => kind === 'energy')?.lastAt).toBe(lab.world.now());
  await reports.close();
});

test('FR-130-367 no more than four are made at one time, and closing stops what is being made', async () => {
  const { lab, reports } = service();
  for (const rack of ['A01', 'A02']) lab.sensor(lab.thing(rack), 'power');
  const making = [1, 2, 3, 4].map((n) => reports.make({ ...energy, ticket: `t-${n}` }));
  expect(await reports.make(energy)).toMatchObject({ ok: false, refusal: { code: 'busy' } });
  await reports.close();
  for (const one of await Promise.all(making)) expect(one.ok).toBe(false);
});

test('FR-120-570 a report says what is being read and how much of the whole is done, up to all of it', async () => {
  const { lab, reports } = service();
  for (const rack of ['A01', 'A02']) lab.says(lab.sensor(lab.thing(rack), 'power'), [0, 24], 2);
  const shares: number[] = [];
  const whats = new Set<string>();
  const making = reports.make({ ...energy, ticket: 'mine' });
  let isDone = false;
  const ended = making.finally(() => (isDone = true));
  while (!isDone) {
    for (const { share, what } of reports.list().running) {
      shares.push(share);
      whats.add(what);
    }
    await new Promise(setImmediate);
  }
  expect((await ended).ok).toBe(true);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
  expect(shares.some((share) => share > 0 && share < 1)).toBe(true);
  expect([...whats].every((what) => what === '' || what.length > 3)).toBe(true);
  await reports.close();
});
