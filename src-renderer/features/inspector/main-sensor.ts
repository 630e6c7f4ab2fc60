/** The one reading that says how a thing is: drawn as its chart. */
import type { Entity, EntityOf, Kind, Metric } from '../../../sim/contract/entities.ts';
import { type Inventory, sensorFor, sensorsOf } from '../floor/rack-sensors.ts';

const telling = {
  site: ['total-power', 'pue'],
  room: ['return-temperature', 'temperature', 'supply-temperature'],
  row: [],
  rack: ['temperature', 'power'],
  device: ['power'],
  pdu: ['load', 'power'],
  utility: ['power', 'voltage'],
  transformer: ['load', 'power'],
  genset: ['load', 'power', 'fuel'],
  ats: ['power', 'voltage'],
  ups: ['load', 'power'],
  battery: ['charge', 'voltage'],
  panel: ['load', 'power'],
  crac: ['supply-temperature', 'return-temperature', 'load'],
  chiller: ['water-supply', 'load'],
  sensor: [],
  datacenter: [],
  folder: [],
  cluster: [],
  host: [],
  pool: [],
  vm: [],
  datastore: [],
  vswitch: [],
  network: [],
  router: [],
  address: [],
  firewall: [],
  cloud: [],
  project: [],
  flavour: [],
  image: [],
  volume: [],
  ucs: [],
  interconnect: [],
  chassis: [],
  blade: [],
  profile: [],
  idpool: [],
  policy: [],
} as const satisfies Record<Kind, readonly Metric[]>;

export function mainSensor(inventory: Inventory, entity: Entity): EntityOf<'sensor'> | null {
  if (entity.kind === 'sensor') return entity;
  for (const metric of telling[entity.kind]) {
    const sensor = sensorFor(inventory, entity.id, metric);
    if (sensor !== null) return sensor;
  }
  return sensorsOf(inventory, entity.id)[0] ?? null;
}

/** Rules and the recommended band speak of air at the front of a rack, not of what leaves at its back. */
export const isInlet = (sensor: EntityOf<'sensor'>): boolean =>
  sensor.spec.metric === 'temperature' && !/rear|outlet|exhaust|return/.test(sensor.spec.place);
