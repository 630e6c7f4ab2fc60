import type { Entity } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { unknown } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import type { Host, Vm } from './allotments.ts';

const wrongKind = ({ name, kind }: Entity, wanted: string): Result<never> =>
  refused('wrong-kind', `${name} is a ${kind}, no ${wanted}`, { where: 'id' });

export function findVm(world: World, id: EntityId): Result<Vm> {
  const found = world.inventory.get(id);
  if (found === undefined) return unknown(id);
  return found.kind === 'vm' ? accepted(found) : wrongKind(found, 'virtual machine');
}

export function findHost(world: World, id: EntityId): Result<Host> {
  const found = world.inventory.get(id);
  if (found === undefined) return unknown(id);
  return found.kind === 'host' ? accepted(found) : wrongKind(found, 'host');
}
