import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { labTimeNow } from '../data/lab-clock.ts';
import { useWorld } from '../data/world.ts';
import { clockSpan } from './numbers.ts';

/** Time since a lab moment, running. Writes its own text, as live values do. */
export function Age({
  since,
  className,
}: {
  readonly since: number;
  readonly className?: string;
}): ReactNode {
  const node = useRef<HTMLTimeElement>(null);
  useEffect(() => {
    const write = () => {
      const { status, statusAt } = useWorld.getState();
      if (status === null || node.current === null) return;
      const text = clockSpan(labTimeNow({ status, statusAt, now: performance.now() }) - since);
      if (node.current.textContent !== text) node.current.textContent = text;
    };
    write();
    const timer = setInterval(write, 500);
    return () => clearInterval(timer);
  }, [since]);
  return (
    <time
      ref={node}
      className={className}
      dateTime={new Date(since).toISOString()}
      title={new Date(since).toISOString()}
    />
  );
}
