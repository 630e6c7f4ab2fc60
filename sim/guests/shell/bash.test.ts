import { describe, expect, it } from 'vitest';
import type { Program } from '../kernel/program.ts';
import { createBench, rootUser, runProgram, type Bench } from '../machine.fixture.ts';
import { bash } from './bash.ts';

const sleep: Program = function* (system) {
  yield* system.processes.sleep(Number(system.arguments[1]) * 1000);
  return 0;
};

function run(script: string): { readonly output: string; readonly error: string } {
  const bench = createBench({ programs: { bash, sleep } });
  const descriptors = new Map([
    [0, 0],
    [1, 1],
    [2, 2],
  ]);
  const start: Program = function* (system) {
    const environment = new Map([['PATH', '/bin']]);
    yield* system.processes.execute({
      file: '/bin/bash',
      arguments: ['bash', '-c', script],
      environment,
      descriptors,
    });
    return 126;
  };
  const { output, error } = runProgram(bench, start, {});
  expect(bench.faults).toEqual([]);
  return { output, error };
}

type Desk = { readonly bench: Bench; readonly type: (bytes: string) => string };

/** A login at a terminal; what is typed answers what came on the screen since. */
function login(): Desk {
  const bench = createBench({ programs: { bash, sleep } });
  let shown = '';
  const terminal = bench.machine.openTerminal({ columns: 80, rows: 24, send: (bytes) => (shown += bytes) });
  const environment = new Map([
    ['PATH', '/bin'],
    ['HOME', '/root'],
    ['PS1', '$ '],
  ]);
  bench.machine.start({
    file: '/bin/bash',
    arguments: ['-bash'],
    environment,
    who: rootUser,
    directory: '/root',
    lines: { kind: 'terminal', terminal },
    isFirst: false,
    program: bash,
  });
  bench.settle();
  const type = (bytes: string): string => {
    shown = '';
    terminal.input(bytes);
    for (let slice = 0, left = 200; slice < 50; slice += 1, left = 200)
      if (bench.machine.run(() => (left -= 1) < 0) === 'idle') break;
    return shown;
  };
  return { bench, type };
}

describe('bash', () => {
  it('FR-190-031 a pipeline streams: a reader that has enough ends the writer', () => {
    expect(run('while :; do echo y; done | { read a; echo got $a; }; echo after').output).toBe(
      'got y\nafter\n',
    );
  });

  it('FR-190-032 an error names the shell and the line, and says what bash says', () => {
    expect(run('\nnosuch\necho $?')).toEqual({
      output: '127\n',
      error: 'bash: line 2: nosuch: command not found\n',
    });
  });

  it('FR-190-033 integers are of 64 bits and wrap', () => {
    expect(run('echo $((9223372036854775807 + 1))').output).toBe('-9223372036854775808\n');
  });

  it('FR-190-034 a command line is edited with the usual keys', () => {
    const { type } = login();
    expect(type('ho hi\u0001ec\u0005!\r')).toContain('\u001b[?2004lhi!');
    expect(type('\u001b[A')).toContain('echo hi!');
  });

  it('FR-190-035 Ctrl-C ends a loop that never waits', () => {
    const { type } = login();
    type('while true; do :; done\r');
    expect(type('\u0003')).toContain('$ ');
    expect(type('echo $?\r')).toContain('130');
  });

  it('FR-190-036 Ctrl-Z stops a job, which jobs lists and fg resumes', () => {
    const { type, bench } = login();
    type('sleep 100\r');
    expect(type('\u001a')).toContain('[1]+  Stopped                 sleep 100');
    expect(type('jobs\r')).toContain('[1]+  Stopped                 sleep 100');
    expect(type('fg\r')).toContain('sleep 100');
    bench.pass(200_000);
    expect(type('echo $?\r')).toContain('2004l0\r');
  });

  it('FR-190-037 a job in the background tells its number, and when it is done', () => {
    const { type, bench } = login();
    expect(type('sleep 5 &\r')).toMatch(/\[1\] \d+/);
    bench.pass(6000);
    expect(type('\r')).toContain('[1]+  Done                    sleep 5');
  });

  it('FR-190-038 Tab completes a command, and twice lists what could follow', () => {
    const { type } = login();
    expect(type('slee\t')).toContain('sleep ');
    type('\u0015');
    type('se\t');
    expect(type('\t')).toContain('select');
  });

  it('FR-190-039 a command that is not whole is asked on, and history expands', () => {
    const { type } = login();
    expect(type('for i in 1 2\r')).toContain('> ');
    expect(type('do echo n$i; done\r')).toContain('n1\r\nn2');
    expect(type('echo one\r')).toContain('one');
    expect(type('!!\r')).toContain('echo one\r\none');
  });

  it('FR-190-040 an alias stands for its text, but not inside itself', () => {
    const { type } = login();
    type("alias echo='echo aliased'\r");
    expect(type('echo x\r')).toContain('aliased x');
  });
});
