/** What may be said of machines, networks and clouds. Each refusal names the arithmetic. */
import type { Entity, EntityOf, Kind } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import { isMachineKind } from '../contract/kinds.table.ts';
import type { MachineKind } from '../contract/kinds.table.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { above } from './inventory.ts';
import type { InventoryView } from './inventory.ts';

const fine: Result<null> = accepted(null);

type Machine = EntityOf<MachineKind>;

export const isMachine = (entity: Entity): entity is Machine => isMachineKind(entity.kind);

export function machineHolds(view: InventoryView, entity: Machine): Result<null> {
  switch (entity.kind) {
    case 'vm':
      return vmHolds(view, entity);
    case 'blade':
      return bladeFits(view, entity);
    case 'chassis':
      return chassisHolds(view, entity);
    case 'profile':
      return profileHolds(view, entity);
    case 'volume':
      return named(view, 'spec.machine', entity.spec.machine, ['vm', 'blade']);
    case 'router':
      return all([
        named(view, 'spec.external', entity.spec.external, ['network']),
        ...entity.spec.networks.map((id, at) => named(view, `spec.networks[${at}]`, id, ['network'])),
      ]);
    case 'address':
      return all([
        named(view, 'spec.network', entity.spec.network, ['network']),
        named(view, 'spec.machine', entity.spec.machine, ['vm', 'blade']),
      ]);
    default:
      return fine;
  }
}

const all = (results: readonly Result<null>[]): Result<null> => results.find((result) => !result.ok) ?? fine;

type Naming = readonly [where: string, id: EntityId | null, kinds: readonly Kind[]];

function named(view: InventoryView, ...[where, id, kinds]: Naming): Result<null> {
  if (id === null) return fine;
  const found = view.get(id);
  if (found !== undefined && kinds.includes(found.kind)) return fine;
  const is = found === undefined ? `There is no ${id}` : `${id} is a ${found.kind}`;
  return refused('unknown-entity', `${is}; this names a ${kinds.join(' or ')}`, { where });
}

function vmHolds(view: InventoryView, vm: EntityOf<'vm'>): Result<null> {
  const { spec } = vm;
  if (spec.isTemplate && spec.power !== 'off') {
    return refused('wrong-state', `${vm.name} is a template; templates are never on`, {
      where: 'spec.power',
      hint: 'Make a machine of it, or turn it off first.',
    });
  }
  if (spec.cpus % spec.coresPerSocket !== 0) {
    return refused(
      'invalid-input',
      `${spec.cpus} CPUs do not part into sockets of ${spec.coresPerSocket} cores`,
      {
        where: 'spec.coresPerSocket',
        hint: 'Choose a divisor of the number of CPUs.',
      },
    );
  }
  return all([
    named(view, 'spec.host', spec.host, ['host']),
    named(view, 'spec.pool', spec.pool, ['pool', 'cluster', 'host']),
    named(view, 'spec.flavour', spec.flavour, ['flavour']),
    named(view, 'spec.image', spec.image, ['image', 'vm']),
    ...spec.disks.map(({ datastore }, at) =>
      named(view, `spec.disks[${at}].datastore`, datastore, ['datastore']),
    ),
    ...spec.disks.map(({ volume }, at) => named(view, `spec.disks[${at}].volume`, volume, ['volume'])),
    ...spec.nics.map(({ network }, at) => named(view, `spec.nics[${at}].network`, network, ['network'])),
    ...spec.firewalls.map((id, at) => named(view, `spec.firewalls[${at}]`, id, ['firewall'])),
  ]);
}

function bladeFits(view: InventoryView, blade: EntityOf<'blade'>): Result<null> {
  const chassis = above(view, blade.parent, 'chassis');
  if (chassis === undefined) return fine;
  if (blade.spec.slot > chassis.spec.slots) {
    return refused(
      'over-capacity',
      `${chassis.name} has ${chassis.spec.slots} slots; there is no slot ${blade.spec.slot}`,
      {
        where: 'spec.slot',
      },
    );
  }
  for (const other of view.childrenOf(chassis.id)) {
    if (other.kind !== 'blade' || other.id === blade.id || other.spec.slot !== blade.spec.slot) continue;
    return refused('slot-taken', `${other.name} is in slot ${blade.spec.slot} of ${chassis.name}`, {
      where: 'spec.slot',
    });
  }
  return fine;
}

function chassisHolds(view: InventoryView, chassis: EntityOf<'chassis'>): Result<null> {
  for (const blade of view.childrenOf(chassis.id)) {
    if (blade.kind !== 'blade' || blade.spec.slot <= chassis.spec.slots) continue;
    return refused('not-empty', `${blade.name} is in slot ${blade.spec.slot} of ${chassis.name}`, {
      where: 'spec.slots',
    });
  }
  return fine;
}

function profileHolds(view: InventoryView, { id, parent, spec }: EntityOf<'profile'>): Result<null> {
  const names = all([
    named(view, 'spec.template', spec.template, ['profile']),
    named(view, 'spec.blade', spec.blade, ['blade']),
    ...spec.vnics.map(({ network }, at) => named(view, `spec.vnics[${at}].network`, network, ['network'])),
  ]);
  if (!names.ok || spec.blade === null) return names;
  for (const other of view.childrenOf(parent)) {
    if (other.kind !== 'profile' || other.id === id || other.spec.blade !== spec.blade) continue;
    return refused('slot-taken', `${view.get(spec.blade)?.name} bears the profile ${other.name} already`, {
      where: 'spec.blade',
      hint: 'Disassociate that one first.',
    });
  }
  return fine;
}
