import { expect, test } from 'vitest';
import { createBench, rootUser, runProgram } from '../machine.fixture.ts';
import { turn } from './program-tools.ts';
import type { ChildChange, Program, Step } from './program.ts';
import { fork, say, valueOf, valuesOf, wait } from './programs.fixture.ts';

test('FR-190-011 a loop without end does not hold the host, and shares with others by niceness', () => {
  const bench = createBench({});
  const turns: Record<string, number> = { usual: 0, kind: 0 };
  const loop = (name: string, nice: number): Program =>
    function* (system) {
      system.processes.renice(0, nice);
      for (;;) {
        turns[name] = (turns[name] ?? 0) + 1;
        if (system.isTired()) yield turn;
      }
    };
  for (const [name, nice] of [
    ['usual', 0],
    ['kind', 10],
  ] as const)
    bench.machine.start({
      file: name,
      arguments: [name],
      environment: new Map(),
      who: rootUser,
      directory: '/',
      lines: { kind: 'none' },
      program: loop(name, nice),
      isFirst: false,
    });
  let asked = 0;
  expect(bench.machine.run(() => (asked += 1) > 5000)).toBe('more');
  expect(bench.machine.demand().cores).toBe(2);
  const { usual = 0, kind = 1 } = turns;
  expect(usual / kind).toBeGreaterThan(7);
  expect(usual / kind).toBeLessThan(12);
});

test('FR-190-018 a zombie stays until its parent asks, and orphans come to pid 1', () => {
  const bench = createBench({});
  const reaped: (ChildChange | null)[] = [];
  bench.machine.start({
    file: '/sbin/init',
    arguments: ['init'],
    environment: new Map(),
    who: rootUser,
    directory: '/',
    lines: { kind: 'none' },
    isFirst: true,
    program: function* ({ processes }) {
      processes.onSignal('CHLD', () => undefined);
      for (;;) {
        const change = yield* processes.wait({ pid: null, isHanging: true, alsoStopped: false });
        if (change.ok) reaped.push(change.value);
        else yield* processes.pause();
      }
    },
  });
  const ran = runProgram(
    bench,
    function* (system) {
      const pid = fork(system, function* (child) {
        fork(child, function* (grandchild) {
          yield* grandchild.processes.sleep(10);
          return 5;
        });
        yield turn;
        return 4;
      });
      yield turn;
      yield turn;
      yield turn;
      const state = (of: number): unknown => system.processes.list().find((facts) => facts.pid === of);
      yield* say(system, [state(pid), state(pid + 1)]);
      yield* say(system, [yield* wait(system, null), state(pid) === undefined, yield* wait(system, null)]);
      return 0;
    },
    {},
  );
  expect(JSON.parse(ran.output.split('\n')[0] ?? '')).toMatchObject([
    { state: 'zombie', parent: 2 },
    { state: 'sleeping', parent: 1 },
  ]);
  expect(ran.output.split('\n')[1]).toBe(
    '[{"ok":true,"value":{"pid":3,"how":"exited","status":4}},true,{"ok":false,"errno":"ECHILD"}]',
  );
  bench.pass(10);
  expect(reaped).toEqual([{ pid: 4, how: 'exited', status: 5 }]);
  expect(bench.machine.kill(1, 'TERM')).toBe(true);
  expect(bench.machine.processes().map(({ pid }) => pid)).toEqual([1]);
});

test('FR-190-019 sleep is lab time: nothing runs until it has passed', () => {
  const bench = createBench({});
  const ran = runProgram(
    bench,
    function* (system) {
      yield* system.processes.sleep(1000);
      yield* say(system, 'awake');
      return 0;
    },
    {},
  );
  const wakes = bench.machine.nextWake() ?? 0;
  bench.pass(999);
  expect([ran.output, bench.machine.isRunnable(), bench.machine.run(() => false)]).toEqual([
    '',
    false,
    'idle',
  ]);
  bench.pass(1);
  expect([ran.output, wakes > 0, bench.machine.nextWake()]).toEqual(['awake\n', true, null]);
});

test('FR-190-020 there are no more processes than the machine allows, and no more memory than it has', () => {
  const bench = createBench({ limits: { processes: 5, heldBytes: 3_000_000 } });
  const [first, ...killed] = valuesOf(function* (system) {
    const { processes } = system;
    let count = 0;
    const pids: number[] = [];
    for (;;) {
      const pid = processes.fork({
        name: 'c',
        group: 'parent',
        descriptors: new Map(),
        program: function* (child) {
          yield* child.processes.pause();
          return 0;
        },
      });
      if (!pid.ok) {
        yield* say(system, [count, pid.errno]);
        break;
      }
      count += 1;
      pids.push(pid.value);
    }
    for (const pid of pids) {
      processes.kill(pid, 'KILL');
      yield* wait(system, pid);
    }
    const eaters: Program[] = [
      function* (child) {
        child.processes.occupy({ cores: 0, memoryBytes: 3_000_000_000 });
        yield turn;
        return 0;
      },
      function* (child) {
        yield* child.descriptors.write(
          valueOf(yield* child.descriptors.open('/tmp/big', { access: 'write', create: true }, 0o600)),
          'x'.repeat(4_000_000),
        );
        return 0;
      },
      function* () {
        yield turn;
        return 'x'.repeat(600_000_000).length;
      },
    ];
    for (const eater of eaters) yield* say(system, yield* wait(system, fork(system, eater)));
    return 0;
  }, bench);
  expect(first).toEqual([4, 'EAGAIN']);
  expect(killed).toMatchObject(
    Array.from({ length: 3 }, () => ({ value: { how: 'killed', signal: 'KILL' } })),
  );
  expect(
    bench.machine.log().filter(({ text }) => text.startsWith('Out of memory: Killed process')),
  ).toHaveLength(3);
});

test('FR-190-021 a program that throws ends by SIGSEGV and is reported; the machine lives on', () => {
  const bench = createBench({});
  const ran = runProgram(
    bench,
    function* (system) {
      const pid = fork(system, function* (): Step<number> {
        yield turn;
        throw new Error('a defect');
      });
      yield* say(system, yield* wait(system, pid));
      return 0;
    },
    {},
  );
  expect(ran.output).toBe('{"ok":true,"value":{"pid":3,"how":"killed","signal":"SEGV","core":false}}\n');
  expect(bench.faults).toEqual([new Error('a defect')]);
  expect(bench.machine.log().at(-1)?.text).toMatch(/^child\[3\]: segfault/);
});

test('FR-190-028 what a process says it occupies is demanded, and its processor time grows with it', () => {
  const bench = createBench({});
  runProgram(
    bench,
    function* (system) {
      system.processes.occupy({ cores: 1.5, memoryBytes: 100_000_000 });
      yield* system.processes.pause();
      return 0;
    },
    {},
  );
  bench.pass(2000);
  const [facts] = bench.machine.processes();
  expect([facts?.processorTime, facts?.state, bench.machine.demand().cores]).toEqual([3000, 'sleeping', 1.5]);
  expect(bench.machine.demand().memoryBytes).toBeGreaterThan(100_000_000);
  bench.machine.kill(2, 'TERM');
  expect(bench.machine.demand()).toEqual({ cores: 0, memoryBytes: 0 });
});
