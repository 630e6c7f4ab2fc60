import type { Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { redundancyOf, whatIfLost } from '../../../sim/index.ts';
import type { ReaderDeps } from './params.ts';

type Deps = Pick<ReaderDeps, 'session'>;

const chainKinds: readonly Kind[] = [
  'site',
  'utility',
  'transformer',
  'genset',
  'ats',
  'ups',
  'panel',
  'pdu',
];

export function readConsequences({ session }: Deps, id: EntityId): Result<QueryAnswer<'consequences'>> {
  const { world } = session();
  const entity = world.inventory.get(id);
  if (entity === undefined) return refused('unknown-entity', `There is no ${id}`, { where: 'id' });
  if (!chainKinds.includes(entity.kind)) {
    return refused('wrong-kind', `${entity.name} is a ${entity.kind}, and feeds nothing`, {
      where: 'id',
      hint: `Ask for a ${chainKinds.join(', ')}.`,
    });
  }
  return accepted(whatIfLost(world, id));
}

export function readRedundancy({ session }: Deps, id: EntityId): Result<QueryAnswer<'redundancy'>> {
  const { world } = session();
  const entity = world.inventory.get(id);
  if (entity === undefined) return refused('unknown-entity', `There is no ${id}`, { where: 'id' });
  if (entity.kind !== 'rack')
    return refused('wrong-kind', `${entity.name} is a ${entity.kind}, not a rack`, { where: 'id' });
  return accepted(redundancyOf(world, id));
}
