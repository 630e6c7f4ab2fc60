import { expect, test } from 'vitest';
import type { AlarmView } from '../../../sim/contract/alarms.ts';
import { joined } from './use-alarm-history.ts';

const alarm = (number: number, state: string): AlarmView =>
  ({ id: `alarm-${number}`, state }) as unknown as AlarmView;

test('FR-120-576 pages of the history join without a gap or a double, and what is told last counts', () => {
  const first = [alarm(12, 'ACTIVE'), alarm(11, 'RESOLVED'), alarm(10, 'RESOLVED')];
  const older = [alarm(10, 'RESOLVED'), alarm(9, 'RESOLVED')];
  const later = [alarm(13, 'ACTIVE'), alarm(12, 'RESOLVED')];
  const all = joined(joined(first, older), later);
  expect(all.map(({ id }) => id)).toEqual(['alarm-13', 'alarm-12', 'alarm-11', 'alarm-10', 'alarm-9']);
  expect(all[1]?.state).toBe('RESOLVED');
});
