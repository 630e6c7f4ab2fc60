import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { listEdits } from '../../../sim/index.ts';
import type { Params, ReaderDeps } from './params.ts';

export function readEdits(
  { session }: Pick<ReaderDeps, 'session'>,
  { limit }: Params<'edits'>,
): Result<QueryAnswer<'edits'>> {
  const { world } = session();
  return accepted({ items: listEdits(world, limit), revision: world.revision });
}
