import { expect, test } from 'vitest';
import { say } from '../kernel/programs.fixture.ts';
import { createBench, rootUser } from '../machine.fixture.ts';
import { createDrain, createFeed } from './channel.ts';
import { reader, sit } from './desk.fixture.ts';
import { usualModes } from './discipline.ts';

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
