/** Words of the building parts that every screen shares. */
import type { Kind } from '../../../sim/contract/entities.ts';

const abbreviated: Partial<Record<Kind, string>> = { ups: 'UPS', crac: 'CRAC', pdu: 'PDU', ats: 'ATS' };

const capital = (kind: Kind): string =>
  abbreviated[kind] ?? `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;

export const ui = {
  /** What a mark says besides a severity. */
  marks: { ok: 'Normal', maintenance: 'Maintenance', stale: 'Stale' },
  tryAgain: 'Try again',
  loading: 'Loading',
  loadingChart: 'Loading the chart',
  cancel: 'Cancel',
  save: 'Save',
  close: 'Close',
  atWork: 'At work',
  atWorkNow: 'At work…',
  on: 'On',
  undo: 'Undo',
  notRead: (what: string) => `${what} could not be read.`,
  lastKnown: (what: string, because: string | null) =>
    `${what}: last known state. ${because ?? 'No connection to the lab host.'}`,
  toasts: { label: 'Message', done: 'Done', refused: 'Refused', dismiss: 'Dismiss' },
  table: { tickAll: 'Tick all rows', tickRow: 'Tick this row' },
  chart: {
    value: (label: string, value: string) => `${label} ${value}`,
    noReadings: (label: string) => `${label} without readings`,
    limit: (label: string, value: string) => `${label} at ${value}`,
  },
  age: {
    inDoubt: (value: string) => `${value}, in doubt`,
    old: (value: string, span: string) => `${value}, ${span} ago`,
  },
  /** What stands on keys; the others are named as the browser names them. */
  keys: { Mod: 'Ctrl', Shift: 'Shift', Enter: 'Enter', Escape: 'Escape', Space: 'Space', Delete: 'Delete' },
  /** As short as they can be, in front of a name. */
  kindTags: {
    site: 'site',
    room: 'room',
    row: 'row',
    rack: 'rack',
    device: 'device',
    pdu: 'pdu',
    utility: 'utility',
    transformer: 'transformer',
    genset: 'genset',
    ats: 'ats',
    ups: 'ups',
    battery: 'battery',
    panel: 'panel',
    crac: 'crac',
    chiller: 'chiller',
    sensor: 'sensor',
    datacenter: 'datacenter',
    folder: 'folder',
    cluster: 'cluster',
    host: 'host',
    pool: 'resource pool',
    vm: 'VM',
    datastore: 'datastore',
    vswitch: 'vswitch',
    network: 'network',
    router: 'router',
    address: 'ip',
    firewall: 'firewall',
    cloud: 'cloud',
    project: 'project',
    flavour: 'flavor',
    image: 'image',
    volume: 'volume',
    ucs: 'UCS domain',
    interconnect: 'fi',
    chassis: 'chassis',
    blade: 'blade',
    profile: 'profile',
    idpool: 'ids',
    policy: 'policy',
  } satisfies Record<Kind, string>,
  thing: (kind: Kind, name: string) => `${capital(kind)} ${name}`,
};
