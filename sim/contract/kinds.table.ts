/** What stands in rooms: it has a place, draws power, or measures. */
export const facilityKinds = [
  'site',
  'room',
  'row',
  'rack',
  'device',
  'pdu',
  'utility',
  'transformer',
  'genset',
  'ats',
  'ups',
  'battery',
  'panel',
  'crac',
  'chiller',
  'sensor',
] as const;
export type FacilityKind = (typeof facilityKinds)[number];

/** What runs on it: hypervisors and their machines, networks, storage, clouds and their tenants. */
export const machineKinds = [
  'datacenter',
  'folder',
  'cluster',
  'host',
  'pool',
  'vm',
  'datastore',
  'vswitch',
  'network',
  'router',
  'address',
  'firewall',
  'cloud',
  'project',
  'flavour',
  'image',
  'volume',
  'ucs',
  'interconnect',
  'chassis',
  'blade',
  'profile',
  'idpool',
  'policy',
] as const;
export type MachineKind = (typeof machineKinds)[number];

const machines: ReadonlySet<string> = new Set(machineKinds);
export const isMachineKind = (kind: string): kind is MachineKind => machines.has(kind);
