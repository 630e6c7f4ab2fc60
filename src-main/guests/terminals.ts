import { randomBytes } from 'node:crypto';
import type { EntityId } from '../../sim/contract/ids.ts';
import type {
  TerminalOrder,
  TerminalRequest,
  TerminalSession,
  TerminalShare,
  TerminalShareMade,
} from '../../sim/contract/terminal.ts';
import { accepted, refused } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import type { World } from '../../sim/index.ts';
import { bytesOf } from '../../sim/guests/bytes.ts';
import type { Boxes } from './container/boxes.ts';
import type { Announcement, Dispose } from '../host/announcement.ts';
import type { LocalShell } from '../local-shell/local-shell.ts';
import type { LiveGuest } from './live-guest.ts';
import { openLine } from './open-line.ts';
import type { Client, Line } from './open-line.ts';
import type { GuestRuntime } from './runtime.ts';
import { attach, openSerial } from './serial-line.ts';
import { endOf, sessionEndText } from './session-end.table.ts';
import { createShares } from './shares.ts';
import type { Shares } from './shares.ts';
import { factsOf, finish, newLife, show, showOut, sit } from './terminal-life.ts';
import type { Life, LifeDeps, Seat, Viewer } from './terminal-life.ts';

export type Terminals = {
  readonly open: (request: TerminalRequest, viewer: Viewer) => Promise<Result<Seat>>;
  /** Whoever has the token of a share looks on at its session, and at no other. */
  readonly lookOn: (token: string, viewer: Viewer) => Result<Seat>;
  readonly isShare: (token: string) => boolean;
  readonly sessions: () => TerminalSession[];
  readonly shares: () => TerminalShare[];
  readonly share: (order: Extract<TerminalOrder, { do: 'share' }>) => Result<TerminalShareMade>;
  readonly unshare: (share: string) => Result<null>;
  readonly close: () => void;
};

export type TerminalsDeps = {
  readonly runtime: Pick<GuestRuntime, 'find' | 'open' | 'console'>;
  /** Left out, no machine is a container. */
  readonly boxes?: Pick<Boxes, 'isBacked' | 'doorOf' | 'logOf'>;
  readonly world: () => World;
  readonly listen: (listener: (announcement: Announcement) => void) => Dispose;
  /** Of the wall: shares end by it. */
  readonly now: () => number;
  readonly exportsDirectory: string;
  readonly localShell: LocalShell;
};

const mostSessions = 256;
const mostShares = 64;

type Hall = TerminalsDeps &
  LifeDeps & {
    readonly lives: Map<string, Life>;
    readonly shares: Shares;
    readonly run: string;
    opened: number;
  };

/** Terminals of the control room: each outlives its socket for a while, and may be looked at by several. */
export function createTerminals(deps: TerminalsDeps): Terminals {
  const lives = new Map<string, Life>();
  const shares = createShares(deps.now, (share) => {
    const life = lives.get(share.session);
    if (life !== undefined) showOut(life, share);
  });
  const gone = ({ id }: Life): void => {
    lives.delete(id);
    shares.dropSession(id);
  };
  // A page that comes back after a restart must not find somebody else's terminal under its own one's name.
  const run = randomBytes(4).toString('hex');
  const labTime = () => deps.world().now();
  const hall: Hall = { ...deps, labTime, gone, lives, shares, run, opened: 0 };
  const stop = deps.listen((announcement) => hear(hall, announcement));
  return {
    open: (request, viewer) =>
      request.session === undefined
        ? begin(hall, request, viewer)
        : Promise.resolve(join(hall, request, viewer)),
    lookOn: (token, viewer) => lookOn(hall, token, viewer),
    isShare: (token) => shares.of(token) !== null,
    sessions: () => [...lives.values()].map(factsOf),
    shares: () => shares.list().map((share) => ({ ...withoutId(share), watching: watchersBy(hall, share) })),
    share: (order) => makeShare(hall, order),
    unshare: (id) =>
      shares.drop(id)
        ? accepted(null)
        : refused('not-found', `There is no share ${id}: its time is over, or it was taken back`, {
            where: 'share',
          }),
    close: () => {
      stop();
      for (const life of lives.values()) finish(hall, life, { reason: 'host-closes', status: null });
      shares.close();
    },
  };
}

type Share = ReturnType<Shares['list']>[number];

const withoutId = ({ id, session, name, expiresAt }: Share) => ({ share: id, session, name, expiresAt });

const watchersBy = ({ lives }: Hall, { id, session }: Share): number =>
  [...(lives.get(session)?.places.values() ?? [])].filter(({ share }) => share?.id === id).length;

function makeShare(
  { lives, shares }: Hall,
  { session, name, minutes }: Extract<TerminalOrder, { do: 'share' }>,
): Result<TerminalShareMade> {
  const life = lives.get(session);
  if (life === undefined) return overRefusal;
  if (life.request.kind === 'local')
    return refused('not-allowed', 'A shell of this computer is not shared', { where: 'session' });
  if (shares.list().length >= mostShares)
    return refused('too-many', `No more than ${mostShares} shares at a time`, { hint: 'Take some back.' });
  return accepted(shares.make({ session, name, minutes }));
}

const overRefusal = refused('not-found', 'This terminal is open no more', { where: 'session' });

function join(hall: Hall, request: TerminalRequest, viewer: Viewer): Result<Seat> {
  const life = hall.lives.get(request.session ?? '');
  if (life === undefined) return overRefusal;
  return accepted(sit(hall, life, { viewer, mode: request.mode, share: null }));
}

function lookOn(hall: Hall, token: string, viewer: Viewer): Result<Seat> {
  const share = hall.shares.of(token);
  const life = hall.lives.get(share?.session ?? '');
  if (share === null || life === undefined) return overRefusal;
  return accepted(sit(hall, life, { viewer, mode: 'view', share }));
}

async function begin(hall: Hall, request: TerminalRequest, viewer: Viewer): Promise<Result<Seat>> {
  if (hall.lives.size >= mostSessions)
    return refused('too-many', `No more than ${mostSessions} terminals at a time`, { hint: 'Close some.' });
  const begun = request.kind === 'local' ? await beginLocal(hall, request) : await beginOn(hall, request);
  if (!begun.ok) return begun;
  hall.lives.set(begun.value.id, begun.value);
  return accepted(sit(hall, begun.value, { viewer, mode: 'control', share: null }));
}

type Named = { readonly machine: EntityId | null; readonly name: string };

function lifeOf(hall: Hall, request: TerminalRequest, { machine, name }: Named): Life {
  hall.opened += 1;
  return newLife({
    id: `terminal-${hall.run}-${hall.opened}`,
    machine,
    name,
    request,
    openedAt: hall.labTime(),
  });
}

async function beginOn(hall: Hall, request: TerminalRequest): Promise<Result<Life>> {
  const { runtime } = hall;
  const found = runtime.find(request.machine ?? '');
  if (!found.ok) return found;
  const { id, name } = found.value;
  if (hall.boxes?.isBacked(id) === true) return beginInBox(hall, request, { id, name, boxes: hall.boxes });
  if (request.kind === 'console') {
    const life = lifeOf(hall, request, { machine: id, name });
    openSerial(hall, life, id);
    return accepted(life);
  }
  const opened = await runtime.open(id);
  if (!opened.ok) return opened;
  const life = lifeOf(hall, request, { machine: id, name });
  const started = startShell(hall, life, opened.value);
  if (!started.ok) return started;
  life.line = started.value;
  return accepted(life);
}

type InBox = {
  readonly id: EntityId;
  readonly name: string;
  readonly boxes: NonNullable<TerminalsDeps['boxes']>;
};

/** In a container a console is a shell of its own, after what the container wrote. */
async function beginInBox(
  hall: Hall,
  request: TerminalRequest,
  { id, name, boxes }: InBox,
): Promise<Result<Life>> {
  const door = await boxes.doorOf(id);
  if (!door.ok) return door;
  const user = await door.value.userOf(request.as);
  if (user === null) return refused('not-found', `${name} has no user ${request.as}`, { where: 'as' });
  const life = lifeOf(hall, request, { machine: id, name });
  const log = request.kind === 'console' ? await boxes.logOf(id, 200) : null;
  if (log?.ok === true) show(life, bytesOf(log.value.text.replaceAll(/\r?\n/g, '\r\n')));
  const terminal = { columns: life.columns, rows: life.rows };
  const what = { kind: 'session', user: user.name, command: null } as const;
  life.line = door.value.openLine(
    user,
    { what, environment: usualEnvironment, terminal },
    clientOf(hall, life),
  );
  return accepted(life);
}

const usualEnvironment: ReadonlyMap<string, string> = new Map([
  ['TERM', 'xterm-256color'],
  ['LANG', 'C.UTF-8'],
]);

function startShell(hall: Hall, life: Life, guest: LiveGuest): Result<Line> {
  const terminal = { columns: life.columns, rows: life.rows };
  const what = { kind: 'session', user: life.request.as, command: null } as const;
  return openLine(guest, { what, environment: usualEnvironment, terminal }, clientOf(hall, life));
}

const clientOf = (hall: Hall, life: Life): Client => ({
  write: (bytes) => show(life, bytes),
  backlog: () => backlogOf(life),
  exited: (change) =>
    finish(hall, life, { reason: 'exited', status: change.how === 'exited' ? change.status : null }),
  cut: (reason) =>
    finish(hall, life, { reason: endOf(reason), status: null, message: sessionEndText[reason] }),
});

const backlogOf = ({ places }: Life): number =>
  Math.max(0, ...[...places.keys()].map((viewer) => viewer.backlog()));

async function beginLocal(hall: Hall, request: TerminalRequest): Promise<Result<Life>> {
  const life = lifeOf(hall, request, { machine: null, name: hall.localShell.name() });
  const opened = await hall.localShell.open({
    columns: request.columns,
    rows: request.rows,
    write: (bytes) => show(life, bytes),
    backlog: () => backlogOf(life),
    exited: (status) => finish(hall, life, { reason: 'exited', status }),
  });
  if (!opened.ok) return opened;
  life.line = opened.value;
  return accepted(life);
}

function hear(hall: Hall, announcement: Announcement): void {
  if (announcement.kind === 'reset') {
    const why = announcement.reason === 'lab' ? 'lab-changed' : 'rewound';
    for (const life of serialLives(hall))
      finish(hall, life, { reason: why, status: null, message: sessionEndText[why] });
  }
  if (announcement.kind !== 'events') return;
  const waiting = serialLives(hall).filter(({ line }) => line === null);
  if (waiting.length === 0) return;
  for (const { event } of announcement.items) {
    if (event.type === 'entity.removed') endSerial(hall, event.id);
    if (event.type === 'entity.changed') revive(hall, event.entity.id);
    if (event.type === 'guest.stopped') revive(hall, event.machine);
  }
}

const serialLives = ({ lives }: Hall): readonly Life[] =>
  [...lives.values()].filter(({ request }) => request.kind === 'console');

function endSerial(hall: Hall, machine: EntityId): void {
  const message = sessionEndText['machine-removed'];
  for (const life of serialLives(hall))
    if (life.machine === machine) finish(hall, life, { reason: 'machine-removed', status: null, message });
}

/** It has power again, and was not asked for since. */
function revive(hall: Hall, machine: EntityId): void {
  if ((hall.world().guests.get(machine)?.bootedAt ?? null) !== null) return;
  for (const life of serialLives(hall)) if (life.machine === machine) attach(hall, life, machine);
}
