import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Overview } from '../../../sim/contract/queries.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { useText } from '../../text/text.ts';
import { metricText } from '../../ui/numbers.ts';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { StatusKind } from '../../ui/status-mark.tsx';

type Room = Overview['rooms'][number];

/** Green, amber and red, with a shape and a word each. */
const marks = {
  ok: 'ok',
  warning: 'major',
  critical: 'critical',
  unknown: 'stale',
} as const satisfies Record<Room['state'], StatusKind>;

function reasonOf(words: Catalogue['overview']['rooms'], room: Room): string {
  switch (room.reason) {
    case 'alarm':
      return room.because;
    case 'no-readings':
      return words.noReadings;
    case 'warm':
      return words.warm(metricText('temperature', room.maxInlet));
    case 'normal':
      return words.normal;
    default:
      return room.reason satisfies never;
  }
}

type RoomListProps = {
  readonly rooms: readonly Room[];
  /** Where rooms of several sites stand together: the name of a room's site. */
  readonly siteOf: ((room: Room) => string) | null;
  readonly onOpen: (id: EntityId) => void;
};

export const RoomList = ({ rooms, siteOf, onOpen }: RoomListProps): ReactNode => {
  const words = useText().overview.rooms;
  if (rooms.length === 0) return <EmptyState text={words.empty} />;
  return (
    <ul aria-label={words.label}>
      {rooms.map((room) => (
        <li key={room.id} className="not-first:border-t">
          <button
            type="button"
            onClick={() => onOpen(room.id)}
            className="grid w-full grid-cols-[88px_minmax(0,1fr)_auto] items-center gap-x-3 px-3 py-2 text-left text-12 -outline-offset-2 hover:bg-hover"
          >
            <StatusMark kind={marks[room.state]} word={words.states[room.state]} showWord />
            <span className="min-w-0">
              <span className="block truncate text-13 font-medium">
                {siteOf !== null && <span className="text-text-2">{siteOf(room)} / </span>}
                {room.name}
              </span>
              <span className="block truncate text-text-2">{reasonOf(words, room)}</span>
            </span>
            <span className="text-right text-text-2">
              <span className="block">
                {words.racks(room.racks)}, {metricText('total-power', room.power)}
              </span>
              <span className="block">
                {metricText('temperature', room.meanInlet)},{' '}
                {words.max(metricText('temperature', room.maxInlet))}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
};
