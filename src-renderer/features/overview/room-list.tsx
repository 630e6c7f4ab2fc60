import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Overview } from '../../../sim/contract/queries.ts';
import { metricText } from '../../ui/numbers.ts';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { StatusKind } from '../../ui/status-mark.tsx';

type Room = Overview['rooms'][number];

/** Green, amber and red, with a shape and a word each. */
const marks = {
  ok: { kind: 'ok', word: 'Normal' },
  warning: { kind: 'major', word: 'Warning' },
  critical: { kind: 'critical', word: 'Critical' },
  unknown: { kind: 'stale', word: 'Unknown' },
} as const satisfies Record<Room['state'], { readonly kind: StatusKind; readonly word: string }>;

type RoomListProps = { readonly rooms: readonly Room[]; readonly onOpen: (id: EntityId) => void };

export const RoomList = ({ rooms, onOpen }: RoomListProps): ReactNode => {
  if (rooms.length === 0) return <EmptyState text="This lab has no rooms yet." />;
  return (
    <ul aria-label="Rooms">
      {rooms.map((room) => (
        <li key={room.id} className="not-first:border-t">
          <button
            type="button"
            onClick={() => onOpen(room.id)}
            className="grid w-full grid-cols-[88px_minmax(0,1fr)_auto] items-center gap-x-3 px-3 py-2 text-left text-12 -outline-offset-2 hover:bg-hover"
          >
            <StatusMark {...marks[room.state]} showWord />
            <span className="min-w-0">
              <span className="block text-13 font-medium">{room.name}</span>
              <span className="block truncate text-text-2">{room.because}</span>
            </span>
            <span className="text-right text-text-2">
              <span className="block">
                {room.racks} {room.racks === 1 ? 'rack' : 'racks'}, {metricText('total-power', room.power)}
              </span>
              <span className="block">
                {metricText('temperature', room.meanInlet)}, max {metricText('temperature', room.maxInlet)}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
};
