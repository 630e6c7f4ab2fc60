import { expect, test } from 'vitest';
import { createBench, runProgram } from '../machine.fixture.ts';
import { turn } from './program-tools.ts';
import { fork, outputOf, say, valueOf, valuesOf, wait } from './programs.fixture.ts';

test('FR-190-012 a pipe holds 64 KiB, then its writer waits; its end is told when every writer is gone', () => {
  const written: number[] = [];
  const output = outputOf(function* (system) {
    const { descriptors } = system;
    const pipe = descriptors.pipe();
    if (!pipe.ok) return 1;
    const [reading, writing] = pipe.value;
    fork(
      system,
      function* (child) {
        for (let count = 0; count < 100; count += 1) {
          yield* child.descriptors.write(1, 'x'.repeat(1024));
          written.push(count);
        }
        return 0;
      },
      new Map([[1, writing]]),
    );
    descriptors.close(writing);
    yield* system.processes.sleep(0);
    yield turn;
    const before = written.length;
    let bytes = 0;
    for (;;) {
      const part = yield* descriptors.read(reading, 5000);
      if (!part.ok || part.value === '') break;
      bytes += part.value.length;
    }
    yield* say(system, [before, bytes]);
    return 0;
  });
  expect(output).toBe('[64,102400]\n');
});

test('FR-190-012 who writes to a pipe that nobody reads ends by SIGPIPE, or hears EPIPE where that is ignored', () => {
  const output = outputOf(function* (system) {
    for (const isIgnored of [false, true]) {
      const pipe = system.descriptors.pipe();
      if (!pipe.ok) return 1;
      const [reading, writing] = pipe.value;
      const pid = fork(
        system,
        function* (child) {
          if (isIgnored) child.processes.onSignal('PIPE', 'ignore');
          const answer = yield* child.descriptors.write(1, 'x');
          yield* child.descriptors.write(2, JSON.stringify(answer));
          return 0;
        },
        new Map([
          [1, writing],
          [2, 1],
        ]),
      );
      system.descriptors.close(reading);
      system.descriptors.close(writing);
      yield* say(system, yield* wait(system, pid));
    }
    return 0;
  });
  expect(output).toBe(
    '{"ok":true,"value":{"pid":3,"how":"killed","signal":"PIPE","core":false}}\n{"ok":false,"errno":"EPIPE"}{"ok":true,"value":{"pid":4,"how":"exited","status":0}}\n',
  );
});

test('FR-190-013 a FIFO opens when both ends are there and is named in the delta', () => {
  const bench = createBench({});
  const output = outputOf(function* (system) {
    system.files.makePipe('/var/fifo', 0o644);
    const pid = fork(system, function* (child) {
      const end = yield* child.descriptors.open('/var/fifo', { access: 'write' }, 0);
      if (end.ok) yield* child.descriptors.write(end.value, 'through');
      return 0;
    });
    const end = yield* system.descriptors.open('/var/fifo', { access: 'read' }, 0);
    if (!end.ok) return 1;
    const first = yield* system.descriptors.read(end.value, 100);
    const second = yield* system.descriptors.read(end.value, 100);
    yield* say(system, [first, second]);
    yield* wait(system, pid);
    return 0;
  }, bench);
  expect(output).toBe('[{"ok":true,"value":"through"},{"ok":true,"value":""}]\n');
  expect(bench.machine.delta().get('/var/fifo')?.kind).toBe('pipe');
});

test('FR-190-014 descriptors share one place in their file when duplicated or inherited, and are closed when not named', () => {
  const seen = valuesOf(function* (system) {
    const { descriptors, files } = system;
    const file = valueOf(
      yield* descriptors.open('/tmp/f', { access: 'both', create: true, exclusive: true }, 0o600),
    );
    const copy = descriptors.duplicate(file, { least: 10 });
    yield* descriptors.write(file, 'one');
    yield* descriptors.write(10, 'two');
    yield* wait(
      system,
      fork(
        system,
        function* (child) {
          yield* child.descriptors.write(7, 'three');
          return child.descriptors.isOpen(10) ? 1 : 0;
        },
        new Map([[7, file]]),
      ),
    );
    yield* say(system, [
      copy,
      files.readFile('/tmp/f'),
      descriptors.seek(file, -5, 'end'),
      yield* descriptors.read(10, 99),
      descriptors.seek(file, -1, 'start'),
    ]);
    const log = valueOf(yield* descriptors.open('/tmp/f', { access: 'write', append: true }, 0));
    yield* descriptors.write(log, '!');
    descriptors.truncate(log, 4);
    yield* descriptors.write(log, '?');
    yield* say(system, [
      files.readFile('/tmp/f'),
      descriptors.close(log),
      descriptors.close(log),
      yield* descriptors.write(log, ''),
      yield* descriptors.open('/tmp/f', { access: 'both', create: true, exclusive: true }, 0),
    ]);
    let opened = 0;
    while ((yield* descriptors.open('/dev/null', { access: 'read' }, 0)).ok) opened += 1;
    yield* say(system, [opened, descriptors.pipe()]);
    return 0;
  });
  expect(seen).toEqual([
    [
      { ok: true, value: 10 },
      { ok: true, value: 'onetwothree' },
      { ok: true, value: 6 },
      { ok: true, value: 'three' },
      { ok: false, errno: 'EINVAL' },
    ],
    [
      { ok: true, value: 'onet?' },
      { ok: true },
      { ok: false, errno: 'EBADF' },
      { ok: false, errno: 'EBADF' },
      { ok: false, errno: 'EEXIST' },
    ],
    [1019, { ok: false, errno: 'EMFILE' }],
  ]);
});

test('FR-190-014 what is removed while it is open lives until it is closed', () => {
  const output = outputOf(function* (system) {
    const { descriptors, files } = system;
    const used = (): number => files.mounts()[0]?.usedBytes ?? 0;
    const before = used();
    const file = valueOf(yield* descriptors.open('/var/gone', { access: 'both', create: true }, 0o600));
    yield* descriptors.write(file, 'x'.repeat(10_000));
    files.remove('/var/gone');
    const held = used() - before;
    descriptors.seek(file, 9_998, 'start');
    const bytes = yield* descriptors.read(file, 10);
    const link = files.readLink(`/proc/self/fd/${file}`);
    descriptors.close(file);
    yield* say(system, [held, bytes, link, used() - before]);
    return 0;
  });
  expect(output).toBe('[12288,{"ok":true,"value":"xx"},{"ok":true,"value":"/var/gone (deleted)"},0]\n');
});

test('FR-190-014 poll waits until one can be read or the time is over', () => {
  const bench = createBench({});
  const ran = runProgram(
    bench,
    function* (system) {
      const quiet = system.descriptors.pipe();
      const loud = system.descriptors.pipe();
      if (!quiet.ok || !loud.ok) return 1;
      yield* say(system, yield* system.descriptors.poll([quiet.value[0], loud.value[0]], 50));
      fork(
        system,
        function* (child) {
          yield* child.processes.sleep(20);
          yield* child.descriptors.write(1, 'x');
          return 0;
        },
        new Map([[1, loud.value[1]]]),
      );
      yield* say(system, yield* system.descriptors.poll([quiet.value[0], loud.value[0]], null));
      return 0;
    },
    {},
  );
  expect(bench.machine.nextWake()).not.toBeNull();
  bench.pass(50);
  bench.pass(20);
  expect(ran.output).toBe('{"ok":true,"value":[]}\n{"ok":true,"value":[5]}\n');
});
