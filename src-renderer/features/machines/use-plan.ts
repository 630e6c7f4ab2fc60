/** The plan of what is filled in, asked for anew when that changes and now and then: the lab goes on meanwhile. */
import { useMemo } from 'react';
import type { PlannedInput } from '../../../sim/contract/machine-commands.ts';
import type { MachinePlan } from '../../../sim/contract/machine-plan.ts';
import type { QueryParams } from '../../../sim/contract/queries.ts';
import { useQuery, type QueryState } from '../../data/client.ts';
import { useSettled } from './use-settled.ts';

const settleMillis = 250;
/** Of many it is asked once: that is work for the lab. */
const askAgain = 5000;

export type PlanState = QueryState<MachinePlan> & {
  /** Whether what stands there is of something else than what is filled in. */
  readonly isAsking: boolean;
};

export function usePlan(command: PlannedInput | null, count: number): PlanState {
  const wanted = JSON.stringify(command === null ? null : { command, count });
  const settled = useSettled(wanted, settleMillis);
  const params = useMemo(() => JSON.parse(settled) as QueryParams<'machine-plan'> | null, [settled]);
  const state = useQuery('machine-plan', params, count === 1 ? { every: askAgain } : {});
  return { ...state, isAsking: settled !== wanted || (params !== null && state.phase === 'loading') };
}
