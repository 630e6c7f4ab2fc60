import { useEffect, useState } from 'react';

const awakeMillis = 3000;

/** True for some seconds after the pointer or a key moved: then there are a cursor and tools. */
export function useAwake(): boolean {
  const [isAwake, setAwake] = useState(true);
  useEffect(() => {
    let timer = setTimeout(() => setAwake(false), awakeMillis);
    const wake = () => {
      clearTimeout(timer);
      setAwake(true);
      timer = setTimeout(() => setAwake(false), awakeMillis);
    };
    const moves = ['pointermove', 'pointerdown', 'keydown'] as const;
    for (const move of moves) window.addEventListener(move, wake, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const move of moves) window.removeEventListener(move, wake);
    };
  }, []);
  return isAwake;
}
