import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { labTimeNow, steadily } from '../data/lab-clock.ts';
import { useWorld } from '../data/world.ts';
import { text, useText } from '../text/text.ts';
import { labClock, labDate } from '../ui/numbers.ts';

const tickMillis = 100;

/** The lab's own time. Runs between statuses and writes its own text: React has no part in it. */
export function LabClock(): ReactNode {
  const clock = useRef<HTMLTimeElement>(null);
  useEffect(() => {
    let shown: number | null = null;
    const write = () => {
      const { status, statusAt } = useWorld.getState();
      const element = clock.current;
      if (status === null || element === null) return;
      shown = steadily(shown, labTimeNow({ status, statusAt, now: performance.now() }), status.clock.speed);
      const time = labClock(shown);
      if (element.textContent === time) return;
      element.textContent = time;
      element.title = text().clock.timeIs(`${labDate(shown)} ${time}`);
    };
    write();
    const timer = setInterval(write, tickMillis);
    return () => clearInterval(timer);
  }, []);
  return (
    <time
      ref={clock}
      aria-label={useText().clock.time}
      role="timer"
      className="w-[4.6rem] text-center text-14 font-semibold"
    >
      --:--:--
    </time>
  );
}
