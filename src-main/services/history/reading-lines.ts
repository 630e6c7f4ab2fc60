import type { SensorLabels } from './sensor-labels.ts';

/** Readings as they were made, or five minutes (or so) at a time. */
export type Shape = 'readings' | 'buckets';

/** One reading, or one bucket: `values` has one number, or mean, smallest and largest. */
export type Row = { readonly labels: SensorLabels; readonly at: number; readonly values: readonly number[] };

type LineFormat = {
  /** The first line; empty where the format has none. */
  readonly head: (shape: Shape) => string;
  readonly line: (row: Row, shape: Shape) => string;
};

const fields = { readings: ['value'], buckets: ['mean', 'min', 'max'] } as const satisfies Record<
  Shape,
  readonly string[]
>;
const columns = ['site', 'room', 'rack', 'device', 'metric', 'place', 'unit', 'sensor'] as const;

/** RFC 4180, but that lines end as Unix tools like it. */
const csv: LineFormat = {
  head: (shape) => ['time', ...columns, ...fields[shape]].join(','),
  line: ({ labels, at, values }) =>
    [
      new Date(at).toISOString(),
      ...columns.map((column) => csvField(labels[column])),
      ...values.map(String),
    ].join(','),
};

const csvField = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Line protocol: https://docs.influxdata.com/influxdb/v2/reference/syntax/line-protocol/ */
const influx: LineFormat = {
  head: () => '',
  line: ({ labels, at, values }, shape) => {
    // Sorted, as InfluxDB asks for speed; an empty tag is not allowed.
    const tags = [...columns]
      .toSorted()
      .filter((column) => labels[column] !== '')
      .map((column) => `,${column}=${influxTag(labels[column])}`)
      .join('');
    const said = values.map((value, index) => `${fields[shape][index] ?? 'value'}=${value}`).join(',');
    // Milliseconds in whole numbers: nanoseconds would be beyond what a double holds.
    return `coldaisle${tags} ${said} ${Math.round(at)}000000`;
  },
};

/** A line end cannot be said, nor a backslash before the comma that follows the tag. */
const influxTag = (text: string): string =>
  text
    .replaceAll(/[\r\n]+/g, ' ')
    .replace(/\\+$/, '_')
    .replaceAll(/[,= ]/g, String.raw`\$&`);

export const lineFormats = { csv, influx } as const satisfies Record<string, LineFormat>;
export type FormatName = keyof typeof lineFormats;
