import type { Figure, ReportCell, ReportSection } from '../../../sim/contract/reports.ts';
import { capacityOf } from '../../../sim/index.ts';
import type { Capacity } from '../../../sim/index.ts';
import { arrivalOf, dailyPower, dailySpace, farthest, leastDays } from './capacity-measure.ts';
import type { Arrival, DailyPower } from './capacity-measure.ts';
import type { Ground } from './ground.ts';
import { as, chart, column, figure, percent, prose, sumOf, table } from './parts.ts';
import type { Draft } from './parts.ts';
import { dayMillis } from './stretches.ts';
import type { Trend } from './theil-sen.ts';
import { dateOf, numberIn } from './written.ts';

type Place = ReturnType<Capacity['places']>[number];

type Facts = {
  readonly rooms: readonly Place[];
  readonly racks: readonly Place[];
  readonly power: { readonly taken: number; readonly of: number };
  readonly space: { readonly taken: number; readonly of: number };
  readonly daily: DailyPower;
  readonly growth: Awaited<ReturnType<typeof dailySpace>>;
  readonly powerFull: Arrival | null;
  readonly spaceFull: Arrival | null;
};

export async function buildCapacity(ground: Ground): Promise<Draft> {
  const facts = await measure(ground);
  return {
    headline: headlineOf(ground, facts),
    sections: sectionsOf(ground, facts),
    sources: facts.daily.source === null ? [] : [facts.daily.source],
  };
}

async function measure(ground: Ground): Promise<Facts> {
  const book = capacityOf(ground.inventory);
  await ground.breathe();
  const { within, span } = ground;
  const asked = { within, order: 'tightest' } as const;
  const rooms = book.places({ ...asked, level: 'room' });
  const racks = book.places({ ...asked, level: 'rack' });
  const taken = (pick: (place: Place) => { readonly used: number; readonly reserved: number }): number =>
    sumOf(rooms.map(pick).map(({ used, reserved }) => used + reserved));
  const power = { taken: taken((place) => place.power), of: sumOf(rooms.map((place) => place.power.of)) };
  const space = { taken: taken((place) => place.space), of: sumOf(rooms.map((place) => place.space.of)) };
  const daily = await dailyPower(ground);
  const growth = await dailySpace(ground, space.taken);
  return {
    rooms,
    racks,
    power,
    space,
    daily,
    growth,
    powerFull: daily.trend === null ? null : arrivalOf(daily.trend, power.of, span.to),
    spaceFull: growth.trend === null ? null : arrivalOf(growth.trend, space.of, ground.session.world.now()),
  };
}

function headlineOf({ words, language, span, prior }: Ground, facts: Facts): Figure[] {
  const say = words.capacity;
  const { power, space, daily, growth } = facts;
  const tooYoung = say.notEnough(numberIn(language, daily.days, 0), leastDays);
  const arrival = (label: string, full: Arrival | null, none: string): Figure => {
    const isNear = full !== null && full.at !== null && full.at - span.to < farthest;
    return figure({
      ...as.time,
      label,
      value: isNear ? full.at : null,
      prior: null,
      note: full === null ? none : isNear ? bandWords(say, full) : full.at === null ? say.never : say.far,
    });
  };
  return [
    figure({
      ...as.share,
      label: say.power,
      value: percent(power.taken, power.of),
      prior: null,
      better: 'lower',
      note: say.ofRating(numberIn(language, power.of, 1)),
    }),
    figure({
      ...as.share,
      label: say.space,
      value: percent(space.taken, space.of),
      prior: null,
      better: 'lower',
      note: say.ofUnits(numberIn(language, space.of, 0)),
    }),
    figure({
      ...as.kilowatts,
      label: say.drawn,
      value: daily.points.at(-1)?.y ?? null,
      prior: prior === null ? null : (daily.points.at(-2)?.y ?? null),
      better: 'lower',
      note: daily.points.length === 0 ? say.notEnough(numberIn(language, daily.days, 0), 1) : say.drawnNote,
    }),
    figure({
      label: say.growth,
      unit: say.perDay,
      decimals: 3,
      value: daily.trend?.slope ?? null,
      prior: null,
      better: 'lower',
      note: daily.trend === null ? tooYoung : '',
    }),
    arrival(say.full, facts.powerFull, tooYoung),
    arrival(say.fullSpace, facts.spaceFull, growth.points.length <= leastDays ? tooYoung : say.spaceFlat),
  ];
}

function bandWords(say: Ground['words']['capacity'], { early, late }: Arrival): string {
  if (early === null) return '';
  return late === null ? say.whenFrom(dateOf(early)) : say.when(dateOf(early), dateOf(late));
}

function sectionsOf(ground: Ground, facts: Facts): ReportSection[] {
  const say = ground.words.capacity;
  return [
    outlook(ground, facts),
    powerChart(ground, facts),
    chart({
      title: say.growthTitle,
      note: say.growthNote,
      unit: 'U',
      decimals: 0,
      at: facts.growth.points.map(({ x }) => ground.session.world.now() + x * dayMillis),
      lines:
        facts.growth.points.length < 2
          ? []
          : [{ label: say.taken, values: facts.growth.points.map(({ y }) => y) }],
      limits: [{ label: say.limit, value: facts.space.of }],
      empty: say.notEnough(numberIn(ground.language, facts.growth.points.length - 1, 0), 1),
    }),
    placeTable(ground, { title: say.rooms, note: '', places: facts.rooms }),
    placeTable(ground, { title: say.racks, note: say.racksNote, places: facts.racks }),
  ];
}

function outlook({ words, language, span }: Ground, { daily, growth, powerFull, spaceFull }: Facts) {
  const say = words.capacity;
  const slope = (trend: Trend) => numberIn(language, trend.slope, 3);
  const power = (): string[] => {
    if (daily.trend === null) return [say.notEnough(numberIn(language, daily.days, 0), leastDays)];
    const at = powerFull?.at ?? null;
    if (powerFull === null || at === null || at - span.to > farthest)
      return [say.powerFlat(slope(daily.trend))];
    return [say.powerGrows(slope(daily.trend), dateOf(at)), bandWords(say, powerFull)];
  };
  const space = (): string[] => {
    if (growth.trend === null || spaceFull?.at === null || spaceFull === null) return [say.spaceFlat];
    if (spaceFull.at - span.to > farthest) return [say.spaceFlat];
    return [say.spaceGrows(slope(growth.trend), dateOf(spaceFull.at)), bandWords(say, spaceFull)];
  };
  return prose(say.outlook, [...power(), ...space()]);
}

/** The past as it was, and half as far ahead as it reaches back. */
function powerChart({ words, language, span }: Ground, { daily, power }: Facts) {
  const say = words.capacity;
  const { points, trend } = daily;
  const first = points[0]?.x ?? 0;
  const ahead =
    trend === null ? [] : [0, ...Array.from({ length: Math.ceil(-first / 2) }, (_, day) => day + 1)];
  const xs = [...points.map(({ x }) => x), ...ahead];
  const past = points.length;
  const line = (slope: number): (number | null)[] =>
    xs.map((x, index) => (trend === null || index < past ? null : trend.at(0) + slope * x));
  const lines =
    trend === null
      ? []
      : [
          { label: say.forecast, values: xs.map((x) => trend.at(x)) },
          { label: say.low, values: line(trend.low) },
          { label: say.high, values: line(trend.high) },
        ];
  return chart({
    title: say.trend,
    note: trend === null ? '' : say.trendNote(past),
    at: xs.map((x) => Math.round(span.to + x * dayMillis)),
    lines:
      past < 2
        ? []
        : [{ label: say.measured, values: xs.map((_, index) => points[index]?.y ?? null) }, ...lines],
    unit: 'kW',
    limits: [{ label: say.limit, value: power.of }],
    empty: say.notEnough(numberIn(language, daily.days, 0), leastDays),
  });
}

type PlacesShown = { readonly title: string; readonly note: string; readonly places: readonly Place[] };

function placeTable({ words }: Ground, { title, note, places }: PlacesShown) {
  const say = words.capacity;
  return table({
    title,
    note,
    columns: [
      column(say.path, as.text),
      column(say.first, as.text),
      column(say.ofPower, as.share),
      column(say.may, as.kilowatts),
      column(say.ofSpace, as.share),
      column(say.free, as.units),
      column(say.stranded, as.kilowatts),
    ],
    rows: places.map(({ path, first, power, space, stranded }): ReportCell[] => [
      path,
      first === null ? '–' : say.limits[first.limit],
      percent(power.used + power.reserved, power.of),
      power.of,
      percent(space.used + space.reserved, space.of),
      space.free,
      stranded.kilowatts,
    ]),
    empty: say.none,
    most: 100,
  });
}
