import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { Age } from '../../ui/age.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { labMoment, numberText } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { alarmWeight } from './alarm-feed.tsx';
import { byRaised, bySeverity } from './alarm-order.ts';

export type AlarmTableProps = {
  readonly label: string;
  readonly alarms: readonly Alarm[];
  /** Open alarms show their age, past ones when they rang and ended. */
  readonly tense: 'present' | 'past';
  readonly selected: EntityId | null;
  readonly nameOf: (id: EntityId) => string;
  readonly onSelect: (id: EntityId) => void;
  readonly ticked?: ReadonlySet<string>;
  readonly onTick?: (keys: ReadonlySet<string>) => void;
  readonly empty: ReactNode;
};

const stateWords = { ACTIVE: 'Active', ACKNOWLEDGED: 'Acknowledged', RESOLVED: 'Resolved' } as const;

const common = (nameOf: (id: EntityId) => string): readonly Column<Alarm>[] => [
  {
    id: 'severity',
    header: 'Severity',
    width: '104px',
    compare: bySeverity,
    cell: (alarm) => (
      <StatusMark kind={alarm.severity} showWord isUnacknowledged={alarm.state === 'ACTIVE'} />
    ),
  },
  {
    id: 'source',
    header: 'Source',
    width: 'minmax(72px, 0.5fr)',
    compare: (a, b) => nameOf(a.source).localeCompare(nameOf(b.source), 'en', { numeric: true }),
    cell: (alarm) => nameOf(alarm.source),
  },
  {
    id: 'what',
    header: 'What',
    width: 'minmax(150px, 1.6fr)',
    cell: (alarm) => <span title={alarm.message}>{alarm.message}</span>,
  },
  { id: 'value', header: 'Limit', width: '64px', align: 'end', cell: (alarm) => numberText(alarm.limit, 1) },
  {
    id: 'state',
    header: 'State',
    width: 'minmax(140px, 1.2fr)',
    compare: (a, b) => a.state.localeCompare(b.state),
    cell: (alarm) => (
      <span title={alarm.note ?? undefined}>
        {stateWords[alarm.state]}
        {alarm.acknowledgedBy !== null && <span className="text-text-3"> by {alarm.acknowledgedBy}</span>}
        {alarm.note !== null && <span className="text-text-3">: {alarm.note}</span>}
      </span>
    ),
  },
];

const present: readonly Column<Alarm>[] = [
  {
    id: 'age',
    header: 'Age',
    width: '84px',
    align: 'end',
    compare: (a, b) => -byRaised(a, b),
    cell: (alarm) => <Age since={alarm.raisedAt} />,
  },
];

const past: readonly Column<Alarm>[] = [
  {
    id: 'raised',
    header: 'Raised',
    width: '150px',
    compare: byRaised,
    cell: (alarm) => labMoment(alarm.raisedAt),
  },
  {
    id: 'resolved',
    header: 'Resolved',
    width: '150px',
    compare: (a, b) => (a.resolvedAt ?? 0) - (b.resolvedAt ?? 0),
    cell: (alarm) => (alarm.resolvedAt === null ? '–' : labMoment(alarm.resolvedAt)),
  },
];

export function AlarmTable(props: AlarmTableProps): ReactNode {
  const { nameOf, tense, selected, onSelect, ticked, onTick } = props;
  const columns = useMemo(
    () => [...common(nameOf), ...(tense === 'present' ? present : past)],
    [nameOf, tense],
  );
  return (
    <DataTable
      label={props.label}
      rows={props.alarms}
      columns={columns}
      keyOf={(alarm) => alarm.id}
      onOpen={(alarm) => onSelect(alarm.source)}
      isChosen={(alarm) => alarm.source === selected}
      rowClass={alarmWeight}
      {...(ticked === undefined || onTick === undefined ? {} : { ticked, onTick })}
      empty={props.empty}
    />
  );
}
