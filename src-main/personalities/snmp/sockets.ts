import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Refusal, Result } from '../../../sim/contract/result.ts';
import type { Log } from '../../host/log.ts';
import { outOfSockets } from './open-socket.ts';
import type { OnDatagram, OpenSocket, Place } from './open-socket.ts';

export type SocketsDeps = {
  /** Who should answer where, now. The first ones are opened first. */
  readonly wish: () => ReadonlyMap<string, Place>;
  readonly onDatagram: (key: string, datagram: Buffer) => Buffer | null;
  readonly open: (place: Place, onDatagram: OnDatagram) => Promise<Result<OpenSocket>>;
  readonly log: Log;
  readonly limits: SocketLimits;
};

export type SocketLimits = {
  /** Opened or closed before the event loop turns. */
  readonly batch: number;
  /** Given back when the machine has no more: the host itself needs some. */
  readonly reserve: number;
  /** A port that is taken may become free. */
  readonly retryMillis: number;
};

export type Sockets = {
  /** The wish changed: opens and closes what differs. */
  readonly refresh: () => void;
  readonly settled: () => Promise<void>;
  readonly at: (key: string) => Place | undefined;
  readonly count: () => number;
  readonly problems: () => ReadonlyMap<string, Refusal>;
  readonly close: () => Promise<void>;
};

type Held = { readonly asked: Place; readonly at: Place; readonly socket: OpenSocket };
type Shelf = {
  readonly open: Map<string, Held>;
  readonly problems: Map<string, Refusal>;
  /** Whose problem stands in the log already: a retry is no news. */
  readonly told: Set<string>;
  /** As many as the machine had sockets for; no more are tried until all are closed. */
  ceiling: number;
  isStale: boolean;
  isClosed: boolean;
};

/** Many UDP sockets, kept as somebody wishes them: those that stay the same are never touched. */
export function createSockets(deps: SocketsDeps): Sockets {
  const shelf: Shelf = {
    open: new Map(),
    problems: new Map(),
    told: new Set(),
    ceiling: Number.POSITIVE_INFINITY,
    isStale: false,
    isClosed: false,
  };
  let work: Promise<void> | null = null;
  let retry: NodeJS.Timeout | undefined;
  const run = async (): Promise<void> => {
    // Several changes of one turn are one change.
    await nextTurn();
    while (shelf.isStale) {
      shelf.isStale = false;
      await follow(shelf, deps);
    }
    tellProblems(shelf, deps.log);
    // In one turn with the look at `isStale`: a refresh from now on starts anew.
    work = null;
    const isBusy = [...shelf.problems.values()].some(({ code }) => code === 'busy');
    if (isBusy && !shelf.isClosed) retry = setTimeout(refresh, deps.limits.retryMillis).unref();
  };
  const refresh = (): void => {
    clearTimeout(retry);
    if (shelf.isClosed) return;
    shelf.isStale = true;
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
      shelf.isClosed = true;
      await settled();
      clearTimeout(retry);
      await closeAll(shelf, [...shelf.open.keys()], deps.limits.batch);
    },
  };
}

async function follow(shelf: Shelf, deps: SocketsDeps): Promise<void> {
  const wish: ReadonlyMap<string, Place> = shelf.isClosed ? new Map() : deps.wish();
  const leaving = [...shelf.open].filter(([key, { asked }]) => !isSame(asked, wish.get(key)));
  await closeAll(
    shelf,
    leaving.map(([key]) => key),
    deps.limits.batch,
  );
  if (shelf.open.size === 0) shelf.ceiling = Number.POSITIVE_INFINITY;
  shelf.problems.clear();
  const coming = [...wish].filter(([key]) => !shelf.open.has(key));
  for (let from = 0; from < coming.length; from += deps.limits.batch) {
    if (shelf.isStale || shelf.isClosed) return;
    const batch = coming.slice(from, from + deps.limits.batch);
    if (shelf.open.size + batch.length > shelf.ceiling) {
      for (const [key] of coming.slice(from)) shelf.problems.set(key, outOfSockets);
      return;
    }
    await Promise.all(batch.map(([key, place]) => openOne(shelf, deps, { key, place })));
    if ([...shelf.problems.values()].some(({ code }) => code === 'too-many')) await giveBack(shelf, deps);
    await nextTurn();
  }
}

const isSame = (one: Place, other: Place | undefined): boolean =>
  one.host === other?.host && one.port === other.port;

type Coming = { readonly key: string; readonly place: Place };

async function openOne(shelf: Shelf, deps: SocketsDeps, { key, place }: Coming): Promise<void> {
  const opened = await deps.open(place, (datagram) => deps.onDatagram(key, datagram));
  if (opened.ok) {
    shelf.told.delete(key);
    const at = { host: place.host, port: opened.value.port };
    shelf.open.set(key, { asked: place, at, socket: opened.value });
    return;
  }
  shelf.problems.set(key, opened.refusal);
}

/** One line for all that is new: thousands may have the same trouble. */
function tellProblems({ problems, told }: Shelf, log: Log): void {
  const fresh = [...problems].filter(([key]) => !told.has(key));
  for (const [key] of fresh) told.add(key);
  const [first] = fresh;
  if (first === undefined) return;
  log.warn('does not answer', { who: first[0], refusal: first[1], others: fresh.length - 1 });
}

/** The machine is out of sockets: the latest are closed again, so that the host can still open its files. */
async function giveBack(shelf: Shelf, { limits, log }: SocketsDeps): Promise<void> {
  const last = [...shelf.open.keys()].slice(-limits.reserve);
  await closeAll(shelf, last, limits.batch);
  for (const key of last) shelf.problems.set(key, outOfSockets);
  shelf.ceiling = shelf.open.size;
  log.warn('no more sockets; the other devices do not answer', { answering: shelf.open.size });
}

async function closeAll(shelf: Shelf, keys: readonly string[], batch: number): Promise<void> {
  for (let from = 0; from < keys.length; from += batch) {
    const leaving = keys.slice(from, from + batch);
    const sockets = leaving.flatMap((key) => shelf.open.get(key)?.socket ?? []);
    for (const key of leaving) shelf.open.delete(key);
    await Promise.all(sockets.map((socket) => socket.close()));
    await nextTurn();
  }
}
