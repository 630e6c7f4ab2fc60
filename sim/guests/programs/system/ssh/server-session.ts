import type { Bytes } from '../../../bytes.ts';
import type { ChildChange, Peer, Program, Step, System } from '../../../kernel/program.ts';
import { sessionProgram } from '../../../system/session.ts';
import type { Account } from '../../../system/users/accounts.ts';
import { log } from '../log.ts';
import type { Frame, Transport } from './transport.ts';
import { wholeOf } from './transport.ts';

export type Serving = {
  readonly transport: Transport;
  readonly account: Account;
  readonly peer: Peer;
  readonly wish: Frame;
};

/** What the session reads and writes, as this side holds it. */
type Ends = {
  readonly input: number;
  readonly outputs: readonly { readonly from: number; readonly as: 'o' | 'e' }[];
  readonly resize: (columns: number, rows: number) => void;
  readonly line: string | null;
};

const ended = 255;

/** A shell, or a command, until it ends or the client goes. No signals: a write that one interrupts is torn. */
export function* serveSession(system: System, serving: Serving): Step<number> {
  const { account, transport } = serving;
  const notice = system.descriptors.pipe();
  const ends = notice.ok ? begin(system, serving, notice.value[1]) : null;
  if (!notice.ok || ends === null) {
    yield* transport.send('e', 'No more processes can be started here.\r\n');
    yield* transport.send('x', 'status', String(ended));
    return ended;
  }
  yield* note(system, `session opened for user ${account.name}(uid=${account.uid}) by (uid=0)`);
  const reader = system.processes.fork({
    name: `sshd: ${account.name}@${ends.line ?? 'notty'}`,
    descriptors: new Map([
      [0, 0],
      [3, ends.input],
      [4, notice.value[1]],
    ]),
    group: 'parent',
    program: (own) => hear(own, transport, ends),
  });
  if (ends.line === null) system.descriptors.close(ends.input);
  system.descriptors.close(notice.value[1]);
  const told = yield* relay(system, serving, { ends, notice: notice.value[0] });
  if (told !== gone) yield* transport.send('x', ...told.split(' '));
  if (reader.ok) system.processes.kill(reader.value, 'KILL');
  yield* note(system, `session closed for user ${account.name}`);
  return 0;
}

const gone = 'gone';
const note = (system: System, message: Bytes): Step<void> =>
  log(system, { priority: 86, as: 'sshd', message: `pam_unix(sshd:session): ${message}` });

const wordsOf = (change: ChildChange): Bytes => {
  if (change.how === 'killed') return `signal ${change.signal}`;
  return `status ${change.how === 'exited' ? change.status : ended}`;
};

function begin(system: System, { account, peer, wish }: Serving, notice: number): Ends | null {
  const [hasCommand, command = '', columns = '', rows = '', term = '', ...environment] = wish.fields;
  const client = `${peer.address} ${peer.port}`;
  const variables = new Map<Bytes, Bytes>([
    ['SSH_CLIENT', `${client} 22`],
    ['SSH_CONNECTION', `${client} ${ownAddress(system)} 22`],
  ]);
  for (const pair of environment.filter((one) => /^(LANG|LC_[A-Z]+)=/.test(one)))
    variables.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
  const isOnTerminal = columns !== '';
  if (isOnTerminal) variables.set('TERM', term === '' ? 'vt100' : term);
  const request = {
    user: account.name,
    command: hasCommand === '1' ? command : null,
    environment: variables,
  };
  const starting = { program: sessionProgram(request), notice };
  return isOnTerminal
    ? onTerminal(system, starting, { columns: Number(columns), rows: Number(rows) })
    : onPipes(system, starting);
}

const ownAddress = ({ network }: System): Bytes =>
  network.wire.interfaces()[0]?.addresses[0]?.address ?? '127.0.0.1';

type Size = { readonly columns: number; readonly rows: number };
type Starting = { readonly program: Program; readonly notice: number };

function onTerminal(system: System, { program, notice }: Starting, size: Size): Ends | null {
  const pair = system.terminal.openPair({ columns: size.columns || 80, rows: size.rows || 24 });
  if (!pair.ok) return null;
  const { descriptor, name, resize } = pair.value;
  const started = system.processes.fork({
    name: 'sshd: monitor',
    descriptors: new Map([[3, notice]]),
    group: 'parent',
    program: watching(function* (own) {
      const opened = yield* own.descriptors.open(`/dev/${name}`, { access: 'both' }, 0);
      if (!opened.ok) return ended;
      own.terminal.take(opened.value);
      own.descriptors.duplicate(0, 1);
      own.descriptors.duplicate(0, 2);
      return yield* program(own);
    }),
  });
  if (!started.ok) return null;
  return { input: descriptor, outputs: [{ from: descriptor, as: 'o' }], resize, line: name };
}

function onPipes(system: System, { program, notice }: Starting): Ends | null {
  const [input, output, error] = [
    system.descriptors.pipe(),
    system.descriptors.pipe(),
    system.descriptors.pipe(),
  ];
  if (!input.ok || !output.ok || !error.ok) return null;
  const theirs = [input.value[0], output.value[1], error.value[1]] as const;
  const started = system.processes.fork({
    name: 'sshd: monitor',
    descriptors: new Map([...theirs.map((own, at) => [at, own] as const), [3, notice]]),
    group: 'parent',
    program: watching(program),
  });
  for (const own of theirs) system.descriptors.close(own);
  if (!started.ok) return null;
  const outputs = [
    { from: output.value[0], as: 'o' },
    { from: error.value[0], as: 'e' },
  ] as const;
  return { input: input.value[1], outputs, resize: () => undefined, line: null };
}

/** Starts the session, waits for its end, and writes it down on descriptor 3. */
const watching = (session: Program): Program =>
  function* (system) {
    system.processes.onSignal('CHLD', 'default');
    const streams = [0, 1, 2].filter((at) => system.descriptors.isOpen(at));
    const started = system.processes.fork({
      name: 'sshd: session',
      descriptors: new Map(streams.map((at) => [at, at])),
      // A leader of a group could not begin a session.
      group: 'parent',
      program: function* (own) {
        own.processes.newSession();
        return yield* session(own);
      },
    });
    for (const at of streams) system.descriptors.close(at);
    const ending = started.ok
      ? yield* system.processes.wait({ pid: started.value, isHanging: true, alsoStopped: false })
      : started;
    const change = ending.ok ? ending.value : null;
    yield* system.descriptors.write(3, change === null ? `status ${ended}` : wordsOf(change));
    return 0;
  };

/** What the client sends. In a process of its own: a program that reads nothing must not hold up what it writes. */
function* hear(system: System, transport: Transport, { resize, line }: Ends): Step<number> {
  const [input, notice] = [3, 4];
  for (;;) {
    const frame = yield* transport.receive();
    if (frame === 'interrupted') continue;
    if (frame === null) break;
    if (frame.kind === 'i') yield* system.descriptors.write(input, wholeOf(frame));
    else if (frame.kind === 'w') resize(Number(frame.fields[0]), Number(frame.fields[1]));
    else if (frame.kind === 'd' && line === null) system.descriptors.close(input);
  }
  yield* system.descriptors.write(notice, gone);
  return 0;
}

type Relaying = { readonly ends: Ends; readonly notice: number };

/** How the session ended, or that the client went before. */
function* relay(system: System, { transport }: Serving, { ends, notice }: Relaying): Step<Bytes> {
  let open = ends.outputs;
  for (;;) {
    const ready = yield* system.descriptors.poll([...open.map(({ from }) => from), notice], null);
    if (!ready.ok) continue;
    const left = yield* handOn(system, transport, { open, ready: ready.value });
    if (left === gone) return gone;
    open = left;
    if (!ready.value.includes(notice)) continue;
    const bytes = yield* system.descriptors.read(notice, 64);
    const told = bytes.ok && bytes.value !== '' ? bytes.value : gone;
    return told === gone ? gone : yield* drain(system, transport, { open, told });
  }
}

type Draining = { readonly open: Ends['outputs']; readonly told: Bytes };

/** What was written before the end is shown before it is told. */
function* drain(system: System, transport: Transport, { open, told }: Draining): Step<Bytes> {
  let left = open;
  for (;;) {
    const ready = yield* system.descriptors.poll(
      left.map(({ from }) => from),
      0,
    );
    if (!ready.ok || ready.value.length === 0) return told;
    const next = yield* handOn(system, transport, { open: left, ready: ready.value });
    if (next === gone) return gone;
    left = next;
  }
}

type Ready = { readonly open: Ends['outputs']; readonly ready: readonly number[] };

/** Those that are still open. */
function* handOn(
  system: System,
  transport: Transport,
  { open, ready }: Ready,
): Step<Ends['outputs'] | typeof gone> {
  let left = open;
  for (const { from, as } of open.filter((one) => ready.includes(one.from))) {
    const bytes = yield* system.descriptors.read(from, 32_768);
    if (!bytes.ok || bytes.value === '') left = left.filter((one) => one.from !== from);
    else if (!(yield* transport.send(as, bytes.value))) return gone;
  }
  return left;
}
