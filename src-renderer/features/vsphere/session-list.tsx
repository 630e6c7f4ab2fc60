import { LogOut } from 'lucide-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { VsphereSession } from '../../../sim/contract/vsphere.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { countText, labMoment } from '../../ui/numbers.ts';
import { EmptyState } from '../../ui/states.tsx';

type SessionListProps = {
  readonly sessions: readonly VsphereSession[];
  readonly onEnd: (session: VsphereSession) => void;
};

type Words = Catalogue['vsphere'];

const columnsOf = (words: Words, onEnd: SessionListProps['onEnd']): readonly Column<VsphereSession>[] => [
  {
    id: 'user',
    header: words.user,
    width: 'minmax(160px, 1fr)',
    cell: ({ user }) => user,
    compare: (a, b) => a.user.localeCompare(b.user),
  },
  {
    id: 'agent',
    header: words.client,
    width: 'minmax(140px, 1fr)',
    cell: ({ agent, address }) => `${agent === '' ? words.nameless : agent} · ${address}`,
    compare: (a, b) => a.agent.localeCompare(b.agent),
  },
  {
    id: 'login',
    header: words.since,
    width: '160px',
    cell: ({ loginTime }) => labMoment(loginTime),
    compare: (a, b) => a.loginTime - b.loginTime,
  },
  {
    id: 'last',
    header: words.lastCall,
    width: '160px',
    cell: ({ lastActive }) => labMoment(lastActive),
    compare: (a, b) => a.lastActive - b.lastActive,
  },
  {
    id: 'calls',
    header: words.calls,
    width: '80px',
    align: 'end',
    cell: ({ calls }) => countText(calls),
    compare: (a, b) => a.calls - b.calls,
  },
  {
    id: 'end',
    header: '',
    width: '48px',
    cell: (session) => (
      <IconButton icon={LogOut} label={words.end(session.user)} onClick={() => onEnd(session)} />
    ),
  },
];

export function SessionList({ sessions, onEnd }: SessionListProps): ReactNode {
  const words = useText().vsphere;
  const columns = useMemo(() => columnsOf(words, onEnd), [words, onEnd]);
  return (
    <DataTable
      label={words.sessions}
      rows={sessions}
      columns={columns}
      keyOf={({ key }) => key}
      initialSort={{ column: 'login', direction: 'descending' }}
      empty={<EmptyState text={words.noSession} />}
    />
  );
}
