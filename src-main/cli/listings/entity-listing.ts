import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { Entity, EntityOf, Kind, Metric } from '../../../sim/contract/entities.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Outcome } from '../outcome.ts';
import {
  listing,
  onEvents,
  type Column,
  type Listing,
  type Narrowing,
  type Selection,
  type Source,
} from './listing.ts';
import { alarmCell, highest, loadReadings, loadRinging, sayReading, type Readings } from './readings.ts';

export type Row<K extends Kind> = {
  readonly entity: EntityOf<K>;
  readonly reference: string;
  /** Names from the site down. */
  readonly path: readonly string[];
  readonly readings: Readings;
  readonly alarms: readonly Alarm[];
};
/** What the columns that all kinds share need to know. */
type AnyRow = Omit<Row<Kind>, 'entity' | 'readings'> & { readonly entity: { readonly id: string } };

export const point = ({ x, y }: { readonly x: number; readonly y: number }): string => `${x}, ${y} m`;

const nameColumn = { title: 'NAME', cell: (row: AnyRow) => row.reference };
const idColumn: Column<AnyRow> = {
  title: 'ID',
  wide: true,
  cell: (row) => ({ text: row.entity.id, tone: 'quiet' }),
};
export const roomColumn = { title: 'ROOM', cell: (row: AnyRow) => row.path[1] ?? '–' };
export const rackColumn = { title: 'RACK', cell: (row: AnyRow) => row.path[3] ?? '–' };
export const alarmColumn = { title: 'STATUS', atLeast: 12, cell: (row: AnyRow) => alarmCell(row.alarms) };
export const siteColumn = { title: 'SITE', cell: (row: AnyRow) => row.path[0] ?? '–' };

export function isWithin(entity: EntityOf<Kind>, ancestor: string, catalogue: Catalogue): boolean {
  for (
    let each = catalogue.byId(entity.id);
    each !== undefined;
    each = each.parent === null ? undefined : catalogue.byId(each.parent)
  ) {
    if (each.id === ancestor) return true;
  }
  return false;
}

/** The id of the room or rack that narrows a listing; undefined where nothing does. */
export async function narrowedTo(
  { catalogue }: Source,
  selection: Selection,
): Promise<Outcome<string | undefined>> {
  const asked = selection.rack ?? selection.room;
  if (asked === undefined) return { ok: true, value: undefined };
  const found = await catalogue.find([selection.rack === undefined ? 'room' : 'rack'], asked);
  return found.ok ? { ok: true, value: found.value.id } : found;
}

type Declaration<K extends Kind> = {
  readonly kind: K;
  readonly name: string;
  readonly summary: string;
  readonly narrowings?: readonly Narrowing[];
  readonly columns: readonly Column<Row<K>>[];
};

export function entityListing<K extends Kind>({
  kind,
  name,
  summary,
  narrowings = ['room'],
  columns,
}: Declaration<K>): Listing {
  return listing<Row<K>>({
    name,
    singular: kind,
    summary,
    narrowings,
    columns: [nameColumn, ...columns, idColumn],
    rows: async (source, selection) => {
      const within = await narrowedTo(source, selection);
      if (!within.ok) return within;
      const [entities, readings, ringing] = await Promise.all([
        source.catalogue.all(kind),
        loadReadings(source),
        loadRinging(source),
      ]);
      if (!entities.ok) return entities;
      if (!readings.ok) return readings;
      if (!ringing.ok) return ringing;
      const { catalogue } = source;
      const kept = entities.value.filter(
        (entity) => within.value === undefined || isWithin(entity, within.value, catalogue),
      );
      const rows = kept.map((entity) => ({
        entity,
        reference: catalogue.referenceOf(entity),
        path: catalogue.pathOf(entity),
        readings: readings.value,
        alarms: ringing.value.get(entity.id) ?? [],
      }));
      return { ok: true, value: rows };
    },
    of: ({ entity, reference, path, readings, alarms }) => ({
      reference,
      id: entity.id,
      value: {
        ...entity,
        path: path.join('/'),
        alarms: alarms.map((alarm) => alarm.id),
        readings: readings
          .on(entity.id)
          .map(({ sensor, latest }) => ({ ...latest, metric: sensor.spec.metric, place: sensor.spec.place })),
      },
      mark: JSON.stringify([entity, path, alarms.map((alarm) => [alarm.id, alarm.state])]),
    }),
    watch: onEvents('entity.', 'alarm.'),
  });
}

type ReadRow = { readonly entity: Pick<Entity, 'id' | 'kind'>; readonly readings: Readings };

/** The latest reading of one metric of a thing, or its word. */
export const readingColumn = (title: string, metric: Metric): Column<ReadRow> => ({
  title,
  ...(metric === 'state' ? {} : { align: 'right' }),
  cell: ({ entity, readings }) => sayReading(entity.kind, metric, highest(readings, entity.id, metric)),
});
