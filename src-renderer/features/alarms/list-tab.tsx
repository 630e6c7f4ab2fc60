import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { AlarmView } from '../../../sim/contract/alarms.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { nameOfEntity, useWorld } from '../../data/world.ts';
import { alarmActions } from './alarms.actions.ts';
import { AlarmList } from './alarm-list.tsx';
import type { AlarmListProps } from './alarm-list.tsx';
import { showAlarm, toggleFold, useAlarmPick } from './alarm-pick.ts';
import { openAlarmTask } from './alarm-task.ts';
import { putBack, unshelveAll } from './do-alarms.ts';
import { listViewNames } from './isa-states.table.ts';
import type { ListView } from './isa-states.table.ts';
import { useAlarmFilter } from './use-alarm-filter.ts';
import { useAlarmList } from './use-alarm-list.ts';
import { usePlaces } from './use-places.ts';
import { useRules } from './use-rules.ts';

const detailDoes: AlarmListProps['do'] = {
  acknowledge: (alarm) => openAlarmTask('acknowledge', [alarm]),
  shelve: (alarm) => openAlarmTask('shelve', [alarm]),
  annotate: (alarm) => openAlarmTask('annotate', [alarm]),
  assign: (alarm) => openAlarmTask('assign', [alarm]),
  unshelve: (alarm) => void unshelveAll([alarm]),
  takeOut: (alarm) => openAlarmTask('out-of-service', [alarm]),
  putBack: ({ sensor }) => void putBack([sensor]),
  fold: ({ id }) => toggleFold(id),
  openRule: (rule) => goTo(`/alarms?tab=rules&rule=${encodeURIComponent(rule)}`),
  close: () => showAlarm(null),
};

/** The same as by key and by name, so that they can never differ. */
function act(id: string): void {
  const action = alarmActions().find((one) => one.id === id);
  if (action?.disabled() === null) void action.run();
}

export function ListTab({ open }: { readonly open: number }): ReactNode {
  const [search, setSearch] = useSearchParams();
  const view: ListView = listViewNames.find((name) => name === search.get('state')) ?? 'open';
  const [filter, onFilter] = useAlarmFilter();
  const places = usePlaces();
  const { list, explained } = useAlarmList(view, filter);
  const rules = useRules().data?.items ?? [];
  const outOfService = useWorld((state) => state.outOfService);
  const select = useSelection((state) => state.select);
  const { picked, shown, unfolded } = useAlarmPick();
  const onView = (next: ListView) => {
    useAlarmPick.setState({ picked: new Set() });
    setSearch(
      (last) => {
        last.set('state', next);
        return last;
      },
      { replace: true },
    );
  };
  return (
    <AlarmList
      list={list}
      explained={explained}
      view={view}
      onView={onView}
      open={open}
      rules={rules}
      outOfService={outOfService}
      nameOf={nameOfEntity}
      shown={shown}
      onShow={(alarm: AlarmView) => {
        showAlarm(alarm.id);
        select(alarm.source);
      }}
      ticked={picked}
      onTick={(keys) => useAlarmPick.setState({ picked: keys })}
      unfolded={unfolded}
      onFold={toggleFold}
      filter={filter}
      onFilter={onFilter}
      places={places}
      onBulk={(task) => act(`alarms.${task}`)}
      do={detailDoes}
    />
  );
}
