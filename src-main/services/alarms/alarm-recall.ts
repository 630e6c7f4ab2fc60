/** Every alarm the lab ever had: keeps a file beside the log up to date, in slices, and reads it page by page. */
import { join } from 'node:path';
import { openAlarmArchive } from '../../../db/alarm-archive.ts';
import type { AlarmArchive, ArchiveStanding } from '../../../db/alarm-archive.ts';
import type { ArchivePage, ArchiveQuery } from '../../../db/archive-pages.ts';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { alarmOfToday } from '../../../sim/index.ts';
import type { WallClock } from '../../host/clock-face.ts';
import type { Announcement, Dispose } from '../../host/announcement.ts';
import type { Log } from '../../host/log.ts';
import type { Session } from '../../host/session.ts';

export type AlarmRecallDeps = {
  readonly session: () => Session;
  readonly listen: (listener: (announcement: Announcement) => void) => Dispose;
  readonly wall: WallClock;
  readonly log: Log;
};

export type Question = Omit<ArchiveQuery, 'line'>;
export type Recalled = ArchivePage & { readonly children: (alarm: Alarm) => number };

export type AlarmRecall = {
  /** Waits until the log is read to its end, but not for long; null where it is not, and how far it came. */
  readonly ready: (patience: number) => Promise<ArchiveStanding>;
  /** Null where nothing can be read: the file is out of order, or another lab lies on the bench by now. */
  readonly read: (question: (archive: AlarmArchive) => Question) => Promise<Recalled | null>;
  readonly close: () => void;
};

type Open = { readonly directory: string; readonly archive: AlarmArchive };

/** How long the host is held at a time, and how long it has for itself in between. */
const sliceMillis = 8;
const restMillis = 4;
/** Alarms come in crowds: they are written down together. */
const gatherMillis = 200;

const nothing: ArchiveStanding = { state: 'behind', share: 0 };

export function createAlarmRecall(deps: AlarmRecallDeps): AlarmRecall {
  const { session, wall, log } = deps;
  const bench = createBench(deps);
  let working: Promise<void> | null = null;
  let isOpen = true;

  const advance = (): 'whole' | 'behind' => {
    const archive = bench.archive();
    if (archive === null) return 'whole';
    const until = wall.steady() + sliceMillis;
    const { store, branch } = session();
    try {
      return archive.advance(store, branch, () => wall.steady() >= until);
    } catch (error) {
      bench.giveUp();
      log.warn('the history of alarms could not be kept up', { error });
      return 'whole';
    }
  };

  const work = async (): Promise<void> => {
    while (isOpen && advance() === 'behind') await wall.sleep(restMillis);
  };
  const keepUp = (): Promise<void> => {
    working ??= work().finally(() => {
      working = null;
    });
    return working;
  };

  const { soon: keepUpSoon, stop } = createGathering(() => void keepUp());
  const deafen = deps.listen((heard) => {
    // Another lab: its files are to be closed here too, before anyone wants to move or delete them.
    if (heard.kind === 'reset') bench.leave();
    if (heard.kind === 'reset' || isOfAlarms(heard)) keepUpSoon();
  });
  keepUpSoon();

  const standing = (): ArchiveStanding => {
    const { store, branch } = session();
    return bench.archive()?.standing(store, branch) ?? nothing;
  };
  return {
    ready: async (patience) => {
      const until = wall.steady() + patience;
      const done = keepUp();
      if (standing().state === 'whole') return standing();
      await Promise.race([done, wall.sleep(Math.max(0, until - wall.steady()))]);
      return standing();
    },
    read: (question) => readSlowly(deps, bench, question),
    close: () => {
      isOpen = false;
      deafen();
      stop();
      bench.leave();
    },
  };
}

/** Once after many calls. */
function createGathering(work: () => void) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return {
    soon: (): void => {
      timer ??= setTimeout(() => {
        timer = null;
        work();
      }, gatherMillis);
      timer.unref();
    },
    stop: (): void => {
      if (timer !== null) clearTimeout(timer);
    },
  };
}

const isOfAlarms = (heard: Announcement): boolean =>
  heard.kind === 'events' && heard.items.some(({ event }) => event.type.startsWith('alarm.'));

async function readSlowly(
  { session, wall, log }: AlarmRecallDeps,
  bench: Bench,
  question: (archive: AlarmArchive) => Question,
): Promise<Recalled | null> {
  const archive = bench.archive();
  if (archive === null) return null;
  const { store, branch } = session();
  const line = archive.line(store, branch);
  try {
    const pages = archive.read({ ...question(archive), line });
    let until = wall.steady() + sliceMillis;
    for (let step = pages.next(); ; step = pages.next()) {
      if (step.done === true)
        return {
          ...step.value,
          children: ({ id }) => archive.childCount(line, Number(id.slice('alarm-'.length))),
        };
      if (wall.steady() < until) continue;
      await new Promise((done) => setImmediate(done));
      if (bench.archive() !== archive) return null;
      until = wall.steady() + sliceMillis;
    }
  } catch (error) {
    log.warn('the history of alarms could not be read', { error });
    return null;
  }
}

type Bench = {
  /** Of the lab on the bench; null where its file is out of order. */
  readonly archive: () => AlarmArchive | null;
  readonly leave: () => void;
  readonly giveUp: () => void;
};

function createBench({ session, log }: Pick<AlarmRecallDeps, 'session' | 'log'>): Bench {
  let open: Open | null = null;
  let broken: string | null = null;
  const leave = (): void => {
    open?.archive.close();
    open = null;
    broken = null;
  };
  return {
    leave,
    giveUp: () => {
      leave();
      broken = session().directory;
    },
    archive: () => {
      const { directory } = session();
      if (broken === directory) return null;
      if (open?.directory === directory) return open.archive;
      leave();
      const opened = openAlarmArchive(join(directory, 'alarms.db'), alarmOfToday);
      if (opened.ok) {
        open = { directory, archive: opened.value };
        return opened.value;
      }
      broken = directory;
      log.warn('the history of alarms cannot be opened', { refusal: opened.refusal });
      return null;
    },
  };
}
