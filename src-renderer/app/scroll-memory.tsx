import { useEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { addressOf, putBack } from './scroll-places.ts';
import type { ScrollPlaces } from './scroll-places.ts';

/** Data and screens come late; after that, whoever reads has found a place of their own. */
const waitMillis = 3000;
const tryMillis = 50;

/** The router numbers the entries of the tab's history; a rewritten address keeps its number. */
const entryNow = (): number => {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null && 'idx' in state ? Number(state.idx) : 0;
};

const ownMoves = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;

function restore(places: ReadonlyMap<string, number>): () => void {
  const root = document.querySelector('#screen');
  if (root === null || places.size === 0) return () => undefined;
  let left: ScrollPlaces = new Map(places);
  const end = performance.now() + waitMillis;
  const stop = () => {
    clearInterval(timer);
    for (const move of ownMoves) window.removeEventListener(move, stop);
  };
  const timer = setInterval(() => {
    left = putBack(root, left);
    if (left.size === 0 || performance.now() > end) stop();
  }, tryMillis);
  for (const move of ownMoves) window.addEventListener(move, stop, { passive: true });
  return stop;
}

/** Back and forward lead to where one was, also within the screen. */
export function ScrollMemory(): null {
  const { pathname, search } = useLocation();
  const type = useNavigationType();
  const entries = useRef(new Map<number, ScrollPlaces>());

  useEffect(() => {
    const listen = ({ target }: Event) => {
      const root = document.querySelector('#screen');
      if (root === null || !(target instanceof Element) || !root.contains(target)) return;
      const address = addressOf(root, target);
      if (address === null) return;
      const entry = entryNow();
      const places = entries.current.get(entry) ?? new Map<string, number>();
      entries.current.set(entry, places.set(address, target.scrollTop));
    };
    window.addEventListener('scroll', listen, { capture: true, passive: true });
    return () => window.removeEventListener('scroll', listen, { capture: true });
  }, []);

  useEffect(() => {
    const entry = entryNow();
    if (type === NavigationType.Push) entries.current.delete(entry);
    if (type !== NavigationType.Pop) return undefined;
    return restore(new Map(entries.current.get(entry)));
  }, [pathname, search, type]);
  return null;
}
