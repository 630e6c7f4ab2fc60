import { AlarmClockOff, CheckCheck, StickyNote, UserCheck } from 'lucide-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { AlarmRule, AlarmView, OutOfService } from '../../../sim/contract/alarms.ts';
import type { AlarmId, EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Face } from '../../ui/face.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { AlarmDetail } from './alarm-detail.tsx';
import type { AlarmDetailProps } from './alarm-detail.tsx';
import { AlarmFilterBar } from './alarm-filter-bar.tsx';
import { isFiltering } from './alarm-filter-url.ts';
import type { AlarmFilter } from './alarm-order.ts';
import type { PlaceChoice } from './place-choices.ts';
import { byIsaNeed, everyAlarm, filterAlarms, isOpen } from './alarm-order.ts';
import { rowsOf } from './alarm-rows.ts';
import { AlarmTable } from './alarm-table.tsx';
import { ruleOf } from './alarm-words.ts';
import { listViews } from './isa-states.table.ts';
import type { ListView } from './isa-states.table.ts';
import { ListBar } from './list-bar.tsx';

export type BulkTask = 'acknowledge' | 'shelve' | 'annotate' | 'assign';

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
  readonly filter: AlarmFilter;
  readonly onFilter: (filter: AlarmFilter) => void;
  readonly places: readonly PlaceChoice[];
  /** For those that are ticked. */
  readonly onBulk: (task: BulkTask) => void;
  readonly do: AlarmDetailProps['do'];
};

/** The plain view has what rings; what returned by itself stands under its own name. */
const isIn = (view: ListView, alarm: AlarmView): boolean =>
  (listViews[view] as readonly string[]).includes(alarm.isa) && (view !== 'open' || isOpen(alarm));

type BulkProps = Pick<AlarmListProps, 'onBulk'> & { readonly count: number };

const bulk = [
  { task: 'assign', icon: UserCheck },
  { task: 'annotate', icon: StickyNote },
  { task: 'shelve', icon: AlarmClockOff },
  { task: 'acknowledge', icon: CheckCheck },
] as const;

function Bulk({ count, onBulk }: BulkProps): ReactNode {
  const words = useText().alarms.bulk;
  const refusal = count === 0 ? words.tickFirst : null;
  return (
    <span className="flex flex-wrap gap-2">
      {bulk.map(({ task, icon }) => (
        <Button
          key={task}
          icon={icon}
          look={task === 'acknowledge' ? 'primary' : 'plain'}
          onClick={() => onBulk(task)}
          refusedBecause={refusal}
        >
          {words[task](count)}
        </Button>
      ))}
    </span>
  );
}

type ListedProps = { readonly props: AlarmListProps; readonly answer: QueryAnswer<'alarms'> };

function Listed({ props, answer }: ListedProps): ReactNode {
  const words = useText().alarms;
  const { view, explained, unfolded, onFold, nameOf, filter, onFilter } = props;
  const inView = answer.items.filter((alarm) => isIn(view, alarm));
  const found = filterAlarms(inView, { ...filter, state: 'any' }, nameOf).toSorted(byIsaNeed);
  const rows = rowsOf(found, explained, unfolded);
  const known = new Set(rows.map(({ alarm }): string => alarm.id));
  const ticked = new Set([...props.ticked].filter((key) => known.has(key)));
  const shown = rows.find(({ alarm }) => alarm.id === props.shown)?.alarm ?? null;
  const fold = useMemo(() => ({ unfolded, onFold }), [unfolded, onFold]);
  return (
    <>
      <div data-tour="alarms">
        <ListBar view={view} onView={props.onView} counts={answer.counts} open={props.open} />
      </div>
      <AlarmFilterBar
        filter={filter}
        onChange={onFilter}
        places={props.places}
        count={found.length}
        tools={<Bulk count={ticked.size} onBulk={props.onBulk} />}
      />
      {found.length === 0 && isFiltering(filter) ? (
        <EmptyState
          text={words.faces.noFit}
          action={<Button onClick={() => onFilter(everyAlarm)}>{words.faces.clear}</Button>}
        />
      ) : (
        <AlarmTable
          label={view === 'open' ? words.views.openList : words.views.list(words.isa[view])}
          rows={rows}
          tense="present"
          shown={props.shown}
          nameOf={nameOf}
          onShow={props.onShow}
          fold={fold}
          ticked={ticked}
          onTick={props.onTick}
          empty={<EmptyState text={words.views.empty[view]} />}
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

export function AlarmList(props: AlarmListProps): ReactNode {
  const words = useText().alarms.faces;
  return (
    <Face state={props.list} what={words.what} still={words.still}>
      {(answer) => <Listed props={props} answer={answer} />}
    </Face>
  );
}
