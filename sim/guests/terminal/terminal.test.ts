import { expect, test } from 'vitest';
import type { Bench } from '../machine.fixture.ts';
import { createBench, learner, rootUser } from '../machine.fixture.ts';
import { turn } from '../kernel/program-tools.ts';
import type { Program, Step, System } from '../kernel/program.ts';
import { createDrain, createFeed } from './channel.ts';
import type { Terminal } from './terminal.ts';
import { usualModes } from './discipline.ts';

type Desk = {
  readonly bench: Bench;
  readonly terminal: Terminal;
  readonly shown: () => string;
  readonly pid: number;
  readonly type: (keys: string) => string;
};

function sit(program: Program, isFull: () => boolean = () => false): Desk {
  const bench = createBench({});
  let shown = '';
  const terminal = bench.machine.openTerminal({
    columns: 80,
    rows: 24,
    isFull,
    send: (bytes) => {
      shown += bytes;
    },
  });
  const started = bench.machine.start({
    file: '/bin/sh',
    arguments: ['-sh'],
    environment: new Map(),
    who: learner,
    directory: '/',
    lines: { kind: 'terminal', terminal },
    program,
    isFirst: false,
  });
  bench.settle();
  const type = (keys: string): string => {
    shown = '';
    terminal.input(keys);
    bench.settle();
    return shown;
  };
  return { bench, terminal, shown: () => shown, type, pid: started.ok ? started.value : 0 };
}

const all = new Map([
  [0, 0],
  [1, 1],
  [2, 2],
]);
const say = (system: System, text: unknown): Step<unknown> =>
  system.descriptors.write(1, `${typeof text === 'string' ? text : JSON.stringify(text)}\n`);
const job = (system: System, program: Program): number => {
  const pid = system.processes.fork({ name: 'job', program, descriptors: all, group: 'own' });
  if (!pid.ok) throw new Error(pid.errno);
  return pid.value;
};
/** Says every read in quotes. */
const reader: Program = function* (system) {
  for (;;) {
    const read = yield* system.descriptors.read(0, 4096);
    if (!read.ok || read.value === '') return (yield* say(system, read), 0);
    yield* say(system, JSON.stringify(read.value));
  }
};
/** Like a shell: keeps the terminal's stop signals off itself, gives the terminal to a job, takes it back. */
const shellOf = (program: Program): Program =>
  function* (system) {
    for (const name of ['TTOU', 'TTIN', 'TSTP', 'INT'] as const) system.processes.onSignal(name, 'ignore');
    const pid = job(system, function* (child) {
      for (const name of ['TTOU', 'TTIN', 'TSTP', 'INT'] as const) child.processes.onSignal(name, 'default');
      return yield* program(child);
    });
    system.terminal.changeForeground(pid);
    for (;;) {
      const change = yield* system.processes.wait({ pid, isHanging: true, alsoStopped: true });
      system.terminal.changeForeground(system.pid);
      yield* say(system, change);
      if (!change.ok) return 0;
      if (change.value?.how === 'stopped') {
        const line = yield* system.descriptors.read(0, 100);
        if (line.ok && line.value === 'fg\n') {
          system.terminal.changeForeground(pid);
          system.processes.kill(-pid, 'CONT');
        }
      }
    }
  };

test.each([
  ['a line comes whole, echoed', 'ab\r', 'ab\r\n"ab\\n"\r\n'],
  ['a character is erased', 'abx\x7f\r', 'abx\b \b\r\n"ab\\n"\r\n'],
  ['a character of several bytes is erased whole', 'a\xc3\xa4\x7f\r', 'a\xc3\xa4\b \b\r\n"a\\n"\r\n'],
  ['a control character is shown and erased as two', 'a\x01\x7f\r', 'a^A\b \b\b \b\r\n"a\\n"\r\n'],
  ['a word is erased', 'one two \x17\r', 'one two \b \b\b \b\b \b\b \b\r\n"one \\n"\r\n'],
  ['a line is erased', 'one\x15two\r', 'one\b \b\b \b\b \btwo\r\n"two\\n"\r\n'],
  ['the next key is taken literally', '\x16\x03\r', '^\b^C\r\n"\\u0003\\n"\r\n'],
  ['Ctrl-D hands over what there is', 'ab\x04', 'ab"ab"\r\n'],
  ['Ctrl-D on an empty line is the end', '\x04', '{"ok":true,"value":""}\r\n'],
  ['nothing is erased before the beginning', '\x7f\x17\x15a\r', 'a\r\n"a\\n"\r\n'],
])('FR-190-023 cooked: %s', (_what, keys, shown) => {
  expect(sit(reader).type(keys)).toBe(shown);
});

test('FR-190-023 what is typed ahead waits, a line for each read, and a short read leaves the rest', () => {
  const desk = sit(function* (system) {
    yield* system.processes.sleep(10);
    for (const most of [2, 100, 100])
      yield* say(system, JSON.stringify(yield* system.descriptors.read(0, most)));
    return 0;
  });
  desk.type('abc\rde\r');
  desk.bench.pass(10);
  expect(desk.shown()).toBe(
    'abc\r\nde\r\n{"ok":true,"value":"ab"}\r\n{"ok":true,"value":"c\\n"}\r\n{"ok":true,"value":"de\\n"}\r\n',
  );
});

test('FR-190-024 Ctrl-C ends a loop without end and what is typed is forgotten; the shell goes on', () => {
  const desk = sit(
    shellOf(function* (system) {
      for (;;) if (system.isTired()) yield turn;
    }),
  );
  desk.terminal.input('rubbish\x03');
  desk.bench.settle();
  expect(desk.shown()).toBe(
    'rubbish^C{"ok":true,"value":{"pid":3,"how":"killed","signal":"INT","core":false}}\r\n{"ok":false,"errno":"ECHILD"}\r\n',
  );
});

test('FR-190-024 Ctrl-Z stops the job, and it goes on where it was when it is continued', () => {
  const desk = sit(shellOf(reader));
  expect(desk.type('one\r')).toBe('one\r\n"one\\n"\r\n');
  expect(desk.type('\x1a')).toBe('^Z{"ok":true,"value":{"pid":3,"how":"stopped","signal":"TSTP"}}\r\n');
  expect(desk.type('fg\r')).toContain('{"ok":true,"value":{"pid":3,"how":"continued"}}');
});

test('FR-190-017 a job in the background is stopped when it reads, may write, and an orphan hears EIO', () => {
  const desk = sit(function* (system) {
    system.processes.onSignal('TTOU', 'ignore');
    const pid = job(system, function* (child) {
      yield* say(child, 'written');
      yield* child.descriptors.read(0, 10);
      return 0;
    });
    yield* say(system, yield* system.processes.wait({ pid, isHanging: true, alsoStopped: true }));
    system.processes.kill(pid, 'KILL');
    job(system, function* (child) {
      job(child, function* (orphan) {
        yield* orphan.processes.sleep(5);
        yield* say(orphan, yield* orphan.descriptors.read(0, 10));
        return 0;
      });
      yield turn;
      return 0;
    });
    for (;;) yield* system.processes.pause();
  });
  desk.bench.pass(5);
  expect(desk.shown()).toBe(
    'written\r\n{"ok":true,"value":{"pid":3,"how":"stopped","signal":"TTIN"}}\r\n{"ok":false,"errno":"EIO"}\r\n',
  );
});

test('FR-190-025 raw: keys come as they are typed, unseen, and Ctrl-C is one of them', () => {
  const desk = sit(function* (system) {
    system.terminal.changeModes({
      isCooked: false,
      echo: false,
      signals: false,
      returnIsNewline: false,
      newlineIsBoth: false,
    });
    return yield* reader(system);
  });
  expect(desk.type('a\x03\r\x1b[A')).toBe('"a\\u0003\\r\\u001b[A"\n');
  expect(desk.terminal.modes().isCooked).toBe(false);
  expect(usualModes.isCooked).toBe(true);
});

test('FR-190-025 a resize is told by SIGWINCH, and the terminal says its size, name and path', () => {
  const desk = sit(function* (system) {
    system.processes.onSignal('WINCH', () => undefined);
    yield* system.processes.pause();
    const tty = yield* system.descriptors.open('/dev/tty', { access: 'write' }, 0);
    if (tty.ok) yield* system.descriptors.write(tty.value, 'to tty\n');
    yield* say(system, [
      system.terminal.size(),
      system.terminal.name(),
      system.files.readLink('/proc/self/fd/0'),
      system.descriptors.isTerminal(0),
    ]);
    const stat = system.files.stat('/dev/pts/0');
    yield* say(system, stat.ok ? [stat.value.uid, stat.value.gid, stat.value.special] : stat);
    return 0;
  });
  desk.terminal.resize(80, 24);
  desk.terminal.resize(120, 40);
  desk.bench.settle();
  expect(desk.shown()).toBe(
    'to tty\r\n[{"columns":120,"rows":40},"pts/0",{"ok":true,"value":"/dev/pts/0"},true]\r\n[1000,5,[136,0]]\r\n',
  );
});

test('FR-190-026 a client that is behind holds writers back, and Ctrl-S does, until it goes on', () => {
  let sent = 0;
  let isFull = false;
  const desk = sit(
    function* (system) {
      for (;;) {
        yield* system.descriptors.write(1, 'y\n'.repeat(100));
        sent += 1;
        if (sent % 50 === 0) isFull = true;
      }
    },
    () => isFull,
  );
  expect([sent, desk.bench.machine.isRunnable(), desk.shown().length]).toEqual([50, false, 15_000]);
  isFull = false;
  desk.terminal.drained();
  desk.bench.settle();
  expect(sent).toBe(100);
  desk.terminal.input('\x13');
  isFull = false;
  desk.terminal.drained();
  desk.bench.settle();
  expect(sent).toBe(100);
  desk.terminal.input('\x11');
  desk.bench.settle();
  expect(sent).toBe(150);
  desk.terminal.input('\x03');
  expect(desk.bench.machine.processes()).toEqual([]);
});

test('FR-190-027 when the line is cut the session and its job hear SIGHUP, reads end, and the name is free again', () => {
  const ends: unknown[] = [];
  const desk = sit(
    shellOf(function* (child) {
      child.processes.onSignal('HUP', () => undefined);
      const read = yield* child.descriptors.read(0, 10);
      ends.push(read, yield* child.descriptors.read(0, 10), yield* child.descriptors.write(1, 'x'));
      return 0;
    }),
  );
  const changes: unknown[] = [];
  desk.bench.machine.onExit((_pid, change) => changes.push(change));
  desk.terminal.hangup();
  desk.terminal.input('unheard\r');
  desk.bench.settle();
  expect(ends).toEqual([
    { ok: false, errno: 'EINTR' },
    { ok: true, value: '' },
    { ok: false, errno: 'EIO' },
  ]);
  expect(changes).toEqual([
    { pid: 2, how: 'killed', signal: 'HUP', core: false },
    { pid: 3, how: 'exited', status: 0 },
  ]);
  expect([
    desk.bench.machine.terminals(),
    desk.bench.machine.openTerminal({ columns: 1, rows: 1, send: () => undefined }).name,
  ]).toEqual([[], 'pts/0']);
});

test('FR-190-027 when the leader of a session ends, its stopped jobs do not stay behind', () => {
  const desk = sit(function* (system) {
    const pid = job(system, function* (child) {
      for (;;) yield* child.processes.pause();
    });
    yield turn;
    system.processes.kill(pid, 'STOP');
    yield turn;
    return 0;
  });
  expect(desk.bench.machine.processes()).toEqual([]);
});

test('FR-190-029 without a terminal bytes come and go by streams that hold back, end and break', () => {
  const bench = createBench({});
  let isFull = true;
  let output = '';
  const log: string[] = [];
  const input = createFeed();
  const drain = createDrain({
    send: (bytes) => {
      output += bytes;
    },
    isFull: () => isFull,
    ended: () => log.push('ended'),
  });
  const errors = createDrain({ send: () => undefined });
  bench.machine.start({
    file: '/bin/cat',
    arguments: ['cat'],
    environment: new Map(),
    who: rootUser,
    directory: '/root',
    isFirst: false,
    lines: { kind: 'streams', input, output: drain, error: errors },
    program: function* (system) {
      yield* say(system, [
        system.descriptors.isTerminal(0),
        system.files.workingDirectory(),
        system.terminal.name(),
      ]);
      for (;;) {
        const read = yield* system.descriptors.read(0, 4);
        if (!read.ok || read.value === '') break;
        yield* system.descriptors.write(1, read.value);
      }
      errors.cut();
      yield* system.descriptors.write(2, 'nobody hears');
      return 0;
    },
  });
  bench.machine.onExit((_pid, change) => log.push(JSON.stringify(change)));
  input.push('abcdefgh');
  bench.settle();
  expect(output).toBe('');
  isFull = false;
  drain.drained();
  bench.settle();
  expect([output, input.waiting()]).toEqual(['[false,"/root",null]\nabcdefgh', 0]);
  input.end();
  bench.settle();
  expect(log).toEqual(['ended', '{"pid":2,"how":"killed","signal":"PIPE","core":false}']);
});
