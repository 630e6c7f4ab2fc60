/** The hosts as endpoints of their own, where that is switched on. */
import { Copy } from 'lucide-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { VsphereState } from '../../../sim/contract/vsphere.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { told, useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

type Host = VsphereState['hosts'][number];

type HostListProps = {
  readonly hosts: readonly Host[];
  readonly onCopy: (words: string, what: string) => void;
};

const columnsOf = (words: Catalogue['vsphere'], onCopy: HostListProps['onCopy']): readonly Column<Host>[] => [
  {
    id: 'name',
    header: words.host,
    width: 'minmax(140px, 1fr)',
    cell: ({ name }) => name,
    compare: (a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }),
  },
  {
    id: 'state',
    header: words.outcome,
    width: 'minmax(160px, 2fr)',
    cell: ({ detail }) => (
      <StatusMark
        kind={detail === '' ? 'ok' : 'major'}
        word={detail === '' ? words.states.up : told(detail)}
        showWord
      />
    ),
  },
  {
    id: 'address',
    header: words.address,
    width: 'minmax(220px, 2fr)',
    cell: ({ address }) => <code className="font-mono select-all">{address}</code>,
  },
  {
    id: 'copy',
    header: '',
    width: '48px',
    cell: ({ address, name }) => (
      <IconButton icon={Copy} label={words.copy(name)} onClick={() => onCopy(address, name)} />
    ),
  },
];

export function HostList({ hosts, onCopy }: HostListProps): ReactNode {
  const words = useText().vsphere;
  const columns = useMemo(() => columnsOf(words, onCopy), [words, onCopy]);
  return (
    <DataTable
      label={words.tabs.hosts}
      rows={hosts}
      columns={columns}
      keyOf={({ id }) => id}
      initialSort={{ column: 'name', direction: 'ascending' }}
      empty={
        <EmptyState
          text={words.noHosts}
          action={
            <Link to="/settings?section=faces" className="text-12 text-accent hover:underline">
              {words.settings}
            </Link>
          }
        />
      }
    />
  );
}
