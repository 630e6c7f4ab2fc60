import { expect, test } from 'vitest';
import { createBench, learner, runProgram } from '../machine.fixture.ts';
import { turn } from './program-tools.ts';
import type { Program, Step, System } from './program.ts';
import { lines, say, valueOf, valuesOf, wait } from './programs.fixture.ts';
import type { SignalName } from './signals.table.ts';
import { signalTable } from './signals.table.ts';

const fork = (system: System, program: Program): number =>
  valueOf(system.processes.fork({ name: 'child', program, descriptors: lines, group: 'own' }));
const waiting: Program = function* ({ processes }) {
  for (;;) yield* processes.pause();
};

test('FR-190-015 every signal does by default what Linux does', () => {
  const names = Object.keys(signalTable) as SignalName[];
  const seen = valuesOf(function* (system) {
    const rows: unknown[] = [];
    for (const name of names) {
      const pid = fork(system, waiting);
      yield turn;
      system.processes.kill(pid, name);
      const change = valueOf(yield* system.processes.wait({ pid, isHanging: false, alsoStopped: true }));
      rows.push([name, change?.how ?? null]);
      system.processes.kill(pid, 'KILL');
      yield* wait(system, pid);
    }
    yield* say(system, rows);
    return 0;
  });
  const actions = { end: 'killed', core: 'killed', stop: 'stopped', ignore: null, continue: null } as const;
  // A group of the host's own is an orphaned one: the terminal's stop signals do not stop it.
  expect(seen).toEqual([names.map((name) => [name, actions[signalTable[name].action]])]);
});

test('FR-190-015 a handler is called, what waited says EINTR, and what is ignored is not heard', () => {
  const seen = valuesOf(function* (system) {
    const pid = fork(system, function* (child) {
      const heard: string[] = [];
      child.processes.onSignal('USR1', (name) => heard.push(name));
      child.processes.onSignal('TERM', 'ignore');
      const slept = yield* child.processes.sleep(1e9);
      yield* say(child, [heard, slept, child.processes.onSignal('KILL', 'ignore')]);
      child.processes.onSignal('USR1', 'default');
      yield* child.processes.sleep(1e9);
      return 0;
    });
    yield turn;
    system.processes.kill(pid, 'TERM');
    yield turn;
    system.processes.kill(pid, 'USR1');
    yield turn;
    yield turn;
    system.processes.kill(pid, 'USR1');
    yield* say(system, yield* wait(system, pid));
    return 0;
  });
  expect(seen).toEqual([
    [['USR1'], { ok: false, errno: 'EINTR' }, { ok: false, errno: 'EINVAL' }],
    { ok: true, value: { pid: 3, how: 'killed', signal: 'USR1', core: false } },
  ]);
});

test('FR-190-015 a signal to itself is heard before the next wait, also by a loop without end', () => {
  const seen = valuesOf(function* (system) {
    const pid = fork(system, function* (child) {
      child.processes.kill(child.pid, 'INT');
      for (;;) if (child.isTired()) yield turn;
    });
    yield* say(system, yield* wait(system, pid));
    let handled = 0;
    system.processes.onSignal('USR2', () => (handled += 1));
    system.processes.kill(system.pid, 'USR2');
    const slept = yield* system.processes.sleep(1e9);
    yield* say(system, [handled, slept]);
    return 0;
  });
  expect(seen).toEqual([
    { ok: true, value: { pid: 3, how: 'killed', signal: 'INT', core: false } },
    [1, { ok: false, errno: 'EINTR' }],
  ]);
});

test('FR-190-015 one may signal what is one’s own; nobody there is another answer than not allowed', () => {
  const bench = createBench({});
  runProgram(bench, waiting, {});
  const { output } = runProgram(
    bench,
    function* (system) {
      const own = fork(system, waiting);
      yield turn;
      const { kill } = system.processes;
      yield* say(system, [
        kill(2, 'TERM'),
        kill(99, 'TERM'),
        kill(own, 'none'),
        kill(-own, 'TERM'),
        kill(-98, 'TERM'),
      ]);
      return 0;
    },
    { who: learner },
  );
  expect(JSON.parse(output)).toEqual([
    { ok: false, errno: 'EPERM' },
    { ok: false, errno: 'ESRCH' },
    { ok: true },
    { ok: true },
    { ok: false, errno: 'ESRCH' },
  ]);
});

test('FR-190-016 who is stopped does nothing until continued, and wait tells both', () => {
  const seen = valuesOf(function* (system) {
    let count = 0;
    const pid = fork(system, function* () {
      for (;;) {
        count += 1;
        yield turn;
      }
    });
    const change = (): Step<unknown> => system.processes.wait({ pid, isHanging: false, alsoStopped: true });
    yield turn;
    system.processes.kill(pid, 'STOP');
    const before = count;
    for (let turns = 0; turns < 5; turns += 1) yield turn;
    const state = system.processes.list().find((facts) => facts.pid === pid)?.state;
    yield* say(system, [count - before, state, yield* change(), yield* change()]);
    system.processes.kill(pid, 'TERM');
    yield turn;
    const still = system.processes.list().find((facts) => facts.pid === pid)?.state;
    system.processes.kill(pid, 'CONT');
    yield turn;
    yield* say(system, [still, yield* wait(system, pid)]);
    return 0;
  });
  expect(seen).toEqual([
    [
      0,
      'stopped',
      { ok: true, value: { pid: 3, how: 'stopped', signal: 'STOP' } },
      { ok: true, value: null },
    ],
    ['stopped', { ok: true, value: { pid: 3, how: 'killed', signal: 'TERM', core: false } }],
  ]);
});

test('FR-190-017 groups and sessions keep Linux’s rules', () => {
  const seen = valuesOf(function* (system) {
    const { processes } = system;
    const pid = fork(system, waiting);
    const other = fork(system, waiting);
    const answers = [
      processes.changeGroup(0, pid),
      processes.changeGroup(other, pid),
      processes.changeGroup(other, 77),
      processes.changeGroup(99, 99),
      processes.newSession(),
      processes.list().map((facts) => facts.group),
    ];
    const session = fork(system, function* (child) {
      child.processes.changeGroup(0, pid);
      yield* say(child, [child.processes.newSession(), child.processes.group() === child.pid]);
      return 0;
    });
    yield* wait(system, session);
    yield* say(system, answers);
    return 0;
  });
  expect(seen).toEqual([
    [{ ok: true }, true],
    [
      { ok: false, errno: 'EPERM' },
      { ok: true },
      { ok: false, errno: 'EPERM' },
      { ok: false, errno: 'ESRCH' },
      { ok: false, errno: 'EPERM' },
      [2, 3, 3],
    ],
  ]);
});
