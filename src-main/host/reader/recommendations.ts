import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { movesFor, secondsOfMove } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import { refOf, refTo } from './machine-rows.ts';
import type { Params, ReaderDeps } from './params.ts';

export function readRecommendations(
  { session }: Pick<ReaderDeps, 'session'>,
  { cluster }: Params<'recommendations'>,
): Result<QueryAnswer<'recommendations'>> {
  const { world } = session();
  const clusters = clustersOf(world, cluster);
  if (!clusters.ok) return clusters;
  return accepted({ items: clusters.value.flatMap((each) => movesIn(world, each)) });
}

function clustersOf(
  { inventory }: World,
  id: Params<'recommendations'>['cluster'],
): Result<readonly EntityOf<'cluster'>[]> {
  if (id === undefined) return accepted(inventory.ofKind('cluster'));
  const found = inventory.get(id);
  if (found === undefined) return refused('unknown-entity', `There is no ${id}`, { where: 'cluster' });
  if (found.kind === 'cluster') return accepted([found]);
  return refused('wrong-kind', `${found.name} is a ${found.kind}, no cluster`, { where: 'cluster' });
}

function movesIn(world: World, cluster: EntityOf<'cluster'>): QueryAnswer<'recommendations'>['items'] {
  if (cluster.spec.drs === 'off') return [];
  return movesFor(world, cluster).flatMap((move) => {
    const [machine, from, to] = [move.machine, move.from, move.to].map((id) => refTo(world.inventory, id));
    if (!machine || !from || !to) return [];
    const load = { from: move.loads[0], to: move.loads[1] };
    return [{ cluster: refOf(cluster), machine, from, to, load, seconds: secondsOfMove(world, move) }];
  });
}
