import { expect, test } from 'vitest';
import type { Bench } from '../machine.fixture.ts';
import { createBench, learner, rootUser, runProgram } from '../machine.fixture.ts';
import { turn } from './program-tools.ts';
import type { ChildChange, Program, Step, System } from './program.ts';

const say = (system: System, text: unknown): Step<unknown> =>
  system.descriptors.write(1, `${typeof text === 'string' ? text : JSON.stringify(text)}\n`);
const wait = (system: System, pid: number | null): Step<unknown> =>
  system.processes.wait({ pid, isHanging: true, alsoStopped: false });
function pidOf(
  answer: { readonly ok: true; readonly value: number } | { readonly ok: false; readonly errno: string },
): number {
  if (!answer.ok) throw new Error(answer.errno);
  return answer.value;
}
const all = new Map([
  [0, 0],
  [1, 1],
  [2, 2],
]);
const fork = (system: System, program: Program, descriptors: ReadonlyMap<number, number> = all): number =>
  pidOf(system.processes.fork({ name: 'child', program, descriptors, group: 'parent' }));
const outputOf = (program: Program, bench: Bench = createBench({})): string => {
  const ran = runProgram(bench, program, {});
  if (bench.faults.length > 0) throw bench.faults[0];
  return ran.output;
};

const showArguments: Program = function* (system) {
  yield* say(system, system.arguments);
  return 0;
};
const showWho: Program = function* (system) {
  yield* say(system, [system.processes.who().uid, system.processes.realWho().uid]);
  return 0;
};

test('FR-190-010 #! lines lead to their interpreters, and what cannot run says why', () => {
  const bench = createBench({ programs: { sh: showArguments } });
  const output = outputOf(function* (system) {
    const { files, processes } = system;
    const scripts = {
      plain: '#!/bin/sh\n',
      option: '#! /bin/sh -e -x \necho',
      none: 'echo hi\n',
      lost: '#!/bin/none\n',
      deep: '#!/tmp/option\n',
    };
    for (const [name, content] of Object.entries(scripts)) files.writeFile(`/tmp/${name}`, content, 0o755);
    files.writeFile('/tmp/shut', scripts.plain, 0o644);
    for (const name of [...Object.keys(scripts), 'shut', 'absent']) {
      const pid = processes.spawn({
        file: `/tmp/${name}`,
        arguments: [name, 'a b'],
        environment: new Map(),
        descriptors: all,
        group: 'parent',
      });
      if (pid.ok) yield* wait(system, pid.value);
      else yield* say(system, `${name}: ${pid.errno}`);
    }
    const huge = processes.spawn({
      file: '/bin/sh',
      arguments: ['x'.repeat(131_072)],
      environment: new Map(),
      descriptors: all,
      group: 'parent',
    });
    const many = processes.spawn({
      file: '/bin/sh',
      arguments: Array.from({ length: 2100 }, () => 'x'.repeat(1000)),
      environment: new Map(),
      descriptors: all,
      group: 'parent',
    });
    yield* say(system, [huge, many]);
    return 0;
  }, bench);
  expect(output.trimEnd().split('\n')).toEqual([
    '["/bin/sh","/tmp/plain","a b"]',
    '["/bin/sh","-e -x","/tmp/option","a b"]',
    'none: ENOEXEC',
    'lost: ENOENT',
    '["/bin/sh","-e -x","/tmp/option","/tmp/deep","a b"]',
    'shut: EACCES',
    'absent: ENOENT',
    '[{"ok":false,"errno":"E2BIG"},{"ok":false,"errno":"E2BIG"}]',
  ]);
});

test('FR-190-010 execute makes the same process another program, which the old one does not survive', () => {
  const bench = createBench({ programs: { show: showArguments } });
  const output = outputOf(function* (system) {
    const failed = yield* system.processes.execute({
      file: '/bin/none',
      arguments: [],
      environment: new Map(),
      descriptors: all,
    });
    yield* say(system, failed);
    yield* system.processes.execute({
      file: '/bin/show',
      arguments: ['shown'],
      environment: new Map(),
      descriptors: new Map([[1, 1]]),
    });
    yield* say(system, 'never');
    return 9;
  }, bench);
  expect(output).toBe('{"ok":false,"errno":"ENOENT"}\n["shown"]\n');
});

test('FR-190-022 a set-uid file runs as its owner, who called stays known, and writing to it takes the right away', () => {
  const bench = createBench({ programs: { show: showWho } });
  const program: Program = function* (system) {
    const { files, processes, descriptors } = system;
    const run = function* (): Step<unknown> {
      const pid = processes.spawn({
        file: '/bin/show',
        arguments: [],
        environment: new Map(),
        descriptors: all,
        group: 'parent',
      });
      return pid.ok ? yield* wait(system, pid.value) : yield* say(system, pid.errno);
    };
    yield* run();
    const opened = yield* descriptors.open('/bin/show', { access: 'write', append: true }, 0);
    if (opened.ok) yield* descriptors.write(opened.value, 'x');
    const stat = files.stat('/bin/show');
    yield* say(system, stat.ok ? stat.value.mode.toString(8) : stat);
    return 0;
  };
  runProgram(
    bench,
    function* ({ files }) {
      yield turn;
      files.changeMode('/bin/show', 0o4777);
      return 0;
    },
    {},
  );
  expect(runProgram(bench, program, { who: learner }).output).toBe('[0,1000]\n777\n');
});

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
  const output = outputOf(function* (system) {
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
          pidOf(yield* child.descriptors.open('/tmp/big', { access: 'write', create: true }, 0o600)),
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
  const [first, ...killed] = output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
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
