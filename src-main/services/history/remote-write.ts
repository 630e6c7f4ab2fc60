import { setTimeout as passed } from 'node:timers/promises';
import type { Reading } from '../../../db/history.ts';
import type { Settings } from '../../../sim/contract/settings.ts';
import type { FaceState } from '../../../sim/contract/queries.ts';
import type { Dispose } from '../../host/announcement.ts';
import type { Log } from '../../host/log.ts';
import type { WallClock } from '../../host/clock-face.ts';
import type { SettingsStore } from '../../host/settings.ts';
import { encodeWriteRequest, type TimeSeries } from './remote-write-message.ts';
import { createRemoteWriteQueue, type Queued, type RemoteWriteQueue } from './remote-write-queue.ts';
import { sendWriteRequest, type Sent } from './remote-write-send.ts';
import type { SensorLabels } from './sensor-labels.ts';

export type RemoteWriteDeps = {
  readonly settings: Pick<SettingsStore, 'get' | 'listen'>;
  readonly wall: Pick<WallClock, 'now'>;
  readonly log: Log;
  /** Null: the sensor is no longer there. */
  readonly labels: (sensor: string) => SensorLabels | null;
  /** Resolves after so long, or as soon as it is called off. */
  readonly pause: (millis: number, signal: AbortSignal) => Promise<void>;
};

export type RemoteWrite = {
  readonly append: (readings: readonly Reading[]) => void;
  /** For the status bar. */
  readonly state: () => FaceState;
  readonly close: Dispose;
};

export const pauseUntil: RemoteWriteDeps['pause'] = async (millis, signal) => {
  // Called off is as good as passed: whoever waited looks at the signal next.
  await passed(millis, undefined, { signal, ref: false }).catch(() => undefined);
};

/** A quarter of an hour of a thousand sensors that speak twice a second, or a day of a small lab. */
const waitingLimit = 200_000;
/** Encoding more at once would be felt. */
const samplesPerRequest = 2000;
const backoff = { first: 1000, most: 60_000 } as const;
const logEveryMillis = 60_000;

type Counts = { sent: number; dropped: number; problem: string; loggedAt: number };

/**
 * Sends every reading on to Prometheus or what speaks like it. Samples carry the time of the wall: a lab that runs
 * ahead, or is rewound, would be refused with its own.
 */
export function createRemoteWrite(deps: RemoteWriteDeps): RemoteWrite {
  const { settings, wall, log } = deps;
  const queue = createRemoteWriteQueue(waitingLimit);
  const counts: Counts = { sent: 0, dropped: 0, problem: '', loggedAt: Number.NEGATIVE_INFINITY };
  let current = settings.get().remoteWrite;
  let run = new AbortController();

  const drain = createDrain({ ...deps, queue, counts, url: () => current.url });

  const start = async ({ signal }: AbortController): Promise<void> => {
    while (!signal.aborted) {
      await deps.pause(current.everySeconds * 1000, signal);
      await drain(signal);
    }
  };

  const follow = (next: Settings['remoteWrite']): void => {
    run.abort();
    run = new AbortController();
    counts.problem = '';
    current = next;
    if (current.state === 'off') queue.clear();
    else
      start(run).catch((error: unknown) => {
        log.error('remote write has stopped', { error });
        counts.problem = 'it has stopped: see the log';
      });
  };
  follow(current);
  const dispose = settings.listen(({ remoteWrite }) => {
    if (JSON.stringify(remoteWrite) !== JSON.stringify(current)) follow(remoteWrite);
  });

  return {
    append: (readings) => {
      if (current.state === 'on') queue.add(readings, wall.now());
    },
    state: () => ({
      name: 'remote-write',
      state: current.state === 'off' ? 'off' : counts.problem === '' ? 'up' : 'down',
      address: current.url,
      detail: current.state === 'off' ? '' : detailOf(counts, queue.waiting(), queue.overflowed()),
    }),
    close: () => {
      dispose();
      run.abort();
    },
  };
}

type DrainDeps = Pick<RemoteWriteDeps, 'wall' | 'log' | 'labels' | 'pause'> & {
  readonly queue: RemoteWriteQueue;
  readonly counts: Counts;
  readonly url: () => string;
};

/** Sends until nothing waits any more, or until it is called off. */
function createDrain(deps: DrainDeps): (signal: AbortSignal) => Promise<void> {
  const { queue, counts } = deps;
  const complain = (message: string, reason: string): void => {
    counts.problem = reason;
    if (deps.wall.now() - counts.loggedAt < logEveryMillis) return;
    counts.loggedAt = deps.wall.now();
    deps.log.warn(message, { url: deps.url(), reason, waiting: queue.waiting(), dropped: counts.dropped });
  };
  const settle = (sent: Exclude<Sent, { readonly kind: 'later' }>, count: number): void => {
    queue.taken(count);
    if (sent.kind === 'taken') {
      counts.problem = '';
      return;
    }
    counts.dropped += count;
    complain('the far side of remote write refuses readings; these are left out', sent.reason);
  };
  const send = async (batch: readonly Queued[], signal: AbortSignal): Promise<Sent> => {
    const series = seriesOf(batch, deps.labels);
    if (series.length === 0) return { kind: 'taken' };
    const sent = await sendWriteRequest({ url: deps.url(), body: encodeWriteRequest(series), signal });
    if (sent.kind === 'taken') counts.sent += series.reduce((sum, { samples }) => sum + samples.length, 0);
    return sent;
  };
  return async (signal) => {
    for (let wait: number = backoff.first; !signal.aborted && queue.waiting() > 0;) {
      const batch = queue.first(samplesPerRequest);
      const sent = await send(batch, signal);
      if (signal.aborted) return;
      if (sent.kind === 'later') {
        complain('remote write does not get through; it is tried again', sent.reason);
        await deps.pause(Math.max(wait, sent.afterMillis), signal);
        wait = Math.min(wait * 2, backoff.most);
      } else {
        settle(sent, batch.length);
        wait = backoff.first;
      }
    }
  };
}

function detailOf({ sent, dropped, problem }: Counts, waiting: number, overflowed: number): string {
  const lost = dropped + overflowed;
  return [
    ...(problem === '' ? [] : [problem]),
    `${sent} readings sent`,
    ...(waiting === 0 ? [] : [`${waiting} wait`]),
    ...(lost === 0 ? [] : [`${lost} lost`]),
  ].join(', ');
}

/** A sensor's samples together, in order; those of sensors that are gone are left out. */
function seriesOf(
  batch: readonly Queued[],
  labels: (sensor: string) => SensorLabels | null,
): readonly TimeSeries[] {
  return [...Map.groupBy(batch, ({ sensor }) => sensor)].flatMap(([sensor, samples]) => {
    const named = labels(sensor);
    return named === null ? [] : [{ labels: named, samples }];
  });
}
