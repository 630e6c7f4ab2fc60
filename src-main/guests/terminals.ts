import { performance } from 'node:perf_hooks';
import type {
  TerminalEnd,
  TerminalRequest,
  TerminalServerMessage,
  TerminalSession,
} from '../../sim/contract/terminal.ts';
import { accepted, refused } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import type { SimMillis } from '../../sim/contract/units.ts';
import type { Bytes } from '../../sim/guests/bytes.ts';
import type { Computer } from '../../sim/index.ts';
import type { LiveGuest, SessionEnd } from './live-guest.ts';
import { openLine } from './open-line.ts';
import type { Line } from './open-line.ts';
import { createRecording } from './recording.ts';
import type { Recording } from './recording.ts';
import type { GuestRuntime } from './runtime.ts';
import { sessionEndText } from './session-end.table.ts';

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

export type Terminals = {
  readonly open: (request: TerminalRequest, viewer: Viewer) => Promise<Result<Seat>>;
  readonly sessions: () => TerminalSession[];
  readonly close: () => void;
};

export type TerminalsDeps = {
  readonly runtime: GuestRuntime;
  readonly labTime: () => SimMillis;
  readonly exportsDirectory: string;
};

const mostSessions = 256;
const mostScrollback = 262_144;
/** A session without a socket waits so long for its owner to come back. */
const patienceMillis = 300_000;

type Live = {
  readonly id: string;
  readonly computer: Pick<Computer, 'id' | 'name'>;
  readonly request: TerminalRequest;
  readonly openedAt: SimMillis;
  readonly viewers: Map<Viewer, 'control' | 'view'>;
  line: Line | null;
  columns: number;
  rows: number;
  scrollback: Bytes;
  recording: Recording | null;
  patience: NodeJS.Timeout | null;
  isOver: boolean;
};

type Hall = { readonly deps: TerminalsDeps; readonly lives: Map<string, Live>; last: number };

/** Terminals of the control room: each outlives its socket for a while, and may be looked at by several. */
export function createTerminals(deps: TerminalsDeps): Terminals {
  const hall: Hall = { deps, lives: new Map(), last: 0 };
  return {
    open: (request, viewer) =>
      request.session === undefined ? begin(hall, request, viewer) : join(hall, request, viewer),
    sessions: () => [...hall.lives.values()].map(factsOf),
    close: () => {
      for (const live of hall.lives.values()) finish(hall, live, { reason: 'host-closes', status: null });
    },
  };
}

const factsOf = (live: Live): TerminalSession => {
  const modes = [...live.viewers.values()];
  return {
    session: live.id,
    machine: live.computer.id,
    name: live.computer.name,
    as: live.request.as,
    kind: live.request.kind,
    columns: live.columns,
    rows: live.rows,
    openedAt: live.openedAt,
    typing: modes.filter((mode) => mode === 'control').length,
    watching: modes.filter((mode) => mode === 'view').length,
    recording: live.recording === null ? 'off' : 'on',
  };
};

async function join(hall: Hall, request: TerminalRequest, viewer: Viewer): Promise<Result<Seat>> {
  const live = hall.lives.get(request.session ?? '');
  if (live === undefined) return refused('not-found', 'This terminal is open no more', { where: 'session' });
  return accepted(sit(hall, live, { viewer, mode: request.mode }));
}

async function begin(hall: Hall, request: TerminalRequest, viewer: Viewer): Promise<Result<Seat>> {
  const { runtime, labTime } = hall.deps;
  if (hall.lives.size >= mostSessions)
    return refused('too-many', `No more than ${mostSessions} terminals at a time`, { hint: 'Close some.' });
  const found = runtime.find(request.machine ?? '');
  if (!found.ok) return found;
  const opened = await runtime.open(found.value.id);
  if (!opened.ok) return opened;
  hall.last += 1;
  const live: Live = {
    id: `terminal-${hall.last}`,
    computer: found.value,
    request,
    openedAt: labTime(),
    viewers: new Map(),
    line: null,
    columns: request.columns,
    rows: request.rows,
    scrollback: '',
    recording: null,
    patience: null,
    isOver: false,
  };
  if (request.kind === 'console') showConsole(live, opened.value);
  const started = startLine(hall, live, opened.value);
  if (!started.ok) return started;
  live.line = started.value;
  hall.lives.set(live.id, live);
  return accepted(sit(hall, live, { viewer, mode: 'control' }));
}

/** What the machine said since its power came; then a login. */
function showConsole(live: Live, guest: LiveGuest): void {
  show(live, guest.console.shown());
  const stop = guest.console.watch((bytes) => show(live, bytes));
  guest.onEnd(stop);
}

function startLine(hall: Hall, live: Live, guest: LiveGuest): Result<Line> {
  const { request } = live;
  const what =
    request.kind === 'console'
      ? ({ kind: 'login' } as const)
      : ({ kind: 'session', user: request.as, command: null } as const);
  const environment = new Map([
    ['TERM', request.kind === 'console' ? 'vt220' : 'xterm-256color'],
    ['LANG', 'C.UTF-8'],
  ]);
  const terminal = { columns: live.columns, rows: live.rows };
  return openLine(
    guest,
    { what, environment, terminal },
    {
      write: (bytes) => show(live, bytes),
      backlog: () => Math.max(0, ...[...live.viewers.keys()].map((viewer) => viewer.backlog())),
      exited: (change) => {
        const status = change.how === 'exited' ? change.status : null;
        // A serial console asks again whoever logs out.
        const again = request.kind === 'console' && !live.isOver ? startLine(hall, live, guest) : null;
        if (again?.ok === true) live.line = again.value;
        else finish(hall, live, { reason: 'exited', status });
      },
      cut: (reason) =>
        finish(hall, live, { reason: endOf(reason), status: null, message: sessionEndText[reason] }),
    },
  );
}

const endOf = (reason: SessionEnd): TerminalEnd => {
  switch (reason) {
    case 'machine-suspended':
      return 'machine-off';
    case 'lost':
      return 'ended';
    default:
      return reason;
  }
};

function show(live: Live, bytes: Bytes): void {
  live.scrollback = `${live.scrollback}${bytes}`;
  // Cut seldom: each cut copies.
  if (live.scrollback.length > 2 * mostScrollback) live.scrollback = live.scrollback.slice(-mostScrollback);
  live.recording?.shown(bytes);
  for (const viewer of live.viewers.keys()) viewer.bytes(bytes);
}

type Ending = { readonly reason: TerminalEnd; readonly status: number | null; readonly message?: string };

function finish(hall: Hall, live: Live, ending: Ending): void {
  if (live.isOver) return;
  live.isOver = true;
  hall.lives.delete(live.id);
  if (live.patience !== null) clearTimeout(live.patience);
  record(hall, live, 'off');
  live.line?.hangup();
  const message =
    ending.message ??
    (ending.reason === 'host-closes' ? sessionEndText['host-closes'] : 'The session ended.');
  for (const viewer of live.viewers.keys()) {
    viewer.send({ type: 'ended', reason: ending.reason, status: ending.status, message });
    viewer.close();
  }
  live.viewers.clear();
}

type Guest = { readonly viewer: Viewer; readonly mode: 'control' | 'view' };

function sit(hall: Hall, live: Live, { viewer, mode }: Guest): Seat {
  if (live.patience !== null) clearTimeout(live.patience);
  live.patience = null;
  live.viewers.set(viewer, mode);
  const replay = live.scrollback.slice(-mostScrollback);
  viewer.send({ type: 'opened', session: factsOf(live), mode, replay: replay.length });
  if (replay !== '') viewer.bytes(replay);
  tellOthers(live, viewer);
  const ifTyping = (act: () => void): void => {
    if (mode === 'control') act();
  };
  return {
    input: (bytes) => ifTyping(() => live.line?.input(bytes)),
    resize: (columns, rows) => ifTyping(() => resize(live, columns, rows)),
    record: (state) => ifTyping(() => record(hall, live, state)),
    end: () => ifTyping(() => finish(hall, live, { reason: 'ended', status: null })),
    drained: () => live.line?.drained(),
    leave: () => {
      if (!live.viewers.delete(viewer) || live.isOver) return;
      tellOthers(live, null);
      live.line?.drained();
      if (live.viewers.size > 0) return;
      live.patience = setTimeout(() => finish(hall, live, { reason: 'ended', status: null }), patienceMillis);
    },
  };
}

function tellOthers(live: Live, except: Viewer | null): void {
  const session = factsOf(live);
  for (const viewer of live.viewers.keys()) if (viewer !== except) viewer.send({ type: 'changed', session });
}

function resize(live: Live, columns: number, rows: number): void {
  if (columns === live.columns && rows === live.rows) return;
  live.columns = columns;
  live.rows = rows;
  live.line?.resize(columns, rows);
  live.recording?.resized(columns, rows);
  tellOthers(live, null);
}

function record({ deps }: Hall, live: Live, state: 'on' | 'off'): void {
  if ((live.recording !== null) === (state === 'on')) return;
  if (live.recording !== null) {
    const file = live.recording.save();
    live.recording = null;
    for (const viewer of live.viewers.keys()) viewer.send({ type: 'recorded', file });
  } else {
    const { columns, rows } = live;
    const common = {
      directory: deps.exportsDirectory,
      title: live.computer.name,
      steady: () => performance.now(),
    };
    live.recording = createRecording({ ...common, columns, rows, startedAt: deps.labTime() });
  }
  tellOthers(live, null);
}
