/** What a report is built on: the world, what was read, and the words. Readings come in slices, so that the host goes on. */
import type { LineSegment } from '../../../db/history.ts';
import type { Entity, EntityOf, Kind, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { ReportLanguage, ReportSource, ReportSpan } from '../../../sim/contract/reports.ts';
import type { Series } from '../../../sim/contract/telemetry.ts';
import type { Inventory } from '../../../sim/index.ts';
import { lineOf } from '../../host/reader/history.ts';
import { everythingIn } from '../../host/reader/within.ts';
import type { Session } from '../../host/session.ts';
import { millisOf, stretchesOf } from './stretches.ts';
import type { Stretch } from './stretches.ts';
import type { ReportWords } from './words/en.table.ts';

export type Sensor = EntityOf<'sensor'>;

/** Between slices the host does its own work; throws where the report is no longer wanted. */
export type Breathe = () => Promise<void>;

export type Ground = {
  readonly session: Session;
  readonly inventory: Inventory;
  readonly words: ReportWords;
  readonly language: ReportLanguage;
  readonly within: EntityId | null;
  readonly span: ReportSpan;
  readonly prior: ReportSpan | null;
  readonly breathe: Breathe;
  readonly heard: (sensors: number) => void;
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
/** Read together at most, so that no slice holds the host for long. */
const pointsPerSlice = 1500;
const shownIds = 12;

/** Five minutes for up to two months, then wider, so that a year costs no more than a month. */
export const stepFor = ({ from, to }: ReportSpan): number =>
  fiveMinutes * Math.max(1, Math.ceil((to - from) / fiveMinutes / 18_000));

export type GroundDeps = Pick<
  Ground,
  'session' | 'words' | 'language' | 'within' | 'span' | 'prior' | 'breathe' | 'heard'
>;

export function createGround(deps: GroundDeps): Ground {
  const { session, within, breathe, heard } = deps;
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
    read: (asked) => readAll({ session, line, breathe, heard }, asked),
  };
}

type Way = { readonly session: Session; readonly line: LineSegment[] } & Pick<Ground, 'breathe' | 'heard'>;

async function readAll(way: Way, asked: Asked): Promise<ReportSource> {
  const { what, sensors, span, take } = asked;
  const length = Math.max(1, span.to - span.from);
  const step = asked.step ?? stepFor(span);
  let covered = 0;
  const together = Math.max(1, Math.floor(pointsPerSlice / Math.ceil(length / step)));
  for (let first = 0; first < sensors.length; first += together) {
    const some = sensors.slice(first, first + together);
    const columns = await columnsOf(way, { sensors: some, span, step });
    for (const [index, sensor] of some.entries()) {
      const column = columns[index];
      const stretches = column === undefined ? [] : stretchesOf(column, span);
      covered += millisOf(stretches);
      take(sensor, stretches);
    }
    way.heard(some.length);
    await way.breathe();
  }
  return {
    what,
    sensors: sensors.length,
    hardware: sensors.filter(({ spec }) => spec.source === 'hardware').length,
    present: sensors.length === 0 ? null : (covered * 100) / (length * sensors.length),
    ids: sensors.slice(0, shownIds).map(({ id }) => id),
  };
}

type Column = Pick<Series, 'at' | 'mean' | 'min' | 'max'>;
type Slice = { readonly sensors: readonly Sensor[]; readonly span: ReportSpan; readonly step: number };

/** A long time is read piece by piece: each piece is one slice. */
async function columnsOf({ session, line, breathe }: Way, { sensors, span, step }: Slice): Promise<Column[]> {
  const columns = sensors.map((): Column => ({ at: [], mean: [], min: [], max: [] }));
  const wanted = sensors.map(({ id, spec }) => ({ id: id as string, metric: spec.metric }));
  const piece = step * Math.max(1, Math.floor(pointsPerSlice / sensors.length));
  for (let from = span.from; from < span.to; from += piece) {
    const to = Math.min(span.to, from + piece);
    const points = Math.max(1, Math.ceil((to - from) / step));
    const found = session.history.series({ sensors: wanted, line, from, to, points });
    for (const [index, series] of found.entries())
      append(columns[index], series, { from, width: (to - from) / points });
    if (to < span.to) await breathe();
  }
  return columns;
}

type Cells = { readonly from: number; readonly width: number };

/** What was said in a cell is told by its middle; it counts from where the cell begins. */
function append(column: Column | undefined, { at, mean, min, max }: Series, { from, width }: Cells): void {
  if (column === undefined) return;
  for (const [index, time] of at.entries()) {
    column.at.push(from + Math.floor((time - from) / width) * width);
    column.mean.push(mean[index] ?? null);
    column.min.push(min[index] ?? null);
    column.max.push(max[index] ?? null);
  }
}
