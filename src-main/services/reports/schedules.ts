/** Makes the reports that fall due as lab time goes by. */
import type { Report, ReportParams, ReportSchedule, ScheduleState } from '../../../sim/contract/reports.ts';
import { refused } from '../../../sim/contract/result.ts';
import type { Refusal, Result } from '../../../sim/contract/result.ts';
import type { Log } from '../../host/log.ts';
import type { Session } from '../../host/session.ts';
import type { SettingsStore } from '../../host/settings.ts';
import { keep } from './kept-files.ts';
import type { Press } from './print/press.ts';
import { mailReport } from './mail-report.ts';
import { renderReport } from './render.ts';
import { newEntry } from './schedule-book.ts';
import type { BookEntry, ScheduleBook } from './schedule-book.ts';
import { dueBetween, nextDue, spanBefore } from './schedule-times.ts';

export type SchedulesDeps = {
  readonly session: () => Session;
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly book: ScheduleBook;
  readonly directory: string;
  readonly make: (params: ReportParams) => Promise<Result<Report>>;
  readonly press: Press;
  readonly log: Log;
};

export type Schedules = {
  /** What has fallen due since the last look is made; resolves when that is done. */
  readonly look: () => Promise<void>;
  readonly runNow: (id: string) => Promise<Result<string>>;
  readonly states: () => ScheduleState[];
  /** Nothing more is begun; resolves when what was begun is done. */
  readonly close: () => Promise<void>;
};

export function createSchedules(deps: SchedulesDeps): Schedules {
  const { session, settings } = deps;
  const running = new Set<string>();
  let looking: Promise<void> | null = null;
  let isOpen = true;

  const runOne = async (schedule: ReportSchedule, due: number): Promise<Result<string>> => {
    running.add(schedule.id);
    try {
      return await makeAndNote(deps, schedule, due);
    } finally {
      running.delete(schedule.id);
    }
  };
  const lookOnce = async (): Promise<void> => {
    for (const schedule of settings.get().reports) {
      const due = isOpen ? owed(deps, schedule) : null;
      if (due !== null) await runOne(schedule, due);
    }
  };
  const look = (): Promise<void> => {
    looking ??= lookOnce()
      .catch((error: unknown) => deps.log.error('scheduled reports could not be looked after', { error }))
      .finally(() => {
        looking = null;
      });
    return looking;
  };
  return {
    look,
    close: async () => {
      isOpen = false;
      await looking;
    },
    runNow: async (id) => {
      const schedule = settings.get().reports.find((one) => one.id === id);
      if (schedule === undefined)
        return refused('not-found', `There is no schedule ${id}`, { where: 'schedule' });
      if (running.has(id)) return refused('busy', `The report of ${id} is being made`, { where: 'schedule' });
      return runOne(schedule, session().world.now());
    },
    states: () =>
      settings.get().reports.map((schedule): ScheduleState => {
        const { lastAt, lastFile, problem, missed } = entryOf(deps, schedule.id);
        const nextAt = schedule.state === 'off' ? null : nextDue(schedule, session().world.now());
        const state = running.has(schedule.id) ? 'yes' : 'no';
        return { id: schedule.id, nextAt, lastAt, lastFile, problem, missed, running: state };
      }),
  };
}

const entryOf = ({ book, session }: SchedulesDeps, id: string): BookEntry =>
  book.get(session().id, id) ?? newEntry(session().world.now());

/** What one schedule owes by now; null where nothing is due. */
function owed(deps: SchedulesDeps, schedule: ReportSchedule): number | null {
  const { book, session } = deps;
  const { id: lab, world } = session();
  const now = world.now();
  const entry = entryOf(deps, schedule.id);
  // Back in time, or new here: from now on. Off: nothing falls due, and nothing is missed.
  const isFresh = book.get(lab, schedule.id) === undefined || now < entry.checkedAt;
  const due = isFresh || schedule.state === 'off' ? [] : dueBetween(schedule, entry.checkedAt, now);
  const last = due.at(-1) ?? null;
  const missed = entry.missed + Math.max(0, due.length - 1);
  if (isFresh || last !== null || now - entry.checkedAt > keptEvery)
    book.put(lab, schedule.id, { ...entry, checkedAt: now, missed });
  return last;
}

/** The book is written this often at most while nothing falls due: lab time. */
const keptEvery = 600_000;

async function makeAndNote(
  deps: SchedulesDeps,
  schedule: ReportSchedule,
  due: number,
): Promise<Result<string>> {
  const { book, log } = deps;
  const lab = deps.session().id;
  const made = await makeFile(deps, schedule, due);
  const told = book.get(lab, schedule.id) ?? newEntry(due);
  const problem = made.ok ? made.value.problem : sentence(made.refusal);
  const lastFile = made.ok ? made.value.file : told.lastFile;
  book.put(lab, schedule.id, { ...told, lastAt: due, lastFile, problem });
  if (problem !== '') log.warn('a scheduled report has a problem', { schedule: schedule.id, problem });
  return made.ok ? { ok: true, value: made.value.file } : made;
}

type Made = { readonly file: string; readonly problem: string };

async function makeFile(deps: SchedulesDeps, schedule: ReportSchedule, due: number): Promise<Result<Made>> {
  const { kind, within, format, language, compare, folder, mail, every } = schedule;
  const place = within === undefined ? {} : { within };
  const report = await deps.make({ kind, language, compare, ...place, ...spanBefore(schedule, due) });
  if (!report.ok) return report;
  const rendered = await renderReport(report.value, format, deps.press);
  if (!rendered.ok) return rendered;
  const kept = keep(deps.directory, folder, rendered.value);
  if (!kept.ok || mail.length === 0)
    return kept.ok ? { ok: true, value: { file: kept.value, problem: '' } } : kept;
  const { title, scope, lab } = report.value.meta;
  const problem = await mailReport({
    smtp: deps.settings.get().notify.smtp,
    to: mail,
    title: `${title}, ${lab.name} (${every})`,
    text: `${title}: ${scope.name}, ${lab.name}. Simulated.`,
    file: rendered.value,
  });
  return { ok: true, value: { file: kept.value, problem: problem ?? '' } };
}

const sentence = ({ message, hint }: Refusal): string =>
  hint === undefined ? message : `${message}. ${hint}`;
