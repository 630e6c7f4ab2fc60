/** Draws when something changed, never otherwise, and never more often than the machine likes. */
export type PaintPace = {
  readonly ask: () => void;
  readonly setGap: (millis: number) => void;
  readonly dispose: () => void;
};

export type PaceMeans = {
  readonly now: () => number;
  readonly requestFrame: (callback: () => void) => number;
  readonly cancelFrame: (handle: number) => void;
  readonly setTimer: (callback: () => void, millis: number) => number;
  readonly clearTimer: (handle: number) => void;
};

export const gaps = { card: 1000 / 60, software: 1000 / 5 } as const;

export const browserPace: PaceMeans = {
  now: () => performance.now(),
  requestFrame: (callback) => requestAnimationFrame(callback),
  cancelFrame: (handle) => cancelAnimationFrame(handle),
  setTimer: (callback, millis) => window.setTimeout(callback, millis),
  clearTimer: (handle) => window.clearTimeout(handle),
};

type Waiting = { readonly cancel: () => void } | null;

export function createPaintPace(paint: () => void, means: PaceMeans): PaintPace {
  let gap: number = gaps.card;
  let last = Number.NEGATIVE_INFINITY;
  let waiting: Waiting = null;

  const run = (): void => {
    waiting = null;
    last = means.now();
    paint();
  };
  const nextFrame = (): void => {
    const handle = means.requestFrame(run);
    waiting = { cancel: () => means.cancelFrame(handle) };
  };

  return {
    ask: () => {
      if (waiting !== null) return;
      // Half a frame of grace: a wait of a few milliseconds would cost the whole next frame.
      const wait = last + gap - means.now() - 8;
      if (wait <= 0) return nextFrame();
      const handle = means.setTimer(nextFrame, wait);
      waiting = { cancel: () => means.clearTimer(handle) };
    },
    setGap: (millis) => {
      gap = millis;
    },
    dispose: () => {
      waiting?.cancel();
      waiting = null;
    },
  };
}
