import type { Bytes } from '../../bytes.ts';
import type { ChildChange, Step, System } from '../../kernel/program.ts';
import type { SignalName } from '../../kernel/signals.table.ts';
import { signalTable } from '../../kernel/signals.table.ts';
import type { Call } from '../files/command.ts';
import { breathe, complain, complainOf, coreCommand, flush, misuse } from '../files/command.ts';
import { has, valueOf } from '../files/options.ts';
import { named, quoted } from '../files/quote.ts';
import { become, lookUp, openDescriptors } from './launch.ts';
import { signalOf } from './signals.ts';

export const env = coreCommand({
  short: 'iu:C:0v',
  long: { 'ignore-environment': 'i', unset: 'u', chdir: 'C', null: '0' },
  usage: '[OPTION]... [-] [NAME=VALUE]... [COMMAND [ARG]...]',
  order: 'first',
  misuse: 125,
  *run(call) {
    const words = call.operands[0] === '-' ? call.operands.slice(1) : call.operands;
    const firstOther = words.findIndex((word) => !word.includes('='));
    const count = firstOther < 0 ? words.length : firstOther;
    const environment = environmentWith(call, words.slice(0, count));
    if (count === words.length) {
      yield* breathe(call);
      sayEnvironment(call, environment);
      return;
    }
    if (moves(call)) yield* become(call, { words: words.slice(count), environment });
  },
});

function environmentWith({ options, operands, system }: Call, settings: readonly Bytes[]): Map<Bytes, Bytes> {
  const isEmpty = has(options, 'i') || operands[0] === '-';
  const environment = new Map(isEmpty ? [] : system.environment);
  for (const { key, value } of options) if (key === 'u') environment.delete(value);
  for (const word of settings) {
    const equals = word.indexOf('=');
    environment.set(word.slice(0, equals), word.slice(equals + 1));
  }
  return environment;
}

function sayEnvironment(call: Call, environment: ReadonlyMap<Bytes, Bytes>): void {
  const end = has(call.options, '0') ? '\0' : '\n';
  for (const [name, value] of environment) call.output += `${name}=${value}${end}`;
}

/** Into the directory asked for; false: one cannot. */
function moves(call: Call): boolean {
  const directory = valueOf(call.options, 'C');
  if (directory === null) return true;
  const moved = call.system.files.changeDirectory(directory);
  if (moved.ok) return true;
  complainOf(call, `cannot change directory to ${named(directory)}`, moved.errno);
  call.status = 125;
  return false;
}

export const printenv = coreCommand({
  short: '0',
  long: { null: '0' },
  usage: '[OPTION]... [VARIABLE]...',
  misuse: 2,
  *run(call) {
    yield* breathe(call);
    const { environment } = call.system;
    const end = has(call.options, '0') ? '\0' : '\n';
    if (call.operands.length === 0) sayEnvironment(call, environment);
    for (const name of call.operands) {
      const value = environment.get(name);
      if (value === undefined) call.status = 1;
      else call.output += value + end;
    }
  },
});

export const nice = coreCommand({
  short: 'n:0123456789',
  long: { adjustment: 'n' },
  usage: '[OPTION] [COMMAND [ARG]...]',
  order: 'first',
  misuse: 125,
  *run(call) {
    const { system, options, operands } = call;
    const { nice: now = 0 } = system.processes.list().find(({ pid }) => pid === system.pid) ?? {};
    const digits = options
      .filter(({ key }) => /^\d$/.test(key))
      .map(({ key }) => key)
      .join('');
    const text = valueOf(options, 'n') ?? (digits === '' ? null : digits);
    if (text !== null && !/^[-+]?\d+$/.test(text)) {
      complain(call, `invalid adjustment ${quoted(text)}`);
      call.status = 125;
      return;
    }
    if (operands.length === 0) {
      if (text !== null) misuse(call, 125, 'a command must be given with an adjustment');
      else call.output += `${now}\n`;
      return;
    }
    const wanted = Math.max(-20, Math.min(19, now + Number(text ?? '10')));
    const changed = system.processes.renice(system.pid, wanted);
    if (!changed.ok) call.complaints += `${call.name}: cannot set niceness: Permission denied\n`;
    yield* become(call, { words: operands, environment: system.environment });
  },
});

export const nohup = coreCommand({
  short: '',
  long: {},
  usage: 'COMMAND [ARG]...',
  order: 'first',
  misuse: 125,
  *run(call) {
    const { system, operands } = call;
    if (operands.length === 0) {
      misuse(call, 125, 'missing operand');
      return;
    }
    const { descriptors } = system;
    system.processes.onSignal('HUP', 'ignore');
    const [ignoresInput, ownsOutput] = [descriptors.isTerminal(0), descriptors.isTerminal(1)];
    if (ignoresInput) {
      const nothing = yield* descriptors.open('/dev/null', { access: 'write' }, 0);
      if (nothing.ok) descriptors.duplicate(nothing.value, 0);
    }
    if (ownsOutput) {
      const file = yield* descriptors.open(
        'nohup.out',
        { access: 'write', create: true, append: true },
        0o600,
      );
      if (!file.ok) {
        complainOf(call, `failed to open ${quoted('nohup.out')}`, file.errno);
        call.status = 125;
        return;
      }
      const input = ignoresInput ? 'ignoring input and ' : '';
      call.complaints += `${call.name}: ${input}appending output to ${quoted('nohup.out')}\n`;
      yield* flush(call);
      descriptors.duplicate(file.value, 1);
    } else if (ignoresInput) call.complaints += `${call.name}: ignoring input\n`;
    yield* flush(call);
    if (descriptors.isTerminal(2)) descriptors.duplicate(1, 2);
    yield* become(call, { words: operands, environment: system.environment });
  },
});

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Lab milliseconds of `1.5m`; null: it says no time. */
export function durationOf(text: Bytes): number | null {
  if (/^(inf|infinity)$/i.test(text)) return Number.POSITIVE_INFINITY;
  const found = /^(\d+\.?\d*|\.\d+)([smhd])?$/.exec(text);
  return found === null ? null : Number(found[1]) * (units[found[2] ?? 's'] ?? 1) * 1000;
}

/** Longer than any lab runs. */
export const longest = 86_400_000 * 36_500;

export const sleep = coreCommand({
  short: '',
  long: {},
  usage: 'NUMBER[SUFFIX]...',
  least: 1,
  *run(call) {
    let whole = 0;
    for (const text of call.operands) {
      const duration = durationOf(text);
      if (duration === null) complain(call, `invalid time interval ${quoted(text)}`);
      whole += duration ?? 0;
    }
    if (call.status !== 0) {
      call.complaints += `Try '${call.name} --help' for more information.\n`;
      return;
    }
    yield* call.system.processes.sleep(Math.min(whole, longest));
  },
});

export const timeout = coreCommand({
  short: 'k:s:v',
  long: {
    'kill-after': 'k',
    signal: 's',
    verbose: 'v',
    foreground: 'foreground',
    'preserve-status': 'preserve-status',
  },
  usage: '[OPTION] DURATION COMMAND [ARG]...',
  order: 'first',
  misuse: 125,
  *run(call) {
    const { system, options, operands } = call;
    const [text, ...words] = operands;
    if (text === undefined || words.length === 0) {
      call.complaints += `Try '${call.name} --help' for more information.\n`;
      call.status = 125;
      return;
    }
    const duration = durationOf(text);
    if (duration === null) {
      misuse(call, 125, `invalid time interval ${quoted(text)}`);
      return;
    }
    const name = valueOf(options, 's') ?? 'TERM';
    const signal = signalOf(name);
    if (signal === null || signal === 'none') {
      misuse(call, 125, `${quoted(name)}: invalid signal`);
      return;
    }
    const file = lookUp(system, words[0] ?? '', system.environment);
    const request = {
      arguments: words,
      environment: system.environment,
      descriptors: openDescriptors(system),
    };
    const started = file.ok
      ? system.processes.spawn({ ...request, file: file.value, group: 'parent' })
      : file;
    if (!started.ok) {
      complainOf(call, `failed to run command ${quoted(words[0] ?? '')}`, started.errno);
      call.status = started.errno === 'ENOENT' ? 127 : 126;
      return;
    }
    yield* guard(call, { pid: started.value, duration, signal });
  },
});

type Guard = { readonly pid: number; readonly duration: number; readonly signal: SignalName };

function* guard(call: Call, { pid, duration, signal }: Guard): Step<void> {
  const ended = yield* endedWithin(call.system, pid, duration === 0 ? longest : duration);
  if (ended !== null) {
    call.status = statusOf(ended);
    return;
  }
  yield* interrupt(call, pid, signal);
  const { soon, isOverdue } = yield* grace(call, pid);
  // What kills at once takes the guard with it, so that the shell says so.
  if (signal === 'KILL') call.system.processes.kill(call.system.pid, 'KILL');
  const last = soon ?? (yield* endedWithin(call.system, pid, longest));
  call.status = signal === 'KILL' || isOverdue ? 137 : 124;
  if (has(call.options, 'preserve-status') && last !== null) call.status = statusOf(last);
}

type Grace = { readonly soon: ChildChange | null; readonly isOverdue: boolean };

/** What `-k` leaves the child to end in; then it is killed. */
function* grace({ system, options }: Call, pid: number): Step<Grace> {
  const after = durationOf(valueOf(options, 'k') ?? '');
  if (after === null) return { soon: null, isOverdue: false };
  const soon = yield* endedWithin(system, pid, after);
  if (soon === null) system.processes.kill(pid, 'KILL');
  return { soon, isOverdue: soon === null };
}

function* interrupt(call: Call, pid: number, signal: SignalName): Step<void> {
  const { processes } = call.system;
  processes.kill(pid, signal);
  if (has(call.options, 'v'))
    call.complaints += `${call.name}: sending signal ${signal} to command ${quoted(call.operands[1] ?? '')}\n`;
  yield* flush(call);
  if (signal !== 'KILL') processes.kill(pid, 'CONT');
}

const statusOf = (change: ChildChange): number => {
  if (change.how === 'exited') return change.status;
  return change.how === 'killed' ? 128 + signalTable[change.signal].number : 0;
};

/** How a child ended, or null where it still runs when the time is over. */
function* endedWithin(system: System, pid: number, most: number): Step<ChildChange | null> {
  const until = system.steady() + most;
  system.processes.onSignal('CHLD', () => undefined);
  for (;;) {
    const change = yield* system.processes.wait({ pid, isHanging: false, alsoStopped: false });
    if (change.ok && change.value !== null) return change.value;
    if (!change.ok) return { pid, how: 'exited', status: 0 };
    const left = until - system.steady();
    if (left <= 0) return null;
    yield* system.processes.sleep(Math.min(left, longest));
  }
}
