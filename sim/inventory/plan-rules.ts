/** What can be said only when all machines of a datacenter or project are named: rules, volumes, floating addresses. */
import type { EntityId } from '../contract/ids.ts';
import type { CloudPlan, DatacenterPlan } from '../contract/lab-machines.ts';
import type { ClusterSpec } from '../contract/machine-specs.ts';
import { found, missing } from './plan-realm.ts';
import type { Realm } from './plan-realm.ts';

type Rules = DatacenterPlan['clusters'][number]['rules'];
export type RuleList = ClusterSpec['rules'];

/** Rules of each cluster, filled when the machines that they name are known. */
export type RulesToCome = { readonly plans: Rules; readonly list: RuleList; readonly where: string };

export function planRules(realm: Realm, { plans, list, where }: RulesToCome): void {
  const hosts = new Map(realm.hosts.map(({ id, name }) => [name, id]));
  for (const [at, { machines, hosts: named, ...rule }] of plans.entries()) {
    const place = `${where}.rules[${at}]`;
    list.push({
      ...rule,
      machines: allNamed(realm, realm.machines, {
        names: machines,
        what: 'machine',
        where: `${place}.machines`,
      }),
      hosts: allNamed(realm, hosts, { names: named, what: 'host', where: `${place}.hosts` }),
    });
  }
}

type Names = { readonly names: readonly string[]; readonly what: string; readonly where: string };

/** `web-*` means all that begin so. */
function allNamed(
  { book }: Realm,
  shelf: ReadonlyMap<string, EntityId>,
  { names, what, where }: Names,
): EntityId[] {
  const ids = new Set<EntityId>();
  for (const [at, name] of names.entries()) {
    const place = `${where}[${at}]`;
    if (!name.endsWith('*')) {
      const id = found(book, shelf, { what, name, where: place });
      if (id !== null) ids.add(id);
      continue;
    }
    const fitting = [...shelf].filter(([known]) => known.startsWith(name.slice(0, -1)));
    if (fitting.length === 0) missing(book, { what: `${what} ${name}`, where: place, known: shelf.keys() });
    for (const [, id] of fitting) ids.add(id);
  }
  return [...ids];
}

type Project = CloudPlan['projects'][number];
type ProjectPlace = { readonly parent: EntityId; readonly where: string };

export function planVolumes(realm: Realm, volumes: Project['volumes'], place: ProjectPlace): void {
  const { book } = realm;
  for (const [at, { name, machine, image, ...spec }] of volumes.entries()) {
    const where = `${place.where}.volumes[${at}]`;
    const from =
      image === undefined
        ? null
        : found(book, realm.images, { what: 'image', name: image, where: `${where}.image` });
    const whole = { ...spec, image: from };
    const id = book.add({ kind: 'volume', name, parent: place.parent, spec: whole });
    if (machine === undefined) continue;
    const holder = found(book, realm.machines, {
      what: 'machine',
      name: machine,
      where: `${where}.machine`,
    });
    if (holder !== null) book.afterwards({ type: 'volume.attach', id, machine: holder });
  }
}

export function planFloating(realm: Realm, addresses: Project['addresses'], place: ProjectPlace): void {
  const { book } = realm;
  for (const [at, { address, network, machine }] of addresses.entries()) {
    const where = `${place.where}.addresses[${at}]`;
    const wire = found(book, realm.wires, { what: 'network', name: network, where: `${where}.network` });
    const to =
      machine === undefined
        ? null
        : found(book, realm.machines, { what: 'machine', name: machine, where: `${where}.machine` });
    if (wire === null) continue;
    const spec = { address, network: wire.id, machine: to };
    book.add({ kind: 'address', name: address, parent: place.parent, spec });
  }
}
