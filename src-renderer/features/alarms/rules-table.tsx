import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import { useText } from '../../text/text.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { severities } from './alarm-order.ts';
import { priorityText } from './alarm-words.ts';
import { ruleSaid } from './rule-said.ts';
import { delayWords, testWords, watchWords } from './rule-words.ts';

type Words = Catalogue['alarmRules'];

const plainColumns = ({ columns: heads }: Words): readonly Column<AlarmRule>[] => [
  {
    id: 'severity',
    header: heads.severity,
    width: '96px',
    compare: (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
    cell: (rule) => <StatusMark kind={rule.severity} showWord />,
  },
  {
    id: 'priority',
    header: heads.priority,
    width: '62px',
    compare: (a, b) => a.priority - b.priority,
    cell: (rule) => priorityText(rule.priority),
  },
  {
    id: 'title',
    header: heads.title,
    width: 'minmax(130px, 1fr)',
    compare: (a, b) => ruleSaid(a).title.localeCompare(ruleSaid(b).title),
    cell: (rule) => (
      <span title={rule.id} className="font-medium">
        {ruleSaid(rule).title}
      </span>
    ),
  },
  {
    id: 'what',
    header: heads.what,
    width: 'minmax(150px, 1.2fr)',
    compare: (a, b) => watchWords(a).localeCompare(watchWords(b)),
    cell: (rule) => <span title={watchWords(rule)}>{watchWords(rule)}</span>,
  },
  {
    id: 'test',
    header: heads.test,
    width: 'minmax(150px, 1.2fr)',
    cell: (rule) => <span title={testWords(rule)}>{testWords(rule)}</span>,
  },
  { id: 'delays', header: heads.delays, width: '120px', cell: delayWords },
];

const columnsFor = (words: Words, changed: ReadonlySet<string>): readonly Column<AlarmRule>[] => [
  ...plainColumns(words),
  {
    id: 'service',
    header: words.columns.service,
    width: '120px',
    compare: (a, b) => a.service.localeCompare(b.service),
    cell: (rule) =>
      rule.service === 'in-service' ? (
        <span className="text-text-2">{words.service.in}</span>
      ) : (
        <StatusMark kind="maintenance" word={words.service.out} showWord />
      ),
  },
  {
    id: 'changed',
    header: words.columns.changed,
    width: '84px',
    compare: (a, b) => Number(changed.has(b.id)) - Number(changed.has(a.id)),
    cell: (rule) =>
      changed.has(rule.id) ? (
        words.origin.changed
      ) : (
        <span className="text-text-3">{words.origin.product}</span>
      ),
  },
];

type RulesTableProps = {
  readonly rules: readonly AlarmRule[];
  readonly changed: readonly string[];
  readonly onOpen: (rule: AlarmRule) => void;
};

export function RulesTable({ rules, changed, onOpen }: RulesTableProps): ReactNode {
  const words = useText().alarmRules;
  const columns = useMemo(() => columnsFor(words, new Set(changed)), [words, changed]);
  return (
    <DataTable
      label={words.label}
      rows={rules}
      columns={columns}
      keyOf={(rule) => rule.id}
      onOpen={onOpen}
      rowClass={(rule) => (rule.service === 'in-service' ? '' : 'text-text-3')}
      empty={null}
    />
  );
}
