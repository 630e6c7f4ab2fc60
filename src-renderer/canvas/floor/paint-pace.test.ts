import { expect, test } from 'vitest';
import { createPaintPace, gaps, type PaceMeans } from './paint-pace.ts';

/** A browser whose time passes when told to: a frame every 16 ms. */
function fakeBrowser() {
  let now = 0;
  let next = 1;
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  const put = (at: number, run: () => void): number => {
    timers.set(next, { at, run });
    next += 1;
    return next - 1;
  };
  const means: PaceMeans = {
    now: () => now,
    requestFrame: (run) => put((Math.floor(now / 16) + 1) * 16, run),
    cancelFrame: (handle) => void timers.delete(handle),
    setTimer: (run, millis) => put(now + millis, run),
    clearTimer: (handle) => void timers.delete(handle),
  };
  const pass = (millis: number): void => {
    const until = now + millis;
    for (;;) {
      const due = [...timers]
        .filter(([, timer]) => timer.at <= until)
        .toSorted((one, other) => one[1].at - other[1].at)[0];
      if (due === undefined) break;
      timers.delete(due[0]);
      now = due[1].at;
      due[1].run();
    }
    now = until;
  };
  return { means, pass, waiting: () => timers.size };
}

function paceWithCount() {
  const browser = fakeBrowser();
  let painted = 0;
  const pace = createPaintPace(() => {
    painted += 1;
  }, browser.means);
  return { ...browser, pace, painted: () => painted };
}

test('FR-120-111 nothing is drawn while nothing changes, and no timer runs', () => {
  const { pass, painted, waiting } = paceWithCount();
  pass(5000);
  expect(painted()).toBe(0);
  expect(waiting()).toBe(0);
});

test('FR-120-111 many changes before a frame are one drawing', () => {
  const { pace, pass, painted, waiting } = paceWithCount();
  for (let change = 0; change < 100; change += 1) pace.ask();
  pass(1000);
  expect(painted()).toBe(1);
  expect(waiting()).toBe(0);
});

test('FR-120-111 a software renderer draws at most five times a second', () => {
  const { pace, pass, painted } = paceWithCount();
  pace.setGap(gaps.software);
  for (let step = 0; step < 200; step += 1) {
    pace.ask();
    pass(5);
  }
  expect(painted()).toBeGreaterThanOrEqual(4);
  expect(painted()).toBeLessThanOrEqual(6);
});

test('FR-120-111 after its end nothing is drawn any more', () => {
  const { pace, pass, painted } = paceWithCount();
  pace.ask();
  pace.dispose();
  pass(1000);
  expect(painted()).toBe(0);
});
