import { performance } from 'node:perf_hooks';
import type { EntityId } from '../../sim/contract/ids.ts';
import type {
  TerminalEnd,
  TerminalRequest,
  TerminalServerMessage,
  TerminalSession,
} from '../../sim/contract/terminal.ts';
import type { SimMillis } from '../../sim/contract/units.ts';
import type { Bytes } from '../../sim/guests/bytes.ts';
import type { Line } from './open-line.ts';
import { createRecording } from './recording.ts';
import type { Recording } from './recording.ts';
import { sessionEndText } from './session-end.table.ts';
import type { Share } from './shares.ts';

/** One socket on a session. */
export type Viewer = {
  readonly send: (message: TerminalServerMessage) => void;
  readonly bytes: (bytes: Bytes) => void;
  readonly backlog: () => number;
  /** After the last message. */
  readonly close: () => void;
};

/** What a socket may do with the session it is on. Of who only looks on, nothing is taken. */
export type Seat = {
  readonly input: (bytes: Bytes) => void;
  readonly resize: (columns: number, rows: number) => void;
  readonly record: (state: 'on' | 'off') => void;
  readonly end: () => void;
  readonly drained: () => void;
  readonly leave: () => void;
};

/** Where somebody sits: `share` is what let him in, where it was not the start token. */
export type Place = {
  readonly viewer: Viewer;
  readonly mode: 'control' | 'view';
  readonly share: Share | null;
};

export type Life = {
  readonly id: string;
  readonly machine: EntityId | null;
  readonly name: string;
  readonly request: TerminalRequest;
  readonly openedAt: SimMillis;
  readonly places: Map<Viewer, Place>;
  readonly stops: (() => void)[];
  line: Line | null;
  columns: number;
  rows: number;
  scrollback: Bytes;
  recording: Recording | null;
  patience: NodeJS.Timeout | null;
  isOver: boolean;
};

export type LifeDeps = {
  readonly labTime: () => SimMillis;
  readonly exportsDirectory: string;
  /** It is open no more. */
  readonly gone: (life: Life) => void;
};

const mostScrollback = 262_144;
/** A session without a socket waits so long for its owner to come back. */
const patienceMillis = 300_000;

export const factsOf = (life: Life): TerminalSession => {
  const places = [...life.places.values()];
  return {
    session: life.id,
    machine: life.machine,
    name: life.name,
    as: life.request.as,
    kind: life.request.kind,
    columns: life.columns,
    rows: life.rows,
    openedAt: life.openedAt,
    typing: places.filter(({ mode }) => mode === 'control').length,
    watching: places.filter(({ mode }) => mode === 'view').length,
    watchers: places.flatMap(({ share }) => (share === null ? [] : [share.name])),
    recording: life.recording === null ? 'off' : 'on',
  };
};

export const newLife = (plan: Pick<Life, 'id' | 'machine' | 'name' | 'request' | 'openedAt'>): Life => ({
  ...plan,
  places: new Map(),
  stops: [],
  line: null,
  columns: plan.request.columns,
  rows: plan.request.rows,
  scrollback: '',
  recording: null,
  patience: null,
  isOver: false,
});

export function show(life: Life, bytes: Bytes): void {
  life.scrollback = `${life.scrollback}${bytes}`;
  // Cut seldom: each cut copies.
  if (life.scrollback.length > 2 * mostScrollback) life.scrollback = life.scrollback.slice(-mostScrollback);
  life.recording?.shown(bytes);
  for (const viewer of life.places.keys()) viewer.bytes(bytes);
}

export type Ending = {
  readonly reason: TerminalEnd;
  readonly status: number | null;
  readonly message?: string;
};

export function finish(deps: LifeDeps, life: Life, ending: Ending): void {
  if (life.isOver) return;
  life.isOver = true;
  if (life.patience !== null) clearTimeout(life.patience);
  record(deps, life, 'off');
  for (const stop of life.stops.splice(0)) stop();
  life.line?.hangup();
  const message =
    ending.message ??
    (ending.reason === 'host-closes' ? sessionEndText['host-closes'] : 'The session ended.');
  for (const viewer of life.places.keys()) {
    viewer.send({ type: 'ended', reason: ending.reason, status: ending.status, message });
    viewer.close();
  }
  life.places.clear();
  deps.gone(life);
}

/** Those whom that share let in go; the session stays. */
export function showOut(life: Life, share: Share): void {
  for (const [viewer, place] of life.places) {
    if (place.share?.id !== share.id) continue;
    life.places.delete(viewer);
    viewer.send({
      type: 'ended',
      reason: 'share-over',
      status: null,
      message: 'This terminal is shared with you no more.',
    });
    viewer.close();
  }
  tellOthers(life, null);
}

export function sit(deps: LifeDeps, life: Life, place: Place): Seat {
  const { viewer, mode } = place;
  if (life.patience !== null) clearTimeout(life.patience);
  life.patience = null;
  life.places.set(viewer, place);
  const replay = life.scrollback.slice(-mostScrollback);
  viewer.send({ type: 'opened', session: factsOf(life), mode, replay: replay.length });
  if (replay !== '') viewer.bytes(replay);
  tellOthers(life, viewer);
  const ifTyping = (act: () => void): void => {
    if (mode === 'control') act();
  };
  return {
    input: (bytes) => ifTyping(() => life.line?.input(bytes)),
    resize: (columns, rows) => ifTyping(() => resize(life, columns, rows)),
    record: (state) => ifTyping(() => record(deps, life, state)),
    end: () => ifTyping(() => finish(deps, life, { reason: 'ended', status: null })),
    drained: () => life.line?.drained(),
    leave: () => leave(deps, life, viewer),
  };
}

function leave(deps: LifeDeps, life: Life, viewer: Viewer): void {
  if (!life.places.delete(viewer) || life.isOver) return;
  tellOthers(life, null);
  life.line?.drained();
  if (life.places.size > 0) return;
  life.patience = setTimeout(() => finish(deps, life, { reason: 'ended', status: null }), patienceMillis);
}

export function tellOthers(life: Life, except: Viewer | null): void {
  const session = factsOf(life);
  for (const viewer of life.places.keys()) if (viewer !== except) viewer.send({ type: 'changed', session });
}

function resize(life: Life, columns: number, rows: number): void {
  if (columns === life.columns && rows === life.rows) return;
  life.columns = columns;
  life.rows = rows;
  life.line?.resize(columns, rows);
  life.recording?.resized(columns, rows);
  tellOthers(life, null);
}

function record(deps: LifeDeps, life: Life, state: 'on' | 'off'): void {
  if ((life.recording !== null) === (state === 'on')) return;
  if (life.recording !== null) {
    const file = life.recording.save();
    life.recording = null;
    for (const viewer of life.places.keys()) viewer.send({ type: 'recorded', file });
  } else {
    const { columns, rows } = life;
    const common = { directory: deps.exportsDirectory, title: life.name, steady: () => performance.now() };
    life.recording = createRecording({ ...common, columns, rows, startedAt: deps.labTime() });
  }
  tellOthers(life, null);
}
