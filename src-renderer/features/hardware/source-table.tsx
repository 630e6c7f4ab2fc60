import type { ReactNode } from 'react';
import type { HardwareSource, HardwareState } from '../../../sim/contract/settings.ts';
import { text, useText } from '../../text/text.ts';
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

function columns({ sourceOf, now }: Look): readonly Column<HardwareState>[] {
  const words = text().hardware.sources.columns;
  return [
    {
      id: 'state',
      header: words.state,
      width: '128px',
      compare: (a, b) => rank[a.state] - rank[b.state],
      cell: (state) => {
        const { kind, word } = markOf(state);
        return <StatusMark kind={kind} word={word} showWord />;
      },
    },
    {
      id: 'name',
      header: words.name,
      width: 'minmax(96px, 0.8fr)',
      compare: (a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }),
      cell: ({ id }) => <span className="font-medium">{id}</span>,
    },
    { id: 'kind', header: words.kind, width: '92px', cell: ({ kind }) => kindTitles[kind] },
    {
      id: 'address',
      header: words.address,
      width: 'minmax(120px, 1fr)',
      cell: ({ id }) => <span className="font-mono text-11">{addressOf(sourceOf(id))}</span>,
    },
    {
      id: 'last',
      header: words.last,
      width: '96px',
      align: 'end',
      compare: (a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0),
      cell: ({ lastAt }) => agoText(lastAt, now),
    },
    {
      id: 'readings',
      header: words.readings,
      width: '80px',
      align: 'end',
      compare: (a, b) => a.readings - b.readings,
      cell: ({ readings }) => readings,
    },
    {
      id: 'errors',
      header: words.errors,
      width: '64px',
      align: 'end',
      compare: (a, b) => a.errors - b.errors,
      cell: ({ errors }) => errors,
    },
    {
      id: 'detail',
      header: words.detail,
      width: 'minmax(140px, 1.6fr)',
      cell: ({ detail }) => <span title={detail}>{detail}</span>,
    },
  ];
}

export function SourceTable({ states, chosen, onChoose, empty, ...look }: SourceTableProps): ReactNode {
  const words = useText().hardware.sources;
  return (
    <DataTable
      label={words.label}
      rows={states}
      columns={columns(look)}
      keyOf={({ id }) => id}
      isChosen={({ id }) => id === chosen}
      onOpen={({ id }) => onChoose(id)}
      empty={empty}
    />
  );
}
