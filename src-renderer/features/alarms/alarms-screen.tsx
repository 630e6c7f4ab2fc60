import { useDeferredValue } from 'react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useScope } from '../../app/scope.ts';
import { useSelection } from '../../app/selection.ts';
import { nameOfEntity, useWorld } from '../../data/world.ts';
import { AlarmHistory } from './alarm-history.tsx';
import { hostParams } from './alarm-filter-url.ts';
import { showAlarm, useAlarmPick } from './alarm-pick.ts';
import { AlarmsView, alarmTabs } from './alarms-view.tsx';
import type { AlarmTab } from './alarms-view.tsx';
import { floodNow } from './flood.ts';
import { KpiTab } from './kpi-tab.tsx';
import { ListTab } from './list-tab.tsx';
import { NotificationsTab } from './notifications-tab.tsx';
import { RulesTab } from './rules-tab.tsx';
import { UndoBar } from './undo-bar.tsx';
import { useAlarmHistory } from './use-alarm-history.ts';
import { useAlarmFilter } from './use-alarm-filter.ts';
import { usePlaces } from './use-places.ts';
import { useAlarmCounts } from './use-alarm-counts.ts';

function HistoryTab(): ReactNode {
  const { asWithin } = useScope();
  const [filter, onFilter] = useAlarmFilter();
  const asked = useDeferredValue(filter);
  const places = usePlaces();
  const { history, older, isFetching } = useAlarmHistory({ ...asWithin, ...hostParams(asked) });
  const shown = useAlarmPick((state) => state.shown);
  const select = useSelection((state) => state.select);
  return (
    <AlarmHistory
      history={history}
      older={older}
      isFetching={isFetching}
      filter={filter}
      onFilter={onFilter}
      places={places}
      nameOf={nameOfEntity}
      shown={shown}
      onShow={(alarm) => {
        showAlarm(alarm.id);
        select(alarm.source);
      }}
    />
  );
}

export function AlarmsScreen(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const tab: AlarmTab = alarmTabs.find((name) => name === search.get('tab')) ?? 'list';
  const flood = useWorld(floodNow);
  const { total } = useAlarmCounts();
  return (
    <AlarmsView
      tab={tab}
      onTab={(next) =>
        setSearch((last) => {
          last.set('tab', next);
          last.delete('rule');
          return last;
        })
      }
      open={total}
      flood={flood}
      undo={<UndoBar />}
      contents={{
        list: <ListTab open={total} />,
        history: <HistoryTab />,
        rules: <RulesTab />,
        kpis: <KpiTab />,
        notifications: <NotificationsTab />,
      }}
    />
  );
}
