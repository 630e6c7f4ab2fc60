import type { Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { Refusal } from '../../sim/contract/result.ts';
import type { Log } from '../host/log.ts';
import type { Listening, ListenOn } from './listen-on.ts';

/** Where one of the listeners should stand. */
export type Place = { readonly host: string; readonly port: number };

export type ListenerLimits = {
  readonly connectionsEach: number;
  readonly connectionsInAll: number;
  readonly idleMillis: number;
  /** Sockets opened or closed before the event loop turns. */
  readonly batch: number;
  /** Between two rounds: a lab that is being built changes without end. */
  readonly restMillis: number;
  /** Given back when the machine has no more sockets: the host itself needs some. */
  readonly reserve: number;
  readonly retryMillis: number;
};

export type ListenersDeps = {
  /** Who should listen where, now. The first ones are opened first. */
  readonly wish: () => ReadonlyMap<string, Place>;
  readonly onSocket: (key: string, socket: Socket) => void;
  readonly listen: ListenOn;
  readonly limits: ListenerLimits;
  readonly log: Log;
};

export type Listeners = {
  /** The wish changed: opens and closes what differs. */
  readonly refresh: () => void;
  readonly settled: () => Promise<void>;
  readonly at: (key: string) => Place | undefined;
  readonly count: () => number;
  readonly problems: () => ReadonlyMap<string, Refusal>;
  readonly close: () => Promise<void>;
};

type Open = { readonly asked: Place; readonly at: Place; readonly listening: Listening };
type Shelf = {
  readonly open: Map<string, Open>;
  readonly problems: Map<string, Refusal>;
  /** Whose problem stands in the log already: a retry is no news. */
  readonly told: Set<string>;
  connections: number;
  /** As many as the machine had sockets for; no more are tried until all are closed. */
  ceiling: number;
  stale: boolean;
  closed: boolean;
};

/** Many TCP ports, kept as somebody wishes them: those that stay the same are never touched. */
export function createListeners(deps: ListenersDeps): Listeners {
  const shelf: Shelf = {
    open: new Map(),
    problems: new Map(),
    told: new Set(),
    connections: 0,
    ceiling: Number.POSITIVE_INFINITY,
    stale: false,
    closed: false,
  };
  let work: Promise<void> | null = null;
  let retry: NodeJS.Timeout | undefined;
  const run = async (): Promise<void> => {
    // Several changes of one turn are one change.
    await nextTurn();
    while (shelf.stale) {
      shelf.stale = false;
      await follow(shelf, deps);
      if (shelf.stale) await sleep(deps.limits.restMillis);
    }
    // In one turn with the look at `stale`: a refresh from now on starts anew.
    work = null;
    if (shelf.closed || ![...shelf.problems.values()].some(({ code }) => code === 'busy')) return;
    retry = setTimeout(refresh, deps.limits.retryMillis).unref();
  };
  const refresh = (): void => {
    clearTimeout(retry);
    if (shelf.closed) return;
    shelf.stale = true;
    work ??= run();
  };
  const settled = async (): Promise<void> => {
    while (work !== null) await work;
  };
  return {
    refresh,
    settled,
    at: (key) => shelf.open.get(key)?.at,
    count: () => shelf.open.size,
    problems: () => shelf.problems,
    close: async () => {
      shelf.closed = true;
      clearTimeout(retry);
      await settled();
      await closeAll(shelf, [...shelf.open.keys()], deps.limits.batch);
    },
  };
}

async function follow(shelf: Shelf, deps: ListenersDeps): Promise<void> {
  const wish: ReadonlyMap<string, Place> = shelf.closed ? new Map() : deps.wish();
  const leaving = [...shelf.open]
    .filter(([key, { asked }]) => !isSame(asked, wish.get(key)))
    .map(([key]) => key);
  await closeAll(shelf, leaving, deps.limits.batch);
  if (shelf.open.size === 0) shelf.ceiling = Number.POSITIVE_INFINITY;
  shelf.problems.clear();
  const coming = [...wish].filter(([key]) => !shelf.open.has(key));
  for (let at = 0; at < coming.length; at += deps.limits.batch) {
    if (shelf.stale || shelf.closed) return;
    const batch = coming.slice(at, at + deps.limits.batch);
    if (shelf.open.size + batch.length > shelf.ceiling) {
      for (const [key] of coming.slice(at)) shelf.problems.set(key, outOfSockets);
      return;
    }
    await Promise.all(batch.map(([key, place]) => open(shelf, deps, { key, place })));
    if ([...shelf.problems.values()].some(({ code }) => code === 'too-many')) await giveBack(shelf, deps);
    await nextTurn();
  }
}

const isSame = (one: Place, other: Place | undefined): boolean =>
  one.host === other?.host && one.port === other.port;

const outOfSockets: Refusal = {
  code: 'too-many',
  message: 'This machine lets one program open no more sockets',
  hint: 'Raise the limit of open files (ulimit -n) and start again',
};

async function open(
  shelf: Shelf,
  deps: ListenersDeps,
  { key, place }: { readonly key: string; readonly place: Place },
): Promise<void> {
  const { limits, log } = deps;
  const opened = await deps.listen({
    ...place,
    mostConnections: limits.connectionsEach,
    idleMillis: limits.idleMillis,
    onTurnedAway: () => log.warn('turned away: too many connections', { to: key }),
    onSocket: (socket) => {
      if (shelf.connections >= limits.connectionsInAll) {
        log.warn('turned away: too many connections in all', { to: key });
        socket.destroy();
        return;
      }
      shelf.connections += 1;
      socket.once('close', () => {
        shelf.connections -= 1;
      });
      deps.onSocket(key, socket);
    },
  });
  if (!opened.ok) {
    shelf.problems.set(key, opened.refusal);
    if (!shelf.told.has(key)) log.warn('does not answer', { who: key, refusal: opened.refusal });
    shelf.told.add(key);
    return;
  }
  shelf.told.delete(key);
  const at = { host: place.host, port: opened.value.port };
  shelf.open.set(key, { asked: place, at, listening: opened.value });
}

/** The machine is out of sockets: the latest are closed again, so that the host can still open its files. */
async function giveBack(shelf: Shelf, { limits, log }: ListenersDeps): Promise<void> {
  const last = [...shelf.open.keys()].slice(-limits.reserve);
  await closeAll(shelf, last, limits.batch);
  for (const key of last) shelf.problems.set(key, outOfSockets);
  shelf.ceiling = shelf.open.size;
  log.warn('no more sockets; the other devices do not answer', { answering: shelf.open.size });
}

async function closeAll(shelf: Shelf, keys: readonly string[], batch: number): Promise<void> {
  for (let at = 0; at < keys.length; at += batch) {
    const leaving = keys.slice(at, at + batch).flatMap((key) => {
      const one = shelf.open.get(key);
      shelf.open.delete(key);
      return one === undefined ? [] : [one.listening.close()];
    });
    await Promise.all(leaving);
    await nextTurn();
  }
}
