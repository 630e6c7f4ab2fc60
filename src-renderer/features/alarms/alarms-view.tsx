import { CheckCheck } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { QueryState } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Face } from '../../ui/face.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AlarmFilterBar } from './alarm-filter-bar.tsx';
import { byNeed, everyAlarm, filterAlarms, isOpen } from './alarm-order.ts';
import { AlarmTable } from './alarm-table.tsx';
import { RulesTable } from './rules-table.tsx';

export type AlarmsViewProps = {
  /** The live ones; in the shape of an answer, so that each face can be shown. */
  readonly live: QueryState<readonly Alarm[]>;
  readonly history: QueryState<QueryAnswer<'alarms'>>;
  readonly rules: QueryState<QueryAnswer<'rules'>>;
  readonly nameOf: (id: EntityId) => string;
  readonly selected: EntityId | null;
  readonly onSelect: (id: EntityId) => void;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (keys: ReadonlySet<string>) => void;
  readonly onAcknowledge: () => void;
};

function Active({
  props,
  alarms,
}: {
  readonly props: AlarmsViewProps;
  readonly alarms: readonly Alarm[];
}): ReactNode {
  const [filter, setFilter] = useState(everyAlarm);
  const open = alarms.filter(isOpen).toSorted(byNeed);
  const shown = filterAlarms(open, filter, props.nameOf);
  const known = new Set(open.map(({ id }): string => id));
  const ticked = new Set([...props.ticked].filter((key) => known.has(key)));
  return (
    <>
      <AlarmFilterBar
        filter={filter}
        onChange={setFilter}
        states={['any', 'ACTIVE', 'ACKNOWLEDGED']}
        count={shown.length}
        tools={
          <Button
            icon={CheckCheck}
            look="primary"
            onClick={props.onAcknowledge}
            refusedBecause={ticked.size === 0 ? 'Tick alarms first' : null}
          >
            Acknowledge{ticked.size > 0 ? ` ${ticked.size}` : ''}…
          </Button>
        }
      />
      <AlarmTable
        label="Active alarms"
        alarms={shown}
        tense="present"
        selected={props.selected}
        nameOf={props.nameOf}
        onSelect={props.onSelect}
        ticked={ticked}
        onTick={props.onTick}
        empty={
          open.length === 0 ? (
            <EmptyState text="No alarms. Everything is within its limits." />
          ) : (
            <EmptyState
              text="No alarm fits the filter."
              action={<Button onClick={() => setFilter(everyAlarm)}>Clear the filter</Button>}
            />
          )
        }
      />
    </>
  );
}

function History({
  props,
  alarms,
}: {
  readonly props: AlarmsViewProps;
  readonly alarms: readonly Alarm[];
}): ReactNode {
  const [filter, setFilter] = useState(everyAlarm);
  const shown = filterAlarms(alarms, filter, props.nameOf);
  return (
    <>
      <AlarmFilterBar
        filter={filter}
        onChange={setFilter}
        states={['any', 'ACTIVE', 'ACKNOWLEDGED', 'RESOLVED']}
        count={shown.length}
      />
      <AlarmTable
        label="Alarm history"
        alarms={shown}
        tense="past"
        selected={props.selected}
        nameOf={props.nameOf}
        onSelect={props.onSelect}
        empty={
          <EmptyState
            text={alarms.length === 0 ? 'No alarm has rung in this lab yet.' : 'No alarm fits the filter.'}
          />
        }
      />
    </>
  );
}

export function AlarmsView(props: AlarmsViewProps): ReactNode {
  const [tab, setTab] = useState('active');
  const { live, history, rules } = props;
  return (
    <section aria-label="Alarms" className="m-3 flex min-h-0 flex-1 flex-col rounded-lg border bg-surface">
      <h1 className="sr-only">Alarms</h1>
      <Tabs
        label="Alarms"
        value={tab}
        onChange={setTab}
        tabs={[
          {
            id: 'active',
            title: 'Active',
            count: live.data?.filter(isOpen).length ?? 0,
            content: (
              <Face state={live} what="The alarms">
                {(alarms) => <Active props={props} alarms={alarms} />}
              </Face>
            ),
          },
          {
            id: 'history',
            title: 'History',
            content: (
              <Face state={history} what="The history of alarms">
                {({ items }) => <History props={props} alarms={items} />}
              </Face>
            ),
          },
          {
            id: 'rules',
            title: 'Rules',
            content: (
              <Face state={rules} what="The alarm rules">
                {({ items }) => <RulesTable rules={items} />}
              </Face>
            ),
          },
        ]}
      />
    </section>
  );
}
