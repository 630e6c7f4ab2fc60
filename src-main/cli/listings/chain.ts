/** The power and cooling chain beyond the room: from the grid to the batteries, and the chilled water. */
import { alarmColumn, entityListing, readingColumn, roomColumn, siteColumn } from './entity-listing.ts';
import { valueText } from './readings.ts';

const state = readingColumn('STATE', 'state');
const power = readingColumn('POWER', 'power');
const load = readingColumn('LOAD', 'load');

export const chainListings = [
  entityListing({
    kind: 'utility',
    name: 'utilities',
    summary: 'Connections to the grid',
    columns: [siteColumn, state, readingColumn('VOLTAGE', 'voltage'), power, alarmColumn],
  }),
  entityListing({
    kind: 'transformer',
    name: 'transformers',
    summary: 'Transformers',
    columns: [siteColumn, state, load, power, alarmColumn],
  }),
  entityListing({
    kind: 'genset',
    name: 'gensets',
    summary: 'Generator sets',
    columns: [siteColumn, state, readingColumn('FUEL', 'fuel'), load, alarmColumn],
  }),
  entityListing({
    kind: 'ats',
    name: 'atses',
    summary: 'Transfer switches',
    columns: [siteColumn, state, power, alarmColumn],
  }),
  entityListing({
    kind: 'battery',
    name: 'batteries',
    summary: 'Battery strings',
    columns: [
      roomColumn,
      state,
      readingColumn('CHARGE', 'charge'),
      readingColumn('HEALTH', 'health'),
      { title: 'CELLS', align: 'right', cell: ({ entity }) => String(entity.spec.cells) },
      alarmColumn,
    ],
  }),
  entityListing({
    kind: 'panel',
    name: 'panels',
    summary: 'Floor PDUs',
    columns: [
      roomColumn,
      state,
      load,
      power,
      { title: 'RATED', align: 'right', cell: ({ entity }) => valueText('power', entity.spec.ratedPower) },
      alarmColumn,
    ],
  }),
  entityListing({
    kind: 'chiller',
    name: 'chillers',
    summary: 'Chillers',
    columns: [
      siteColumn,
      state,
      readingColumn('WATER', 'water-supply'),
      load,
      readingColumn('COP', 'cop'),
      alarmColumn,
    ],
  }),
];
