/**
 * Writes a lab file of any size, for benchmarks and load tests:
 * `node tools/generate-lab.ts --racks 10000 > big.lab.yaml`
 */
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';

const racksPerRow = 25;
const rowsPerRoom = 20;
const rowPitch = 2.7;

const sensors = (...metrics: string[]) => metrics.map((metric) => ({ metric }));

const template = {
  heightU: 42,
  ratedPower: 8,
  devices: [
    {
      name: 'sw-{rack}',
      model: 'Access switch',
      category: 'switch',
      slot: { position: 42, height: 1, face: 'rear' },
      idlePower: 90,
      ratedPower: 150,
    },
    {
      name: 'srv-{rack}-{n}',
      model: 'Server enclosure 10U',
      category: 'server',
      slot: { position: 1, height: 10 },
      count: 4,
      idlePower: 600,
      ratedPower: 1600,
    },
  ],
  pdus: [
    { name: 'pdu-a', model: 'Metered rack PDU', feed: 'A', ratedPower: 11, breaker: 16 },
    { name: 'pdu-b', model: 'Metered rack PDU', feed: 'B', ratedPower: 11, breaker: 16 },
  ],
  sensors: [
    { metric: 'temperature', place: 'front-middle' },
    { metric: 'humidity', place: 'front-middle' },
    { metric: 'power' },
  ],
};

function letters(number: number): string {
  const high = Math.floor(number / 26);
  return (high === 0 ? '' : letters(high - 1)) + String.fromCharCode(65 + (number % 26));
}

function row(room: number, number: number, count: number) {
  return {
    name: letters(number),
    racks: {
      template: 'compute',
      count,
      at: { x: 2, y: 2 + number * rowPitch },
      pitch: 0.7,
      facing: number % 2 === 0 ? 'south' : 'north',
      fedBy: [panelName(room, number, 'a'), panelName(room, number, 'b')],
    },
  };
}

function room(number: number, racks: number) {
  const rows = Array.from({ length: Math.ceil(racks / racksPerRow) }, (_, at) =>
    row(number, at, Math.min(racksPerRow, racks - at * racksPerRow)),
  );
  return {
    name: `room${number}`,
    width: 24,
    depth: 4 + rowsPerRoom * rowPitch,
    envelope: 'A1',
    upses: feeds.flatMap((feed) =>
      Array.from({ length: upsesPerFeed(rows.length) }, (_, at) => ups(number, feed, at)),
    ),
    panels: rows.flatMap((_, at) => feeds.map((feed) => panel(number, at, feed))),
    cracs: Array.from({ length: Math.ceil(racks / 50) }, (_, at) => ({
      name: `crac-${number}-${at + 1}`,
      model: 'Air handler 450 kW',
      ratedCooling: 450,
      setpoint: 22,
      position: { x: 0.5, y: 1 + 2 * at },
      fedBy: [`ats-${number}`],
      sensors: sensors('supply-temperature', 'return-temperature', 'state'),
    })),
    rows,
  };
}

const feeds = ['a', 'b'] as const;
type Feed = (typeof feeds)[number];

/** Rows that hang on one UPS. */
const rowsPerUps = 5;
const upsesPerFeed = (rows: number): number => Math.ceil(rows / rowsPerUps);
const upsName = (room: number, feed: Feed, at: number): string => `ups-${room}-${feed}${at + 1}`;
const panelName = (room: number, row: number, feed: Feed): string => `panel-${room}-${letters(row)}${feed}`;

const ups = (room: number, feed: Feed, at: number) => ({
  name: upsName(room, feed, at),
  model: 'UPS 1 MW',
  ratedPower: 1000,
  position: { x: 23, y: 1 + 2 * at },
  fedBy: [`ats-${room}`],
  sensors: sensors('state', 'power', 'load', 'charge', 'runtime'),
  batteries: [
    {
      name: `string-${room}-${feed}${at + 1}`,
      model: 'VRLA 240 × 2 V 1000 Ah',
      cells: 240,
      capacity: 1000,
      resistance: 0.12,
      sensors: sensors('state', 'health'),
    },
  ],
});

const panel = (room: number, row: number, feed: Feed) => ({
  name: panelName(room, row, feed),
  model: 'Floor PDU 250 kVA',
  ratedPower: 250,
  fedBy: [upsName(room, feed, Math.floor(row / rowsPerUps))],
  sensors: sensors('state', 'power', 'load'),
});

/** Each room has a transformer, a genset and a transfer switch of its own. */
const source = (room: number) => ({
  transformer: { name: `tx-${room}`, model: 'Transformer 6 MVA', ratedPower: 6000, fedBy: ['grid'] },
  genset: { name: `genset-${room}`, model: 'Genset 6 MVA', ratedPower: 6000, tank: 20_000, burn: 1500 },
  ats: {
    name: `ats-${room}`,
    model: 'Transfer switch',
    ratedPower: 6000,
    fedBy: [`tx-${room}`, `genset-${room}`],
  },
});

export function generateLab(racks: number): string {
  const perRoom = racksPerRow * rowsPerRoom;
  const rooms = Array.from({ length: Math.ceil(racks / perRoom) }, (_, at) =>
    room(at + 1, Math.min(perRoom, racks - at * perRoom)),
  );
  const sources = rooms.map((_, at) => source(at + 1));
  return stringify({
    apiVersion: 'coldaisle/v1',
    kind: 'Lab',
    metadata: {
      name: `Generated ${racks}`,
      description: `${racks} racks in ${rooms.length} rooms, generated.`,
    },
    spec: {
      seed: '10c',
      start: '2026-01-05T08:00:00Z',
      rackTemplates: { compute: template },
      sites: [
        {
          name: 'site1',
          timezone: 'UTC',
          sensors: sensors('total-power', 'power', 'pue'),
          utilities: [{ name: 'grid' }],
          transformers: sources.map((one) => one.transformer),
          gensets: sources.map((one) => one.genset),
          atses: sources.map((one) => one.ats),
          rooms,
        },
      ],
    },
  });
}

if (process.argv[1] !== undefined && import.meta.url.endsWith(process.argv[1].split('/').at(-1) ?? '-')) {
  const { values } = parseArgs({ options: { racks: { type: 'string', default: '1000' } } });
  const racks = Number(values.racks);
  if (!Number.isInteger(racks) || racks < 1 || racks > 100_000) {
    process.stderr.write(`--racks takes a whole number from 1 to 100000, not ${values.racks}\n`);
    process.exit(2);
  }
  process.stdout.write(generateLab(racks));
}
