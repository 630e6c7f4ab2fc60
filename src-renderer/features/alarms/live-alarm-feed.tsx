import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useSelection } from '../../app/selection.ts';
import { nameOfEntity, useWorld } from '../../data/world.ts';
import { EmptyState } from '../../ui/states.tsx';
import { AlarmFeed } from './alarm-feed.tsx';
import { byNeed } from './alarm-order.ts';

const mostShown = 100;

export function LiveAlarmFeed(): ReactNode {
  const alarms = useWorld((state) => state.alarms);
  const selected = useSelection((state) => state.selected);
  const select = useSelection((state) => state.select);
  const shown = useMemo(() => [...alarms.values()].toSorted(byNeed).slice(0, mostShown), [alarms]);
  return (
    <AlarmFeed
      alarms={shown}
      selected={selected}
      nameOf={nameOfEntity}
      onSelect={select}
      empty={<EmptyState text="No alarms. Everything is within its limits." />}
    />
  );
}
