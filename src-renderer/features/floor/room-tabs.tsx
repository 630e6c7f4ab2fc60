import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { RackMark } from '../../canvas/floor/mark-cells.ts';
import { useText } from '../../text/text.ts';
import { StatusMark } from '../../ui/status-mark.tsx';

export type RoomTab = { readonly id: EntityId; readonly name: string; readonly mark: RackMark | null };

type RoomTabsProps = {
  readonly rooms: readonly RoomTab[];
  readonly room: EntityId;
  readonly onRoom: (id: EntityId) => void;
  readonly note: string;
  readonly tools: ReactNode;
  /** One panel for all rooms: the canvas in it lives on when the room changes. */
  readonly children: ReactNode;
};

export const RoomTabs = ({ rooms, room, onRoom, note, tools, children }: RoomTabsProps): ReactNode => (
  <Tabs.Root
    value={room}
    onValueChange={(id) => onRoom(id as EntityId)}
    className="flex min-h-0 flex-1 flex-col rounded-lg border border-line bg-surface"
  >
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b px-3 py-1.5">
      <Tabs.List aria-label={useText().floor.rooms} className="-ml-1 flex flex-wrap gap-1">
        {rooms.map(({ id, name, mark }) => (
          <Tabs.Trigger
            key={id}
            value={id}
            className="flex h-7 items-center gap-1.5 rounded-md px-2 text-13 font-medium text-text-2 hover:text-text data-[state=active]:bg-hover data-[state=active]:font-semibold data-[state=active]:text-text"
          >
            {name}
            {mark !== null && <StatusMark kind={mark.severity} size={12} />}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <span className="text-13 text-text-2">{note}</span>
      <div className="ml-auto flex flex-wrap items-center gap-2">{tools}</div>
    </div>
    <Tabs.Content value={room} tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
      {children}
    </Tabs.Content>
  </Tabs.Root>
);
