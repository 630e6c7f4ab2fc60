/** The screens and keyboards of machines: one each, whoever looks at it; opened when somebody asks for the first time. */
import { setTimeout as pause } from 'node:timers/promises';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import type { Result } from '../../../../sim/contract/result.ts';
import { accepted, refused } from '../../../../sim/contract/result.ts';
import { terminalRequestSchema } from '../../../../sim/contract/terminal.ts';
import type { Bytes } from '../../../../sim/guests/bytes.ts';
import type { Seat, Viewer } from '../../../guests/terminal-life.ts';
import type { Terminals } from '../../../guests/terminals.ts';
import type { Announcement } from '../../../host/announcement.ts';
import { size, textOf } from './cells.ts';
import { createTerminal } from './terminal.ts';
import type { Terminal } from './terminal.ts';

/** Where consoles of machines are opened. */
export type ConsoleHouse = Pick<Terminals, 'open'>;

type Watcher = { readonly changed: () => void; readonly ended: () => void };

export type Screen = Pick<Terminal, 'cells' | 'palette'> & {
  /** Letters, or what a key sends. */
  readonly type: (text: string) => void;
  readonly watch: (watcher: Watcher) => () => void;
};

export type Screens = {
  /** As it is when it has said what it has to say. */
  readonly of: (machine: EntityId) => Promise<Result<Screen>>;
  readonly close: () => void;
};

type Open = {
  readonly screen: Screen;
  readonly watchers: Set<Watcher>;
  readonly seat: Seat;
};

type Deps = {
  readonly house: ConsoleHouse;
  readonly listen: (listener: (announcement: Announcement) => void) => () => void;
};

/** Of those that nobody looks at, the one that was asked for longest ago is closed. */
const mostOpen = 32;

type Room = Deps & {
  readonly open: Map<EntityId, Open>;
  readonly opening: Map<EntityId, Promise<Result<Screen>>>;
};

export function createScreens(deps: Deps): Screens {
  const room: Room = { ...deps, open: new Map(), opening: new Map() };
  const deaf = deps.listen((announcement) => hear(room, announcement));
  return {
    of: (machine) => screenOf(room, machine),
    close: () => {
      deaf();
      for (const machine of room.open.keys()) end(room, machine);
    },
  };
}

function screenOf(room: Room, machine: EntityId): Promise<Result<Screen>> {
  const known = room.open.get(machine);
  if (known !== undefined) {
    room.open.delete(machine);
    room.open.set(machine, known);
    return Promise.resolve(accepted(known.screen));
  }
  const same = room.opening.get(machine);
  if (same !== undefined) return same;
  const going = begin(room, machine).finally(() => room.opening.delete(machine));
  room.opening.set(machine, going);
  return going;
}

async function begin(room: Room, machine: EntityId): Promise<Result<Screen>> {
  makePlace(room);
  const watchers = new Set<Watcher>();
  const typed = createTyping();
  const terminal = createTerminal(typed.type);
  let isOver = false;
  const viewer: Viewer = {
    send: ({ type }) => {
      if (type === 'ended') isOver = true;
    },
    bytes: (bytes: Bytes) => {
      terminal.write(Buffer.from(bytes, 'latin1'));
      for (const { changed } of watchers) changed();
    },
    backlog: () => 0,
    close: () => end(room, machine),
  };
  const request = terminalRequestSchema.parse({ machine, kind: 'console', ...size });
  const seat = await room.house.open(request, viewer);
  if (!seat.ok) return seat;
  typed.seat(seat.value);
  if (isOver) return refused('wrong-state', 'The console ended while it was opened');
  const screen: Screen = {
    cells: terminal.cells,
    palette: terminal.palette,
    type: typed.type,
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
  room.open.set(machine, { screen, watchers, seat: seat.value });
  await settled(terminal);
  return accepted(screen);
}

/** A console may ask something back before anybody sits at it. */
function createTyping() {
  let seat: Seat | null = null;
  return {
    seat: (given: Seat): void => {
      seat = given;
    },
    type: (text: string): void => seat?.input(Buffer.from(text, 'utf8').toString('latin1')),
  };
}

const lookMillis = 25;
const mostLooks = 60;

/** A system that was never asked for starts now: until its login, or as far as it comes. */
async function settled({ cells }: Terminal): Promise<void> {
  let before = -1;
  let still = 0;
  for (let looks = 0; looks < mostLooks && still < 4; looks += 1) {
    const isSaid = textOf(cells).trim() !== '';
    still = isSaid && before === cells.changes ? still + 1 : 0;
    before = cells.changes;
    await pause(lookMillis);
  }
}

function makePlace(room: Room): void {
  if (room.open.size < mostOpen) return;
  for (const [machine, { watchers }] of room.open) if (watchers.size === 0) return end(room, machine);
}

function end({ open }: Pick<Room, 'open'>, machine: EntityId): void {
  const known = open.get(machine);
  if (!open.delete(machine) || known === undefined) return;
  known.seat.end();
  for (const { ended } of known.watchers) ended();
}

function hear(room: Room, announcement: Announcement): void {
  if (announcement.kind === 'reset') for (const machine of room.open.keys()) end(room, machine);
  if (announcement.kind !== 'events') return;
  for (const { event } of announcement.items) if (event.type === 'entity.removed') end(room, event.id);
}
