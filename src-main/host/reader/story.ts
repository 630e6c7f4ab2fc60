import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { asTick } from '../../../sim/contract/units.ts';
import { drillCards, scenarioCards, worldHash } from '../../../sim/index.ts';
import type { Params, ReaderDeps } from './params.ts';

export function readScenarios({ session }: ReaderDeps): Result<QueryAnswer<'scenarios'>> {
  return accepted({ cards: [...scenarioCards], runs: [...session().world.scenarios.values()] });
}

export function readDrills({ session }: ReaderDeps): Result<QueryAnswer<'drills'>> {
  return accepted({ cards: [...drillCards], runs: [...session().world.drills.values()] });
}

export function readEvents({ session }: ReaderDeps, params: Params<'events'>): Result<QueryAnswer<'events'>> {
  const { store, branch } = session();
  const items = store.eventsBefore(branch, {
    before: params.before ?? null,
    limit: params.limit,
    types: params.types ?? null,
  });
  return accepted({ items });
}

export function readBranches({ session }: ReaderDeps): Result<QueryAnswer<'branches'>> {
  const { store, branch, world } = session();
  const items = store.branches().map(({ headTick, headRevision, ...card }) => {
    const current = card.id === branch;
    return {
      ...card,
      current,
      headTick: current ? asTick(world.clock.tick) : headTick,
      headRevision: current ? world.revision : headRevision,
    };
  });
  return accepted({ items });
}

export function readHash({ session }: ReaderDeps): Result<QueryAnswer<'hash'>> {
  const { world } = session();
  return accepted({ hash: worldHash(world), tick: world.clock.tick, revision: world.revision });
}
