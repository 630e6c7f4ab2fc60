import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { ReportSource, ReportSpan } from '../../../sim/contract/reports.ts';
import { adviceFor, yearsSince } from './battery-advice.ts';
import type { Advice } from './battery-advice.ts';
import type { Ground, Sensor } from './ground.ts';
import { createGrid, dayMillis, millisOf } from './stretches.ts';
import type { Stretch } from './stretches.ts';
import { trendOf } from './theil-sen.ts';

export type CellFacts = {
  readonly battery: EntityOf<'battery'>;
  readonly cell: string;
  /** mΩ at the end of the stretch. */
  readonly resistance: number;
  /** Of a new cell; 1 is new. */
  readonly ratio: number;
};

export type StringFacts = {
  readonly battery: EntityOf<'battery'>;
  readonly ups: string;
  readonly health: number | null;
  readonly before: number | null;
  readonly age: number;
  readonly line: readonly (number | null)[];
  readonly cells: readonly CellFacts[];
  readonly advice: Advice;
};

export type BatteryFacts = {
  readonly strings: readonly StringFacts[];
  readonly cells: readonly CellFacts[];
  readonly at: readonly number[];
  readonly sources: readonly ReportSource[];
};

const drawnCells = 96;
/** A trend of health needs a week: it falls by a percent or two a year. */
const leastDays = 7;

export async function measureBattery(ground: Ground, span: ReportSpan): Promise<BatteryFacts> {
  const batteries = ground.things('battery');
  const health = new Map<string, readonly Stretch[]>();
  const sources: ReportSource[] = [];
  const healthSensors = batteries.flatMap(({ id }) => ground.sensorsOf(id, 'health').slice(0, 1));
  if (healthSensors.length > 0) {
    const take = ({ parent }: Sensor, stretches: readonly Stretch[]) =>
      void health.set(parent ?? '', stretches);
    const what = ground.words.battery.health;
    sources.push(await ground.read({ what, sensors: healthSensors, span, step: 3_600_000, take }));
  }
  const cells = await cellsOf({ ground, span, sources }, batteries);
  const strings = batteries.map((battery) =>
    stringFacts(
      { ground, span },
      {
        battery,
        said: health.get(battery.id) ?? [],
        cells: cells.filter((cell) => cell.battery.id === battery.id),
      },
    ),
  );
  return {
    strings: strings.toSorted((a, b) => a.advice.at - b.advice.at),
    cells: cells.toSorted((a, b) => b.ratio - a.ratio),
    at: createGrid(span, drawnCells).at,
    sources,
  };
}

type Way = { readonly ground: Ground; readonly span: ReportSpan; readonly sources: ReportSource[] };

async function cellsOf({ ground, span, sources }: Way, batteries: readonly EntityOf<'battery'>[]) {
  const of = new Map(batteries.map((battery) => [battery.id as string, battery]));
  const sensors = batteries.flatMap(({ id }) => ground.sensorsOf(id, 'cell-resistance'));
  const cells: CellFacts[] = [];
  if (sensors.length === 0) return cells;
  const take = ({ parent, spec }: Sensor, stretches: readonly Stretch[]): void => {
    const battery = of.get(parent ?? '');
    const last = stretches.at(-1);
    if (battery === undefined || last === undefined) return;
    const ratio = last.mean / battery.spec.resistance;
    cells.push({ battery, cell: spec.place, resistance: last.mean, ratio });
  };
  // Resistance moves by the month: the mean of the last hours is its value.
  const wanted = { from: Math.max(span.from, span.to - dayMillis), to: span.to };
  const step = 6 * 3_600_000;
  sources.push(
    await ground.read({ what: ground.words.battery.resistance, sensors, span: wanted, step, take }),
  );
  return cells;
}

type OneString = {
  readonly battery: EntityOf<'battery'>;
  readonly said: readonly Stretch[];
  readonly cells: readonly CellFacts[];
};

function stringFacts(
  { ground, span }: Omit<Way, 'sources'>,
  { battery, said, cells }: OneString,
): StringFacts {
  const grid = createGrid(span, drawnCells);
  grid.add(said);
  const daily = createGrid(span, Math.max(1, Math.floor((span.to - span.from) / dayMillis)));
  daily.add(said);
  const points = daily
    .means()
    .flatMap((y, day) =>
      y === null ? [] : [{ x: ((daily.at[day] ?? 0) + daily.width / 2 - span.to) / dayMillis, y }],
    );
  const health = millisOf(said) === 0 ? null : (said.at(-1)?.mean ?? null);
  const age = battery.spec.age + yearsSince(ground.session.world.clock.epoch, span.to);
  const ups = battery.parent === null ? undefined : ground.inventory.get(battery.parent);
  const state = { health, age, trend: trendOf(points, leastDays), designLife: battery.spec.designLife };
  return {
    battery,
    ups: ups?.name ?? '–',
    health,
    before: said[0]?.mean ?? null,
    age,
    line: grid.means(),
    cells: cells.toSorted((a, b) => b.ratio - a.ratio),
    advice: adviceFor(state, span.to),
  };
}
