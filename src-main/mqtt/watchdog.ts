import type { Log } from '../host/log.ts';

export type WatchdogOptions = {
  readonly everyMillis: number;
  readonly isWell: () => Promise<boolean>;
  readonly onSick: () => Promise<void>;
  readonly log: Log;
};

/**
 * Asks again and again. One bad answer may be a host that was busy or a laptop that slept, so a
 * second one, right after it, must confirm before anything is done.
 */
export function startWatchdog(options: WatchdogOptions): { readonly stop: () => Promise<void> } {
  let stopped = false;
  let round = Promise.resolve();
  const check = async (): Promise<void> => {
    try {
      if ((await options.isWell()) || stopped) return;
      if ((await options.isWell()) || stopped) return;
      await options.onSick();
    } catch (fault) {
      options.log.error('the watchdog itself failed', { fault });
    }
  };
  const later = (): NodeJS.Timeout =>
    setTimeout(() => {
      round = check().then(() => {
        if (!stopped) timer = later();
      });
    }, options.everyMillis);
  let timer = later();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}
