/** What can be said of each kind with flags. A test holds it to the contract's schemas. */
import type { FacilityKind } from '../../sim/contract/kinds.table.ts';
import { metricTable } from '../../sim/contract/metrics.table.ts';

/** `numbers`: parted by commas. `points` and `documents` (TITLE=URL): parted by semicolons. */
export type FieldType =
  | 'text'
  | 'number'
  | 'whole'
  | 'point'
  | 'points'
  | 'numbers'
  | 'documents'
  | readonly string[];

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
  /** The contract does without it. */
  readonly absent?: 'allowed';
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

/** What a ledger knows of a rack or a device. */
const assetCard = [
  { flag: 'owner', path: 'asset.owner', type: 'text', label: 'TEXT', help: 'Who answers for it', absent: 'allowed' },
  { flag: 'service', path: 'asset.service', type: 'text', label: 'TEXT', help: 'The business service that stands on it', absent: 'allowed' },
  { flag: 'tag', path: 'asset.tag', type: 'text', label: 'TEXT', help: 'Asset tag', absent: 'allowed' },
  { flag: 'installed', path: 'asset.installed', type: 'text', label: 'DATE', help: 'When it was put in, as 2026-01-31', absent: 'allowed' },
  { flag: 'warranty-until', path: 'asset.warrantyUntil', type: 'text', label: 'DATE', help: 'When its warranty ends, as 2029-01-31', absent: 'allowed' },
  { flag: 'notes', path: 'asset.notes', type: 'text', label: 'TEXT', help: 'What else is worth knowing', absent: 'allowed' },
  { flag: 'documents', path: 'asset.documents', type: 'documents', label: 'TITLE=URL', help: 'Manuals and contracts; more than one parted by semicolons', absent: 'allowed' },
] as const;

export const specFields = {
  site: [
    { flag: 'location', path: 'location', type: 'text', label: 'TEXT', help: 'Where it is, for people', absent: 'allowed' },
    { flag: 'timezone', path: 'timezone', type: 'text', label: 'ZONE', help: 'IANA time zone', otherwise: 'UTC' },
    {
      flag: 'climate',
      path: 'climate',
      type: ['temperate', 'continental', 'hot-dry', 'hot-humid', 'cold'],
      label: 'KIND',
      help: 'Whose weather it has; temperate where left out',
      absent: 'allowed',
    },
    { flag: 'latitude', path: 'latitude', type: 'number', label: 'DEGREES', help: 'North of the equator; south is below 0', absent: 'allowed' },
    { flag: 'longitude', path: 'longitude', type: 'number', label: 'DEGREES', help: 'East of Greenwich; west is below 0', absent: 'allowed' },
    { flag: 'heat-reuse', path: 'heatReuse', type: 'number', label: 'SHARE', help: 'Share of the rooms’ heat that warms something else, 0 to 1, for ERE; 0 where left out', absent: 'allowed' },
    { flag: 'pue-category', path: 'pueCategory', type: ['1', '2', '3'], label: 'CATEGORY', help: 'PUE takes the equipment’s energy behind the UPS (1), behind the floor PDU (2) or at the equipment (3); 3 where left out', absent: 'allowed' },
    { flag: 'energy-price', path: 'energyPrice', type: 'number', label: 'PRICE', help: 'Of a kWh; 0.2 where left out', absent: 'allowed' },
    { flag: 'currency', path: 'currency', type: 'text', label: 'CODE', help: 'Of the price, three letters of ISO 4217; EUR where left out', absent: 'allowed' },
  ],
  room: [
    width,
    depth,
    { flag: 'envelope', path: 'envelope', type: ['A1', 'A2', 'A3', 'A4', 'H1'], label: 'CLASS', help: 'ASHRAE equipment class', otherwise: 'A1' },
    { flag: 'height', path: 'height', type: 'number', label: 'METRES', help: 'Height of the room; rack units for devices; 3 where left out', absent: 'allowed' },
    { flag: 'wall-heat', path: 'wallHeat', type: 'number', label: 'KJ', help: 'kJ/K that a square metre of wall takes up; 25 where left out', absent: 'allowed' },
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
    { flag: 'max-weight', path: 'maxWeight', type: 'number', label: 'KG', help: 'What it may carry; not judged where left out', absent: 'allowed' },
    ...assetCard,
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
    { flag: 'psus', path: 'psus', type: 'whole', label: 'COUNT', help: 'Power supplies: two live on either feed; 2 where left out', absent: 'allowed' },
    { flag: 'feed', path: 'feed', type: ['A', 'B'], label: 'FEED', help: 'The feed of a single supply; A where left out', absent: 'allowed' },
    { flag: 'serial', path: 'serial', type: 'text', label: 'TEXT', help: 'Serial number', absent: 'allowed' },
    { flag: 'power-points', path: 'powerPoints', type: 'numbers', label: 'W,W,…', help: 'Watts at 0, 10 … 100 % load, eleven with commas; they stand in for idle and rated power', absent: 'allowed' },
    { flag: 'duty', path: 'duty', type: ['day', 'batch', 'steady', 'idle'], label: 'KIND', help: 'When it is busy; day where left out', absent: 'allowed' },
    { flag: 'lifecycle', path: 'lifecycle', type: ['planned', 'staged', 'active', 'retired'], label: 'STAGE', help: 'Planned and staged keep their place and draw nothing; active where left out', absent: 'allowed' },
    { flag: 'weight', path: 'weight', type: 'number', label: 'KG', help: 'What it weighs', absent: 'allowed' },
    { flag: 'ports', path: 'ports', type: 'whole', label: 'COUNT', help: 'Network ports that it has for others', absent: 'allowed' },
    { flag: 'nics', path: 'nics', type: 'whole', label: 'COUNT', help: 'Network ports of others that it needs', absent: 'allowed' },
    { flag: 'address', path: 'address', type: 'text', label: 'IP', help: 'Its IPv4 address', absent: 'allowed' },
    { flag: 'manufacturer', path: 'manufacturer', type: 'text', label: 'TEXT', help: 'Who made it', absent: 'allowed' },
    ...assetCard,
  ],
  pdu: [
    model,
    { flag: 'feed', path: 'feed', type: ['A', 'B'], label: 'FEED', help: 'The feed it hangs on' },
    ratedKilowatts,
    { flag: 'phases', path: 'phases', type: ['L1', 'L2', 'L3', 'three'], label: 'PHASES', help: 'The phases it hangs on; three where left out', absent: 'allowed' },
    { flag: 'breaker', path: 'breaker', type: 'number', label: 'AMPERES', help: 'Breaker above it, per phase; 32 where left out', absent: 'allowed' },
  ],
  utility: [
    { flag: 'voltage', path: 'voltage', type: 'number', label: 'VOLTS', help: 'Between phases; 400 where left out', absent: 'allowed' },
    { flag: 'frequency', path: 'frequency', type: 'number', label: 'HERTZ', help: 'Of the grid; 50 where left out', absent: 'allowed' },
    { flag: 'carbon-intensity', path: 'carbonIntensity', type: 'number', label: 'KG', help: 'kg of CO₂ per kWh; 0.25 where left out', absent: 'allowed' },
  ],
  transformer: [model, ratedKilowatts],
  genset: [
    model,
    ratedKilowatts,
    { flag: 'tank', path: 'tank', type: 'number', label: 'LITRES', help: 'Fuel when full; 2000 where left out', absent: 'allowed' },
    { flag: 'burn', path: 'burn', type: 'number', label: 'LITRES', help: 'Litres an hour at full load; 180 where left out', absent: 'allowed' },
    { flag: 'start-delay', path: 'startDelay', type: 'number', label: 'SECONDS', help: 'Before it cranks; 3 where left out', absent: 'allowed' },
    { flag: 'crank-time', path: 'crankTime', type: 'number', label: 'SECONDS', help: 'One crank; 2 where left out', absent: 'allowed' },
    { flag: 'crank-tries', path: 'crankTries', type: 'whole', label: 'COUNT', help: 'Cranks before it gives up; 3 where left out', absent: 'allowed' },
    { flag: 'crank-failure', path: 'crankFailure', type: 'number', label: 'CHANCE', help: 'Chance that a crank does not catch, 0 to 1; 0.02 where left out', absent: 'allowed' },
    { flag: 'warm-up', path: 'warmUp', type: 'number', label: 'SECONDS', help: 'Before it takes load; 3 where left out', absent: 'allowed' },
    { flag: 'cooldown', path: 'cooldown', type: 'number', label: 'SECONDS', help: 'Idle run after load; 300 where left out', absent: 'allowed' },
  ],
  ats: [
    model,
    ratedKilowatts,
    { flag: 'transfer-time', path: 'transferTime', type: 'number', label: 'SECONDS', help: 'From one source to the other; 0.1 where left out', absent: 'allowed' },
    { flag: 'retransfer-delay', path: 'retransferDelay', type: 'number', label: 'SECONDS', help: 'The preferred source must hold so long; 300 where left out', absent: 'allowed' },
  ],
  ups: [
    model,
    ratedKilowatts,
    position,
    { flag: 'losses', path: 'losses', type: ['modern', 'legacy'], label: 'CURVE', help: 'Loss curve; modern where left out', absent: 'allowed' },
    { flag: 'mode', path: 'mode', type: ['online', 'eco'], label: 'MODE', help: 'How it runs when all is well; online where left out', absent: 'allowed' },
  ],
  battery: [
    model,
    { flag: 'cells', path: 'cells', type: 'whole', label: 'COUNT', help: 'Cells in series' },
    { flag: 'capacity', path: 'capacity', type: 'number', label: 'AH', help: 'Ampere-hours at the ten-hour rate' },
    { flag: 'resistance', path: 'resistance', type: 'number', label: 'MILLIOHM', help: 'Of a new cell; 0.6 where left out', absent: 'allowed' },
    { flag: 'age', path: 'age', type: 'number', label: 'YEARS', help: 'In service at the lab’s birth; 2 where left out', absent: 'allowed' },
    { flag: 'design-life', path: 'designLife', type: 'number', label: 'YEARS', help: 'At 25 °C; 10 where left out', absent: 'allowed' },
  ],
  panel: [
    model,
    ratedKilowatts,
    { flag: 'breakers', path: 'breakers', type: 'whole', label: 'COUNT', help: 'Breakers for rack PDUs; not counted where left out', absent: 'allowed' },
    { ...position, absent: 'allowed' },
    { flag: 'losses', path: 'losses', type: ['transformer', 'busbar'], label: 'KIND', help: 'What is inside; transformer where left out', absent: 'allowed' },
  ],
  crac: [
    model,
    { flag: 'rated-cooling', path: 'ratedCooling', type: 'number', label: 'KW', help: 'Capacity at its rating' },
    { flag: 'setpoint', path: 'setpoint', type: 'number', label: 'CELSIUS', help: 'What it holds' },
    position,
    { flag: 'control', path: 'control', type: ['supply', 'return'], label: 'AIR', help: 'The air whose temperature it holds; supply where left out', absent: 'allowed' },
    { flag: 'coil', path: 'coil', type: ['compressor', 'chilled-water'], label: 'KIND', help: 'What cools it; compressor where left out', absent: 'allowed' },
    { flag: 'stages', path: 'stages', type: 'whole', label: 'COUNT', help: 'Compressor stages; 2 where left out', absent: 'allowed' },
    { flag: 'fan-power', path: 'fanPower', type: 'number', label: 'KW', help: 'Fans at full speed', absent: 'allowed' },
    { flag: 'humidifier', path: 'humidifier', type: ['none', 'steam'], label: 'KIND', help: 'How it adds moisture; steam where left out', absent: 'allowed' },
  ],
  chiller: [
    model,
    { flag: 'rated-cooling', path: 'ratedCooling', type: 'number', label: 'KW', help: 'Capacity at its rating' },
    { flag: 'setpoint', path: 'setpoint', type: 'number', label: 'CELSIUS', help: 'Water it supplies; 12 where left out', absent: 'allowed' },
    { flag: 'condenser', path: 'condenser', type: ['air', 'tower'], label: 'KIND', help: 'Where its heat goes; air where left out', absent: 'allowed' },
    { flag: 'performance', path: 'performance', type: 'number', label: 'COP', help: 'kW of cooling per kW of compressor; 3 where left out', absent: 'allowed' },
    { flag: 'buffer', path: 'buffer', type: 'number', label: 'LITRES', help: 'Water in loop and buffer; 2000 where left out', absent: 'allowed' },
    { flag: 'pump-power', path: 'pumpPower', type: 'number', label: 'KW', help: 'Of its pumps', absent: 'allowed' },
    { flag: 'economiser', path: 'economiser', type: ['none', 'water-side'], label: 'KIND', help: 'Free cooling; none where left out', absent: 'allowed' },
    { flag: 'restart', path: 'restart', type: 'number', label: 'SECONDS', help: 'From power to cooling; 180 where left out', absent: 'allowed' },
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
    { ...position, help: 'Where on the floor a leak or smoke must reach it', absent: 'allowed' },
    { flag: 'path', path: 'path', type: 'points', label: 'X,Y;X,Y…', help: 'Course of a leak rope from its controller; points parted by semicolons', absent: 'allowed' },
  ],
} as const satisfies Record<FacilityKind, readonly SpecField[]>;

export const kindWords = Object.keys(specFields) as readonly FacilityKind[];
