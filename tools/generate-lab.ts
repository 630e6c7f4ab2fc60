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
    { name: 'pdu-a', model: 'Metered rack PDU', feed: 'A', ratedPower: 7.4 },
    { name: 'pdu-b', model: 'Metered rack PDU', feed: 'B', ratedPower: 7.4 },
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

function row(number: number, count: number) {
  return {
    name: letters(number),
    racks: {
      template: 'compute',
      count,
      at: { x: 2, y: 2 + number * rowPitch },
      pitch: 0.7,
      facing: number % 2 === 0 ? 'south' : 'north',
    },
  };
}

function room(number: number, racks: number) {
  const rows = Array.from({ length: Math.ceil(racks / racksPerRow) }, (_, at) =>
    row(at, Math.min(racksPerRow, racks - at * racksPerRow)),
  );
  const units = Math.ceil(racks / 12);
  return {
    name: `room${number}`,
    width: 24,
    depth: 4 + rowsPerRoom * rowPitch,
    envelope: 'A1',
    cracs: Array.from({ length: units }, (_, at) => ({
      name: `crac-${number}-${at + 1}`,
      model: 'Downflow unit 120 kW',
      ratedCooling: 120,
      setpoint: 22,
      position: { x: 0.5, y: 1 + at },
      sensors: sensors('supply-temperature', 'return-temperature'),
    })),
    rows,
  };
}

export function generateLab(racks: number): string {
  const perRoom = racksPerRow * rowsPerRoom;
  const rooms = Array.from({ length: Math.ceil(racks / perRoom) }, (_, at) =>
    room(at + 1, Math.min(perRoom, racks - at * perRoom)),
  );
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
      sites: [{ name: 'site1', timezone: 'UTC', sensors: sensors('total-power', 'power', 'pue'), rooms }],
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
