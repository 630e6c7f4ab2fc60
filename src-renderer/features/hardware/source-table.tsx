import type { ReactNode } from 'react';
import type { HardwareSource, HardwareState } from '../../../sim/contract/settings.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { addressOf, agoText, kindTitles, markOf } from './hardware-words.ts';

type SourceTableProps = {
  readonly states: readonly HardwareState[];
  readonly sourceOf: (id: string) => HardwareSource | undefined;
  readonly chosen: string | null;
  readonly now: number;
  readonly onChoose: (id: string) => void;
  readonly empty: ReactNode;
};

const rank = { failing: 0, connecting: 1, up: 2, off: 3 } as const satisfies Record<
  HardwareState['state'],
  number
>;

type Look = Pick<SourceTableProps, 'sourceOf' | 'now'>;

const columns = ({ sourceOf, now }: Look): readonly Column<HardwareState>[] => [
  {
    id: 'state',
    header: 'State',
    width: '116px',
    compare: (a, b) => rank[a.state] - rank[b.state],
    cell: (state) => {
      const { kind, word } = markOf(state);
      return <StatusMark kind={kind} word={word} showWord />;
    },
  },
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(96px, 0.8fr)',
    compare: (a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }),
    cell: ({ id }) => <span className="font-medium">{id}</span>,
  },
  { id: 'kind', header: 'Protocol', width: '92px', cell: ({ kind }) => kindTitles[kind] },
  {
    id: 'address',
    header: 'Where',
    width: 'minmax(120px, 1fr)',
    cell: ({ id }) => <span className="font-mono text-11">{addressOf(sourceOf(id))}</span>,
  },
  {
    id: 'last',
    header: 'Last answer',
    width: '96px',
    align: 'end',
    compare: (a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0),
    cell: ({ lastAt }) => agoText(lastAt, now),
  },
  {
    id: 'readings',
    header: 'Readings',
    width: '80px',
    align: 'end',
    compare: (a, b) => a.readings - b.readings,
    cell: ({ readings }) => readings,
  },
  {
    id: 'errors',
    header: 'Errors',
    width: '64px',
    align: 'end',
    compare: (a, b) => a.errors - b.errors,
    cell: ({ errors }) => errors,
  },
  {
    id: 'detail',
    header: 'What is with it',
    width: 'minmax(140px, 1.6fr)',
    cell: ({ detail }) => <span title={detail}>{detail}</span>,
  },
];

export const SourceTable = ({ states, chosen, onChoose, empty, ...look }: SourceTableProps): ReactNode => (
  <DataTable
    label="Hardware sources"
    rows={states}
    columns={columns(look)}
    keyOf={({ id }) => id}
    isChosen={({ id }) => id === chosen}
    onOpen={({ id }) => onChoose(id)}
    empty={empty}
  />
);
