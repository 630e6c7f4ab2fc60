/** What feeds what and what cools what, seen from one thing. Pure. */
import type { Entity, EntityOf, Kind, Links } from '../../../sim/contract/entities.ts';
import { isMachineKind } from '../../../sim/contract/kinds.table.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { childrenOf, type Inventory } from '../floor/rack-sensors.ts';

export type Relation = {
  readonly name: keyof Catalogue['inspector']['relations'];
  readonly things: readonly Entity[];
};

type Link = keyof Links;

const naturally = new Intl.Collator('en', { numeric: true });

const linked = ({ entities }: Inventory, ids: readonly EntityId[] | undefined): readonly Entity[] =>
  (ids ?? []).flatMap((id) => entities.get(id) ?? []);

/** Who names this thing in a link: the link read from its other end. */
export function namedBy(inventory: Inventory, id: EntityId, link: Link): readonly Entity[] {
  const found: Entity[] = [];
  for (const entity of inventory.entities.values()) {
    if (entity.links[link]?.includes(id) === true) found.push(entity);
  }
  return found.toSorted((one, other) =>
    naturally.compare(pathName(inventory, one), pathName(inventory, other)),
  );
}

/** Rack PDUs have the same few names in every rack. */
export function pathName({ entities }: Inventory, entity: Entity): string {
  if (entity.kind !== 'pdu' && entity.kind !== 'battery') return entity.name;
  const parent = entity.parent === null ? undefined : entities.get(entity.parent);
  return parent === undefined ? entity.name : `${parent.name} / ${entity.name}`;
}

const inside = (inventory: Inventory, id: EntityId | null, kinds: readonly Kind[]): readonly Entity[] =>
  id === null
    ? []
    : childrenOf(inventory, id)
        .filter(({ kind }) => kinds.includes(kind))
        .toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));

const parentOf = ({ entities }: Inventory, { parent }: Entity): readonly Entity[] =>
  parent === null ? [] : linked({ entities, children: new Map() }, [parent]);

/** A device hangs on the rack PDUs it names; where it names none, on those of its rack, by its feeds. */
function feedsOfDevice(inventory: Inventory, device: EntityOf<'device'>): readonly Entity[] {
  const named = linked(inventory, device.links.fedBy);
  if (named.length > 0) return named;
  const pdus = inside(inventory, device.parent, ['pdu']);
  return pdus.filter(
    (pdu) => pdu.kind === 'pdu' && (device.spec.psus === 2 || pdu.spec.feed === device.spec.feed),
  );
}

const unique = (things: readonly Entity[]): readonly Entity[] => [...new Set(things)];

function cooling(inventory: Inventory, entity: Entity): readonly Relation[] {
  const isCrac = entity.kind === 'crac';
  return [
    {
      name: 'cools',
      things: unique([
        ...linked(inventory, entity.links.cools),
        ...(isCrac ? parentOf(inventory, entity) : []),
      ]),
    },
    {
      name: 'cooledBy',
      things: unique([
        ...(entity.kind === 'room' ? inside(inventory, entity.id, ['crac']) : []),
        ...namedBy(inventory, entity.id, 'cools'),
      ]),
    },
  ];
}

function power(inventory: Inventory, entity: Entity): readonly Relation[] {
  const { id, kind } = entity;
  if (isMachineKind(kind)) return chainOfMachines(inventory, entity);
  switch (kind) {
    case 'site':
      return [
        {
          name: 'plant',
          things: inside(inventory, id, ['utility', 'transformer', 'genset', 'ats', 'chiller']),
        },
      ];
    case 'room':
      return [{ name: 'power', things: inside(inventory, id, ['ups', 'panel']) }];
    case 'rack':
      return [{ name: 'fedBy', things: inside(inventory, id, ['pdu']) }];
    case 'device':
      return [
        { name: 'fedBy', things: feedsOfDevice(inventory, entity) },
        { name: 'holds', things: namedBy(inventory, id, 'runsOn') },
      ];
    case 'battery':
      return [{ name: 'backs', things: parentOf(inventory, entity) }];
    case 'pdu':
      return [
        { name: 'fedBy', things: linked(inventory, entity.links.fedBy) },
        { name: 'feeds', things: parentOf(inventory, entity) },
      ];
    case 'ups':
      return [{ name: 'batteries', things: inside(inventory, id, ['battery']) }, ...chain(inventory, entity)];
    case 'utility':
    case 'transformer':
    case 'genset':
    case 'ats':
    case 'panel':
    case 'crac':
    case 'chiller':
      return chain(inventory, entity);
    case 'sensor':
      return [{ name: 'sitsOn', things: parentOf(inventory, entity) }];
    case 'row':
      return [];
    default:
      return kind satisfies never;
  }
}

const chain = (inventory: Inventory, { id, links }: Entity): readonly Relation[] => [
  { name: 'fedBy', things: linked(inventory, links.fedBy) },
  { name: 'feeds', things: namedBy(inventory, id, 'fedBy') },
];

const cools: readonly Kind[] = ['room', 'crac', 'chiller'];

/** Only those that hold something. */
export function relationsOf(inventory: Inventory, entity: Entity): readonly Relation[] {
  const all = [
    ...power(inventory, entity),
    ...(cools.includes(entity.kind) ? cooling(inventory, entity) : []),
  ];
  return all.filter(({ things }) => things.length > 0);
}

/** What it stands in, what it runs on, and what it hangs on. */
function chainOfMachines(inventory: Inventory, entity: Entity): readonly Relation[] {
  const { entities } = inventory;
  const known = (ids: readonly (EntityId | null)[]): readonly Entity[] =>
    unique(ids.flatMap((id) => (id === null ? [] : (entities.get(id) ?? []))));
  const vm = entity.kind === 'vm' ? entity.spec : null;
  return [
    { name: 'sitsOn', things: parentOf(inventory, entity) },
    { name: 'runsOn', things: known([vm?.host ?? null, ...(entity.links.runsOn ?? [])]) },
    { name: 'networks', things: known((vm?.nics ?? []).map(({ network }) => network)) },
    {
      name: 'datastores',
      things: known([...(vm?.disks ?? []).map(({ datastore }) => datastore), ...(entity.links.mounts ?? [])]),
    },
    {
      name: 'mountedBy',
      things: entity.kind === 'datastore' ? namedBy(inventory, entity.id, 'mounts') : [],
    },
    { name: 'holds', things: carriedBy(inventory, entity) },
  ];
}

function carriedBy(inventory: Inventory, { id, kind }: Entity): readonly Entity[] {
  if (kind !== 'host') return kind === 'vm' ? [] : childrenOf(inventory, id);
  const carried: Entity[] = [];
  for (const one of inventory.entities.values())
    if (one.kind === 'vm' && one.spec.host === id) carried.push(one);
  return carried.toSorted((one, other) => naturally.compare(one.name, other.name));
}
