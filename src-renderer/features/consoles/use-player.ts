import { useEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useThemeName } from '../../theme/use-theme-name.ts';
import { withoutIdle, type Cast } from './cast.ts';
import { createPlayback, type Playback } from './playback.ts';
import type { TerminalScreen } from './terminal-screen.ts';

export type PlayerState = {
  readonly isPlaying: boolean;
  readonly at: number;
  readonly length: number;
  readonly play: () => void;
  readonly pause: () => void;
  readonly seek: (second: number) => void;
};

const fontSize = 12;
/** The position is told so often; what is shown follows each frame. */
const tellMillis = 200;

/** A screen of the recording's own size in the box. */
function useStage(box: RefObject<HTMLDivElement | null>): TerminalScreen | null {
  const [screen, setScreen] = useState<TerminalScreen | null>(null);
  const theme = useThemeName();
  useEffect(() => {
    const ground = box.current;
    if (ground === null) return undefined;
    let made: TerminalScreen | null = null;
    let isGone = false;
    void import('./terminal-screen.ts').then(({ createTerminalScreen }) => {
      if (isGone) return;
      made = createTerminalScreen(ground, 'fixed');
      setScreen(made);
    });
    return () => {
      isGone = true;
      made?.close();
    };
  }, [box]);
  useEffect(() => screen?.dress(theme, fontSize), [screen, theme]);
  return screen;
}

type Wish = { readonly speed: number; readonly longestPause: number | null };

export function usePlayer(
  box: RefObject<HTMLDivElement | null>,
  cast: Cast,
  { speed, longestPause }: Wish,
): PlayerState {
  const screen = useStage(box);
  const playback = useRef<Playback | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const events = useMemo(() => withoutIdle(cast.events, longestPause), [cast, longestPause]);
  useEffect(() => {
    if (screen === null) return;
    playback.current = createPlayback(cast, events, screen);
    setAt(0);
    setPlaying(true);
  }, [screen, cast, events]);
  useEffect(() => {
    if (!isPlaying) return undefined;
    let last = performance.now();
    let told = last;
    let frame = requestAnimationFrame(function step(now) {
      const one = playback.current;
      if (one === null) return;
      one.pass((Math.max(0, now - last) / 1000) * speed);
      last = now;
      if (now - told >= tellMillis || one.isOver()) {
        told = now;
        setAt(one.at());
      }
      if (one.isOver()) setPlaying(false);
      else frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, speed, events]);
  const seek = (second: number): void => {
    playback.current?.seek(second);
    setAt(playback.current?.at() ?? 0);
  };
  const play = (): void => {
    if (playback.current?.isOver() === true) seek(0);
    setPlaying(true);
  };
  return {
    isPlaying,
    at,
    length: events.at(-1)?.at ?? 0,
    play,
    pause: () => setPlaying(false),
    seek,
  };
}
