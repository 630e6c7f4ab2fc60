/** What a report is built on: the world, what was read, and the words. Readings come in slices, so that the host goes on. */
import type { LineSegment } from '../../../db/history.ts';
import type { Entity, EntityOf, Kind, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { ReportLanguage, ReportSource, ReportSpan } from '../../../sim/contract/reports.ts';
import type { Series } from '../../../sim/contract/telemetry.ts';
import type { Inventory } from '../../../sim/index.ts';
import { lineOf } from '../../host/reader/history.ts';
import { everythingIn } from '../../host/reader/within.ts';
import type { AlarmRecall } from '../alarms/alarm-recall.ts';
import type { Session } from '../../host/session.ts';
import { millisOf, stretchesOf } from './stretches.ts';
import type { Stretch } from './stretches.ts';
import type { ReportWords } from './words/en.table.ts';

export type Sensor = EntityOf<'sensor'>;

/** Between slices the host does its own work; throws where the report is no longer wanted. */
export type Breathe = () => Promise<void>;

export type Heard = { readonly what: string; readonly sensors: number; readonly points: number };

export type Ground = {
  readonly session: Session;
  /** Alarms that the world has forgotten; null where nobody keeps them. */
  readonly recall: AlarmRecall | null;
  readonly inventory: Inventory;
  readonly words: ReportWords;
  readonly language: ReportLanguage;
  readonly within: EntityId | null;
  readonly span: ReportSpan;
  readonly prior: ReportSpan | null;
  readonly breathe: Breathe;
  /** Milliseconds that only go forward. */
  readonly steady: () => number;
  readonly heard: (heard: Heard) => void;
  /** A rehearsal goes the same way without reading anything, to know how long the way is. */
  readonly mode: 'rehearse' | 'read';
  /** Things of a kind in the scope, in creation order. */
  readonly things: <K extends Kind>(kind: K) => readonly EntityOf<K>[];
  readonly sensorsOf: (thing: EntityId, metric: Metric) => readonly Sensor[];
  readonly read: (asked: Asked) => Promise<ReportSource>;
};

export type Asked = {
  /** What they tell of, for the list of sources. */
  readonly what: string;
  readonly sensors: readonly Sensor[];
  readonly span: ReportSpan;
  /** Milliseconds that are looked at together; five minutes where the stretch is not much longer than a month. */
  readonly step?: number;
  readonly take: (sensor: Sensor, stretches: readonly Stretch[]) => void;
};

const fiveMinutes = 300_000;
/** A day of five minutes: a few milliseconds at most, however the readings lie on the disk. */
const pointsPerPiece = 288;
/** So long a report holds the host at a time. */
const turnMillis = 8;
const shownIds = 12;

/** Five minutes for up to two months, then wider, so that a year costs no more than a month. */
export const stepFor = ({ from, to }: ReportSpan): number =>
  fiveMinutes * Math.max(1, Math.ceil((to - from) / fiveMinutes / 18_000));

export type GroundDeps = Pick<
  Ground,
  | 'session'
  | 'recall'
  | 'words'
  | 'language'
  | 'within'
  | 'span'
  | 'prior'
  | 'breathe'
  | 'heard'
  | 'steady'
  | 'mode'
>;

export function createGround(deps: GroundDeps): Ground {
  const { session, within, breathe, heard, steady, mode } = deps;
  const { inventory } = session.world;
  const inScope: readonly Entity[] = [
    ...(within === null ? inventory.all() : everythingIn(inventory, within)),
  ];
  const line = lineOf(session);
  return {
    ...deps,
    inventory,
    things: <K extends Kind>(kind: K) =>
      inScope.filter((entity): entity is EntityOf<K> => entity.kind === kind),
    sensorsOf: (thing, metric) =>
      [...inventory.childrenOf(thing)].filter(
        (child): child is Sensor => child.kind === 'sensor' && child.spec.metric === metric,
      ),
    read: (asked) => readAll({ session, line, breathe, heard, steady, mode }, asked),
  };
}

type Way = { readonly session: Session; readonly line: LineSegment[] } & Pick<
  Ground,
  'breathe' | 'heard' | 'steady' | 'mode'
>;

async function readAll(way: Way, asked: Asked): Promise<ReportSource> {
  const { what, sensors, span, take } = asked;
  const length = Math.max(1, span.to - span.from);
  const step = asked.step ?? stepFor(span);
  const points = Math.ceil(length / step);
  const turn = createTurn(way);
  let covered = 0;
  for (const sensor of sensors) {
    // A rehearsal only counts: what is to be read, not what was.
    const column =
      way.mode === 'rehearse' ? emptyColumn() : await columnOf(way, turn, { sensor, span, step });
    const stretches = stretchesOf(column, span);
    covered += millisOf(stretches);
    take(sensor, stretches);
    way.heard({ what, sensors: 1, points });
    if (way.mode === 'read') await turn();
  }
  if (way.mode === 'read') await way.breathe();
  return {
    what,
    sensors: sensors.length,
    hardware: sensors.filter(({ spec }) => spec.source === 'hardware').length,
    present: sensors.length === 0 ? null : (covered * 100) / (length * sensors.length),
    ids: sensors.slice(0, shownIds).map(({ id }) => id),
  };
}

type Column = Pick<Series, 'at' | 'mean' | 'min' | 'max'>;
type Slice = { readonly sensor: Sensor; readonly span: ReportSpan; readonly step: number };

const emptyColumn = (): Column => ({ at: [], mean: [], min: [], max: [] });

/** Lets the host have its turn whenever this one has lasted long enough. */
function createTurn({ breathe, steady }: Pick<Way, 'breathe' | 'steady'>): Breathe {
  let since = steady();
  return async () => {
    if (steady() - since < turnMillis) return;
    await breathe();
    since = steady();
  };
}

/** A long time is read piece by piece, with a look at the clock after each. */
async function columnOf(
  { session, line }: Way,
  turn: Breathe,
  { sensor, span, step }: Slice,
): Promise<Column> {
  const column = emptyColumn();
  const wanted = [{ id: sensor.id as string, metric: sensor.spec.metric }];
  const piece = step * pointsPerPiece;
  for (let from = span.from; from < span.to; from += piece) {
    const to = Math.min(span.to, from + piece);
    const points = Math.max(1, Math.ceil((to - from) / step));
    const [series] = session.history.series({ sensors: wanted, line, from, to, points });
    if (series !== undefined) append(column, series, { from, width: (to - from) / points });
    if (to < span.to) await turn();
  }
  return column;
}

type Cells = { readonly from: number; readonly width: number };

/** What was said in a cell is told by its middle; it counts from where the cell begins. */
function append(column: Column, { at, mean, min, max }: Series, { from, width }: Cells): void {
  for (const [index, time] of at.entries()) {
    column.at.push(from + Math.floor((time - from) / width) * width);
    column.mean.push(mean[index] ?? null);
    column.min.push(min[index] ?? null);
    column.max.push(max[index] ?? null);
  }
}
