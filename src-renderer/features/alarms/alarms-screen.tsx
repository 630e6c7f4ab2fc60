import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { openPanel } from '../../app/panels.ts';
import { useSelection } from '../../app/selection.ts';
import { useQuery } from '../../data/client.ts';
import type { QueryPhase, QueryState } from '../../data/client.ts';
import { connection } from '../../data/connection.ts';
import { nameOfEntity, useWorld } from '../../data/world.ts';
import type { WorldPhase } from '../../data/world.ts';
import { useAlarmPick } from './alarm-pick.ts';
import { AlarmsView } from './alarms-view.tsx';

const phases = {
  connecting: 'loading',
  loading: 'loading',
  ready: 'ready',
  lost: 'stale',
  refused: 'error',
} as const satisfies Record<WorldPhase, QueryPhase>;

function useLiveAlarms(): QueryState<readonly Alarm[]> {
  const alarms = useWorld((state) => state.alarms);
  const phase = useWorld((state) => state.phase);
  const refusal = useWorld((state) => state.refusal);
  const isLoaded = useWorld((state) => state.story > 0);
  return useMemo(
    () => ({
      data: isLoaded ? [...alarms.values()] : null,
      phase: phases[phase],
      refusal,
      retry: connection.retryNow,
    }),
    [alarms, phase, refusal, isLoaded],
  );
}

export function AlarmsScreen(): ReactNode {
  const live = useLiveAlarms();
  const history = useQuery('alarms', { limit: 2000 }, { every: 5000 });
  const rules = useQuery('rules', {});
  const selected = useSelection((state) => state.selected);
  const select = useSelection((state) => state.select);
  const ticked = useAlarmPick((state) => state.picked);
  return (
    <AlarmsView
      live={live}
      history={history}
      rules={rules}
      nameOf={nameOfEntity}
      selected={selected}
      onSelect={select}
      ticked={ticked}
      onTick={(picked) => useAlarmPick.setState({ picked })}
      onAcknowledge={() => openPanel('acknowledge')}
    />
  );
}
