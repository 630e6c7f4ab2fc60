import type { ReactNode } from 'react';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { metricText, numberText } from '../../ui/numbers.ts';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

const columns: readonly Column<AlarmRule>[] = [
  {
    id: 'severity',
    header: 'Severity',
    width: '96px',
    cell: (rule) => <StatusMark kind={rule.severity} showWord />,
  },
  { id: 'metric', header: 'Quantity', width: '110px', cell: (rule) => metricTable[rule.metric].label },
  {
    id: 'limit',
    header: 'Rings',
    width: '130px',
    cell: (rule) => `${rule.direction} ${metricText(rule.metric, rule.limit)}`,
  },
  {
    id: 'deadband',
    header: 'Dead band',
    width: '80px',
    align: 'end',
    cell: (rule) => numberText(rule.deadband, metricTable[rule.metric].decimals),
  },
  {
    id: 'consequence',
    header: 'If nobody acts',
    width: 'minmax(140px, 1fr)',
    cell: (rule) => <span title={rule.consequence}>{rule.consequence}</span>,
  },
  {
    id: 'action',
    header: 'What to do',
    width: 'minmax(140px, 1fr)',
    cell: (rule) => <span title={rule.action}>{rule.action}</span>,
  },
];

export const RulesTable = ({ rules }: { readonly rules: readonly AlarmRule[] }): ReactNode => (
  <DataTable
    label="Alarm rules"
    rows={rules}
    columns={columns}
    keyOf={(rule) => rule.id}
    empty={<EmptyState text="This lab has no alarm rules." />}
  />
);
