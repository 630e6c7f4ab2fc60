/** The names that an ESXi host has for its objects, given out and taken back; within, everything has vCenter's. */
import type { Entity } from '../../../../sim/contract/entities.ts';
import type { World } from '../../../../sim/index.ts';
import { domainStore, localStore } from '../objects/host/directory.ts';
import { systems } from '../objects/host/config-desk.ts';
import { isData, isRef } from '../wire/value.ts';
import type { Data, Ref, Value } from '../wire/value.ts';
import { plainName } from '../objects/managed-entity.ts';
import type { HostNames } from './host-names.ts';
import { hostParts } from './names.table.ts';

/** Of what a host has one: by how our name for it looks. */
const single: readonly (readonly [RegExp, string])[] = [
  [/^group-d1$/, 'ha-folder-root'],
  [/^group-vd\d+$/, 'ha-folder-vm'],
  [/^group-hd\d+$/, 'ha-folder-host'],
  [/^group-sd\d+$/, 'ha-folder-datastore'],
  [/^group-nd\d+$/, 'ha-folder-network'],
  [/^datacenter-\d+$/, 'ha-datacenter'],
  [/^domain-s\d+$/, 'ha-compute-res'],
  [/^resgroup-h\d+$/, 'ha-root-pool'],
  [/^host-\d+$/, 'ha-host'],
];

const wireMark = 'HaNetwork-';
const ofPart = /^([A-Za-z]+)-((?:host|vm|datastore)-\d+)(?:-(.+))?$/;

/** Of the host, and none of its systems. */
const otherParts = [
  'datastoreBrowser',
  'envbrowser',
  'methodExecuter',
  'dynamicTypeManager',
  domainStore[1],
  localStore[1],
] as const;

/** Theirs to ours. */
const partNames: ReadonlyMap<string, string> = new Map(
  [...Object.values(systems).map(([, name]) => name), ...otherParts].map((name) => [
    hostParts[name] ?? name,
    name,
  ]),
);

export function createHostNames(world: () => World): HostNames {
  const given = ({ value }: Ref): string => nameGiven(world, value);
  const ref = (asked: Ref): Ref => ({ ...asked, value: nameTaken(world, asked) });
  return { given, ref, args: (data) => renamed(data, ref) };
}

function nameGiven(world: () => World, value: string): string {
  const one = single.find(([pattern]) => pattern.test(value));
  if (one !== undefined) return one[1];
  const [, kind, number = ''] = /^(vm|resgroup|datastore|network)-(\d+)$/.exec(value) ?? [];
  switch (kind) {
    case 'vm':
      return number;
    case 'resgroup':
      return `pool${number}`;
    case 'datastore':
      return storeName(world, value);
    case 'network':
      return wireName(world, value);
    default:
      return partGiven(world, value);
  }
}

function partGiven(world: () => World, value: string): string {
  const [, name = '', owner = '', rest] = ofPart.exec(value) ?? [];
  if (owner.startsWith('host-')) return hostParts[name] ?? name;
  if (owner.startsWith('datastore-')) return `${name}-${storeName(world, owner)}`;
  if (owner.startsWith('vm-'))
    return [owner.slice('vm-'.length), name, ...(rest === undefined ? [] : [rest])].join('-');
  return value;
}

const named = (entities: readonly Entity[], value: string): Entity | undefined =>
  entities.find(({ aliases }) => aliases.moRef === value);

const storeName = (world: () => World, value: string): string =>
  named(world().inventory.ofKind('datastore'), value)?.aliases.uuid ?? value;

const wireName = (world: () => World, value: string): string => {
  const wire = named(world().inventory.ofKind('network'), value);
  return wire === undefined ? value : `${wireMark}${plainName(wire.name)}`;
};

const nameIn = (entity: Entity | undefined): string | undefined => entity?.aliases.moRef;

function nameTaken(world: () => World, { _ref, value }: Ref): string {
  if (value.startsWith(wireMark)) return wireTaken(world, value);
  if (/^\d+$/.test(value))
    return _ref === 'VirtualMachine' || _ref === 'ManagedEntity' ? `vm-${value}` : value;
  const pool = /^pool(\d+)$/.exec(value)?.[1];
  if (pool !== undefined) return `resgroup-${pool}`;
  return singleTaken(world, value) ?? partTaken(world, value) ?? value;
}

function wireTaken(world: () => World, value: string): string {
  const name = value.slice(wireMark.length);
  const { inventory } = world();
  return nameIn(inventory.ofKind('network').find((wire) => plainName(wire.name) === name)) ?? value;
}

/** Of the one datacenter and the one host that there are. */
function singleTaken(world: () => World, value: string): string | undefined {
  const { inventory } = world();
  const host = nameIn(inventory.ofKind('host')[0]) ?? 'host-0';
  const datacenter = nameIn(inventory.ofKind('datacenter')[0]) ?? 'datacenter-0';
  const [hostNumber, number] = [host, datacenter].map((name) => /\d+$/.exec(name)?.[0] ?? '0');
  switch (value) {
    case 'ha-folder-root':
      return 'group-d1';
    case 'ha-folder-vm':
      return `group-vd${number}`;
    case 'ha-folder-host':
      return `group-hd${number}`;
    case 'ha-folder-datastore':
      return `group-sd${number}`;
    case 'ha-folder-network':
      return `group-nd${number}`;
    case 'ha-datacenter':
      return datacenter;
    case 'ha-compute-res':
      return `domain-s${hostNumber}`;
    case 'ha-root-pool':
      return `resgroup-h${hostNumber}`;
    case 'ha-host':
      return host;
    default:
      return undefined;
  }
}

function partTaken(world: () => World, value: string): string | undefined {
  const { inventory } = world();
  const part = partNames.get(value);
  if (part !== undefined) return `${part}-${nameIn(inventory.ofKind('host')[0]) ?? ''}`;
  const ofMachine = /^(\d+)-([A-Za-z]+)(?:-(.+))?$/.exec(value);
  if (ofMachine !== null) {
    const [, number = '', name = '', rest] = ofMachine;
    return [name, `vm-${number}`, ...(rest === undefined ? [] : [rest])].join('-');
  }
  const [, name = '', uuid = value] = /^([A-Za-z]+)-([\da-f]{8}-.+)$/.exec(value) ?? [];
  const store = nameIn(inventory.ofKind('datastore').find(({ aliases }) => aliases.uuid === uuid));
  if (store === undefined) return undefined;
  return name === '' ? store : `${name}-${store}`;
}

function renamed(data: Data, name: (ref: Ref) => Ref): Data {
  const value = (each: Value): Value => {
    if (isRef(each)) return name(each);
    if (Array.isArray(each)) return (each as readonly Value[]).map(value);
    return isData(each) ? renamed(each, name) : each;
  };
  return Object.fromEntries(Object.entries(data).map(([field, each]) => [field, value(each)]));
}
