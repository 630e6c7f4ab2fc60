import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { watchReading } from '../../data/readings.ts';
import { useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { LiveValue } from '../../ui/live-value.tsx';
import { metricText, numberText, withUnit } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { continuousShare, type Phase, type PhaseBand, phaseBand } from './phases.ts';
import { Section } from './section.tsx';

/** A bar's end, as a share of the rating: an overload is still in sight. */
const scaleEnd = 1.2;
const percent = (share: number): string => `${Math.min(100, (share / scaleEnd) * 100)}%`;

const inks = {
  within: 'bg-text-3',
  'over-80': 'bg-minor',
  over: 'bg-major',
} as const satisfies Record<PhaseBand, string>;
const marks = {
  within: null,
  'over-80': { kind: 'minor', over: 'near' },
  over: { kind: 'major', over: 'over' },
} as const;

function PhaseBar({ phase }: { readonly phase: Phase }): ReactNode {
  const words = useText().inspector.phases;
  const { name, sensor, rating } = phase;
  const fill = useRef<HTMLSpanElement>(null);
  const meter = useRef<HTMLDivElement>(null);
  const [band, setBand] = useState<PhaseBand>('within');
  useEffect(
    () =>
      watchReading(sensor.id, ({ value, live }) => {
        const amperes = live ? value : null;
        // Renders only where another band is reached; the bar itself is moved here.
        setBand(phaseBand(amperes, rating));
        if (fill.current !== null) fill.current.style.width = percent((amperes ?? 0) / rating);
        meter.current?.setAttribute('aria-valuenow', String(amperes ?? 0));
        meter.current?.setAttribute('aria-valuetext', metricText('current', amperes));
      }),
    [sensor.id, rating],
  );
  const mark = marks[band];
  return (
    <div className="flex min-h-7 items-center gap-2 px-3 text-12">
      <span className="w-6 text-text-2">{name}</span>
      <div
        ref={meter}
        role="meter"
        aria-label={words.current(name, numberText(rating, 0))}
        aria-valuemin={0}
        aria-valuemax={rating}
        aria-valuenow={0}
        className="relative h-3 min-w-0 flex-1 rounded-sm bg-hover"
      >
        <span ref={fill} className={classNames('absolute inset-y-0 left-0 rounded-sm', inks[band])} />
        <span className="absolute -inset-y-0.5 w-px bg-text-2" style={{ left: percent(continuousShare) }} />
        <span className="absolute -inset-y-0.5 w-0.5 bg-text" style={{ left: percent(1) }} />
      </div>
      <LiveValue sensor={sensor.id} metric="current" className="w-16 text-right" />
      <span className="w-4">
        {mark !== null && <StatusMark kind={mark.kind} word={words[mark.over]} size={12} />}
      </span>
    </div>
  );
}

export function PhaseBars({ phases }: { readonly phases: readonly Phase[] }): ReactNode {
  const words = useText().inspector.phases;
  const [first] = phases;
  if (first === undefined) return null;
  const breaker = withUnit(numberText(first.rating, 0), 'A');
  const line = withUnit(numberText(first.rating * continuousShare, 0), 'A');
  return (
    <Section
      title={words.title}
      note={<span className="text-11 text-text-3">{words.note(breaker, line)}</span>}
    >
      {phases.map((phase) => (
        <PhaseBar key={phase.name} phase={phase} />
      ))}
    </Section>
  );
}
