import { useEffect, useRef } from 'react';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { useScope } from '../../app/scope.ts';
import { useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { useWorld } from '../../data/world.ts';
import { placeParams } from './alarm-filter-url.ts';
import type { AlarmFilter } from './alarm-order.ts';
import { useAlarmPick } from './alarm-pick.ts';
import { listViews } from './isa-states.table.ts';
import type { ListView } from './isa-states.table.ts';

const mostListed = 2000;
/** A shelf ends by time alone, so the list is asked for now and then although nothing happened. */
const renewMillis = 3000;
/** In a flood the list is asked for this often, not with each alarm. */
const breathMillis = 250;

/** Asks again soon after alarms changed: the host alone tells their states of the standard. */
function useRenewal(retry: () => void): void {
  const alarms = useWorld((state) => state.alarms);
  const outOfService = useWorld((state) => state.outOfService);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      retry();
    }, breathMillis);
  }, [alarms, outOfService, retry]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
}

export type AlarmList = {
  readonly list: QueryState<QueryAnswer<'alarms'>>;
  /** What the unfolded roots explain; empty while none is. */
  readonly explained: QueryAnswer<'alarms'>['items'];
};

const nothing: QueryAnswer<'alarms'>['items'] = [];

export function useAlarmList(view: ListView, filter: AlarmFilter): AlarmList {
  const hasUnfolded = useAlarmPick((state) => state.unfolded.size > 0);
  const { asWithin } = useScope();
  const list = useQuery(
    'alarms',
    { isa: [...listViews[view]], limit: mostListed, ...asWithin, ...placeParams(filter) },
    { every: renewMillis },
  );
  const below = useQuery(
    'alarms',
    hasUnfolded ? { isa: ['suppressed', 'shelved', 'out-of-service'], limit: mostListed, ...asWithin } : null,
    { every: renewMillis },
  );
  useRenewal(list.retry);
  useRenewal(below.retry);
  const items = list.data?.items ?? nothing;
  useEffect(() => useAlarmPick.setState({ listed: items }), [items]);
  return { list, explained: hasUnfolded ? (below.data?.items ?? nothing) : nothing };
}
