import { expect, test } from 'vitest';
import { createBench, learner, runProgram } from '../machine.fixture.ts';
import { turn } from './program-tools.ts';
import type { Program, Step } from './program.ts';
import { lines, outputOf, say, wait } from './programs.fixture.ts';

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
        descriptors: lines,
        group: 'parent',
      });
      if (pid.ok) yield* wait(system, pid.value);
      else yield* say(system, `${name}: ${pid.errno}`);
    }
    const huge = processes.spawn({
      file: '/bin/sh',
      arguments: ['x'.repeat(131_072)],
      environment: new Map(),
      descriptors: lines,
      group: 'parent',
    });
    const many = processes.spawn({
      file: '/bin/sh',
      arguments: Array.from({ length: 2100 }, () => 'x'.repeat(1000)),
      environment: new Map(),
      descriptors: lines,
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
      descriptors: lines,
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
        descriptors: lines,
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
