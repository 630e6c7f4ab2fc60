import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { cssOfPacked } from '../../canvas/heat/colours.ts';
import { createHeatRamp, rampColour } from '../../canvas/heat/heat-ramp.ts';
import { quietColours } from '../../canvas/heat/heat-ramp.table.ts';
import { isWithinBand, placeOnRamp } from '../../canvas/heat/metric-scale.ts';
import { type FloorMetric, metricScales } from '../../canvas/heat/metric-scale.table.ts';
import type { FloorMode } from '../../canvas/heat/rack-paint.ts';
import { useThemeName } from '../../theme/use-theme-name.ts';
import { withUnit } from '../../ui/numbers.ts';

const stops = 48;

/** The colours as they are on the floor: in Operate mode the band is as grey as the racks in it. */
function useGradient(metric: FloorMetric, mode: FloorMode): string {
  const theme = useThemeName();
  return useMemo(() => {
    const scale = metricScales[metric];
    const ramp = createHeatRamp(theme);
    const { l, c, h } = quietColours[theme].calm;
    const colours = Array.from({ length: stops + 1 }, (_, index) => {
      const value = scale.low + (index / stops) * (scale.high - scale.low);
      return mode === 'operate' && isWithinBand(scale, value)
        ? `oklch(${l} ${c} ${h})`
        : cssOfPacked(rampColour(ramp, placeOnRamp(scale, value)));
    });
    return `linear-gradient(to right, ${colours.join(', ')})`;
  }, [theme, metric, mode]);
}

export function FloorLegend({
  metric,
  mode,
  note,
}: {
  readonly metric: FloorMetric;
  readonly mode: FloorMode;
  readonly note?: ReactNode;
}): ReactNode {
  const scale = metricScales[metric];
  const background = useGradient(metric, mode);
  const place = (value: number): string => `${((value - scale.low) / (scale.high - scale.low)) * 100}%`;
  const ticks = [scale.band.from, scale.band.to].filter((value) => value > scale.low);
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 border-t px-3 py-1 text-12 text-text-2">
      <span>
        {scale.low}
        {metric === 'temperature' ? '°' : ''}
      </span>
      <span
        aria-hidden
        className="relative h-2 w-65 rounded-full forced-color-adjust-none"
        style={{ background }}
      >
        {ticks.map((value) => (
          <span key={value} className="absolute -top-1 h-4 w-0.5 bg-text" style={{ left: place(value) }} />
        ))}
      </span>
      <span>{withUnit(String(scale.high), scale.unit)}</span>
      <span className="text-text-3">
        {scale.band.name} {scale.band.from}–{scale.band.to}
      </span>
      {note !== undefined && <span className="ml-auto flex items-center gap-3 text-text-3">{note}</span>}
    </div>
  );
}
