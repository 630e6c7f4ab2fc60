import { useEffect, useEffectEvent } from 'react';
import type { WallDeeds } from './wall-view.tsx';

/** Keys of the wall; a dialog, a button and chords keep theirs. */
export function useWallKeys(deeds: WallDeeds): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('[role="dialog"]') !== null) return;
    const isOnButton = event.target instanceof HTMLButtonElement && [' ', 'Enter'].includes(event.key);
    const keys: Readonly<Record<string, () => void>> = {
      ' ': deeds.toggle,
      ArrowRight: () => deeds.go(1),
      ArrowLeft: () => deeds.go(-1),
      s: deeds.setUp,
      f: deeds.fullScreen,
      Escape: deeds.leave,
    };
    const act = keys[event.key];
    if (act === undefined || isOnButton) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
