import { expect, onTestFinished, test } from 'vitest';
import { settingsSchema } from '../../../sim/contract/settings.ts';
import type { History, Retention } from '../../../db/history.ts';
import { wallClock } from '../../host/clock-face.ts';
import { silentLog, type Log } from '../../host/log.ts';
import { createHistoryKeeper } from './keep-history.ts';

type Trim = History['trim'];

function keeperOn(trim: Trim, rawDays: number, log: Log = silentLog) {
  const naps: number[] = [];
  const now = 1_795_000_000_000;
  const keeper = createHistoryKeeper({
    session: () => ({ world: { now: () => now }, history: { trim } }),
    settings: { get: () => settingsSchema.parse({ history: { rawDays, bucketDays: 90 } }) },
    wall: {
      ...wallClock,
      sleep: (millis) => {
        naps.push(millis);
        return Promise.resolve();
      },
    },
    log,
  });
  onTestFinished(() => keeper.close());
  return { keeper, naps, now };
}

test('FR-130-084 old readings are taken away slice by slice, with a rest after each', async () => {
  const asked: Retention[] = [];
  const { keeper, naps, now } = keeperOn((retention) => {
    asked.push(retention);
    return { removed: 256, isDone: asked.length === 4 };
  }, 7);
  await Promise.all([keeper.keepNow(), keeper.keepNow()]);
  expect(asked).toEqual(Array.from({ length: 4 }, () => ({ now, rawDays: 7, bucketDays: 90 })));
  expect(naps).toEqual([50, 50, 50]);
});

test('FR-130-083 nothing is looked at where readings are kept for good', async () => {
  const { keeper } = keeperOn(() => {
    throw new Error('not to be asked');
  }, 0);
  await expect(keeper.keepNow()).resolves.toBeUndefined();
});

test('FR-130-084 a disk that fails is said so and tried again, and a closed keeper stops', async () => {
  const said: string[] = [];
  let calls = 0;
  const { keeper } = keeperOn(
    () => {
      calls += 1;
      if (calls === 1) throw new Error('disk I/O error');
      if (calls === 3) keeper.close();
      return { removed: 1, isDone: false };
    },
    7,
    { ...silentLog, warn: (message) => said.push(message) },
  );
  await keeper.keepNow();
  expect(said.join()).toMatch(/could not be taken away/);
  await keeper.keepNow();
  expect(calls).toBe(3);
});
