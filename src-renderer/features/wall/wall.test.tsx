import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { faceNames } from '../states/samples.ts';
import { criticalIds, newCritical, openAlarms } from './wall-alarms.ts';
import { WallAlarmsFace, WallFace } from './wall-faces.tsx';
import { moved, planIn, searchOf, stepAfter, stepsOf, usualPlan } from './wall-plan.ts';

const drawn = (what: ReactNode): string => renderToStaticMarkup(<Tooltip.Provider>{what}</Tooltip.Provider>);
const read = (search: string) => planIn(new URLSearchParams(search), usualPlan);
const alarm = (id: string, more: Partial<Alarm> = {}): Alarm =>
  ({ id, severity: 'critical', state: 'ACTIVE', raisedAt: 1, root: null, shelved: null, ...more }) as Alarm;
const rooms = ['room-1', 'room-2'] as EntityId[];

test('FR-120-463 the address says which views, in which order and for how long, and is passed over where it is wrong', () => {
  expect(read('views=alarms,floor&every=20&hold=0')).toEqual({
    views: ['alarms', 'floor'],
    every: 20,
    hold: 0,
  });
  expect(read('views=nonsense,alarms,alarms&every=1&hold=9999')).toEqual({
    views: ['alarms'],
    every: 5,
    hold: 600,
  });
  expect(read('views=&every=often&hold=')).toEqual(usualPlan);
  const plan = { views: ['power', 'sites'], every: 45, hold: 10 } as const;
  expect(read(searchOf(plan).slice(1))).toEqual(plan);
});

test('FR-120-463 each room has its turn, and the views go round both ways', () => {
  expect(stepsOf(['overview', 'floor'], rooms)).toEqual([
    { view: 'overview', about: null },
    { view: 'floor', about: 'room-1' },
    { view: 'floor', about: 'room-2' },
  ]);
  expect([stepAfter(2, 1, 3), stepAfter(0, -1, 3), stepAfter(7, 0, 3), stepAfter(0, 1, 0)]).toEqual([
    0, 2, 1, 0,
  ]);
});

test('FR-120-467 views are moved in their order by buttons, and stay at the ends', () => {
  expect(moved(['overview', 'floor', 'power'], 'power', -1)).toEqual(['overview', 'power', 'floor']);
  expect(moved(['overview', 'floor'], 'floor', 1)).toEqual(['overview', 'floor']);
  expect(moved(['overview'], 'floor', 1)).toEqual(['overview']);
});

test('FR-120-466 only a new critical alarm that nobody has seen and nothing explains interrupts', () => {
  const before = criticalIds([alarm('alarm-1')]);
  expect(newCritical(before, [alarm('alarm-1')])).toBeNull();
  expect(newCritical(before, [alarm('alarm-2', { severity: 'major' })])).toBeNull();
  expect(newCritical(before, [alarm('alarm-2', { state: 'ACKNOWLEDGED' })])).toBeNull();
  expect(
    newCritical(before, [alarm('alarm-2', { root: 'alarm-1' as NonNullable<Alarm['root']> })]),
  ).toBeNull();
  const later = alarm('alarm-3', { raisedAt: 9 as Alarm['raisedAt'] });
  expect(newCritical(before, [alarm('alarm-1'), alarm('alarm-2'), later])).toBe(later);
  expect(openAlarms([alarm('alarm-1', { state: 'RESOLVED' }), later])).toEqual([later]);
});

test('FR-120-464 every face of the wall has the clock, SIMULATED and the state of the line in sight', () => {
  for (const Face of [WallFace, WallAlarmsFace]) {
    const faces = faceNames.map((face) => drawn(<Face face={face} />));
    expect(new Set(faces).size).toBe(faceNames.length);
    for (const html of faces) {
      expect(html).toContain('SIMULATED');
      expect(html).toContain('role="timer"');
      expect(html).toMatch(/Connected|Loading|Connection lost/);
    }
    expect(drawn(<Face face="stale" />)).toContain('last known state');
  }
});
