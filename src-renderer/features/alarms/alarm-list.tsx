import { AlarmClockOff, CheckCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { AlarmRule, AlarmView, OutOfService } from '../../../sim/contract/alarms.ts';
import type { AlarmId, EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { QueryState } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Face } from '../../ui/face.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { AlarmDetail } from './alarm-detail.tsx';
import type { AlarmDetailProps } from './alarm-detail.tsx';
import { AlarmFilterBar } from './alarm-filter-bar.tsx';
import { byIsaNeed, everyAlarm, filterAlarms, isOpen } from './alarm-order.ts';
import { rowsOf } from './alarm-rows.ts';
import { AlarmTable } from './alarm-table.tsx';
import { ruleOf } from './alarm-words.ts';
import { listViews } from './isa-states.table.ts';
import type { ListView } from './isa-states.table.ts';
import { ListBar } from './list-bar.tsx';

export type AlarmListProps = {
  readonly list: QueryState<QueryAnswer<'alarms'>>;
  readonly explained: readonly AlarmView[];
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
  readonly open: number;
  readonly rules: readonly AlarmRule[];
  readonly outOfService: ReadonlyMap<EntityId, OutOfService>;
  readonly nameOf: (id: EntityId) => string;
  readonly shown: AlarmId | null;
  readonly onShow: (alarm: AlarmView) => void;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (keys: ReadonlySet<string>) => void;
  readonly unfolded: ReadonlySet<string>;
  readonly onFold: (id: string) => void;
  /** For those that are ticked. */
  readonly onAcknowledge: () => void;
  readonly onShelve: () => void;
  readonly do: AlarmDetailProps['do'];
};

/** The plain view has what rings; what returned by itself stands under its own name. */
const isIn = (view: ListView, alarm: AlarmView): boolean =>
  (listViews[view].isa as readonly string[]).includes(alarm.isa) && (view !== 'open' || isOpen(alarm));

type BulkProps = Pick<AlarmListProps, 'onAcknowledge' | 'onShelve'> & { readonly count: number };

function Bulk({ count, onAcknowledge, onShelve }: BulkProps): ReactNode {
  const refusal = count === 0 ? 'Tick alarms first' : null;
  const number = count > 0 ? ` ${count}` : '';
  return (
    <span className="flex gap-2">
      <Button icon={AlarmClockOff} onClick={onShelve} refusedBecause={refusal}>
        Shelve{number}…
      </Button>
      <Button icon={CheckCheck} look="primary" onClick={onAcknowledge} refusedBecause={refusal}>
        Acknowledge{number}…
      </Button>
    </span>
  );
}

type ListedProps = { readonly props: AlarmListProps; readonly answer: QueryAnswer<'alarms'> };

function Listed({ props, answer }: ListedProps): ReactNode {
  const { view, explained, unfolded, onFold, nameOf } = props;
  const [filter, setFilter] = useState(everyAlarm);
  const inView = answer.items.filter((alarm) => isIn(view, alarm));
  const found = filterAlarms(inView, filter, nameOf).toSorted(byIsaNeed);
  const rows = rowsOf(found, explained, unfolded);
  const known = new Set(rows.map(({ alarm }): string => alarm.id));
  const ticked = new Set([...props.ticked].filter((key) => known.has(key)));
  const shown = rows.find(({ alarm }) => alarm.id === props.shown)?.alarm ?? null;
  const fold = useMemo(() => ({ unfolded, onFold }), [unfolded, onFold]);
  return (
    <>
      <ListBar view={view} onView={props.onView} counts={answer.counts} open={props.open} />
      <AlarmFilterBar
        filter={filter}
        onChange={setFilter}
        count={found.length}
        tools={<Bulk count={ticked.size} onAcknowledge={props.onAcknowledge} onShelve={props.onShelve} />}
      />
      {found.length === 0 && inView.length > 0 ? (
        <EmptyState
          text="No alarm fits the filter."
          action={<Button onClick={() => setFilter(everyAlarm)}>Clear the filter</Button>}
        />
      ) : (
        <AlarmTable
          label={view === 'open' ? 'Active alarms' : `${listViews[view].title} alarms`}
          rows={rows}
          tense="present"
          shown={props.shown}
          nameOf={nameOf}
          onShow={props.onShow}
          fold={fold}
          ticked={ticked}
          onTick={props.onTick}
          empty={<EmptyState text={listViews[view].empty} />}
        />
      )}
      {shown !== null && (
        <AlarmDetail
          alarm={shown}
          rule={ruleOf(props.rules, shown)}
          out={props.outOfService.get(shown.sensor) ?? null}
          isUnfolded={unfolded.has(shown.id)}
          nameOf={nameOf}
          do={props.do}
        />
      )}
    </>
  );
}

export const AlarmList = (props: AlarmListProps): ReactNode => (
  <Face state={props.list} what="The alarms" still="Readings and the floor are live all the same.">
    {(answer) => <Listed props={props} answer={answer} />}
  </Face>
);
