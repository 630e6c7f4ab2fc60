import { expect, test } from 'vitest';
import { createBench, runProgram } from '../machine.fixture.ts';
import type { Bench } from '../machine.fixture.ts';
import type { Program, Step, System } from './program.ts';
import { turn } from './program-tools.ts';
import { say, valueOf, valuesOf, wait } from './programs.fixture.ts';

function twins(): readonly [Bench, Bench] {
  const one = createBench({});
  return [one, createBench({ base: one.base })];
}

const tell = (system: System, value: unknown): Step<unknown> => say(system, JSON.stringify(value));
const told = (bench: Bench, program: Program): unknown[] => valuesOf(program, bench);

test('FR-190-330 machines of one distribution share their system calls, and each is answered for itself', () => {
  const [one, other] = twins();
  const script = (text: string): Program =>
    function* (system) {
      valueOf(system.files.writeFile('/tmp/mine', text, 0o644));
      valueOf(system.machine.changeHostname(text));
      for (let at = 0; at < 3; at += 1) yield turn;
      yield* system.processes.sleep(10);
      yield* tell(system, [
        valueOf(system.files.readFile('/tmp/mine')),
        system.machine.hostname(),
        system.processes.list().length,
        system.network.wire.interfaces().length,
      ]);
      return 0;
    };
  const first = runProgram(one, script('one'), {});
  const second = runProgram(other, script('other'), {});
  other.pass(10);
  one.pass(10);
  expect([first.output, second.output]).toEqual(['["one","one",1,0]\n', '["other","other",1,0]\n']);
});

test('FR-190-330 a machine that runs while another runs leaves that one its calls', () => {
  const [one, other] = twins();
  const inner: unknown[] = [];
  const seen = told(one, function* (system) {
    valueOf(system.machine.changeHostname('outer'));
    inner.push(
      ...told(other, function* (own) {
        valueOf(own.machine.changeHostname('inner'));
        yield* tell(own, own.machine.hostname());
        return 0;
      }),
    );
    yield* tell(system, system.machine.hostname());
    return 0;
  });
  expect([inner, seen]).toEqual([['inner'], ['outer']]);
});

test('FR-190-330 a call from outside of a process is refused aloud, also after a program that failed', () => {
  const [one, other] = twins();
  const kept: System[] = [];
  const failing: Program = function* (system) {
    kept.push(system);
    yield turn;
    throw new Error('a defect');
  };
  runProgram(one, failing, {});
  expect(one.faults).toHaveLength(1);
  const [system] = kept;
  expect(() => system?.files.workingDirectory()).toThrow('outside of a process');
  expect(() => system?.machine.hostname()).toThrow('outside of a process');
  expect(
    told(other, function* (own) {
      yield* tell(own, own.files.workingDirectory());
      return 0;
    }),
  ).toEqual(['/']);
});

test('FR-190-331 a pipe without a name has its number, and /proc/self/fd leads to the very same pipe', () => {
  const seen = told(createBench({}), function* (system) {
    const { descriptors, files } = system;
    const [reading, writing] = valueOf(descriptors.pipe());
    const before = valueOf(descriptors.stat(reading));
    const goal = valueOf(files.readLink(`/proc/self/fd/${reading}`));
    const again = valueOf(yield* descriptors.open(`/proc/self/fd/${writing}`, { access: 'write' }, 0));
    yield* descriptors.write(again, 'through the door');
    const read = valueOf(yield* descriptors.read(reading, 100));
    descriptors.close(writing);
    const isOpen = valueOf(yield* descriptors.poll([reading], 0)).length;
    descriptors.close(again);
    const end = valueOf(yield* descriptors.read(reading, 100));
    const after = valueOf(descriptors.stat(reading));
    yield* tell(system, [
      goal === `pipe:[${before.inode}]`,
      before.kind,
      after.inode === before.inode,
      after.modifiedAt === before.modifiedAt,
      read,
      isOpen,
      end,
    ]);
    return 0;
  });
  expect(seen).toEqual([[true, 'pipe', true, true, 'through the door', 0, '']]);
});

test('FR-190-331 each pipe and socket without a name has a number of its own', () => {
  const [numbers] = told(createBench({}), function* (system) {
    const { descriptors, network } = system;
    const [first] = valueOf(descriptors.pipe());
    const [second] = valueOf(descriptors.pipe());
    const socket = valueOf(network.listen({ address: '0.0.0.0', port: 80 }));
    const inodes = [first, second, socket].map((at) => valueOf(descriptors.stat(at)).inode);
    yield* tell(system, [new Set(inodes).size, network.sockets()[0]?.inode === inodes[2]]);
    return 0;
  });
  expect(numbers).toEqual([3, true]);
});

test('FR-190-332 who waits for several things is woken by the first, once, and waits for none of them any more', () => {
  const seen = told(createBench({}), function* (system) {
    const { descriptors, processes } = system;
    const pipes = [valueOf(descriptors.pipe()), valueOf(descriptors.pipe())];
    const readings = pipes.map(([reading]) => reading);
    const all = new Map([0, 1, 2, ...pipes.flat()].map((at) => [at, at]));
    const child = valueOf(
      processes.fork({
        name: 'waits',
        descriptors: all,
        group: 'own',
        program: function* (own) {
          const first = valueOf(yield* own.descriptors.poll(readings, null));
          yield* tell(
            own,
            first.map((at) => readings.indexOf(at)),
          );
          valueOf(yield* own.descriptors.read(first[0] ?? 0, 10));
          // Nothing of the first wait is left: only what comes now wakes it.
          const second = valueOf(yield* own.descriptors.poll(readings, 1000));
          yield* tell(
            own,
            second.map((at) => readings.indexOf(at)),
          );
          return 0;
        },
      }),
    );
    yield turn;
    yield* descriptors.write(pipes[1]?.[1] ?? 0, 'x');
    for (let at = 0; at < 3; at += 1) yield turn;
    yield* tell(system, 'between');
    yield* descriptors.write(pipes[0]?.[1] ?? 0, 'y');
    yield* wait(system, child);
    return 0;
  });
  expect(seen).toEqual([[1], 'between', [0]]);
});

test('FR-190-332 all who wait for one thing are woken, in the order they came', () => {
  const seen = told(createBench({}), function* (system) {
    const { descriptors, processes } = system;
    const [reading, writing] = valueOf(descriptors.pipe());
    for (const name of ['a', 'b', 'c'])
      processes.fork({
        name,
        descriptors: new Map([
          [1, 1],
          [3, reading],
        ]),
        group: 'own',
        program: function* (own) {
          yield* tell(own, `${name}${valueOf(yield* own.descriptors.read(3, 1))}`);
          return 0;
        },
      });
    yield turn;
    yield* descriptors.write(writing, '123');
    for (let at = 0; at < 3; at += 1)
      yield* processes.wait({ pid: null, isHanging: true, alsoStopped: false });
    return 0;
  });
  expect(seen).toEqual(['a1', 'b2', 'c3']);
});

test('FR-190-333 a signal that comes twice is heard once, and signals are heard in the order they came', () => {
  const seen = told(createBench({}), function* (system) {
    const heard: string[] = [];
    for (const name of ['USR1', 'USR2', 'HUP'] as const)
      system.processes.onSignal(name, (signal) => heard.push(signal));
    for (const name of ['USR2', 'USR1', 'USR2', 'HUP'] as const) system.processes.kill(system.pid, name);
    system.processes.onSignal('HUP', 'ignore');
    const status = valueOf(system.files.readFile('/proc/self/status'));
    yield* tell(system, /SigPnd:\t0*([0-9a-f]+)/.exec(status)?.[1]);
    yield turn;
    yield* tell(system, heard);
    return 0;
  });
  // USR1 is 10, USR2 is 12: bits 9 and 11.
  expect(seen).toEqual(['a00', ['USR2', 'USR1']]);
});

test('FR-190-334 what is generated is made when somebody goes there, and stays the same place', () => {
  const seen = told(createBench({}), function* (system) {
    const { files } = system;
    valueOf(files.changeDirectory('/proc'));
    const inodes = ['/proc', '.', '/sys/..//proc'].map((path) => valueOf(files.stat(path)).inode);
    yield* tell(system, [new Set(inodes).size, files.workingDirectory(), files.stat('/sys/class/net').ok]);
    return 0;
  });
  expect(seen).toEqual([[1, '/proc', true]]);
});

test('FR-190-334 a machine on which nothing changed has nothing to tell, and each change is told once', () => {
  const bench = createBench({});
  expect([bench.machine.takeChanges().size, bench.machine.delta().size]).toEqual([0, 0]);
  runProgram(
    bench,
    function* (system) {
      yield turn;
      valueOf(system.files.writeFile('/tmp/new', 'x', 0o644));
      valueOf(system.files.makeTwin('/tmp/new', '/tmp/also'));
      valueOf(system.files.remove('/tmp/new'));
      return 0;
    },
    {},
  );
  const changes = bench.machine.takeChanges();
  expect([...changes.keys()].toSorted()).toEqual(['/tmp', '/tmp/also', '/tmp/new']);
  expect([changes.get('/tmp/new'), changes.get('/tmp/also')?.content]).toEqual([null, 'x']);
  expect(bench.machine.takeChanges().size).toBe(0);
});
