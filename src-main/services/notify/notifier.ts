import type { SettingsStore } from '../../host/settings.ts';
import type { Announcement, Dispose } from '../../host/announcement.ts';
import { createDispatcher } from './dispatcher.ts';
import type { Dispatcher, DispatcherDeps } from './dispatcher.ts';

export type NotifierDeps = Omit<DispatcherDeps, 'settings'> & {
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly listen: (listener: (announcement: Announcement) => void) => Dispose;
};

export type Notifier = Pick<Dispatcher, 'sent' | 'test'> & {
  /** Waits a moment for what is on its way. */
  readonly close: () => Promise<void>;
};

const beatMillis = 500;
const farewellMillis = 2000;

/** Tells people of alarms that nobody has acknowledged: on this machine, by mail, by webhook, and up a ladder. */
export function createNotifier({ settings, listen, ...deps }: NotifierDeps): Notifier {
  const dispatcher = createDispatcher({ ...deps, settings: () => settings.get().notify });
  const underWay = new Set<Promise<void>>();
  const beat = (): void => {
    const going = dispatcher
      .beat()
      .catch((error: unknown) => deps.log.error('notifications stumbled', { error }))
      .finally(() => underWay.delete(going));
    underWay.add(going);
  };
  const dispose = listen(dispatcher.hear);
  const timer = setInterval(beat, beatMillis);
  return {
    sent: dispatcher.sent,
    test: dispatcher.test,
    close: async () => {
      clearInterval(timer);
      dispose();
      await settled([...underWay]);
    },
  };
}

/** A mail server that hangs must not keep the host from closing. */
async function settled(all: readonly Promise<void>[]): Promise<void> {
  if (all.length === 0) return;
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((done) => {
    timer = setTimeout(done, farewellMillis);
  });
  await Promise.race([Promise.all(all), enough]);
  clearTimeout(timer);
}
