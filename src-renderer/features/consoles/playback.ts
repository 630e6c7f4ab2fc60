/** Plays what was recorded into a screen, by a clock that is handed in. */
import { countAt, lengthOf, sizeIn, type Cast, type CastEvent } from './cast.ts';

export type Stage = {
  readonly write: (text: string) => void;
  readonly shape: (size: { readonly columns: number; readonly rows: number }) => void;
  readonly reset: () => void;
};

export type Playback = {
  /** Time went on: seconds of the recording. */
  readonly pass: (seconds: number) => void;
  readonly seek: (second: number) => void;
  readonly at: () => number;
  readonly length: () => number;
  readonly isOver: () => boolean;
};

export function createPlayback(
  cast: Pick<Cast, 'columns' | 'rows'>,
  events: readonly CastEvent[],
  stage: Stage,
): Playback {
  const length = lengthOf(events);
  let at = 0;
  let shown = 0;
  const show = (until: number): void => {
    let text = '';
    for (const { code, data } of events.slice(shown, until)) {
      if (code === 'o') {
        text += data;
        continue;
      }
      if (text !== '') stage.write(text);
      text = '';
      const size = sizeIn(data);
      if (size !== null) stage.shape(size);
    }
    if (text !== '') stage.write(text);
    shown = until;
  };
  const rewind = (): void => {
    stage.reset();
    stage.shape(cast);
    shown = 0;
  };
  rewind();
  show(countAt(events, 0));
  return {
    pass: (seconds) => {
      at = Math.min(length, at + seconds);
      show(countAt(events, at));
    },
    seek: (second) => {
      const goal = Math.min(length, Math.max(0, second));
      if (countAt(events, goal) < shown) rewind();
      at = goal;
      show(countAt(events, at));
    },
    at: () => at,
    length: () => length,
    isOver: () => at >= length,
  };
}
