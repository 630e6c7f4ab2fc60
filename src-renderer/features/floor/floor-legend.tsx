import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { patternTile } from '../../canvas/floor/draw-groups.ts';
import { cssOfPacked } from '../../canvas/heat/colours.ts';
import {
  type FloorLayer,
  type GroupLayer,
  type HeatLayer,
  isGroupLayer,
  layerScales,
} from '../../canvas/heat/floor-layer.table.ts';
import { groupColours, groupLetter, groupPattern } from '../../canvas/heat/groups.ts';
import { createHeatRamp, rampColour } from '../../canvas/heat/heat-ramp.ts';
import { quietColours } from '../../canvas/heat/heat-ramp.table.ts';
import { isWithinBand, placeOnRamp } from '../../canvas/heat/metric-scale.ts';
import type { FloorMode } from '../../canvas/heat/rack-paint.ts';
import { useText } from '../../text/text.ts';
import type { ThemeName } from '../../theme/apply-theme.ts';
import { useThemeName } from '../../theme/use-theme-name.ts';
import { numberText, withUnit } from '../../ui/numbers.ts';
import type { Grouping } from './rack-facts.ts';

const stops = 48;

/** The colours as they are on the floor: in Operate mode the band is as grey as the racks in it. */
export function gradientStops(theme: ThemeName, layer: HeatLayer, mode: FloorMode): readonly string[] {
  const scale = layerScales[layer];
  const ramp = createHeatRamp(theme);
  const { l, c, h } = quietColours[theme].calm;
  return Array.from({ length: stops + 1 }, (_, index) => {
    const value = scale.low + (index / stops) * (scale.high - scale.low);
    return mode === 'operate' && isWithinBand(scale, value)
      ? `oklch(${l} ${c} ${h})`
      : cssOfPacked(rampColour(ramp, placeOnRamp(scale, value)));
  });
}

function HeatScale({ layer, mode }: { readonly layer: HeatLayer; readonly mode: FloorMode }): ReactNode {
  const theme = useThemeName();
  const words = useText().floor;
  const background = useMemo(
    () => `linear-gradient(to right, ${gradientStops(theme, layer, mode).join(', ')})`,
    [theme, layer, mode],
  );
  const { low, high, band, unit } = layerScales[layer];
  const place = (value: number): string => `${((value - low) / (high - low)) * 100}%`;
  const ticks = [band.from, band.to].filter((value) => value > low && value < high);
  return (
    <>
      <span>{numberText(low, 0)}</span>
      <span
        aria-hidden
        className="relative h-2 w-65 rounded-full forced-color-adjust-none"
        style={{ background }}
      >
        {ticks.map((value) => (
          <span key={value} className="absolute -top-1 h-4 w-0.5 bg-text" style={{ left: place(value) }} />
        ))}
      </span>
      <span>{withUnit(String(high), unit)}</span>
      <span className="text-text-3">
        {words.bands[layer]} {band.from}–{band.to}
      </span>
    </>
  );
}

const swatch = 'inline-block size-4 shrink-0 rounded-sm forced-color-adjust-none';

function AlarmSteps(): ReactNode {
  const theme = useThemeName();
  const words = useText().floor;
  const colours = useMemo(() => {
    const ramp = createHeatRamp(theme);
    const { l, c, h } = quietColours[theme].calm;
    return words.gravity.map((_, step) =>
      step === 0
        ? `oklch(${l} ${c} ${h})`
        : cssOfPacked(rampColour(ramp, placeOnRamp(layerScales.alarms, step))),
    );
  }, [theme, words]);
  return words.gravity.map((word, step) => (
    <span key={word} className="flex items-center gap-1.5">
      <span aria-hidden className={swatch} style={{ background: colours[step] }} />
      {word}
    </span>
  ));
}

const mostGroups = 12;

export function groupLook(theme: ThemeName, index: number) {
  const { colours, blackInk } = groupColours(theme);
  const at = index % colours.length;
  const ink: 'black' | 'white' = blackInk[at] === 1 ? 'black' : 'white';
  return {
    colour: cssOfPacked(colours[at] ?? 0),
    ink,
    letter: groupLetter(index),
    pattern: groupPattern(index),
  };
}

function Group({ index, words }: { readonly index: number; readonly words: string }): ReactNode {
  const theme = useThemeName();
  const { colour, ink, letter, tile } = useMemo(() => {
    const look = groupLook(theme, index);
    return { ...look, tile: patternTile(look.pattern, look.ink)?.toDataURL() };
  }, [theme, index]);
  return (
    <li className="flex items-center gap-1.5">
      <span
        aria-hidden
        className="inline-grid h-4 min-w-5 place-items-center rounded-sm px-0.5 text-11 font-semibold forced-color-adjust-none"
        style={{
          backgroundColor: colour,
          color: ink,
          ...(tile === undefined ? {} : { backgroundImage: `url(${tile})` }),
        }}
      >
        {letter}
      </span>
      <span className="sr-only">{letter}:</span>
      {words}
    </li>
  );
}

function Groups({ grouping, layer }: { readonly grouping: Grouping; readonly layer: GroupLayer }): ReactNode {
  const words = useText().floor;
  const counts = grouping.names.map((_, index) => grouping.of.filter((of) => of === index).length);
  const rest = grouping.names.length - mostGroups;
  return (
    <ul aria-label={words.layers[layer]} className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {grouping.names.slice(0, mostGroups).map((name, index) => (
        <Group key={name} index={index} words={words.groupCount(name, counts[index] ?? 0)} />
      ))}
      {rest > 0 && <li className="text-text-3">{words.chosen.more(rest)}</li>}
    </ul>
  );
}

export type FloorLegendProps = {
  readonly layer: FloorLayer;
  readonly mode: FloorMode;
  readonly groups: Readonly<Record<GroupLayer, Grouping>>;
  readonly note?: ReactNode;
};

export const FloorLegend = ({ layer, mode, groups, note }: FloorLegendProps): ReactNode => (
  <div className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 border-t px-3 py-1 text-12 text-text-2">
    {isGroupLayer(layer) ? (
      <Groups grouping={groups[layer]} layer={layer} />
    ) : layer === 'alarms' ? (
      <AlarmSteps />
    ) : (
      <HeatScale layer={layer} mode={mode} />
    )}
    {note !== undefined && (
      <span className="ml-auto flex flex-wrap items-center gap-x-4 text-text-3">{note}</span>
    )}
  </div>
);
