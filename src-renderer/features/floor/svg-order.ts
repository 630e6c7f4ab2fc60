/** What the floor shows now, gathered for a file of lines. Paper is white, so it wears the light theme. */
import { floorLook } from '../../canvas/floor/floor-look.ts';
import { unreadReadings } from '../../canvas/floor/stage-state.ts';
import { cssOfPacked } from '../../canvas/heat/colours.ts';
import { isGroupLayer, layerScales } from '../../canvas/heat/floor-layer.table.ts';
import { createPainter, createRackPaint, paintRacks } from '../../canvas/heat/rack-paint.ts';
import { text } from '../../text/text.ts';
import { tokenValue } from '../../theme/use-theme-name.ts';
import { labMoment, metricText, numberText, withUnit } from '../../ui/numbers.ts';
import { gradientStops, groupLook } from './floor-legend.tsx';
import type { Drawn, PictureSubject } from './picture-subject.ts';
import type { SvgOrder, SvgRack } from './floor-svg.ts';
import { layerText } from './rack-words.ts';

/** What is drawn over the plan at this moment. */
const theme = 'light';
const legendSteps = 6;

/** Programs that draw do not know oklch; the browser does. */
function rgbOf(colour: string): string {
  const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
  if (pen === null) return 'black';
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
  return `rgb(${red},${green},${blue})`;
}

function svgRacks({ floor, look }: PictureSubject, { readings: now, marks }: Drawn): readonly SvgRack[] {
  const { racks } = floor.plan;
  const readings = now?.values.length === racks.length ? now : unreadReadings(racks.length);
  const paint = createRackPaint(racks.length);
  paintRacks(createPainter(theme, look.layer, look.mode), readings, paint);
  const { severities } = text();
  return racks.map((_, index) => {
    const value = readings.values[index] ?? Number.NaN;
    const severity = marks.racks[index]?.severity;
    return {
      fill: cssOfPacked(paint.colours[index] ?? 0).replaceAll(' ', ','),
      ink: paint.blackInk[index] === 1 ? 'black' : 'white',
      value: Number.isNaN(value) ? '–' : layerText(floor, look.layer, { index, value }),
      alarm: severity === undefined ? null : severities[severity],
    };
  });
}

function legendOf({ floor, look }: PictureSubject): SvgOrder['legend'] {
  const { layer, mode } = look;
  if (isGroupLayer(layer)) {
    return floor.facts.groups[layer].names.map((name, index) => {
      const { colour, letter } = groupLook(theme, index);
      return { fill: rgbOf(colour), words: `${letter} ${name}` };
    });
  }
  const { low, high, unit } = layerScales[layer];
  const stops = gradientStops(theme, layer, mode);
  const fillAt = (share: number): string => rgbOf(stops[Math.round(share * (stops.length - 1))] ?? 'black');
  const { gravity } = text().floor;
  if (layer === 'alarms')
    return gravity.map((words, step) => ({ fill: fillAt(step / (gravity.length - 1)), words }));
  return Array.from({ length: legendSteps + 1 }, (_, step) => {
    const share = step / legendSteps;
    return { fill: fillAt(share), words: withUnit(numberText(low + share * (high - low), 0), unit) };
  });
}

/** The document wears the light theme already: its tokens are read here. */
export function svgOrder(subject: PictureSubject, drawn: Drawn): SvgOrder {
  const { floor, look, at, isPast, lab } = subject;
  const words = text().floor;
  const { air } = floorLook(theme);
  const moment = isPast ? words.picture.past(labMoment(at)) : words.picture.at(labMoment(at));
  const count = words.rackCount(floor.plan.racks.length);
  return {
    plan: floor.plan,
    plant: drawn.plant,
    racks: svgRacks(subject, drawn),
    aisles: floor.plan.aisles.map(({ kind, isContained }) =>
      isContained ? words.aisle.contained(words.aisle[kind]) : words.aisle[kind],
    ),
    title: `${lab} / ${floor.plan.room.name}`,
    about: `${count}, ${words.notes[look.layer]}, ${words.modes[look.mode]}, ${moment}`,
    note: words.picture.simulated,
    wet: (id) => {
      const along = drawn.plant.wet.get(id) ?? null;
      return along === null ? words.wet : words.ropes.wetAt(metricText('leak-distance', along));
    },
    legend: legendOf(subject),
    inks: {
      paper: 'white',
      text: rgbOf(tokenValue('text')),
      quiet: rgbOf(tokenValue('text-2')),
      line: rgbOf(tokenValue('line-strong')),
      unit: rgbOf(tokenValue('raised')),
      cold: rgbOf(air.cool),
      hot: rgbOf(air.warm),
      critical: rgbOf(tokenValue('critical')),
    },
  };
}
