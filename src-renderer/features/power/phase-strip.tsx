/** Three small bars, one for each phase, against what each may carry. They move past React. */
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { watchReading } from '../../data/readings.ts';
import { isStale, paceNow } from '../../ui/live-value.tsx';
import { LiveValue } from '../../ui/live-value.tsx';
import { continuousShare, phaseBand } from '../inspector/phases.ts';
import type { Phase } from '../inspector/phases.ts';

const inks = { within: 'var(--text-3)', 'over-80': 'var(--minor)', over: 'var(--major)' } as const;

function useFill({ sensor, rating }: Phase, side: 'width' | 'height') {
  const fill = useRef<HTMLSpanElement>(null);
  useEffect(
    () =>
      watchReading(sensor.id, (reading) => {
        const { current } = fill;
        if (current === null) return;
        const amperes = reading.value ?? 0;
        current.style[side] = `${Math.min(100, (amperes / rating) * 100).toFixed(1)}%`;
        current.style.background = inks[phaseBand(reading.live ? reading.value : null, rating)];
        current.classList.toggle('stale', isStale(reading, paceNow(), null));
      }),
    [sensor.id, rating, side],
  );
  return fill;
}

const Across = ({ phase }: { readonly phase: Phase }): ReactNode => {
  const fill = useFill(phase, 'width');
  return (
    <div className="flex items-center gap-1 text-11 leading-3.5">
      <span className="w-4 text-text-3">{phase.name}</span>
      <span className="relative h-1.5 w-12 overflow-hidden rounded-full bg-hover">
        <span ref={fill} className="absolute inset-y-0 left-0" />
        <span className="absolute inset-y-0 w-px bg-text-2" style={{ left: `${continuousShare * 100}%` }} />
      </span>
      <LiveValue sensor={phase.sensor.id} metric="current" className="whitespace-nowrap text-text-2" />
    </div>
  );
};

/** With their amperes, for a panel. */
export const PhaseStrip = ({ phases }: { readonly phases: readonly Phase[] }): ReactNode =>
  phases.map((phase) => <Across key={phase.name} phase={phase} />);

const Upright = ({ phase }: { readonly phase: Phase }): ReactNode => {
  const fill = useFill(phase, 'height');
  return (
    <span className="relative h-full w-1 overflow-hidden bg-hover">
      <span ref={fill} className="absolute inset-x-0 bottom-0" />
    </span>
  );
};

/** Without words, for a rack PDU among many: the inspector and the table have the numbers. */
export const PhaseColumns = ({ phases }: { readonly phases: readonly Phase[] }): ReactNode => (
  <span aria-hidden className="flex h-6 gap-px">
    {phases.map((phase) => (
      <Upright key={phase.name} phase={phase} />
    ))}
  </span>
);
