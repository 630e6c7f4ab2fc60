import { expect, test } from 'vitest';
import { createBench, runProgram } from './machine.fixture.ts';
import type { Program } from './kernel/program.ts';

const hello: Program = function* (system) {
  yield* system.descriptors.write(1, `hello ${system.arguments.slice(1).join(' ')}\n`);
  return 3;
};

test('FR-190-010 a program is found by the name in its file, runs, and its exit status comes to its parent', () => {
  const bench = createBench({ programs: { hello } });
  const ran = runProgram(
    bench,
    function* (system) {
      const pid = system.processes.spawn({
        file: '/bin/hello',
        arguments: ['hello', 'you'],
        environment: new Map(),
        descriptors: new Map([[1, 1]]),
        group: 'parent',
      });
      if (!pid.ok) return 1;
      const change = yield* system.processes.wait({ pid: pid.value, isHanging: true, alsoStopped: false });
      yield* system.descriptors.write(1, JSON.stringify(change));
      return 0;
    },
    {},
  );
  expect(bench.faults).toEqual([]);
  expect(ran.output).toBe('hello you\n{"ok":true,"value":{"pid":3,"how":"exited","status":3}}');
  expect(ran.change).toEqual({ pid: 2, how: 'exited', status: 0 });
});
