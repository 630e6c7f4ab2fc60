import type { Connection, PseudoTtyInfo, ServerChannel, Session } from 'ssh2';
import type { Bytes } from '../../../sim/guests/bytes.ts';
import { bytesOf } from '../../../sim/guests/bytes.ts';
import type { ChildChange } from '../../../sim/guests/kernel/program.ts';
import { signalTable } from '../../../sim/guests/kernel/signals.table.ts';
import type { SignalName } from '../../../sim/guests/kernel/signals.table.ts';
import type { SessionEnd } from '../live-guest.ts';
import { openLine } from '../open-line.ts';
import type { Client, Line, LineRequest } from '../open-line.ts';
import { accepted } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { sessionEndText } from '../session-end.table.ts';
import { feed } from './feed.ts';
import { serveFiles } from './serve-files.ts';
import type { BoxVisit, Visit } from './visit.ts';

/** As the usual sshd_config lets in. */
const acceptedNames = /^(?:LANG|LC_[A-Z]+|COLORTERM|NO_COLOR)$/;
const mostVariables = 64;

type Desk = {
  readonly visit: Visit | BoxVisit;
  readonly environment: Map<Bytes, Bytes>;
  terminal: PseudoTtyInfo | null;
  line: Line | null;
};

/** What a client may ask of one session: a shell, a command, or files. */
export function serveSessions(connection: Connection, visit: Visit | BoxVisit): void {
  connection.on('session', (acceptSession) => {
    const session = acceptSession();
    const environment = new Map([
      ['SSH_CONNECTION', `${visit.from} 22`],
      ['SSH_CLIENT', `${visit.from} 22`],
    ]);
    const desk: Desk = { visit, environment, terminal: null, line: null };
    arrange(session, desk);
    session.on('shell', (acceptShell) => open(desk, acceptShell(), null));
    session.on('exec', (acceptExec, _reject, { command }) => open(desk, acceptExec(), bytesOf(command)));
    if (visit.kind === 'guest') session.on('sftp', (acceptFiles) => serveFiles(acceptFiles(), visit));
    // A container serves its files by the program that it has for that.
    else
      session.on('subsystem', (acceptSystem, rejectSystem, { name }) =>
        name === 'sftp' ? open(desk, acceptSystem(), fileServer) : rejectSystem?.(),
      );
  });
}

function arrange(session: Session, desk: Desk): void {
  session.on('pty', (acceptPty, _reject, info) => {
    desk.terminal = info;
    // ssh2's types have no term, its server has.
    const { term } = info as PseudoTtyInfo & { readonly term?: string };
    desk.environment.set('TERM', bytesOf(term ?? 'vt100'));
    acceptPty?.();
  });
  session.on('window-change', (acceptSize, _reject, { cols, rows }) => {
    if (cols > 0 && rows > 0) desk.line?.resize(cols, rows);
    acceptSize?.();
  });
  session.on('env', (acceptName, rejectName, info) => {
    const { key, val } = info as unknown as { readonly key: string; readonly val: string };
    if (!acceptedNames.test(key) || desk.environment.size >= mostVariables) {
      rejectName?.();
      return;
    }
    desk.environment.set(bytesOf(key), bytesOf(val));
    acceptName?.();
  });
  session.on('signal', (acceptSignal, _reject, { name }) => {
    if (isSignal(name)) desk.line?.signal(name);
    acceptSignal?.();
  });
}

const isSignal = (name: string): name is SignalName => name in signalTable;

const fileServer: Bytes =
  'for f in /usr/lib/openssh/sftp-server /usr/libexec/openssh/sftp-server /usr/lib/ssh/sftp-server; do [ -x "$f" ] && exec "$f"; done; echo "This container has no sftp-server: install openssh-sftp-server in it, or copy with ssh and tar." >&2; exit 127';

const openOn = (visit: Visit | BoxVisit, request: LineRequest, client: Client): Result<Line> =>
  visit.kind === 'guest'
    ? openLine(visit.guest, request, client)
    : accepted(visit.door.openLine(visit.user, request, client));

function open(desk: Desk, channel: ServerChannel, command: Bytes | null): void {
  const { visit, terminal } = desk;
  const user = visit.kind === 'guest' ? visit.account.name : visit.user.name;
  const opened = openOn(
    visit,
    {
      what: { kind: 'session', user, command },
      environment: desk.environment,
      terminal:
        terminal === null
          ? null
          : { columns: terminal.cols > 0 ? terminal.cols : 80, rows: terminal.rows > 0 ? terminal.rows : 24 },
    },
    {
      // A channel says `drain` only past 2 MiB of its own: writers in the guest are held back long before that.
      write: (bytes, to) =>
        void (to === 'error' ? channel.stderr : channel).write(Buffer.from(bytes, 'latin1'), () =>
          desk.line?.drained(),
        ),
      backlog: () => channel.writableLength + channel.stderr.writableLength,
      exited: (change) => leave(channel, change),
      cut: (reason) => cut(channel, reason),
    },
  );
  if (!opened.ok) {
    channel.stderr.write(`${opened.refusal.message}\r\n`);
    channel.exit(255);
    channel.end();
    return;
  }
  desk.line = opened.value;
  join(channel, opened.value);
}

function join(channel: ServerChannel, line: Line): void {
  feed(channel, line);
  channel.on('drain', line.drained);
  channel.stderr.on('drain', line.drained);
  channel.on('end', line.endInput);
  channel.on('close', line.hangup);
  channel.on('error', line.hangup);
}

function leave(channel: ServerChannel, change: ChildChange): void {
  if (change.how === 'killed') channel.exit(change.signal, change.core, '');
  else channel.exit(change.how === 'exited' ? change.status : 255);
  channel.end();
}

function cut(channel: ServerChannel, reason: SessionEnd): void {
  channel.stderr.write(`\r\n${sessionEndText[reason]}\r\n`);
  channel.exit(255);
  channel.end();
}
