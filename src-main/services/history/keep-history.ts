import type { History } from '../../../db/history.ts';
import type { Dispose } from '../../host/announcement.ts';
import type { Log } from '../../host/log.ts';
import type { WallClock } from '../../host/clock-face.ts';
import type { SettingsStore } from '../../host/settings.ts';

export type HistoryKeeperDeps = {
  readonly session: () => {
    readonly history: Pick<History, 'trim'>;
    readonly world: { readonly now: () => number };
  };
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly wall: WallClock;
  readonly log: Log;
};

export type HistoryKeeper = {
  /** One round now; resolves when nothing more is too old. */
  readonly keepNow: () => Promise<void>;
  readonly close: Dispose;
};

/** At ×1000 a minute of the wall is most of a day in the lab. */
const roundMillis = 60_000;
/** Between slices of a few milliseconds the host does its own work. */
const restMillis = 50;

/** Takes away what the settings say is too old, now and then and a little at a time. */
export function createHistoryKeeper(deps: HistoryKeeperDeps): HistoryKeeper {
  const { session, settings, wall, log } = deps;
  let isOpen = true;
  let running: Promise<void> | null = null;

  const round = async (): Promise<void> => {
    const { rawDays, bucketDays } = settings.get().history;
    // Without a limit for readings there is none for cells either.
    if (rawDays === 0) return;
    let removed = 0;
    try {
      for (let isDone = false; isOpen && !isDone;) {
        // Asked anew each time: another lab may be on the bench by now.
        const { history, world } = session();
        const slice = history.trim({ now: world.now(), rawDays, bucketDays });
        removed += slice.removed;
        isDone = slice.isDone;
        if (!isDone) await wall.sleep(restMillis);
      }
    } catch (error) {
      log.warn('readings that are too old could not be taken away; it is tried again in a minute', { error });
    }
    if (removed > 0) log.info('readings that were too old are gone', { rows: removed, rawDays, bucketDays });
  };

  const keepNow = (): Promise<void> => {
    running ??= round().finally(() => {
      running = null;
    });
    return running;
  };
  const timer = setInterval(() => void keepNow(), roundMillis);
  timer.unref();

  return {
    keepNow,
    close: () => {
      isOpen = false;
      clearInterval(timer);
    },
  };
}
