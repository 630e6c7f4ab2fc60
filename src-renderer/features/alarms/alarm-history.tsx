import { useState } from 'react';
import type { ReactNode } from 'react';
import type { AlarmView } from '../../../sim/contract/alarms.ts';
import type { AlarmId, EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { QueryState } from '../../data/client.ts';
import { Face } from '../../ui/face.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { AlarmFilterBar } from './alarm-filter-bar.tsx';
import { everyAlarm, filterAlarms } from './alarm-order.ts';
import { AlarmTable } from './alarm-table.tsx';

type AlarmHistoryProps = {
  readonly history: QueryState<QueryAnswer<'alarms'>>;
  readonly nameOf: (id: EntityId) => string;
  readonly shown: AlarmId | null;
  readonly onShow: (alarm: AlarmView) => void;
};

function Past({
  props,
  alarms,
}: {
  readonly props: AlarmHistoryProps;
  readonly alarms: readonly AlarmView[];
}): ReactNode {
  const [filter, setFilter] = useState(everyAlarm);
  const found = filterAlarms(alarms, filter, props.nameOf);
  return (
    <>
      <AlarmFilterBar
        filter={filter}
        onChange={setFilter}
        states={['any', 'ACTIVE', 'ACKNOWLEDGED', 'RESOLVED']}
        count={found.length}
      />
      <AlarmTable
        label="Alarm history"
        rows={found.map((alarm) => ({ alarm, lead: alarm, depth: 0 }))}
        tense="past"
        shown={props.shown}
        nameOf={props.nameOf}
        onShow={props.onShow}
        empty={
          <EmptyState
            text={alarms.length === 0 ? 'No alarm has rung in this lab yet.' : 'No alarm fits the filter.'}
          />
        }
      />
    </>
  );
}

export const AlarmHistory = (props: AlarmHistoryProps): ReactNode => (
  <Face state={props.history} what="The history of alarms">
    {({ items }) => <Past props={props} alarms={items} />}
  </Face>
);
