import type { EntityOf, Kind } from '../../../sim/contract/entities.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import type { Latest } from '../../../sim/contract/telemetry.ts';
import type { Tone } from '../paint.ts';
import { duration } from '../lab-time.ts';
import { isWithin, narrowedTo } from './entity-listing.ts';
import { listing, type Listed } from './listing.ts';
import { loadReadings, sayReading } from './readings.ts';

type Row = {
  readonly sensor: EntityOf<'sensor'>;
  readonly reference: string;
  readonly path: readonly string[];
  /** What it sits on: the words of a state depend on it. */
  readonly parentKind: Kind | undefined;
  readonly latest: Latest | undefined;
  /** Lab time of the answer. */
  readonly at: number;
};

const qualityTones = { sim: undefined, good: 'ok', stale: 'quiet', bad: 'major' } as const satisfies Record<
  NonNullable<Latest['quality']>,
  Tone | undefined
>;

const ageText = (read: number | null, now: number): string => (read === null ? '–' : duration(now - read));

const valueOf = ({ sensor, parentKind, latest }: Row) => ({
  text: sayReading(parentKind, sensor.spec.metric, latest?.value ?? null),
  tone: latest?.quality === 'stale' ? ('quiet' as const) : undefined,
});

export const sensorListing = listing<Row>({
  name: 'sensors',
  singular: 'sensor',
  summary: 'Sensors and their latest readings',
  narrowings: ['room', 'rack'],
  columns: [
    { title: 'NAME', cell: ({ reference }) => reference },
    { title: 'ON', cell: ({ path }) => path.slice(1, -1).join('/') || (path[0] ?? '–') },
    { title: 'METRIC', cell: ({ sensor }) => metricTable[sensor.spec.metric].label },
    { title: 'PLACE', cell: ({ sensor }) => sensor.spec.place },
    { title: 'VALUE', align: 'right', atLeast: 9, cell: valueOf },
    {
      title: 'AGE',
      align: 'right',
      atLeast: 10,
      cell: ({ latest, at }) => ageText(latest?.at ?? null, at),
    },
    {
      title: 'QUALITY',
      cell: ({ latest }) => ({ text: latest?.quality ?? '–', tone: qualityTones[latest?.quality ?? 'sim'] }),
    },
    { title: 'SOURCE', wide: true, cell: ({ sensor }) => sensor.spec.source },
    { title: 'ID', wide: true, cell: ({ sensor }) => ({ text: sensor.id, tone: 'quiet' }) },
  ],
  rows: async (source, selection) => {
    const within = await narrowedTo(source, selection);
    if (!within.ok) return within;
    const [sensors, readings] = await Promise.all([source.catalogue.all('sensor'), loadReadings(source)]);
    if (!sensors.ok) return sensors;
    if (!readings.ok) return readings;
    const { catalogue } = source;
    const kept = sensors.value.filter(
      (sensor) => within.value === undefined || isWithin(sensor, within.value, catalogue),
    );
    const rows = kept.map((sensor) => ({
      sensor,
      reference: catalogue.referenceOf(sensor),
      path: catalogue.pathOf(sensor),
      parentKind: sensor.parent === null ? undefined : catalogue.byId(sensor.parent)?.kind,
      latest: readings.value.of(sensor.id),
      at: readings.value.at,
    }));
    return { ok: true, value: rows };
  },
  of: ({ sensor, reference, path, parentKind, latest }) => ({
    reference,
    id: sensor.id,
    value: {
      ...sensor,
      path: path.join('/'),
      parentKind,
      reading: { value: latest?.value ?? null, at: latest?.at ?? null, quality: latest?.quality ?? null },
    },
  }),
  watch: { kind: 'readings' },
});

/** The columns whose cells a live value replaces. */
export const liveColumns = { value: 4, age: 5, quality: 6 } as const;

export type LiveReading = {
  readonly value: number | null;
  readonly age: number | null;
  readonly quality: Latest['quality'];
  readonly at: number;
};

/** The same line with a newer value. */
export function withReading(listed: Listed, reading: LiveReading): Listed {
  const sensor = listed.value as EntityOf<'sensor'> & Pick<Row, 'parentKind'>;
  const age = reading.age === null ? '–' : duration(reading.age);
  const live = new Map<number, Listed['cells'][number]>([
    [liveColumns.value, { text: sayReading(sensor.parentKind, sensor.spec.metric, reading.value) }],
    [liveColumns.age, { text: age }],
    [liveColumns.quality, { text: reading.quality ?? '–', tone: qualityTones[reading.quality ?? 'sim'] }],
  ]);
  const replaced = (cells: Listed['cells']) => cells.map((cell, column) => live.get(column) ?? cell);
  const { value, quality } = reading;
  const at = reading.age === null ? null : reading.at - reading.age;
  return {
    ...listed,
    cells: replaced(listed.cells),
    wideCells: replaced(listed.wideCells),
    value: { ...sensor, reading: { value, at, quality } },
    mark: `${value} ${quality}`,
  };
}
