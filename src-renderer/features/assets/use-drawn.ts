/** How many of so many are drawn by now: a few at a time, so that the page stays at hand. */
import { useEffect, useState } from 'react';

const atOnce = 8;

/** Begins anew with each other `what`. */
export function useDrawn(what: object, count: number): number {
  const [drawn, setDrawn] = useState({ what, count: 0 });
  const now = drawn.what === what ? drawn.count : 0;
  useEffect(() => {
    if (now >= count) return undefined;
    const timer = setTimeout(() => setDrawn({ what, count: Math.min(count, now + atOnce) }), 0);
    return () => clearTimeout(timer);
  }, [what, now, count]);
  return Math.min(now, count);
}
