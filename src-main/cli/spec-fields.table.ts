/** What can be said of each kind with flags. A test holds it to the contract's schemas. */
import type { Kind } from '../../sim/contract/entities.ts';
import { metricTable } from '../../sim/contract/metrics.table.ts';

export type FieldType = 'text' | 'number' | 'whole' | 'point' | readonly string[];

export type SpecField = {
  /** The flag's name. */
  readonly flag: string;
  /** Where it stands in the spec. */
  readonly path: string;
  readonly type: FieldType;
  readonly label: string;
  readonly help: string;
  /** Taken by `create` where the flag is left out. */
  readonly otherwise?: string | number;
};

const model = { flag: 'model', path: 'model', type: 'text', label: 'TEXT', help: 'Maker and model' } as const;
const position = {
  flag: 'position',
  path: 'position',
  type: 'point',
  label: 'X,Y',
  help: 'Centre on the floor, in metres from the north-west corner of the room',
} as const;
const ratedKilowatts = { flag: 'rated-power', path: 'ratedPower', type: 'number', label: 'POWER', help: 'Rated power: kW, for devices W' } as const;
const width = { flag: 'width', path: 'width', type: 'number', label: 'METRES', help: 'Width, west to east for rooms' } as const;
const depth = { flag: 'depth', path: 'depth', type: 'number', label: 'METRES', help: 'Depth, north to south for rooms' } as const;

export const specFields = {
  site: [
    { flag: 'location', path: 'location', type: 'text', label: 'TEXT', help: 'Where it is, for people' },
    { flag: 'timezone', path: 'timezone', type: 'text', label: 'ZONE', help: 'IANA time zone', otherwise: 'UTC' },
  ],
  room: [
    width,
    depth,
    { flag: 'envelope', path: 'envelope', type: ['A1', 'A2', 'A3', 'A4', 'H1'], label: 'CLASS', help: 'ASHRAE equipment class', otherwise: 'A1' },
  ],
  row: [
    {
      flag: 'containment',
      path: 'containment',
      type: ['none', 'cold-aisle', 'hot-aisle'],
      label: 'KIND',
      help: 'Which aisle is closed off',
      otherwise: 'none',
    },
  ],
  rack: [
    position,
    { ...width, otherwise: 0.6 },
    { ...depth, otherwise: 1.2 },
    { flag: 'facing', path: 'facing', type: ['north', 'south', 'east', 'west'], label: 'SIDE', help: 'The side cold air enters' },
    { flag: 'height-u', path: 'heightU', type: 'whole', label: 'UNITS', help: 'Height in rack units', otherwise: 42 },
    ratedKilowatts,
  ],
  device: [
    model,
    {
      flag: 'category',
      path: 'category',
      type: ['server', 'switch', 'storage', 'patch-panel', 'appliance', 'other'],
      label: 'KIND',
      help: 'What it is',
      otherwise: 'server',
    },
    { flag: 'u', path: 'slot.position', type: 'whole', label: 'UNIT', help: 'Lowest rack unit it takes, from 1 at the bottom' },
    { flag: 'height', path: 'slot.height', type: 'whole', label: 'UNITS', help: 'How many rack units it takes', otherwise: 1 },
    { flag: 'face', path: 'slot.face', type: ['front', 'rear', 'both'], label: 'FACE', help: 'The side it is mounted on', otherwise: 'both' },
    { flag: 'idle-power', path: 'idlePower', type: 'number', label: 'WATTS', help: 'What it draws when idle' },
    ratedKilowatts,
    { flag: 'serial', path: 'serial', type: 'text', label: 'TEXT', help: 'Serial number' },
  ],
  pdu: [model, { flag: 'feed', path: 'feed', type: ['A', 'B'], label: 'FEED', help: 'The feed it hangs on' }, ratedKilowatts],
  ups: [model, ratedKilowatts, position],
  crac: [
    model,
    { flag: 'rated-cooling', path: 'ratedCooling', type: 'number', label: 'KW', help: 'Sensible capacity at 24 °C return air' },
    { flag: 'setpoint', path: 'setpoint', type: 'number', label: 'CELSIUS', help: 'Supply air set-point' },
    position,
  ],
  sensor: [
    {
      flag: 'metric',
      path: 'metric',
      type: Object.keys(metricTable),
      label: 'METRIC',
      help: 'What it measures',
    },
    { flag: 'place', path: 'place', type: 'text', label: 'PLACE', help: 'Where on its parent it sits: front-middle, rear-top, return', otherwise: 'middle' },
    { flag: 'source', path: 'source', type: ['bot', 'hardware'], label: 'SOURCE', help: 'Simulated, or left to real hardware', otherwise: 'bot' },
  ],
} as const satisfies Record<Kind, readonly SpecField[]>;

export const kindWords = Object.keys(specFields) as readonly Kind[];
