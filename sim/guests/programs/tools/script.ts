import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { ChildChange, Program, Step, System } from '../../kernel/program.ts';
import { timeText } from '../../shell/builtins/strftime.ts';
import { has, parseOptions, valueOf, type Given } from '../text/options.ts';
import { writeAll } from '../text/tool.ts';

const form = {
  short: 'ac:efqO:V',
  long: { append: 'a', command: 'c', return: 'e', flush: 'f', quiet: 'q', 'log-out': 'O', version: 'V' },
};

type Record = { readonly system: System; readonly given: Given; readonly name: Bytes; readonly log: number };

/** Keeps what a shell or a command shows in a file, on a terminal of its own. */
export const script: Program = function* (system) {
  const parsed = parseOptions(system.arguments.slice(1), form);
  if (!parsed.ok) {
    yield* writeAll(system, 2, `script: ${parsed.message}\nTry 'script --help' for more information.\n`);
    return 1;
  }
  const { given } = parsed;
  if (has(given, 'V')) {
    yield* writeAll(system, 1, 'script from util-linux 2.38.1\n');
    return 0;
  }
  const [operand, extra] = given.operands;
  if (extra !== undefined) {
    yield* writeAll(
      system,
      2,
      "script: unexpected number of arguments\nTry 'script --help' for more information.\n",
    );
    return 1;
  }
  const name = valueOf(given, 'O') ?? operand ?? 'typescript';
  const flags = { access: 'write', create: true, [has(given, 'a') ? 'append' : 'truncate']: true } as const;
  const log = yield* system.descriptors.open(name, flags, 0o666);
  if (!log.ok) {
    yield* say(system, given, `Script started, output log file is '${name}'.\n`);
    yield* writeAll(system, 2, `script: cannot open ${name}: ${messageOf(log.errno)}\n`);
    yield* say(system, given, 'Script done.\n');
    return 1;
  }
  return yield* record({ system, given, name, log: log.value });
};

function* say(system: System, given: Given, text: Bytes): Step<void> {
  if (!has(given, 'q')) yield* writeAll(system, 1, text);
}

function* record(of: Record): Step<number> {
  const { system, given, name, log } = of;
  yield* say(system, given, `Script started, output log file is '${name}'.\n`);
  yield* writeAll(system, log, `Script started on ${moment(system)} [${about(of)}]\n`);
  const status = yield* session(of);
  yield* writeAll(system, log, `\nScript done on ${moment(system)} [COMMAND_EXIT_CODE="${status ?? 1}"]\n`);
  yield* say(system, given, 'Script done.\n');
  return status === null ? 1 : has(given, 'e') ? status : 0;
}

const moment = (system: System): Bytes =>
  timeText('%Y-%m-%d %H:%M:%S+00:00', Math.floor(system.now() / 1000));

function about({ system, given }: Record): Bytes {
  const command = valueOf(given, 'c');
  const words = command === null ? [] : [`COMMAND="${command}"`];
  if (!system.descriptors.isTerminal(0)) return [...words, '<not executed on terminal>'].join(' ');
  const { columns, rows } = system.terminal.size();
  const term = system.environment.get('TERM') ?? 'dumb';
  const line = system.terminal.name() ?? '';
  return [...words, `TERM="${term}"`, `TTY="/dev/${line}"`, `COLUMNS="${columns}"`, `LINES="${rows}"`].join(
    ' ',
  );
}

const raw = { isCooked: false, echo: false, signals: false, returnIsNewline: false, newlineIsBoth: false };

/** Null: no terminal was to be had. */
function* session(of: Record): Step<number | null> {
  const { system } = of;
  const isAtTerminal = system.descriptors.isTerminal(0);
  const pair = system.terminal.openPair(isAtTerminal ? system.terminal.size() : { columns: 80, rows: 24 });
  if (!pair.ok) return null;
  const child = start(of, pair.value.name);
  if (child === null) return null;
  const before = system.terminal.modes();
  if (isAtTerminal) system.terminal.changeModes(raw);
  const status = yield* relay(of, { line: pair.value.descriptor, child });
  if (isAtTerminal) system.terminal.changeModes(before);
  return status;
}

function start({ system, given }: Record, line: Bytes): number | null {
  const command = valueOf(given, 'c');
  const shell = system.environment.get('SHELL') ?? '/bin/sh';
  const words = command === null ? [shell, '-i'] : [shell, '-c', command];
  const started = system.processes.fork({
    name: 'script',
    descriptors: new Map(),
    group: 'parent',
    program: function* (own) {
      own.processes.newSession();
      const opened = yield* own.descriptors.open(`/dev/${line}`, { access: 'both' }, 0);
      if (!opened.ok) return 1;
      own.terminal.take(opened.value);
      own.descriptors.duplicate(opened.value, 1);
      own.descriptors.duplicate(opened.value, 2);
      const descriptors = new Map([0, 1, 2].map((at) => [at, at]));
      yield* own.processes.execute({
        file: shell,
        arguments: words,
        environment: own.environment,
        descriptors,
      });
      return 127;
    },
  });
  return started.ok ? started.value : null;
}

type Relay = { readonly line: number; readonly child: number };

/** Keys one way, and what is shown the other way and into the file, until the command has ended. */
function* relay(of: Record, { line, child }: Relay): Step<number> {
  const { system } = of;
  system.processes.onSignal('CHLD', () => undefined);
  // Who was busy when the end was typed is told again, ever more rarely.
  let again: number | null = null;
  for (;;) {
    const ended = yield* system.processes.wait({ pid: child, isHanging: false, alsoStopped: false });
    if (!ended.ok || ended.value !== null) return yield* finish(of, line, ended.ok ? ended.value : null);
    const ready = yield* system.descriptors.poll(again === null ? [0, line] : [line], again);
    if (!ready.ok) continue;
    if (ready.value.length === 0 && again !== null) {
      again *= 2;
      yield* writeAll(system, line, end);
    }
    if (ready.value.includes(line)) yield* show(of, line);
    if (ready.value.includes(0) && !(yield* hear(system, line))) again = firstAgain;
  }
}

const end = '\x04';
const firstAgain = 100;

function* finish(of: Record, line: number, change: ChildChange | null): Step<number> {
  yield* drain(of, line);
  return change?.how === 'exited' ? change.status : 1;
}

function* drain(of: Record, line: number): Step<void> {
  for (;;) {
    const ready = yield* of.system.descriptors.poll([line], 0);
    if (!ready.ok || ready.value.length === 0 || !(yield* show(of, line))) return;
  }
}

/** False: there is nothing more. */
function* show({ system, log }: Record, line: number): Step<boolean> {
  const shown = yield* system.descriptors.read(line, 32_768);
  if (!shown.ok || shown.value === '') return false;
  yield* writeAll(system, 1, shown.value);
  yield* writeAll(system, log, shown.value);
  return true;
}

/** False: nothing more is typed; the line is told so as one types it. */
function* hear(system: System, line: number): Step<boolean> {
  const typed = yield* system.descriptors.read(0, 4096);
  if (!typed.ok && typed.errno === 'EINTR') return true;
  const isOver = !typed.ok || typed.value === '';
  yield* writeAll(system, line, isOver ? end : typed.value);
  return !isOver;
}
