import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { severities } from './alarm-order.ts';
import { priorityText } from './alarm-words.ts';
import { delayWords, testWords, watchWords } from './rule-words.ts';

const columnsFor = (changed: ReadonlySet<string>): readonly Column<AlarmRule>[] => [
  {
    id: 'severity',
    header: 'Severity',
    width: '96px',
    compare: (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
    cell: (rule) => <StatusMark kind={rule.severity} showWord />,
  },
  {
    id: 'priority',
    header: 'Priority',
    width: '62px',
    compare: (a, b) => a.priority - b.priority,
    cell: (rule) => priorityText(rule.priority),
  },
  {
    id: 'title',
    header: 'Rule',
    width: 'minmax(130px, 1fr)',
    compare: (a, b) => a.title.localeCompare(b.title),
    cell: (rule) => (
      <span title={rule.id} className="font-medium">
        {rule.title}
      </span>
    ),
  },
  {
    id: 'what',
    header: 'Watches',
    width: 'minmax(150px, 1.2fr)',
    compare: (a, b) => watchWords(a).localeCompare(watchWords(b)),
    cell: (rule) => <span title={watchWords(rule)}>{watchWords(rule)}</span>,
  },
  {
    id: 'test',
    header: 'Rings when',
    width: 'minmax(150px, 1.2fr)',
    cell: (rule) => <span title={testWords(rule)}>{testWords(rule)}</span>,
  },
  { id: 'delays', header: 'Delays', width: '120px', cell: delayWords },
  {
    id: 'service',
    header: 'Service',
    width: '120px',
    compare: (a, b) => a.service.localeCompare(b.service),
    cell: (rule) =>
      rule.service === 'in-service' ? (
        <span className="text-text-2">In service</span>
      ) : (
        <StatusMark kind="maintenance" word="Out of service" showWord />
      ),
  },
  {
    id: 'changed',
    header: 'Origin',
    width: '84px',
    compare: (a, b) => Number(changed.has(b.id)) - Number(changed.has(a.id)),
    cell: (rule) => (changed.has(rule.id) ? 'Changed' : <span className="text-text-3">Product</span>),
  },
];

type RulesTableProps = {
  readonly rules: readonly AlarmRule[];
  readonly changed: readonly string[];
  readonly onOpen: (rule: AlarmRule) => void;
};

export function RulesTable({ rules, changed, onOpen }: RulesTableProps): ReactNode {
  const columns = useMemo(() => columnsFor(new Set(changed)), [changed]);
  return (
    <DataTable
      label="Alarm rules"
      rows={rules}
      columns={columns}
      keyOf={(rule) => rule.id}
      onOpen={onOpen}
      rowClass={(rule) => (rule.service === 'in-service' ? '' : 'text-text-3')}
      empty={null}
    />
  );
}
