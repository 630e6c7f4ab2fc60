import type { AlarmId } from '../contract/ids.ts';
import { refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';

export const unknownAlarm = (id: AlarmId): Result<never> =>
  refused('not-found', `There is no ${id}`, {
    where: 'id',
    hint: 'The world remembers the last 2000 that are over; the event log remembers them all.',
  });
