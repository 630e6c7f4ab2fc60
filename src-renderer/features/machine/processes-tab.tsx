import type { ReactNode } from 'react';
import type { ProcessRow } from '../../../sim/contract/machine-insides.ts';
import type { MachineRow } from '../../../sim/contract/machine-list.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { text, useText } from '../../text/text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Face } from '../../ui/face.tsx';
import { bytesText, clockSpan } from '../../ui/numbers.ts';
import { EmptyState } from '../../ui/states.tsx';
import { percentText } from './amounts.ts';
import { NotInside } from './not-inside.tsx';

/** As top does it. */
const renew = 3000;

export function ProcessesTab({ row }: { readonly row: MachineRow }): ReactNode {
  const state = useQuery('machine-processes', { id: row.id }, { every: renew });
  return <ProcessesView state={state} name={row.name} />;
}

type ViewProps = { readonly state: QueryState<QueryAnswer<'machine-processes'>>; readonly name: string };

export function ProcessesView({ state, name }: ViewProps): ReactNode {
  const words = useText().machine;
  return (
    <Face state={state} what={words.processes.what} still={words.still}>
      {(seen) =>
        seen.state === 'running' ? (
          <DataTable
            label={words.processes.table}
            rows={seen.items}
            columns={columnsOf()}
            keyOf={({ pid }) => String(pid)}
            initialSort={{ column: 'cpu', direction: 'descending' }}
            empty={<EmptyState text={words.insides.off} />}
          />
        ) : (
          <NotInside state={seen.state} name={name} />
        )
      }
    </Face>
  );
}

const mono = (value: string): ReactNode => <span className="font-mono">{value}</span>;
const byText = (of: (row: ProcessRow) => string) => (one: ProcessRow, other: ProcessRow) =>
  of(one).localeCompare(of(other));
const byNumber = (of: (row: ProcessRow) => number) => (one: ProcessRow, other: ProcessRow) =>
  of(one) - of(other);

function columnsOf(): readonly Column<ProcessRow>[] {
  const words = text().machine.processes;
  return [
    {
      id: 'pid',
      header: words.pid,
      width: '72px',
      align: 'end',
      cell: ({ pid }) => pid,
      compare: byNumber(({ pid }) => pid),
    },
    {
      id: 'user',
      header: words.user,
      width: '112px',
      cell: ({ user }) => user,
      compare: byText(({ user }) => user),
    },
    { id: 'state', header: words.state, width: '96px', cell: ({ state }) => words.states[state] },
    {
      id: 'cpu',
      header: words.cpu,
      width: '80px',
      align: 'end',
      cell: ({ demand }) => percentText(demand),
      compare: byNumber(({ demand }) => demand),
    },
    {
      id: 'memory',
      header: words.memory,
      width: '96px',
      align: 'end',
      cell: ({ memory }) => bytesText(memory),
      compare: byNumber(({ memory }) => memory),
    },
    {
      id: 'time',
      header: words.time,
      width: '96px',
      align: 'end',
      cell: ({ processorTime }) => clockSpan(processorTime),
      compare: byNumber(({ processorTime }) => processorTime),
    },
    { id: 'terminal', header: words.terminal, width: '80px', cell: ({ terminal }) => terminal ?? '–' },
    {
      id: 'command',
      header: words.command,
      width: 'minmax(200px, 1fr)',
      cell: ({ command }) => mono(command),
      compare: byText(({ command }) => command),
    },
  ];
}
