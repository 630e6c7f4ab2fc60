import { bytesOf } from '../../sim/guests/bytes.ts';
import type { Bytes } from '../../sim/guests/bytes.ts';
import type { Answer } from '../../sim/guests/answer.ts';
import type { ChildChange } from '../../sim/guests/kernel/program.ts';
import type { SignalName } from '../../sim/guests/kernel/signals.table.ts';
import type { Start } from '../../sim/guests/machine.ts';
import { createDrain, createFeed } from '../../sim/guests/terminal/channel.ts';
import type { Refusal, Result } from '../../sim/contract/result.ts';
import { accepted, refused } from '../../sim/contract/result.ts';
import type { LiveGuest, SessionEnd } from './live-guest.ts';

/** The client's end: where what a session writes goes. */
export type Client = {
  readonly write: (bytes: Bytes, to: 'output' | 'error') => void;
  /** Bytes that the client has not taken yet. */
  readonly backlog: () => number;
  readonly exited: (change: ChildChange) => void;
  /** The machine went away under it. */
  readonly cut: (reason: SessionEnd) => void;
};

export type LineRequest = {
  readonly what:
    | { readonly kind: 'session'; readonly user: string; readonly command: Bytes | null }
    /** As on a serial console: a login prompt. */
    | { readonly kind: 'login' };
  readonly environment: ReadonlyMap<Bytes, Bytes>;
  /** null: no terminal, and errors apart. */
  readonly terminal: { readonly columns: number; readonly rows: number } | null;
};

/** A session of a guest, seen from outside. */
export type Line = {
  readonly input: (bytes: Bytes) => void;
  /** No more is typed. */
  readonly endInput: () => void;
  /** Bytes nobody has read yet: hold back. */
  readonly waiting: () => number;
  readonly resize: (columns: number, rows: number) => void;
  readonly signal: (name: SignalName) => void;
  /** The client takes more. */
  readonly drained: () => void;
  readonly hangup: () => void;
};

/** What a client may be behind before writers in the guest have to wait. */
const mostBacklog = 262_144;

type Ends = Pick<Line, 'input' | 'endInput' | 'waiting' | 'resize' | 'drained' | 'hangup'> & {
  readonly lines: Start['lines'];
  readonly foreground: () => number | null;
};

export function openLine(guest: LiveGuest, request: LineRequest, client: Client): Result<Line> {
  const ends =
    request.terminal === null ? streamEnds(guest, client) : terminalEnds(guest, client, request.terminal);
  const started = startOn(guest, request, ends.lines);
  if (!started.ok) {
    ends.hangup();
    return { ok: false, refusal: refusalOf(started.errno) };
  }
  const pid = started.value;
  const stop = (): void => {
    stopExits();
    stopEnds();
  };
  const stopExits = guest.machine.onExit((ended, change) => {
    if (ended !== pid || change.how === 'stopped' || change.how === 'continued') return;
    stop();
    guest.say(() => {
      ends.hangup();
      client.exited(change);
    });
  });
  const stopEnds = guest.onEnd((reason) => {
    stop();
    ends.hangup();
    client.cut(reason);
  });
  guest.wake();
  return accepted({
    ...ends,
    signal: (name) => {
      guest.machine.kill(-(ends.foreground() ?? pid), name);
      guest.wake();
    },
    hangup: () => {
      stop();
      ends.hangup();
      guest.wake();
    },
  });
}

const refusalOf = (errno: string): Refusal => {
  const answer = refused('busy', `The guest starts no more processes (${errno})`);
  return answer.ok ? { code: 'busy', message: errno } : answer.refusal;
};

function startOn(
  guest: LiveGuest,
  { what, environment }: LineRequest,
  lines: Start['lines'],
): Answer<number> {
  if (what.kind === 'login') return guest.machine.openLogin(lines);
  const { user, command } = what;
  return guest.machine.openSession({ user: bytesOf(user), command, environment, lines });
}

const lookMillis = 10;

type Sender = {
  readonly isFull: () => boolean;
  readonly send: (to: 'output' | 'error') => (bytes: Bytes) => void;
  /** Nobody writes here any more. */
  readonly end: () => void;
};

/** What was said and not heard yet counts: it waits for the disk. Not every client tells when it takes more: one looks. */
function sender(guest: LiveGuest, client: Client, drained: () => void): Sender {
  let held = 0;
  let look: NodeJS.Timeout | null = null;
  let isOver = false;
  const isBehind = (): boolean => held + client.backlog() > mostBacklog;
  const watch = (): void => {
    look = null;
    if (isBehind()) look = setTimeout(watch, lookMillis);
    else drained();
  };
  return {
    isFull: () => {
      const isFull = isBehind();
      if (isFull && !isOver) look ??= setTimeout(watch, lookMillis);
      return isFull;
    },
    send: (to) => (bytes) => {
      held += bytes.length;
      guest.say(() => {
        held -= bytes.length;
        client.write(bytes, to);
      });
    },
    end: () => {
      isOver = true;
      if (look !== null) clearTimeout(look);
      look = null;
    },
  };
}

function terminalEnds(guest: LiveGuest, client: Client, size: NonNullable<LineRequest['terminal']>): Ends {
  const drained = (): void => {
    terminal.drained();
    guest.wake();
  };
  const out = sender(guest, client, drained);
  const terminal = guest.machine.openTerminal({ ...size, send: out.send('output'), isFull: out.isFull });
  const waking =
    <Words extends unknown[]>(act: (...words: Words) => void) =>
    (...words: Words): void => {
      act(...words);
      guest.wake();
    };
  return {
    lines: { kind: 'terminal', terminal },
    input: waking(terminal.input),
    endInput: waking(() => terminal.input('\x04')),
    waiting: () => 0,
    resize: waking(terminal.resize),
    drained,
    hangup: waking(() => {
      out.end();
      terminal.hangup();
    }),
    foreground: () => terminal.foreground,
  };
}

function streamEnds(guest: LiveGuest, client: Client): Ends {
  const drained = (): void => {
    output.drained();
    error.drained();
    guest.wake();
  };
  const out = sender(guest, client, drained);
  const feed = createFeed();
  const output = createDrain({ send: out.send('output'), isFull: out.isFull });
  const error = createDrain({ send: out.send('error'), isFull: out.isFull });
  return {
    lines: { kind: 'streams', input: feed, output, error },
    input: (bytes) => {
      feed.push(bytes);
      guest.wake();
    },
    endInput: () => {
      feed.end();
      guest.wake();
    },
    waiting: feed.waiting,
    resize: () => undefined,
    drained,
    hangup: () => {
      out.end();
      feed.end();
      output.cut();
      error.cut();
      guest.wake();
    },
    foreground: () => null,
  };
}
