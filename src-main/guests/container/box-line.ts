import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import type Docker from 'dockerode';
import { bytesOf, textOf } from '../../../sim/guests/bytes.ts';
import type { Bytes } from '../../../sim/guests/bytes.ts';
import type { SessionEnd } from '../live-guest.ts';
import type { Client, Line, LineRequest } from '../open-line.ts';
import type { Box } from './box.ts';
import { createUnframer, runIn } from './box-exec.ts';

/** Where a session begins: the user as passwd(5) of the container has it. */
export type Seatee = {
  readonly name: string;
  /** An image without /etc/passwd knows numbers alone. */
  readonly uid: string;
  readonly home: string;
  readonly shell: string;
};

type BoxLineDeps = {
  readonly box: Box;
  readonly user: Seatee;
  /** Why its sessions end; null: the machine is up. */
  readonly down: () => SessionEnd | null;
  readonly ended: () => void;
};

/** What a client may be behind before who writes has to wait. */
const mostBacklog = 262_144;
/** Bytes that came before the session stood. */
const mostEarly = 1_048_576;

type Wire = {
  readonly deps: BoxLineDeps;
  readonly client: Client;
  readonly note: string;
  stream: Duplex | null;
  exec: Docker.Exec | null;
  early: Buffer[];
  earlyBytes: number;
  size: { readonly columns: number; readonly rows: number } | null;
  isInputOver: boolean;
  isOver: boolean;
};

/** A session in a container: what is typed before it stands is kept. */
export function openBoxLine(
  deps: BoxLineDeps,
  request: LineRequest,
  client: Client,
): Line & { readonly cut: (reason: SessionEnd) => void } {
  const wire: Wire = {
    deps,
    client,
    note: `/tmp/.coldaisle-${randomUUID()}`,
    stream: null,
    exec: null,
    early: [],
    earlyBytes: 0,
    size: request.terminal,
    isInputOver: false,
    isOver: false,
  };
  void start(wire, request).catch((error: unknown) => fail(wire, error));
  return {
    input: (bytes) => input(wire, Buffer.from(bytes, 'latin1')),
    endInput: () => {
      wire.isInputOver = true;
      if (request.terminal === null) wire.stream?.end();
      else input(wire, Buffer.from([4]));
    },
    waiting: () => wire.stream?.writableLength ?? wire.earlyBytes,
    resize: (columns, rows) => {
      wire.size = { columns, rows };
      fit(wire);
    },
    signal: (name) => signal(wire, name),
    drained: () => {
      if (client.backlog() <= mostBacklog) wire.stream?.resume();
    },
    hangup: () => {
      if (wire.isOver) return;
      over(wire);
      signal(wire, 'HUP');
    },
    cut: (reason) => {
      if (wire.isOver) return;
      over(wire);
      client.cut(reason);
    },
  };
}

function input(wire: Wire, bytes: Buffer): void {
  if (wire.isOver) return;
  if (wire.stream !== null) wire.stream.write(bytes);
  else if (wire.earlyBytes < mostEarly) {
    wire.early.push(bytes);
    wire.earlyBytes += bytes.length;
  }
}

/** An engine has no word for a signal to what it runs beside: the process notes its number, and is asked by it. */
const noting = '{ echo $$ >"$0"; } 2>/dev/null; exec "$@"';

function commandOf({ what }: LineRequest, { shell }: Seatee): readonly string[] {
  if (what.kind === 'login') return [shell, '-l'];
  return what.command === null ? [shell, '-l'] : [shell, '-c', textOf(what.command)];
}

async function start(wire: Wire, request: LineRequest): Promise<void> {
  const { box, user } = wire.deps;
  const isTerminal = request.terminal !== null;
  const environment = [...request.environment].map(([name, value]) => `${textOf(name)}=${textOf(value)}`);
  const exec = await box.container.exec({
    Cmd: ['/bin/sh', '-c', noting, wire.note, ...commandOf(request, user)],
    User: user.uid,
    WorkingDir: user.home,
    Env: [...environment, `HOME=${user.home}`, `USER=${user.name}`, `SHELL=${user.shell}`],
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    Tty: isTerminal,
  });
  const stream = await exec.start({ hijack: true, stdin: true, Tty: isTerminal });
  wire.exec = exec;
  if (wire.isOver) {
    stream.destroy();
    return signal(wire, 'HUP');
  }
  listen(wire, stream, isTerminal);
  fit(wire);
  for (const bytes of wire.early) stream.write(bytes);
  wire.early = [];
  wire.earlyBytes = 0;
  wire.stream = stream;
  if (wire.isInputOver && !isTerminal) stream.end();
}

function listen(wire: Wire, stream: Duplex, isTerminal: boolean): void {
  const { client } = wire;
  const write = (bytes: Bytes, to: 'output' | 'error'): void => {
    if (!wire.isOver) client.write(bytes, to);
  };
  const unframe = createUnframer(write);
  stream.on('data', (piece: Buffer) => {
    if (isTerminal) write(piece.toString('latin1'), 'output');
    else unframe(piece);
    if (!wire.isOver && client.backlog() > mostBacklog) stream.pause();
  });
  stream.on('error', () => void leave(wire));
  stream.on('end', () => void leave(wire));
  stream.on('close', () => void leave(wire));
}

function fit({ exec, size }: Wire): void {
  if (exec === null || size === null) return;
  exec
    .resize({ w: size.columns, h: size.rows })
    // Podman says 201 where Docker says 200, and one that has ended is not resized: neither is to be mended.
    .catch(() => undefined);
}

const over = (wire: Wire): void => {
  wire.isOver = true;
  wire.stream?.destroy();
  wire.early = [];
  wire.deps.ended();
};

async function leave(wire: Wire): Promise<void> {
  if (wire.isOver) return;
  const { deps, client, exec } = wire;
  over(wire);
  void runIn(deps.box, ['/bin/rm', '-f', wire.note], null);
  const reason = deps.down();
  if (reason !== null) return client.cut(reason);
  const facts = await exec?.inspect().catch(() => null);
  const status = facts?.ExitCode ?? null;
  // The engine took it down with its container before it could say so.
  if (status === null) return client.cut(deps.down() ?? 'machine-off');
  client.exited({ pid: 0, how: 'exited', status });
}

function fail(wire: Wire, error: unknown): void {
  if (wire.isOver) return;
  const words = error instanceof Error ? error.message : String(error);
  wire.client.write(bytesOf(`The container starts no session: ${words.split('\n')[0]}\r\n`), 'error');
  over(wire);
  wire.client.exited({ pid: 0, how: 'exited', status: 255 });
}

function signal({ deps, note }: Wire, name: string): void {
  const ask =
    'n=$(cat "$0") || exit 0; kill -"$1" -- "-$n" 2>/dev/null || kill -"$1" "$n" 2>/dev/null; [ "$1" = HUP ] && rm -f "$0"';
  void runIn(deps.box, ['/bin/sh', '-c', ask, note, name], null);
}
