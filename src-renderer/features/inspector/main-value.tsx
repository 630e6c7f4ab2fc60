/** The value the chart shows, with how fast it changes, coloured only beyond a limit. */
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { watchReading } from '../../data/readings.ts';
import { brokenLimit, type RuleLimit } from '../../data/rule-limits.ts';
import { text, useText } from '../../text/text.ts';
import { LiveState } from '../../ui/live-state.tsx';
import { LiveValue } from '../../ui/live-value.tsx';
import { metricText } from '../../ui/numbers.ts';
import { StatusMark, statusInks } from '../../ui/status-mark.tsx';
import { rateText } from './reading-trail.ts';

type MainValueProps = {
  readonly sensor: EntityOf<'sensor'>;
  readonly limits: readonly RuleLimit[];
  readonly rate: number | null;
  /** The newest value of the trail; the number itself is written by LiveValue. */
  readonly value: number | null;
  readonly rated: string | null;
};

export function MainValue({ sensor, limits, rate, value, rated }: MainValueProps): ReactNode {
  useText();
  const node = useRef<HTMLSpanElement>(null);
  const broken = brokenLimit(limits, value);
  // The colour must not wait for the trail, which is drawn once a second.
  useEffect(
    () =>
      watchReading(sensor.id, (reading) => {
        const now = brokenLimit(limits, reading.live ? reading.value : null);
        if (node.current !== null)
          node.current.className = now === null ? '' : `font-semibold ${statusInks[now.severity]}`;
      }),
    [sensor.id, limits],
  );
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      <span ref={node}>
        <LiveValue sensor={sensor.id} metric={sensor.spec.metric} />
        {rate !== null && <span className="ml-1.5">{rateText(rate)}</span>}
      </span>
      {rated !== null && <span className="text-text-3">{rated}</span>}
      {broken !== null && (
        <StatusMark kind={broken.severity} size={12} word={limitWords(broken, sensor.spec.metric)} />
      )}
    </span>
  );
}

const limitWords = (broken: RuleLimit, metric: EntityOf<'sensor'>['spec']['metric']): string =>
  text().inspector.chart.beyond(broken.level, broken.direction, metricText(metric, broken.limit));

/** A state has no rate and no limits. */
export const MainWord = ({ sensor }: { readonly sensor: EntityOf<'sensor'> }): ReactNode => (
  <LiveState sensor={sensor.id} metric={sensor.spec.metric} />
);
