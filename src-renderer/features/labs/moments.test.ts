import { expect, test } from 'vitest';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import { eventTicks, eventsAfter, nextTick, previousTick, storyRows } from './moments.ts';

const event = (tick: number): LoggedEvent => ({ tick, revision: tick }) as LoggedEvent;
const story = [event(30), event(30), event(20), event(0)];

test('FR-120-044 going back previews what would not have happened', () => {
  expect(eventsAfter(story, 20).map(({ tick }) => tick)).toEqual([30, 30]);
  expect(eventsAfter(story, 30)).toEqual([]);
});
test('FR-120-044 the slider steps from event to event', () => {
  const ticks = eventTicks(story);
  expect(ticks).toEqual([0, 20, 30]);
  expect(previousTick(ticks, 25)).toBe(20);
  expect(previousTick(ticks, 0)).toBe(0);
  expect(nextTick(ticks, 20, 99)).toBe(30);
  expect(nextTick(ticks, 30, 99)).toBe(99);
});
test('FR-120-044 hundreds of things created at one moment are one row of the story', () => {
  const made = (tick: number): LoggedEvent =>
    ({ tick, revision: tick, event: { type: 'entity.created' } }) as LoggedEvent;
  const other = { tick: 5, revision: 9, event: { type: 'clock.changed' } } as LoggedEvent;
  expect(storyRows([made(7), other, made(0), made(0), made(0)]).map(({ count }) => count)).toEqual([1, 1, 3]);
});
