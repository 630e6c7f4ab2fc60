/** A narrow strip beside the units, coloured by the air in front of (or behind) them. */
import { useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { cssOfPacked } from '../../canvas/heat/colours.ts';
import { createHeatRamp, rampColour } from '../../canvas/heat/heat-ramp.ts';
import { text, useText } from '../../text/text.ts';
import { useThemeName } from '../../theme/use-theme-name.ts';
import { classNames } from '../../ui/class-names.ts';
import { metricText, numberText } from '../../ui/numbers.ts';
import type { Side } from './elevation.ts';
import { type HeatPoint, type Measured, temperatureAt } from './heat-heights.ts';
import { isOldIn, type Readings, useReadings, valueIn } from './live.ts';

/** Bands of the strip, bottom to top. */
const bands = 40;

const measuredIn = (points: readonly HeatPoint[], readings: Readings) =>
  points.flatMap(({ id, height }) => {
    const value = valueIn(readings, id);
    return value === null ? [] : [{ height, value }];
  });

function wordsOf(points: readonly HeatPoint[], readings: Readings, side: Side): string {
  const words = text().rack.heat;
  const known = points.map(({ id, place }) =>
    words.reads(place.replace('-', ' '), metricText('temperature', valueIn(readings, id))),
  );
  return [words[side], ...known, points.length === 1 ? words.one : words.many(points.length)].join('; ');
}

type StripProps = { readonly side: Side; readonly points: readonly HeatPoint[]; readonly height: number };

/** Greys from 20 to 50 °C: what leaves a rack is warm, and that is as it should be. */
function outletGrey(value: number): string {
  const share = Math.min(1, Math.max(0, (value - 20) / 30));
  return `color-mix(in oklch, var(--text-3) ${Math.round(share * 100)}%, var(--hover))`;
}

/** Bottom to top, as CSS paints it. */
function gradientOf(measured: readonly Measured[], colourOf: (value: number) => string): string {
  const colours = Array.from({ length: bands + 1 }, (_, index) => {
    const value = temperatureAt(measured, index / bands);
    return value === null ? 'var(--surface)' : colourOf(value);
  });
  return `linear-gradient(to top, ${colours.join(', ')})`;
}

function useStrip({ side, points }: Omit<StripProps, 'height'>) {
  const theme = useThemeName();
  const strip = useRef<HTMLDivElement>(null);
  const labels = useRef(new Map<string, HTMLSpanElement | null>());
  const ramp = useMemo(() => createHeatRamp(theme), [theme]);
  const ids = points.map(({ id }) => id);
  useReadings(ids, (readings) => {
    const isOld = isOldIn(readings, ids);
    for (const id of ids) {
      const label = labels.current.get(id) ?? null;
      const value = valueIn(readings, id);
      if (label === null) continue;
      label.textContent = value === null ? '–' : numberText(value, 1);
      label.classList.toggle('stale', isOld);
    }
    if (strip.current === null) return;
    const colourOf = side === 'rear' ? outletGrey : (value: number) => cssOfPacked(rampColour(ramp, value));
    strip.current.style.background = gradientOf(measuredIn(points, readings), colourOf);
    strip.current.setAttribute('aria-label', wordsOf(points, readings, side));
  });
  return { strip, labels };
}

export function HeatStrip({ side, points, height }: StripProps): ReactNode {
  const words = useText().rack.heat;
  const { strip, labels } = useStrip({ side, points });
  const isBare = points.length === 0;
  const note = isBare ? words.none : points.length === 1 ? words.one : words.many(points.length);
  return (
    <div className="relative w-10 shrink-0" style={{ height }}>
      <div
        ref={strip}
        role="img"
        aria-label={`${words[side]}; ${note}`}
        title={`${words[side]}; ${note}`}
        className={classNames(
          'absolute inset-y-0 w-2.5 rounded-sm border border-line bg-surface forced-color-adjust-none',
          side === 'front' ? 'right-0' : 'left-0',
          isBare && 'rack-hatched',
        )}
      />
      {points.map((point) => (
        <span
          key={point.id}
          aria-hidden
          ref={(node) => void labels.current.set(point.id, node)}
          className={classNames(
            'absolute -translate-y-1/2 text-11 leading-none text-text-2 tabular-nums',
            side === 'front' ? 'right-3.5' : 'left-3.5',
          )}
          style={{ top: `${(1 - point.height) * 100}%` }}
        >
          –
        </span>
      ))}
    </div>
  );
}
