/** Names of what the contract knows: kinds, metrics, words of states. */
import type { Kind, Metric } from '../../../sim/contract/entities.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';

export const kinds: Readonly<Record<Kind, string>> = {
  site: 'Site',
  room: 'Room',
  row: 'Row',
  rack: 'Rack',
  device: 'Device',
  pdu: 'Rack PDU',
  utility: 'Utility',
  transformer: 'Transformer',
  genset: 'Genset',
  ats: 'ATS',
  ups: 'UPS',
  battery: 'Battery',
  panel: 'Floor PDU',
  crac: 'CRAC',
  chiller: 'Chiller',
  sensor: 'Sensor',
  datacenter: 'Datacenter',
  folder: 'Folder',
  cluster: 'Cluster',
  host: 'Host',
  pool: 'Resource pool',
  vm: 'VM',
  datastore: 'Datastore',
  vswitch: 'Virtual switch',
  network: 'Network',
  router: 'Router',
  address: 'Floating IP',
  firewall: 'Security group',
  cloud: 'Cloud',
  project: 'Project',
  flavour: 'Flavor',
  image: 'Image',
  volume: 'Volume',
  ucs: 'UCS domain',
  interconnect: 'Fabric interconnect',
  chassis: 'Chassis',
  blade: 'Blade',
  profile: 'Service profile',
  idpool: 'ID pool',
  policy: 'Policy',
};

/** The contract's own labels, which the host says too. */
export const metrics = Object.fromEntries(
  Object.entries(metricTable).map(([metric, { label }]) => [metric, label]),
) as Readonly<Record<Metric, string>>;

/** Words of states that are not read as they are written. The others lose their dashes. */
export const stateWords: Readonly<Record<string, string>> = {};

export const severities = { critical: 'Critical', major: 'Major', minor: 'Minor', info: 'Info' };
export const alarmStates = { ACTIVE: 'Active', ACKNOWLEDGED: 'Acknowledged', RESOLVED: 'Resolved' };
