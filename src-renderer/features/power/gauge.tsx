/** A half circle with a needle of its own: drawn past React, with its limits as marks. */
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import { watchReading } from '../../data/readings.ts';
import { LiveValue } from '../../ui/live-value.tsx';
import { metricText, numberText } from '../../ui/numbers.ts';

const size = { width: 168, height: 96, radius: 70, thick: 10 } as const;
const centre = { x: size.width / 2, y: size.height - 10 } as const;

export type Scale = { readonly low: number; readonly high: number };

/** 0 … 1 along the scale, held at its ends. */
export const shareOf = (value: number, { low, high }: Scale): number =>
  high <= low ? 0 : Math.min(1, Math.max(0, (value - low) / (high - low)));

export function pointAt(share: number, radius: number): { readonly x: number; readonly y: number } {
  const angle = Math.PI * (1 - share);
  return { x: centre.x + radius * Math.cos(angle), y: centre.y - radius * Math.sin(angle) };
}

function arc(from: number, to: number): string {
  const [start, end] = [pointAt(from, size.radius), pointAt(to, size.radius)];
  return `M${start.x.toFixed(2)} ${start.y.toFixed(2)}A${size.radius} ${size.radius} 0 0 1 ${end.x.toFixed(2)} ${end.y.toFixed(2)}`;
}

type GaugeProps = {
  readonly label: string;
  readonly sensor: EntityId | null;
  readonly metric: Metric;
  readonly scale: Scale;
  /** Said below the number. */
  readonly note: string;
  /** Where good ends: left of it is shaded. */
  readonly mark: number | null;
  /** For a face without a sensor that lives. */
  readonly still: number | null;
};

const mid = size.radius;

/** The scale's own marks: its ends, and where good ends. */
function Dial({ scale, metric, mark }: Pick<GaugeProps, 'scale' | 'metric' | 'mark'>): ReactNode {
  useText(); // the decimal mark is the language's
  const share = mark === null ? 0 : shareOf(mark, scale);
  const [inner, outer] = [pointAt(share, mid - 9), pointAt(share, mid + 9)];
  const end = { y: size.height, textAnchor: 'middle', fontSize: 10, fill: 'var(--text-3)' } as const;
  const decimals = metric === 'pue' ? 1 : 0;
  return (
    <>
      {mark !== null && (
        <path d={`M${inner.x} ${inner.y}L${outer.x} ${outer.y}`} stroke="var(--text)" strokeWidth={1.5} />
      )}
      <text x={centre.x - mid} {...end}>
        {numberText(scale.low, decimals)}
      </text>
      <text x={centre.x + mid} {...end}>
        {numberText(scale.high, decimals)}
      </text>
    </>
  );
}

function useNeedle({
  sensor,
  metric,
  scale,
  still,
}: Pick<GaugeProps, 'sensor' | 'metric' | 'scale' | 'still'>) {
  const needle = useRef<SVGPathElement>(null);
  const meter = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const draw = (value: number | null): void => {
      needle.current?.setAttribute('d', value === null ? '' : arc(0, Math.max(0.004, shareOf(value, scale))));
      meter.current?.setAttribute('aria-valuenow', String(value ?? scale.low));
      meter.current?.setAttribute('aria-valuetext', metricText(metric, value));
    };
    draw(still);
    return sensor === null ? undefined : watchReading(sensor, ({ value }) => draw(value ?? still));
  }, [sensor, metric, scale, still]);
  return { needle, meter };
}

export function Gauge(props: GaugeProps): ReactNode {
  const { label, sensor, metric, scale, note, still } = props;
  const { needle, meter } = useNeedle(props);
  return (
    <div className="flex min-w-44 flex-col items-center px-3 py-2">
      <div
        ref={meter}
        role="meter"
        aria-label={label}
        aria-valuemin={scale.low}
        aria-valuemax={scale.high}
        aria-valuenow={scale.low}
        className="relative"
      >
        <svg aria-hidden width={size.width} height={size.height} className="block">
          <path d={arc(0, 1)} fill="none" stroke="var(--hover)" strokeWidth={size.thick} />
          <path ref={needle} d="" fill="none" stroke="var(--text-2)" strokeWidth={size.thick} />
          <Dial {...props} />
        </svg>
        <span className="absolute inset-x-0 bottom-2 text-center text-20 leading-6 font-semibold">
          {sensor === null || still !== null ? (
            metricText(metric, still)
          ) : (
            <LiveValue sensor={sensor} metric={metric} />
          )}
        </span>
      </div>
      <span className="text-12 font-medium">{label}</span>
      <span className="text-11 text-text-3">{note}</span>
    </div>
  );
}
