/** Keeps the screen on while the wall is seen, where the browser can. */
import { useEffect } from 'react';

export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let live = true;
    const ask = async () => {
      if (document.hidden || !('wakeLock' in navigator)) return;
      // Refused on battery or by policy: then the screen goes dark as it does elsewhere.
      const got = await navigator.wakeLock.request('screen').catch(() => null);
      if (live) lock = got;
      else void got?.release();
    };
    // The browser takes it back whenever the page is hidden.
    const onVisible = () => void ask();
    void ask();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      live = false;
      document.removeEventListener('visibilitychange', onVisible);
      void lock?.release();
    };
  }, []);
}
