import { accepted, type Result } from '../../../sim/contract/result.ts';
import type { ReadingPage } from '../../../db/history.ts';
import type { Series } from '../../../sim/contract/telemetry.ts';
import { lineFormats, type FormatName, type Row, type Shape } from './reading-lines.ts';
import type { SensorLabels } from './sensor-labels.ts';

type Stretch = {
  readonly sensors: readonly string[];
  readonly from: number;
  readonly to: number;
};

/** Where readings come from: the open lab's history, or a gateway that is asked for it. */
export type ReadingSource<Refused> = {
  readonly page: (asked: Stretch & { readonly limit: number }) => Promise<Result<ReadingPage, Refused>>;
  readonly buckets: (
    asked: Stretch & { readonly points: number },
  ) => Promise<Result<readonly Series[], Refused>>;
};

export type Export<Refused> = {
  readonly source: ReadingSource<Refused>;
  readonly sensors: readonly SensorLabels[];
  readonly format: FormatName;
  readonly from: number;
  /** Not included. */
  readonly to: number;
  /** Width of the buckets in milliseconds; null: every reading. */
  readonly every: number | null;
};

/** So many sensors are asked for together: their ids fit a request's address. */
const sensorsPerPage = 100;
const readingsPerPage = 50_000;
const pointsPerPage = 500;

/**
 * Text in pages, each of whole lines; returns how many lines there were, or why there are no more.
 * In order of time among the sensors of one page; a hundred sensors after the other, so that any number fits memory.
 */
export async function* exportReadings<Refused>(
  asked: Export<Refused>,
): AsyncGenerator<string, Result<{ readonly lines: number }, Refused>> {
  const shape: Shape = asked.every === null ? 'readings' : 'buckets';
  const format = lineFormats[asked.format];
  const head = format.head(shape);
  if (head !== '') yield `${head}\n`;
  let lines = 0;
  for (let first = 0; first < asked.sensors.length; first += sensorsPerPage) {
    const part = { ...asked, sensors: asked.sensors.slice(first, first + sensorsPerPage) };
    const pages = asked.every === null ? readingRows(part) : bucketRows(part, asked.every);
    for await (const page of pages) {
      if (!page.ok) return page;
      lines += page.value.length;
      const text = page.value.map((row) => `${format.line(row, shape)}\n`).join('');
      if (text !== '') yield text;
    }
  }
  return accepted({ lines });
}

type Rows<Refused> = AsyncGenerator<Result<readonly Row[], Refused>, void>;

async function* readingRows<Refused>({ source, sensors, from, to }: Export<Refused>): Rows<Refused> {
  const asked = { sensors: sensors.map(({ sensor }) => sensor), to, limit: readingsPerPage };
  for (let next: number | null = from; next !== null && next < to;) {
    const page: Result<ReadingPage, Refused> = await source.page({ ...asked, from: next });
    if (!page.ok) {
      yield page;
      return;
    }
    const rows = page.value.columns.flatMap(({ at, value }, index) =>
      rowsOf(sensors[index], at, (row) => [value[row] ?? 0]),
    );
    yield accepted(inOrder(rows));
    next = page.value.next;
  }
}

async function* bucketRows<Refused>(asked: Export<Refused>, every: number): Rows<Refused> {
  const { source, sensors, from, to } = asked;
  for (let start = from; start < to;) {
    const whole = Math.min(pointsPerPage, Math.floor((to - start) / every));
    // What is left at the end is a bucket of its own, shorter than the others.
    const end = whole === 0 ? to : start + whole * every;
    const found = await source.buckets({
      sensors: sensors.map(({ sensor }) => sensor),
      from: start,
      to: end,
      points: Math.max(1, whole),
    });
    if (!found.ok) {
      yield found;
      return;
    }
    const rows = found.value.flatMap((series, index) =>
      bucketsOf(sensors[index], series, { from: start, every }),
    );
    yield accepted(inOrder(rows));
    start = end;
  }
}

function rowsOf(
  labels: SensorLabels | undefined,
  times: readonly number[],
  valuesAt: (index: number) => readonly number[],
): Row[] {
  return labels === undefined ? [] : times.map((at, index) => ({ labels, at, values: valuesAt(index) }));
}

type Grid = { readonly from: number; readonly every: number };

/** A bucket is told by the moment it begins; silences are left out. */
function bucketsOf(
  labels: SensorLabels | undefined,
  { at, mean, min, max }: Series,
  { from, every }: Grid,
): Row[] {
  const starts = at.map((time) => from + Math.floor((time - from) / every) * every);
  return rowsOf(labels, starts, (index) => [
    withoutDust(mean[index] ?? NaN),
    min[index] ?? NaN,
    max[index] ?? NaN,
  ]).filter(({ values }) => values.every(Number.isFinite));
}

/** A mean of decimals gathers dust in its last digits. */
const withoutDust = (mean: number): number => Number(mean.toPrecision(12));

const inOrder = (rows: readonly Row[]): readonly Row[] => rows.toSorted((a, b) => a.at - b.at);
