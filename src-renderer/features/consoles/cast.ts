/** asciicast v2: a header and a line for each thing that was shown. */
export type CastEvent = {
  /** Seconds since the begin. */
  readonly at: number;
  /** `o`: shown; `r`: another size, as `80x24`. */
  readonly code: 'o' | 'r';
  readonly data: string;
};
export type Cast = {
  readonly title: string;
  readonly columns: number;
  readonly rows: number;
  readonly events: readonly CastEvent[];
  /** The first line that could not be read; what follows it is left out. */
  readonly wrongLine: number | null;
};
export type CastFault =
  | { readonly fault: 'not-cast' }
  | { readonly fault: 'other-version'; readonly version: string };

const mostColumns = 500;
const mostRows = 300;

export function readCast(text: string): Cast | CastFault {
  const lines = text.split('\n');
  const header = parsed(lines[0] ?? '');
  if (typeof header !== 'object' || header === null || !('version' in header)) return { fault: 'not-cast' };
  if (header.version !== 2) return { fault: 'other-version', version: String(header.version) };
  const size = (name: string, most: number, usual: number): number => {
    const value: unknown = Reflect.get(header, name);
    return typeof value === 'number' && value >= 1 ? Math.min(most, Math.trunc(value)) : usual;
  };
  const title: unknown = 'title' in header ? header.title : '';
  const { events, wrongLine } = readEvents(lines);
  return {
    title: typeof title === 'string' ? title : '',
    columns: size('width', mostColumns, 80),
    rows: size('height', mostRows, 24),
    events,
    wrongLine,
  };
}

function readEvents(lines: readonly string[]): Pick<Cast, 'events' | 'wrongLine'> {
  const events: CastEvent[] = [];
  let last = 0;
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue;
    const value = parsed(line);
    if (!isEvent(value) || value[0] < last) return { events, wrongLine: index + 1 };
    const [at, code, data] = value;
    last = at;
    // What was typed, and marks, show nothing.
    if (code === 'o' || code === 'r') events.push({ at, code, data });
  }
  return { events, wrongLine: null };
}

const isEvent = (value: unknown): value is [number, string, string] =>
  Array.isArray(value) &&
  typeof value[0] === 'number' &&
  Number.isFinite(value[0]) &&
  typeof value[1] === 'string' &&
  typeof value[2] === 'string';

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** The same events with no pause longer than that many seconds. */
export function withoutIdle(events: readonly CastEvent[], longest: number | null): readonly CastEvent[] {
  if (longest === null) return events;
  let cut = 0;
  let last = 0;
  return events.map((event) => {
    cut += Math.max(0, event.at - last - longest);
    last = event.at;
    return { ...event, at: event.at - cut };
  });
}

export const lengthOf = (events: readonly CastEvent[]): number => events.at(-1)?.at ?? 0;

/** How many of them are over at that second. */
export function countAt(events: readonly CastEvent[], second: number): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.at ?? 0) <= second) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `80x24`. */
export function sizeIn(data: string): { readonly columns: number; readonly rows: number } | null {
  const found = /^(\d{1,3})x(\d{1,3})$/.exec(data);
  if (found === null) return null;
  const [columns, rows] = [Number(found[1]), Number(found[2])];
  return columns < 1 || rows < 1 || columns > mostColumns || rows > mostRows ? null : { columns, rows };
}
