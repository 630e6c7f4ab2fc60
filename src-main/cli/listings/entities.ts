import {
  alarmColumn,
  entityListing,
  point,
  rackColumn,
  readingColumn,
  roomColumn,
  siteColumn,
} from './entity-listing.ts';
import { highest, valueText } from './readings.ts';

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
    readingColumn('STATE', 'state'),
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
    readingColumn('STATE', 'state'),
    readingColumn('LOAD', 'load'),
    readingColumn('CHARGE', 'charge'),
    readingColumn('RUNTIME', 'runtime'),
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

export const cracListing = entityListing({
  kind: 'crac',
  name: 'cracs',
  summary: 'Cooling units',
  columns: [
    roomColumn,
    readingColumn('STATE', 'state'),
    readingColumn('SUPPLY', 'supply-temperature'),
    readingColumn('RETURN', 'return-temperature'),
    readingColumn('FANS', 'fan-speed'),
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
