import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { EntityOf, Kind } from '../../../sim/contract/entities.ts';
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
import { alarmCell, highest, loadReadings, loadRinging, valueText, type Readings } from './readings.ts';

type Row<K extends Kind> = {
  readonly entity: EntityOf<K>;
  readonly reference: string;
  /** Names from the site down. */
  readonly path: readonly string[];
  readonly readings: Readings;
  readonly alarms: readonly Alarm[];
};
/** What the columns that all kinds share need to know. */
type AnyRow = Omit<Row<Kind>, 'entity' | 'readings'> & { readonly entity: { readonly id: string } };

const point = ({ x, y }: { readonly x: number; readonly y: number }): string => `${x}, ${y} m`;

const nameColumn = { title: 'NAME', cell: (row: AnyRow) => row.reference };
const idColumn: Column<AnyRow> = {
  title: 'ID',
  wide: true,
  cell: (row) => ({ text: row.entity.id, tone: 'quiet' }),
};
const roomColumn = { title: 'ROOM', cell: (row: AnyRow) => row.path[1] ?? '–' };
const rackColumn = { title: 'RACK', cell: (row: AnyRow) => row.path[3] ?? '–' };
const alarmColumn = { title: 'STATUS', atLeast: 12, cell: (row: AnyRow) => alarmCell(row.alarms) };
const siteColumn = { title: 'SITE', cell: (row: AnyRow) => row.path[0] ?? '–' };

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

function entityListing<K extends Kind>({
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

export const siteListing = entityListing({
  kind: 'site',
  name: 'sites',
  summary: 'Sites',
  narrowings: [],
  columns: [
    { title: 'LOCATION', cell: ({ entity }) => entity.spec.location ?? '–' },
    { title: 'TIMEZONE', cell: ({ entity }) => entity.spec.timezone },
    {
      title: 'POWER',
      align: 'right',
      atLeast: 9,
      cell: ({ entity, readings }) => valueText('total-power', highest(readings, entity.id, 'total-power')),
    },
    {
      title: 'PUE',
      align: 'right',
      cell: ({ entity, readings }) => valueText('pue', highest(readings, entity.id, 'pue')),
    },
    alarmColumn,
  ],
});

export const roomListing = entityListing({
  kind: 'room',
  name: 'rooms',
  summary: 'Rooms',
  narrowings: [],
  columns: [
    siteColumn,
    { title: 'SIZE', align: 'right', cell: ({ entity }) => `${entity.spec.width} × ${entity.spec.depth} m` },
    { title: 'CLASS', cell: ({ entity }) => entity.spec.envelope },
    alarmColumn,
  ],
});

export const rowListing = entityListing({
  kind: 'row',
  name: 'rows',
  summary: 'Rows of racks',
  columns: [roomColumn, { title: 'CONTAINMENT', cell: ({ entity }) => entity.spec.containment }],
});

export const rackListing = entityListing({
  kind: 'rack',
  name: 'racks',
  summary: 'Racks, with their inlet and power',
  columns: [
    roomColumn,
    { title: 'ROW', cell: ({ path }) => path[2] ?? '–' },
    {
      title: 'INLET',
      align: 'right',
      atLeast: 8,
      cell: ({ entity, readings }) => valueText('temperature', highest(readings, entity.id, 'temperature')),
    },
    {
      title: 'POWER',
      align: 'right',
      atLeast: 9,
      cell: ({ entity, readings }) => valueText('power', highest(readings, entity.id, 'power')),
    },
    { title: 'RATED', align: 'right', cell: ({ entity }) => valueText('power', entity.spec.ratedPower) },
    alarmColumn,
    { title: 'HEIGHT', align: 'right', wide: true, cell: ({ entity }) => `${entity.spec.heightU} U` },
    { title: 'POSITION', wide: true, cell: ({ entity }) => point(entity.spec.position) },
    { title: 'FACING', wide: true, cell: ({ entity }) => entity.spec.facing },
  ],
});

export const deviceListing = entityListing({
  kind: 'device',
  name: 'devices',
  summary: 'Servers, switches and all else in racks',
  narrowings: ['room', 'rack'],
  columns: [
    roomColumn,
    rackColumn,
    { title: 'U', align: 'right', cell: ({ entity }) => units(entity.spec.slot) },
    { title: 'CATEGORY', cell: ({ entity }) => entity.spec.category },
    { title: 'MODEL', cell: ({ entity }) => entity.spec.model },
    { title: 'RATED', align: 'right', cell: ({ entity }) => `${entity.spec.ratedPower} W` },
    { title: 'IDLE', align: 'right', wide: true, cell: ({ entity }) => `${entity.spec.idlePower} W` },
    { title: 'FACE', wide: true, cell: ({ entity }) => entity.spec.slot.face },
    { title: 'SERIAL', wide: true, cell: ({ entity }) => entity.spec.serial ?? '–' },
  ],
});

const units = ({ position, height }: { readonly position: number; readonly height: number }): string =>
  height === 1 ? String(position) : `${position}–${position + height - 1}`;

export const pduListing = entityListing({
  kind: 'pdu',
  name: 'pdus',
  summary: 'Power distribution units in racks',
  narrowings: ['room', 'rack'],
  columns: [
    roomColumn,
    rackColumn,
    { title: 'FEED', cell: ({ entity }) => entity.spec.feed },
    {
      title: 'POWER',
      align: 'right',
      atLeast: 9,
      cell: ({ entity, readings }) => valueText('power', highest(readings, entity.id, 'power')),
    },
    { title: 'RATED', align: 'right', cell: ({ entity }) => valueText('power', entity.spec.ratedPower) },
    { title: 'MODEL', cell: ({ entity }) => entity.spec.model },
    alarmColumn,
  ],
});

export const upsListing = entityListing({
  kind: 'ups',
  name: 'ups',
  summary: 'Uninterruptible power supplies',
  columns: [
    roomColumn,
    {
      title: 'LOAD',
      align: 'right',
      cell: ({ entity, readings }) => valueText('load', highest(readings, entity.id, 'load')),
    },
    {
      title: 'POWER',
      align: 'right',
      atLeast: 9,
      cell: ({ entity, readings }) => valueText('power', highest(readings, entity.id, 'power')),
    },
    { title: 'RATED', align: 'right', cell: ({ entity }) => valueText('power', entity.spec.ratedPower) },
    { title: 'MODEL', cell: ({ entity }) => entity.spec.model },
    alarmColumn,
    { title: 'POSITION', wide: true, cell: ({ entity }) => point(entity.spec.position) },
  ],
});

const cracReading = (
  title: string,
  metric: 'supply-temperature' | 'return-temperature' | 'fan-speed',
): Column<Row<'crac'>> => ({
  title,
  align: 'right',
  cell: ({ entity, readings }) => valueText(metric, highest(readings, entity.id, metric)),
});

export const cracListing = entityListing({
  kind: 'crac',
  name: 'cracs',
  summary: 'Cooling units',
  columns: [
    roomColumn,
    cracReading('SUPPLY', 'supply-temperature'),
    cracReading('RETURN', 'return-temperature'),
    cracReading('FANS', 'fan-speed'),
    {
      title: 'SETPOINT',
      align: 'right',
      cell: ({ entity }) => valueText('supply-temperature', entity.spec.setpoint),
    },
    { title: 'RATED', align: 'right', cell: ({ entity }) => valueText('power', entity.spec.ratedCooling) },
    alarmColumn,
    { title: 'MODEL', wide: true, cell: ({ entity }) => entity.spec.model },
    { title: 'POSITION', wide: true, cell: ({ entity }) => point(entity.spec.position) },
  ],
});
