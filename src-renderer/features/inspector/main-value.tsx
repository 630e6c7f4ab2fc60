/** The value the chart shows, with how fast it changes, coloured only beyond a limit. */
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { AlarmRule, Severity } from '../../../sim/contract/alarms.ts';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { watchReading } from '../../data/readings.ts';
import { LiveValue } from '../../ui/live-value.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { rateText } from './reading-trail.ts';

/** The gravest rule that a value breaks. */
export function brokenRule(rules: readonly AlarmRule[], value: number | null): AlarmRule | null {
  if (value === null) return null;
  const broken = rules.filter((rule) =>
    rule.direction === 'above' ? value >= rule.limit : value <= rule.limit,
  );
  return broken.find((rule) => rule.level === 'critical') ?? broken[0] ?? null;
}

const inks = {
  critical: 'text-critical',
  major: 'text-major',
  minor: 'text-minor',
  info: 'text-info',
} as const satisfies Record<Severity, string>;

type MainValueProps = {
  readonly sensor: EntityOf<'sensor'>;
  readonly rules: readonly AlarmRule[];
  readonly rate: number | null;
  /** The newest value of the trail; the number itself is written by LiveValue. */
  readonly value: number | null;
  readonly rated: string | null;
};

export function MainValue({ sensor, rules, rate, value, rated }: MainValueProps): ReactNode {
  const node = useRef<HTMLSpanElement>(null);
  const rule = brokenRule(rules, value);
  // The colour must not wait for the trail, which is drawn once a second.
  useEffect(
    () =>
      watchReading(sensor.id, (reading) => {
        const now = brokenRule(rules, reading.live ? reading.value : null);
        if (node.current !== null)
          node.current.className = now === null ? '' : `font-semibold ${inks[now.severity]}`;
      }),
    [sensor.id, rules],
  );
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      <span ref={node}>
        <LiveValue sensor={sensor.id} metric={sensor.spec.metric} />
        {rate !== null && <span className="ml-1.5">{rateText(rate)}</span>}
      </span>
      {rated !== null && <span className="text-text-3">{rated}</span>}
      {rule !== null && (
        <StatusMark kind={rule.severity} size={12} word={`${rule.level}: over ${rule.limit}`} />
      )}
    </span>
  );
}
