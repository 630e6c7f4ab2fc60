import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Program, ProcessFacts, Step } from '../../kernel/program.ts';
import type { SignalName } from '../../kernel/signals.table.ts';
import { signalTable } from '../../kernel/signals.table.ts';
import { compile } from '../../patterns/pattern.ts';
import { accountsOf, uidOf } from '../files/accounts.ts';
import type { Call } from '../files/command.ts';
import { breathe, commandOf, complain } from '../files/command.ts';
import { has, valueOf } from '../files/options.ts';
import { signalNames, signalOf } from './signals.ts';

const procps = { version: 'from procps-ng 4.0.2', order: 'anywhere', misuse: 1, least: 0 } as const;

/** `-9`, `-HUP`: a signal where options stand. */
function withSignal(program: (signal: Bytes | null) => Program): Program {
  return function* (system) {
    const words = system.arguments.slice(1);
    const at = words.findIndex(
      (word) => /^-(\d+|(SIG)?[A-Z]{2,}\d?)$/.test(word) && signalOf(word.slice(1)) !== null,
    );
    const end = words.indexOf('--');
    if (at < 0 || (end >= 0 && end < at) || words[0] === '-l') return yield* program(null)(system);
    const rest = words.toSpliced(at, 1);
    return yield* program((words[at] ?? '').slice(1))({
      ...system,
      arguments: [system.arguments[0] ?? '', ...rest],
    });
  };
}

export const kill = withSignal((given) =>
  commandOf({
    ...procps,
    short: 's:lLn:',
    long: { signal: 's', list: 'l' },
    usage: '[options] <pid> [...]',
    // A process group is a negative number, which must not be read as options.
    order: 'first',
    *run(call) {
      yield* breathe(call);
      if (has(call.options, 'l')) {
        list(call);
        return;
      }
      const name = valueOf(call.options, 's') ?? given ?? 'TERM';
      const signal = signalOf(name);
      if (signal === null) {
        complain(call, `unknown signal ${name}`);
        return;
      }
      if (call.operands.length === 0) {
        complain(call, 'not enough arguments');
        return;
      }
      for (const text of call.operands) {
        if (!/^-?\d+$/.test(text)) complain(call, `failed to parse argument: '${text}'`);
        else send(call, Number(text), signal);
      }
    },
  }),
);

function send(call: Call, pid: number, signal: SignalName | 'none'): void {
  const sent = call.system.processes.kill(pid, signal);
  if (!sent.ok) complain(call, `(${pid}): ${messageOf(sent.errno)}`);
}

function list(call: Call): void {
  if (call.operands.length === 0) call.output += `${signalNames().join(' ')}\n`;
  for (const text of call.operands) {
    const signal = signalOf(text);
    if (signal === null || signal === 'none') complain(call, `unknown signal name ${text}`);
    else call.output += `${/^\d+$/.test(text) ? signal : signalTable[signal].number}\n`;
  }
}

const commandLine = ({ arguments: words, name }: ProcessFacts): Bytes =>
  words.length === 0 ? name : words.join(' ');

const matchOptions = {
  ...procps,
  short: 'fxvniou:U:P:g:s:t:lacd:eL',
  long: {
    full: 'f',
    exact: 'x',
    inverse: 'v',
    newest: 'n',
    oldest: 'o',
    euid: 'u',
    uid: 'U',
    parent: 'P',
    pgroup: 'g',
    session: 's',
    terminal: 't',
    'list-name': 'l',
    'list-full': 'a',
    count: 'c',
    delimiter: 'd',
    echo: 'e',
    'ignore-case': 'i',
    signal: 'signal:',
  },
  usage: '[options] <pattern>',
  misuse: 2,
} as const;

/** The processes that are meant, but never the one that asks; null: it was complained of. */
function matching(call: Call): readonly ProcessFacts[] | null {
  const { options, operands, system } = call;
  const isNarrowed = 'uUPgst'.split('').some((key) => has(options, key));
  const [pattern] = operands;
  if (pattern === undefined && !isNarrowed) {
    call.complaints += `${call.name}: no matching criteria specified\nTry \`${call.name} --help' for more information.\n`;
    call.status = 2;
    return null;
  }
  const compiled = compile(pattern ?? '', {
    syntax: 'extended',
    letters: has(options, 'i') ? 'fold' : 'exact',
    anchors: 'text',
    units: 'characters',
  });
  if (!compiled.ok) {
    complain(call, compiled.message);
    call.status = 2;
    return null;
  }
  const fits = (facts: ProcessFacts): boolean => {
    const text = has(options, 'f') ? commandLine(facts) : facts.name;
    const found = compiled.pattern.find(text, 0);
    const isFound = has(options, 'x') ? found?.from === 0 && found.to === text.length : found !== null;
    return isFound !== has(options, 'v') && isMeant(call, facts);
  };
  const found = system.processes
    .list()
    .filter((facts) => facts.pid !== system.pid && facts.state !== 'zombie' && fits(facts));
  const inOrder = found.toSorted((one, other) => one.startedAt - other.startedAt || one.pid - other.pid);
  if (has(options, 'n')) return inOrder.slice(-1);
  return has(options, 'o') ? inOrder.slice(0, 1) : found.toSorted((one, other) => one.pid - other.pid);
}

function isMeant({ options, system }: Call, facts: ProcessFacts): boolean {
  const oneOf = (key: string, value: (text: Bytes) => boolean): boolean => {
    const text = valueOf(options, key);
    return text === null || text.split(',').some(value);
  };
  const accounts = accountsOf(system);
  const isUser = (text: Bytes): boolean => uidOf(accounts, text) === facts.who.uid;
  return (
    oneOf('u', isUser) &&
    oneOf('U', isUser) &&
    oneOf('P', (text) => Number(text) === facts.parent) &&
    oneOf('g', (text) => Number(text) === facts.group) &&
    oneOf('s', (text) => Number(text) === facts.session) &&
    oneOf('t', (text) => text === facts.terminal)
  );
}

export const pgrep = commandOf({
  ...matchOptions,
  *run(call) {
    const found = matching(call);
    if (found === null) return;
    yield* breathe(call);
    call.status = found.length === 0 ? 1 : 0;
    if (has(call.options, 'c')) {
      call.output += `${found.length}\n`;
      return;
    }
    const rows = found.map((facts) => {
      if (has(call.options, 'a')) return `${facts.pid} ${commandLine(facts)}`;
      return has(call.options, 'l') ? `${facts.pid} ${facts.name}` : String(facts.pid);
    });
    if (rows.length > 0) call.output += `${rows.join(valueOf(call.options, 'd') ?? '\n')}\n`;
  },
});

export const pkill = withSignal((given) =>
  commandOf({
    ...matchOptions,
    *run(call) {
      const name = valueOf(call.options, 'signal') ?? given ?? 'TERM';
      const signal = signalOf(name);
      const found = signal === null ? null : matching(call);
      if (signal === null) complain(call, `Unknown signal "${name}".`);
      if (found === null || signal === null) return;
      yield* breathe(call);
      call.status = found.length === 0 ? 1 : 0;
      for (const { pid, name: called } of found) {
        const sent = call.system.processes.kill(pid, signal);
        if (!sent.ok) complain(call, `killing pid ${pid} failed: ${messageOf(sent.errno)}`);
        else if (has(call.options, 'e')) call.output += `${called} killed (pid ${pid})\n`;
      }
    },
  }),
);

const byName = (call: Call, name: Bytes): readonly ProcessFacts[] =>
  call.system.processes
    .list()
    .filter((facts) => facts.name === name.slice(name.lastIndexOf('/') + 1) && facts.pid !== call.system.pid);

export const pidof = commandOf({
  ...procps,
  short: 'so:qxc',
  long: { 'single-shot': 's' },
  usage: '[options] [program [...]]',
  *run(call) {
    yield* breathe(call);
    const omitted = (valueOf(call.options, 'o') ?? '').split(',');
    const pids = call.operands
      .flatMap((name) =>
        byName(call, name)
          .map(({ pid }) => pid)
          .toSorted((one, other) => other - one),
      )
      .filter((pid) => !omitted.includes(String(pid)));
    call.status = pids.length === 0 ? 1 : 0;
    const shown = has(call.options, 's') ? pids.slice(0, 1) : pids;
    if (shown.length > 0 && !has(call.options, 'q')) call.output += `${shown.join(' ')}\n`;
  },
});

export const killall = withSignal((given) =>
  commandOf({
    ...procps,
    version: '(PSmisc) 23.6',
    short: 'qvs:wu:eIi',
    long: { quiet: 'q', verbose: 'v', signal: 's', wait: 'w', user: 'u' },
    usage: '[OPTION]... [--] NAME...',
    *run(call) {
      const name = valueOf(call.options, 's') ?? given ?? 'TERM';
      const signal = signalOf(name);
      if (signal === null) {
        complainPlain(call, `${name}: unknown signal; killall -l lists signals.`);
        return;
      }
      for (const program of call.operands) yield* killNamed(call, program, signal);
    },
  }),
);

function complainPlain(call: Call, message: Bytes): void {
  call.complaints += `${message}\n`;
  call.status = 1;
}

function* killNamed(call: Call, program: Bytes, signal: SignalName | 'none'): Step<void> {
  const found = byName(call, program);
  if (found.length === 0) {
    if (!has(call.options, 'q')) call.complaints += `${program}: no process found\n`;
    call.status = 1;
  }
  for (const { pid, name } of found) {
    const sent = call.system.processes.kill(pid, signal);
    if (!sent.ok) complainPlain(call, `${name}(${pid}): ${messageOf(sent.errno)}`);
    else if (has(call.options, 'v'))
      call.complaints += `Killed ${name}(${pid}) with signal ${signal === 'none' ? 0 : signalTable[signal].number}\n`;
  }
  const isThere = (pid: number): boolean =>
    call.system.processes.list().some((facts) => facts.pid === pid && facts.state !== 'zombie');
  while (has(call.options, 'w') && found.some(({ pid }) => isThere(pid)))
    yield* call.system.processes.sleep(1000);
}
