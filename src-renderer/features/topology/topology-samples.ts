/** Invented things for the faces of the topology's layers; no screen shows them. */
import type { Consequences } from '../../../sim/contract/consequences.ts';
import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { MachineMap, MapNode } from '../../../sim/contract/machine-map.ts';
import type { Inventory } from '../floor/rack-sensors.ts';

type Written = readonly [kind: Kind, id: string, parent: string | null, fedBy?: readonly string[]];

const racks = [1, 2, 3, 4].flatMap((number): Written[] => {
  const row = number <= 2 ? 'row-a' : 'row-b';
  return [
    ['rack', `R0${number}`, row],
    ['pdu', `pdu-${number}a`, `R0${number}`, ['panel-a']],
    ['pdu', `pdu-${number}b`, `R0${number}`, ['panel-b']],
  ];
});

const written: readonly Written[] = [
  ['site', 'Site 1', null],
  ['room', 'Room 1', 'Site 1'],
  ['utility', 'grid-01', 'Site 1'],
  ['transformer', 'tx-01', 'Site 1', ['grid-01']],
  ['genset', 'genset-01', 'Site 1'],
  ['ats', 'ats-01', 'Site 1', ['tx-01', 'genset-01']],
  ['chiller', 'chiller-01', 'Site 1', ['ats-01']],
  ['ups', 'ups-01', 'Room 1', ['ats-01']],
  ['battery', 'string-01', 'ups-01'],
  ['ups', 'ups-02', 'Room 1', ['ats-01']],
  ['panel', 'panel-a', 'Room 1', ['ups-01']],
  ['panel', 'panel-b', 'Room 1', ['ups-02']],
  ['row', 'row-a', 'Room 1'],
  ['row', 'row-b', 'Room 1'],
  ...racks,
];

const entities = written.map(
  ([kind, id, parent, fedBy = []]) =>
    ({ kind, id, name: id, parent, links: { fedBy }, aliases: {}, spec: {} }) as unknown as Entity,
);

export const sampleChain: Inventory = {
  entities: new Map(entities.map((entity) => [entity.id, entity])),
  children: new Map(
    [...Map.groupBy(entities, ({ parent }) => parent ?? ('' as const))].map(([parent, list]) => [
      parent,
      list.map(({ id }) => id),
    ]),
  ),
};

export const sampleSelected = 'ups-01' as EntityId;

export const sampleLost: Consequences = {
  dark: [],
  degraded: ['R01', 'R02', 'R03', 'R04'] as EntityId[],
  overloaded: [{ id: 'ups-02' as EntityId, load: 118 }],
  bridged: [],
};

type Drawn = readonly [kind: Kind, id: string, name: string, more?: Partial<MapNode>];

const drawn: readonly Drawn[] = [
  ['datacenter', 'datacenter-1', 'dc-west'],
  ['cluster', 'cluster-1', 'cluster-01', { inside: { kind: 'host', count: 2 }, isOpen: true }],
  ['datastore', 'datastore-1', 'ds-01'],
  ['host', 'host-1', 'esxi-01', { inside: { kind: 'vm', count: 2 }, isOpen: true }],
  ['host', 'host-2', 'esxi-02', { inside: { kind: 'vm', count: 14 }, state: 'maintenance' }],
  ['vm', 'vm-1', 'web-01'],
  ['vm', 'vm-2', 'db-01', { state: 'off' }],
];
const joins = [
  'datacenter-1 cluster-1',
  'cluster-1 host-1',
  'cluster-1 host-2',
  'datastore-1 host-1',
  'datastore-1 host-2',
  'host-1 vm-1',
  'host-1 vm-2',
  'datastore-1 vm-1',
  'datastore-1 vm-2',
];

export const emptyMap: MachineMap = { layer: 'virtual', nodes: [], edges: [], left: 0 };
export const sampleMap: MachineMap = {
  layer: 'virtual',
  nodes: drawn.map(([kind, id, name, more]) => ({
    id: id as EntityId,
    kind,
    name,
    parent: null,
    state: null,
    note: null,
    inside: null,
    isOpen: false,
    ...more,
  })),
  edges: joins.map((join) => {
    const [from = '', to = ''] = join.split(' ');
    return { from: from as EntityId, to: to as EntityId };
  }),
  left: 0,
};
