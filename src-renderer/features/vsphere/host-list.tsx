/** The hosts as endpoints of their own, where that is switched on. */
import { Copy } from 'lucide-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { VsphereState } from '../../../sim/contract/vsphere.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { told, useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

type Host = VsphereState['hosts'][number];

type HostListProps = {
  readonly hosts: readonly Host[];
  /** Whether hosts answer at all. */
  readonly ownHosts: VsphereState['ownHosts'];
  readonly onSwitchOn: () => void;
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
    header: words.state,
    width: 'minmax(160px, 3fr)',
    cell: ({ detail }) => (
      <span title={told(detail)}>
        <StatusMark
          kind={detail === '' ? 'ok' : 'major'}
          word={detail === '' ? words.states.up : told(detail)}
          showWord
        />
      </span>
    ),
  },
  {
    id: 'address',
    header: words.address,
    width: '220px',
    cell: ({ address }) => (address === '' ? '–' : <code className="font-mono select-all">{address}</code>),
  },
  {
    id: 'copy',
    header: '',
    width: '48px',
    cell: ({ address, name }) =>
      address !== '' && (
        <IconButton icon={Copy} label={words.copy(name)} onClick={() => onCopy(address, name)} />
      ),
  },
];

export function HostList({ hosts, ownHosts, onSwitchOn, onCopy }: HostListProps): ReactNode {
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
        ownHosts === 'on' ? (
          <EmptyState text={words.noHosts} />
        ) : (
          <EmptyState
            text={words.hostsAreOff}
            action={
              <Button look="primary" onClick={onSwitchOn}>
                {words.switchHostsOn}
              </Button>
            }
          />
        )
      }
    />
  );
}
