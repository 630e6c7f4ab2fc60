import type { ReactNode } from 'react';
import type { AlarmView } from '../../../sim/contract/alarms.ts';
import type { AlarmId, EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Face } from '../../ui/face.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { AlarmFilterBar } from './alarm-filter-bar.tsx';
import { isFiltering } from './alarm-filter-url.ts';
import { type AlarmFilter, everyAlarm } from './alarm-order.ts';
import { AlarmTable } from './alarm-table.tsx';
import type { PlaceChoice } from './place-choices.ts';

type AlarmHistoryProps = {
  /** What the host found: the filter is its, since it remembers more than a page holds. */
  readonly history: QueryState<Pick<QueryAnswer<'alarm-history'>, 'items' | 'extent' | 'share'>>;
  /** Fetches older ones; null where there are none. */
  readonly older: (() => void) | null;
  readonly isFetching: boolean;
  readonly filter: AlarmFilter;
  readonly onFilter: (filter: AlarmFilter) => void;
  readonly places: readonly PlaceChoice[];
  readonly nameOf: (id: EntityId) => string;
  readonly shown: AlarmId | null;
  readonly onShow: (alarm: AlarmView) => void;
};

function Nothing({ filter, onFilter }: Pick<AlarmHistoryProps, 'filter' | 'onFilter'>): ReactNode {
  const words = useText().alarms.faces;
  if (!isFiltering(filter)) return <EmptyState text={words.noHistory} />;
  return (
    <EmptyState
      text={words.noFit}
      action={<Button onClick={() => onFilter(everyAlarm)}>{words.clear}</Button>}
    />
  );
}

export function AlarmHistory(props: AlarmHistoryProps): ReactNode {
  const words = useText().alarms.faces;
  const { filter, onFilter, history } = props;
  return (
    <>
      <AlarmFilterBar
        filter={filter}
        onChange={onFilter}
        states={['any', 'ACTIVE', 'ACKNOWLEDGED', 'RESOLVED']}
        places={props.places}
        count={history.data?.items.length ?? 0}
      />
      {history.data?.extent === 'part' && (
        <p role="status" className="border-b px-3 py-1 text-12 text-text-2">
          {words.readingLog(Math.floor(history.data.share * 100))}
        </p>
      )}
      <Face state={history} what={words.history}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing filter={filter} onFilter={onFilter} />
          ) : (
            <AlarmTable
              label={words.historyLabel}
              rows={items.map((alarm) => ({ alarm, lead: alarm, depth: 0 }))}
              tense="past"
              shown={props.shown}
              nameOf={props.nameOf}
              onShow={props.onShow}
              empty={null}
            />
          )
        }
      </Face>
      {props.older !== null && (
        <div className="flex justify-center border-t p-1">
          <Button
            look="ghost"
            refusedBecause={props.isFetching ? words.fetching : null}
            onClick={props.older}
          >
            {words.older}
          </Button>
        </div>
      )}
    </>
  );
}
