import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import type { ClientCall } from './client-call.ts';
import { readClientCall } from './client-call.ts';
import type { LoggedIn } from './client-login.ts';
import { logIn } from './client-login.ts';
import type { Frame, Transport } from './transport.ts';
import { wholeOf } from './transport.ts';

const failed = 255;
const release = 'OpenSSH_9.2p1 Debian-2+deb12u3, OpenSSL 3.0.15 3 Sep 2024\n';
const raw = { isCooked: false, echo: false, signals: false, returnIsNewline: false, newlineIsBoth: false };

export const ssh: Program = function* (system) {
  if (system.arguments[1] === '-V') {
    yield* system.descriptors.write(2, release);
    return 0;
  }
  const call = readClientCall(system, system.arguments);
  if (typeof call === 'string') {
    yield* system.descriptors.write(2, call);
    return failed;
  }
  const visit = yield* logIn(system, call);
  if (visit === null) return failed;
  return yield* attend(system, call, visit);
};

/** A session: what is typed goes there, what is shown comes from there. */
function* attend(system: System, call: ClientCall, { transport, descriptor }: LoggedIn): Step<number> {
  const isAtTerminal = system.descriptors.isTerminal(0);
  const wantsTerminal = yield* mayHaveTerminal(system, call, isAtTerminal);
  const isRaw = wantsTerminal && isAtTerminal;
  yield* transport.send('s', ...wishOf(system, call, wantsTerminal));
  const modes = system.terminal.modes();
  if (isRaw) system.terminal.changeModes(raw);
  const reader = call.flags.has('n') ? null : startTyping(system, descriptor, isRaw);
  system.processes.onSignal('USR1', () => undefined);
  const status = yield* listen(system, transport);
  if (reader !== null) system.processes.kill(reader, 'KILL');
  if (isRaw) system.terminal.changeModes(modes);
  yield* tellEnd(system, call, { status, wantsTerminal });
  return typeof status === 'number' ? status : failed;
}

function* mayHaveTerminal(
  system: System,
  { flags, command }: ClientCall,
  isAtTerminal: boolean,
): Step<boolean> {
  if (flags.has('T')) return false;
  if (system.arguments.includes('-tt')) return true;
  if (flags.has('t') && !isAtTerminal)
    yield* system.descriptors.write(
      2,
      'Pseudo-terminal will not be allocated because stdin is not a terminal.\n',
    );
  return isAtTerminal && (flags.has('t') || command === null);
}

function wishOf(system: System, { command }: ClientCall, wantsTerminal: boolean): readonly Bytes[] {
  const { columns, rows } = system.terminal.size();
  const size = wantsTerminal ? [String(columns), String(rows)] : ['', ''];
  const sent = ['LANG', 'LC_ALL', 'LC_CTYPE'].flatMap((name) => {
    const value = system.environment.get(name);
    return value === undefined ? [] : [`${name}=${value}`];
  });
  const term = system.environment.get('TERM') ?? 'xterm';
  return [command === null ? '0' : '1', command ?? '', ...size, term, ...sent];
}

function startTyping(system: System, descriptor: number, isAtTerminal: boolean): number | null {
  const started = system.processes.fork({
    name: 'ssh',
    descriptors: new Map([
      [0, 0],
      [3, descriptor],
    ]),
    group: 'parent',
    program: (own) => type(own, isAtTerminal),
  });
  return started.ok ? started.value : null;
}

type End = { readonly status: number | 'gone' | 'cut'; readonly wantsTerminal: boolean };

function* tellEnd(system: System, { given, flags }: ClientCall, { status, wantsTerminal }: End): Step<void> {
  if (status === 'gone')
    yield* system.descriptors.write(2, `Connection to ${given} closed by remote host.\n`);
  if (wantsTerminal && !flags.has('q'))
    yield* system.descriptors.write(2, `Connection to ${given} closed.\n`);
}

/** Half of what goes through at once, for a frame has a head as well. */
const most = 32_768;

/** The keyboard, in a process of its own: who types holds up nobody who shows. */
function* type(system: System, isAtTerminal: boolean): Step<number> {
  const keys = createEscapes();
  let isResized = false;
  system.processes.onSignal('WINCH', () => {
    isResized = true;
  });
  const say = (kind: 'i' | 'd' | 'w', body: Bytes): Step<unknown> =>
    system.descriptors.write(3, `${kind}${body.length.toString(36).padStart(6, '0')}${body}`);
  for (;;) {
    const bytes = yield* system.descriptors.read(0, most);
    if (isResized) {
      isResized = false;
      const { columns, rows } = system.terminal.size();
      yield* say('w', `${columns}\0${rows}`);
    }
    if (!bytes.ok && bytes.errno === 'EINTR') continue;
    if (!bytes.ok || bytes.value === '') {
      yield* say('d', '');
      return 0;
    }
    const { typed, isCut } = isAtTerminal ? keys(bytes.value) : { typed: bytes.value, isCut: false };
    // Who shows leaves whatever it is at.
    if (isCut) system.processes.kill(system.parent(), 'USR1');
    if (isCut) return 0;
    if (typed !== '') yield* say('i', typed);
  }
}

/** `~.` at the beginning of a line ends the connection, `~~` is a tilde. */
function createEscapes(): (bytes: Bytes) => { readonly typed: Bytes; readonly isCut: boolean } {
  let state: 'begin' | 'tilde' | 'within' = 'begin';
  return (bytes) => {
    let passed = '';
    for (const byte of bytes) {
      if (state === 'tilde' && byte === '.') return { typed: passed, isCut: true };
      if (state === 'begin' && byte === '~') {
        state = 'tilde';
        continue;
      }
      if (state === 'tilde' && byte !== '~') passed += '~';
      passed += byte;
      state = byte === '\r' || byte === '\n' ? 'begin' : 'within';
    }
    return { typed: passed, isCut: false };
  };
}

function* listen(system: System, transport: Transport): Step<number | 'gone' | 'cut'> {
  for (;;) {
    const frame = yield* transport.receive();
    if (frame === null) return 'gone';
    if (frame === 'interrupted') return 'cut';
    if (frame.kind === 'x') return statusOf(frame);
    if (frame.kind !== 'o' && frame.kind !== 'e') continue;
    const written = yield* system.descriptors.write(frame.kind === 'o' ? 1 : 2, wholeOf(frame));
    if (!written.ok && written.errno === 'EINTR') return 'cut';
  }
}

/** Of a session that a signal ended it is told like a failure of its own: OpenSSH has no other number for it. */
const statusOf = ({ fields: [how, value = ''] }: Frame): number =>
  how === 'status' ? Number(value) : failed;
