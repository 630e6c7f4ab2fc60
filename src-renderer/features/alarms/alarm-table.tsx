import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { AlarmView, IsaState } from '../../../sim/contract/alarms.ts';
import type { AlarmId, EntityId } from '../../../sim/contract/ids.ts';
import { text, told, useLanguage, useText } from '../../text/text.ts';
import { Age } from '../../ui/age.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { labMoment } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { byRaised, bySeverity } from './alarm-order.ts';
import { byLead, explainsText } from './alarm-rows.ts';
import type { AlarmRow } from './alarm-rows.ts';
import { priorityText, priorityWord, stateWords } from './alarm-words.ts';

type AlarmTableProps = {
  readonly label: string;
  readonly rows: readonly AlarmRow[];
  /** Open alarms show their age, past ones when they rang and ended. */
  readonly tense: 'present' | 'past';
  readonly shown: AlarmId | null;
  readonly nameOf: (id: EntityId) => string;
  readonly onShow: (alarm: AlarmView) => void;
  /** Left out where roots are not unfolded. */
  readonly fold?: Fold;
  readonly ticked?: ReadonlySet<string>;
  readonly onTick?: (keys: ReadonlySet<string>) => void;
  readonly empty: ReactNode;
};

export type Fold = {
  readonly unfolded: ReadonlySet<string>;
  readonly onFold: (id: string) => void;
};

/** What a root explains, unfolded by pointer here and by the alarm's own panel with the keyboard. */
function Explains({ alarm, fold }: { readonly alarm: AlarmView; readonly fold: Fold }): ReactNode {
  const words = useText().alarms;
  const isOpen = fold.unfolded.has(alarm.id);
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-expanded={isOpen}
      title={isOpen ? words.hideExplained : words.showExplained}
      onClick={() => fold.onFold(alarm.id)}
      className="ml-2 min-h-6 rounded-sm border border-line px-1.5 text-11 font-medium text-text-2 hover:bg-raised"
    >
      {explainsText(alarm.children)}
    </button>
  );
}

type Described = { readonly nameOf: AlarmTableProps['nameOf']; readonly fold: Fold | null };

/** Bold until someone has seen it; what is kept quiet asks for nobody. */
const rowWeights = {
  unacknowledged: 'font-semibold text-text',
  returned: 'font-semibold text-text-2',
  acknowledged: 'text-text-2',
  shelved: 'text-text-2',
  suppressed: 'text-text-2',
  'out-of-service': 'text-text-2',
  normal: 'text-text-3',
} as const satisfies Record<IsaState, string>;

const stateColumn = (): Column<AlarmRow> => ({
  id: 'state',
  header: text().alarms.columns.state,
  width: 'minmax(130px, 1fr)',
  compare: byLead((a, b) => a.isa.localeCompare(b.isa)),
  cell: ({ alarm }) => {
    const { state, more } = stateWords(alarm);
    return (
      <span title={`${text().alarms.isa[alarm.isa]}. ${state}${more}`}>
        {state}
        <span className="text-text-3">{more}</span>
      </span>
    );
  },
});

const assignedColumn = (): Column<AlarmRow> => ({
  id: 'assigned',
  header: text().alarms.columns.assigned,
  width: 'minmax(72px, 0.4fr)',
  compare: byLead((a, b) => (a.assignedTo ?? '').localeCompare(b.assignedTo ?? '')),
  cell: ({ alarm }) => <span title={alarm.assignedTo ?? ''}>{alarm.assignedTo ?? '–'}</span>,
});

const common = ({ nameOf, fold }: Described): readonly Column<AlarmRow>[] => [
  {
    id: 'severity',
    header: text().alarms.columns.severity,
    width: '104px',
    compare: byLead(bySeverity),
    cell: ({ alarm, depth }) => (
      <span className={depth === 1 ? 'pl-3' : ''}>
        <StatusMark kind={alarm.severity} showWord isUnacknowledged={alarm.isa === 'unacknowledged'} />
      </span>
    ),
  },
  {
    id: 'priority',
    header: text().alarms.columns.priority,
    width: '62px',
    compare: byLead((a, b) => a.priority - b.priority),
    cell: ({ alarm }) => (
      <span title={text().alarms.priority(alarm.priority, priorityWord(alarm.priority))}>
        {priorityText(alarm.priority)}
      </span>
    ),
  },
  {
    id: 'source',
    header: text().alarms.columns.source,
    width: 'minmax(72px, 0.5fr)',
    compare: byLead((a, b) => nameOf(a.source).localeCompare(nameOf(b.source), 'en', { numeric: true })),
    cell: ({ alarm, depth }) => (
      <span>
        {depth === 1 && <span aria-hidden>└ </span>}
        {nameOf(alarm.source)}
      </span>
    ),
  },
  {
    id: 'what',
    header: text().alarms.columns.what,
    width: 'minmax(160px, 1.6fr)',
    cell: ({ alarm }) => (
      <span title={told(alarm.message)}>
        {told(alarm.message)}
        {fold !== null && alarm.children > 0 && <Explains alarm={alarm} fold={fold} />}
      </span>
    ),
  },
  stateColumn(),
  assignedColumn(),
];

const present = (): readonly Column<AlarmRow>[] => [
  {
    id: 'age',
    header: text().alarms.columns.age,
    width: '84px',
    align: 'end',
    compare: byLead((a, b) => -byRaised(a, b)),
    cell: ({ alarm }) => <Age since={alarm.raisedAt} />,
  },
];

const past = (): readonly Column<AlarmRow>[] => [
  {
    id: 'raised',
    header: text().alarms.columns.raised,
    width: '168px',
    compare: byLead(byRaised),
    cell: ({ alarm }) => labMoment(alarm.raisedAt),
  },
  {
    id: 'resolved',
    header: text().alarms.columns.resolved,
    width: '168px',
    compare: byLead((a, b) => (a.resolvedAt ?? 0) - (b.resolvedAt ?? 0)),
    cell: ({ alarm }) => (alarm.resolvedAt === null ? '–' : labMoment(alarm.resolvedAt)),
  },
];

export function AlarmTable(props: AlarmTableProps): ReactNode {
  const { nameOf, tense, shown, onShow, ticked, onTick, fold = null } = props;
  const language = useLanguage();
  const columns = useMemo(() => {
    // Headings are said anew in another language.
    void language;
    return [...common({ nameOf, fold }), ...(tense === 'present' ? present() : past())];
  }, [nameOf, tense, fold, language]);
  return (
    <DataTable
      label={props.label}
      rows={props.rows}
      columns={columns}
      keyOf={({ alarm }) => alarm.id}
      onOpen={({ alarm }) => onShow(alarm)}
      isChosen={({ alarm }) => alarm.id === shown}
      rowClass={({ alarm }) => rowWeights[alarm.isa]}
      {...(ticked === undefined || onTick === undefined ? {} : { ticked, onTick })}
      empty={props.empty}
    />
  );
}
