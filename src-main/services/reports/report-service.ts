/** Reports of the open lab: made when asked for, or when they fall due. */
import { join } from 'node:path';
import type { DeskReceipt } from '../../../sim/contract/desk.ts';
import { reportKinds } from '../../../sim/contract/reports.ts';
import type {
  Report,
  ReportKind,
  ReportOrder,
  ReportParams,
  ReportsAnswer,
} from '../../../sim/contract/reports.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { HostOptions } from '../../host/options.ts';
import type { AlarmRecall } from '../alarms/alarm-recall.ts';
import type { Session } from '../../host/session.ts';
import type { SettingsStore } from '../../host/settings.ts';
import { buildReport } from './build-report.ts';
import type { Making } from './build-report.ts';
import { forget, keptFiles } from './kept-files.ts';
import { thisMachine } from './print/find-browser.ts';
import { browserPress } from './print/press.ts';
import type { Press } from './print/press.ts';
import { openScheduleBook } from './schedule-book.ts';
import { createSchedules } from './schedules.ts';
import type { ReportService } from './report-desk.ts';
import type { Schedules } from './schedules.ts';

export type ReportServiceDeps = {
  readonly options: Pick<HostOptions, 'dataDirectory' | 'version' | 'wall' | 'log' | 'press'>;
  readonly session: () => Session;
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly recall: AlarmRecall | null;
};

type Running = {
  readonly kind: ReportKind;
  readonly stop: AbortController;
  sensors: number;
  points: number;
  planned: number;
  what: string;
};

const lookMillis = 2000;
/** Made at one time at most: they share one host. */
const mostAtOnce = 4;

export function createReportService({
  options,
  session,
  settings,
  recall,
}: ReportServiceDeps): ReportService {
  const directory = join(options.dataDirectory, 'reports');
  const log = options.log.child('reports');
  const running = new Map<string, Running>();
  const lastMade = new Map<ReportKind, number>();
  let made = 0;

  const make = async (params: ReportParams): Promise<Result<Report>> => {
    made += 1;
    const ticket = params.ticket ?? `own.${made}`;
    // A page that lost its line asks again under the same name: nobody waits for the first any more.
    running.get(ticket)?.stop.abort();
    running.delete(ticket);
    if (running.size >= mostAtOnce)
      return refused('busy', 'Other reports are being made', { hint: 'Wait for one of them, or cancel it.' });
    const own: Running = {
      kind: params.kind,
      stop: new AbortController(),
      sensors: 0,
      points: 0,
      planned: 0,
      what: '',
    };
    running.set(ticket, own);
    try {
      const report = await buildReport(makingOf({ options, session, recall }, own), params);
      if (report.ok) lastMade.set(params.kind, report.value.meta.labTime);
      return report;
    } catch (error) {
      if (own.stop.signal.aborted) return refused('wrong-state', 'The report was cancelled');
      throw error;
    } finally {
      if (running.get(ticket) === own) running.delete(ticket);
    }
  };
  const press = options.press ?? browserPress(thisMachine());
  const book = openScheduleBook(directory);
  const schedules = createSchedules({ session, settings, book, directory, make, press, log });
  const timer = setInterval(() => void schedules.look(), lookMillis);
  timer.unref();

  const listed = { running, lastMade, schedules, directory, press };
  return {
    make,
    list: () => listOf(listed),
    order: (order) => carryOut(listed, order),
    close: async () => {
      clearInterval(timer);
      for (const { stop } of running.values()) stop.abort();
      await schedules.close();
    },
  };
}

type Listed = {
  readonly running: ReadonlyMap<string, Running>;
  readonly lastMade: ReadonlyMap<ReportKind, number>;
  readonly schedules: Schedules;
  readonly directory: string;
  readonly press: Press;
};

const listOf = ({ running, lastMade, schedules, directory, press }: Listed): ReportsAnswer => ({
  cards: reportKinds.map((kind) => ({ kind, lastAt: lastMade.get(kind) ?? null })),
  running: [...running].map(([ticket, { kind, sensors, points, planned, what }]) => ({
    ticket,
    kind,
    sensors,
    share: planned === 0 ? 0 : Math.min(1, points / planned),
    what,
  })),
  schedules: schedules.states(),
  files: keptFiles(directory),
  directory,
  printer: press.state(),
});

async function carryOut(
  { running, schedules, directory }: Listed,
  order: ReportOrder,
): Promise<Result<DeskReceipt>> {
  switch (order.act) {
    case 'run': {
      const file = await schedules.runNow(order.schedule);
      return file.ok ? accepted({ file: file.value }) : file;
    }
    case 'delete': {
      const gone = forget(directory, order.name);
      return gone.ok ? accepted({}) : gone;
    }
    case 'cancel':
      running.get(order.ticket)?.stop.abort();
      return accepted({});
    default:
      return order satisfies never;
  }
}

function makingOf({ options, session, recall }: Omit<ReportServiceDeps, 'settings'>, own: Running): Making {
  const current = session();
  return {
    session: current,
    recall,
    now: options.wall.now(),
    version: options.version,
    steady: options.wall.steady,
    planned: (points) => {
      own.planned = points;
    },
    heard: ({ what, sensors, points }) => {
      own.what = what;
      own.sensors += sensors;
      own.points += points;
    },
    breathe: async () => {
      await new Promise((done) => setImmediate(done));
      // Another lab on the bench closes the files of this one.
      if (session() !== current) own.stop.abort();
      own.stop.signal.throwIfAborted();
    },
  };
}
