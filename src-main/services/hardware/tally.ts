import { metricTable } from '../../../sim/contract/metrics.table.ts';
import type { HardwarePoint, HardwareSource, HardwareState } from '../../../sim/contract/settings.ts';
import type { Quality } from '../../../sim/contract/telemetry.ts';
import type { KnownSensor, TopicBook } from './topic-book.ts';

type PointState = HardwareState['points'][number];
type LinkState = HardwareState['state'];

type Heard = HardwareState['heard'][number];

/** Which row of a source something belongs to: one of its points, and the topic it came to stand for. */
export type RowKey = { readonly index: number; readonly topic: string; readonly from: string };

type PointReading = {
  readonly raw: string;
  readonly value: number;
  readonly quality: Extract<Quality, 'good' | 'stale'>;
};

/** What is known of one source: its link, and the last of each of its points. */
export type Tally = {
  readonly link: (state: LinkState, detail: string) => void;
  readonly linkState: () => LinkState;
  readonly read: (key: RowKey, reading: PointReading) => void;
  readonly failed: (key: RowKey, raw: string | null, problem: string) => void;
  /** Not the source's own failing, but one to be counted: a poll that nobody answered. */
  readonly missed: () => void;
  readonly heard: (item: Heard) => void;
  /** Whether it has spoken since we listen, and not only left word before. */
  readonly hasLive: (key: RowKey) => boolean;
  /** Every point has been read or has a problem. */
  readonly isComplete: () => boolean;
  readonly state: () => HardwareState;
};

export type TallyDeps = {
  readonly source: HardwareSource;
  readonly book: TopicBook;
  readonly now: () => number;
  readonly changed: () => void;
};

type Row = RowKey & {
  readonly raw: string | null;
  readonly value: number | null;
  readonly problem: string | null;
  readonly at: number | null;
  readonly isLive: boolean;
};

/** A filter with wildcards may hear any number of topics; so many are shown. */
const mostRows = 2000;
const mostHeard = 60;
const longestRaw = 200;

export const isPattern = (topic: string): boolean => /\{\d{1,2}\}/.test(topic);

export function createTally({ source, book, now, changed }: TallyDeps): Tally {
  const rows = createRows(changed);
  const heard = new Map<string, string>();
  const link = { state: 'connecting' as LinkState, detail: '' };
  const counts = { readings: 0, errors: 0 };
  let lastAt: number | null = null;
  return {
    link: (state, detail) => {
      if (link.state === state && link.detail === detail) return;
      link.state = state;
      link.detail = detail;
      changed();
    },
    linkState: () => link.state,
    read: (key, { raw, value, quality }) => {
      counts.readings += 1;
      lastAt = now();
      const isLive = quality === 'good';
      rows.put({ ...key, raw: raw.slice(0, longestRaw), value, problem: null, at: lastAt, isLive });
    },
    failed: (key, raw, problem) => {
      counts.errors += 1;
      if (raw !== null) lastAt = now();
      const last = rows.get(key) ?? nothingYet;
      rows.put({ ...last, ...key, raw: raw?.slice(0, longestRaw) ?? last.raw, problem });
    },
    missed: () => {
      counts.errors += 1;
      changed();
    },
    heard: ({ from, raw }) => {
      if (heard.has(from) || heard.size < mostHeard) heard.set(from, raw.slice(0, longestRaw));
    },
    hasLive: (key) => rows.get(key)?.isLive ?? false,
    isComplete: () => {
      const seen = new Set(rows.all().map(({ index }) => index));
      return source.points.length > 0 && seen.size === source.points.length;
    },
    state: () => {
      const points = pointStates(source.points, rows.all(), book);
      return {
        id: source.id,
        kind: source.kind,
        state: source.state === 'off' ? 'off' : link.state,
        detail: detailOf(source.state === 'off' ? 'Switched off' : link.detail, points),
        lastAt,
        ...counts,
        points,
        heard: [...heard].map(([from, raw]) => ({ from, raw })),
      };
    },
  };
}

function createRows(changed: () => void) {
  const rows = new Map<string, Row>();
  return {
    all: (): readonly Row[] => [...rows.values()],
    get: (key: RowKey): Row | undefined => rows.get(keyOf(key)),
    put: (row: Row): void => {
      const key = keyOf(row);
      if (rows.has(key) || rows.size < mostRows) rows.set(key, row);
      changed();
    },
  };
}

const keyOf = ({ index, topic }: Pick<RowKey, 'index' | 'topic'>): string => `${index} ${topic}`;

function pointStates(
  points: readonly HardwarePoint[],
  rows: readonly Row[],
  book: TopicBook,
): HardwareState['points'] {
  const byIndex = Map.groupBy(rows, ({ index }) => index);
  return points.flatMap((point, index) => {
    const known = byIndex.get(index)?.toSorted((a, b) => (a.topic < b.topic ? -1 : 1));
    const shown = known ?? [{ index, topic: point.topic, from: point.from, ...nothingYet }];
    return shown.map((row) => pointState(row, point, book));
  });
}

const nothingYet = { raw: null, value: null, problem: null, at: null, isLive: false } as const;

function pointState(row: Row, point: HardwarePoint, book: TopicBook): PointState {
  const sensor = isPattern(row.topic) ? null : book.find(row.topic);
  const problem = row.problem ?? topicProblem(row.topic, { point, sensor, book });
  const { index, topic, from, raw, value, at } = row;
  const speaker = sensor?.spec.source ?? null;
  return { index, topic, from, raw, value, at, problem, sensor: sensor?.id ?? null, speaker };
}

type Checked = {
  readonly point: HardwarePoint;
  readonly sensor: KnownSensor | null;
  readonly book: TopicBook;
};

/** Null where what is read may be published there. */
export function topicProblem(topic: string, { point, sensor, book }: Checked): string | null {
  if (isPattern(topic)) return null;
  if (sensor === null) {
    const closest = book.closest(topic);
    const hint = closest === null ? 'The inspector of a sensor shows its topic.' : `Did you mean ${closest}?`;
    return `No sensor of this lab speaks on ${topic}. ${hint}`;
  }
  if (point.metric === undefined || point.metric === sensor.spec.metric) return null;
  const { label } = metricTable[sensor.spec.metric];
  return `The sensor on ${topic} measures ${label}, not ${metricTable[point.metric].label}.`;
}

function detailOf(link: string, points: readonly PointState[]): string {
  const problems = points.filter(({ problem }) => problem !== null).length;
  const bots = points.filter(({ speaker }) => speaker === 'bot').length;
  const parts = [
    link,
    problems === 0
      ? ''
      : `${problems} of ${points.length} points ${problems === 1 ? 'has' : 'have'} a problem`,
    botsText(bots),
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function botsText(bots: number): string {
  if (bots === 0) return '';
  return bots === 1
    ? 'its bot still speaks: switch it off'
    : `the bots of ${bots} of its sensors still speak: switch them off`;
}
