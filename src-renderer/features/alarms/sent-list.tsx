import type { ReactNode } from 'react';
import type { AlarmId } from '../../../sim/contract/ids.ts';
import type { Notification } from '../../../sim/contract/notifications.ts';
import type { QueryState } from '../../data/client.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Face } from '../../ui/face.tsx';
import { labMoment } from '../../ui/numbers.ts';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { channelWords, deliveryMarks, deliveryText, kindText } from './notification-words.ts';

export type SentListProps = {
  readonly sent: QueryState<{ readonly items: readonly Notification[] }>;
  readonly onOpen: (alarm: AlarmId) => void;
};

const columns: readonly Column<Notification>[] = [
  { id: 'at', header: 'Lab time', width: '152px', cell: ({ at }) => labMoment(at) },
  {
    id: 'state',
    header: 'Delivery',
    width: '96px',
    compare: (a, b) => a.state.localeCompare(b.state),
    cell: ({ state }) => <StatusMark {...deliveryMarks[state]} showWord />,
  },
  {
    id: 'to',
    header: 'To',
    width: 'minmax(110px, 0.8fr)',
    cell: ({ channel, to }) => (
      <span title={to.join(', ')}>
        <span className="text-text-3">{channelWords[channel]}</span> {to.join(', ')}
      </span>
    ),
  },
  {
    id: 'title',
    header: 'Message',
    width: 'minmax(150px, 1.6fr)',
    cell: (one) => (
      <span title={deliveryText(one)}>
        <StatusMark kind={one.severity} /> {one.title}
        <span className="text-text-3">
          {' '}
          {kindText(one)} {one.detail}
        </span>
      </span>
    ),
  },
];

export const SentList = ({ sent, onOpen }: SentListProps): ReactNode => (
  <Face
    state={sent}
    what="What was sent"
    still="Alarms are told of all the same, and who is told can be changed here."
  >
    {({ items }) => (
      <DataTable
        label="What was sent"
        rows={items}
        columns={columns}
        keyOf={({ id }) => String(id)}
        onOpen={({ alarms: [first] }) => {
          if (first !== undefined) onOpen(first);
        }}
        empty={<EmptyState text="Nobody has been told of anything since the host was started." />}
      />
    )}
  </Face>
);
