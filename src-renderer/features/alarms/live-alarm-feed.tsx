import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { isInScope, useScope } from '../../app/scope.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { nameOfEntity, useWorld } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { EmptyState } from '../../ui/states.tsx';
import { AlarmFeed } from './alarm-feed.tsx';
import { byNeed } from './alarm-order.ts';
import { floodNow } from './flood.ts';
import { childCounts, isQuiet } from './quiet.ts';
import { useQuietFacts } from './use-quiet-facts.ts';

const mostShown = 100;

export function LiveAlarmFeed(): ReactNode {
  const alarms = useWorld((state) => state.alarms);
  const selected = useSelection((state) => state.selected);
  const select = useSelection((state) => state.select);
  const empty = useText().alarms.views.empty.open;
  const facts = useQuietFacts();
  const { site } = useScope();
  const heard = useMemo(
    () =>
      [...alarms.values()]
        .filter((alarm) => !isQuiet(alarm, facts) && (site === null || isInScope(alarm.source)))
        .toSorted(byNeed)
        .slice(0, mostShown),
    [alarms, facts, site],
  );
  const explained = useMemo(() => childCounts(alarms.values()), [alarms]);
  const flood = useWorld(floodNow);
  return (
    <AlarmFeed
      alarms={heard}
      explained={explained}
      flood={flood}
      onKpis={() => goTo('/alarms?tab=kpis')}
      selected={selected}
      nameOf={nameOfEntity}
      onSelect={select}
      empty={<EmptyState text={empty} />}
    />
  );
}
