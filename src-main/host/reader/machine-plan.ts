import type { Actor } from '../../../sim/contract/actors.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { planInPieces } from '../../../sim/index.ts';
import { inTurns } from '../../services/assets/in-turns.ts';
import type { Params, ReaderDeps } from './params.ts';

/** Nobody acts: what is only asked begins no task. */
const nobody: Actor = { name: 'plan', origin: 'ui', role: 'viewer' };

export const readMachinePlan = async (
  { session }: Pick<ReaderDeps, 'session'>,
  { command, count }: Params<'machine-plan'>,
): Promise<Result<QueryAnswer<'machine-plan'>>> =>
  accepted(await inTurns(planInPieces(session().world, { command, count, actor: nobody })));
