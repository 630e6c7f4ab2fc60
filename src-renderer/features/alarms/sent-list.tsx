import type { ReactNode } from 'react';
import type { AlarmId } from '../../../sim/contract/ids.ts';
import type { Notification } from '../../../sim/contract/notifications.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Face } from '../../ui/face.tsx';
import { labMoment } from '../../ui/numbers.ts';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { channelWord, deliveryMark, deliveryText, kindText } from './notification-words.ts';

export type SentListProps = {
  readonly sent: QueryState<{ readonly items: readonly Notification[] }>;
  readonly onOpen: (alarm: AlarmId) => void;
};

const columnsOf = (words: Catalogue['notifications']['sent']['columns']): readonly Column<Notification>[] => [
  { id: 'at', header: words.at, width: '152px', cell: ({ at }) => labMoment(at) },
  {
    id: 'state',
    header: words.state,
    width: '96px',
    compare: (a, b) => a.state.localeCompare(b.state),
    cell: ({ state }) => <StatusMark {...deliveryMark(state)} showWord />,
  },
  {
    id: 'to',
    header: words.to,
    width: 'minmax(110px, 0.8fr)',
    cell: ({ channel, to }) => (
      <span title={to.join(', ')}>
        <span className="text-text-3">{channelWord(channel)}</span> {to.join(', ')}
      </span>
    ),
  },
  {
    id: 'title',
    header: words.title,
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

export function SentList({ sent, onOpen }: SentListProps): ReactNode {
  const { sent: words } = useText().notifications;
  return (
    <Face state={sent} what={words.title} still={words.still}>
      {({ items }) => (
        <DataTable
          label={words.title}
          rows={items}
          columns={columnsOf(words.columns)}
          keyOf={({ id }) => String(id)}
          onOpen={({ alarms: [first] }) => {
            if (first !== undefined) onOpen(first);
          }}
          empty={<EmptyState text={words.none} />}
        />
      )}
    </Face>
  );
}
