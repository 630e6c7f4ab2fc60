import { expect, test } from 'vitest';
import type { Program } from '../../kernel/program.ts';
import { createBench, learner, runProgram } from '../../machine.fixture.ts';
import { filePrograms } from '../files/files.table.ts';
import { sitAt } from '../screens/screen-model.fixture.ts';
import { processPrograms } from './processes.table.ts';
import { top } from './top.ts';

const programs = Object.fromEntries([...filePrograms, ...processPrograms]);

const calls = (...words: readonly string[]): Program =>
  function* (system) {
    const refused = yield* system.processes.execute({
      file: `/bin/${words[0] ?? ''}`,
      arguments: words,
      environment: new Map([['PATH', '/bin']]),
      descriptors: new Map([
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
    });
    return refused.ok ? 0 : 126;
  };

const people = [
  {
    path: '/etc/passwd',
    kind: 'file',
    mode: 0o644,
    uid: 0,
    gid: 0,
    modifiedAt: 0,
    content: 'root:x:0:0:root:/root:/bin/sh\n',
  },
  { path: '/etc/group', kind: 'file', mode: 0o644, uid: 0, gid: 0, modifiedAt: 0, content: 'root:x:0:\n' },
] as const;

const run = (...words: readonly string[]) => {
  const bench = createBench({ programs, entries: people });
  const ran = runProgram(bench, calls(...words), {});
  expect(bench.faults).toEqual([]);
  return ran;
};

test('FR-190-097 ps shows processes in the columns of aux, -ef and -o', () => {
  expect(run('ps', 'aux').output).toMatch(
    /^USER {9}PID %CPU %MEM {4}VSZ {3}RSS TTY {6}STAT START {3}TIME COMMAND\n(.*\n)*root .* ps aux\n/,
  );
  expect(run('ps', '-ef').output).toMatch(
    /^UID {10}PID {4}PPID {2}C STIME TTY {10}TIME CMD\n(.*\n)*.*ps -ef\n/,
  );
  expect(run('ps', '-e', '-o', 'comm=').output).toContain('ps\n');
  expect(run('ps', '-o', 'nonsense').error).toContain('unknown user-defined format specifier "nonsense"');
});

test('FR-190-098 free, uptime, nproc, uname and df tell what the lab says of the machine', () => {
  expect(run('free', '-m').output).toMatch(
    /total +used +free +shared +buff\/cache +available\nMem: +2048 +\d+ +\d+ +\d+ +512 +\d+\nSwap: +0 +0 +0\n/,
  );
  expect(run('free', '-h').output).toContain('2.0Gi');
  expect(run('uptime').output).toMatch(
    /^ 22:14:20 up 1 min, {2}0 user, {2}load average: 0.50, 0.25, 0.13\n$/,
  );
  expect(run('uptime', '-p').output).toBe('up 1 minute\n');
  expect(run('nproc').output).toBe('2\n');
  expect(run('uname', '-rm').output).toBe('6.1.0-28-amd64 x86_64\n');
  expect(run('hostname').output).toBe('guest\n');
  expect(run('lscpu').output).toContain('Intel(R) Xeon(R) Gold 6338');
  expect(run('df', '-h', '/').output).toMatch(
    /^Filesystem {6}Size {2}Used Avail Use% Mounted on\n\/dev\/sda1 .* 10G .*\/\n$/,
  );
  expect(run('sysctl', 'kernel.osrelease').output).toBe('kernel.osrelease = 6.1.0-28-amd64\n');
});

test('FR-190-098 a machine has the domain that /etc/hosts has beside its name', () => {
  const content = '127.0.0.1\tlocalhost\n127.0.1.1\tguest.lab.internal guest\n';
  const hosts = { ...people[0], path: '/etc/hosts', content } as const;
  const bench = createBench({ programs, entries: [...people, hosts] });
  const said = (...words: readonly string[]) => runProgram(bench, calls('hostname', ...words), {}).output;
  expect([said(), said('-s'), said('-f'), said('-d')]).toEqual([
    'guest\n',
    'guest\n',
    'guest.lab.internal\n',
    'lab.internal\n',
  ]);
  expect([run('hostname', '-f').output, run('hostname', '-d').output]).toEqual(['guest\n', '\n']);
});

test('FR-190-099 stress occupies cores and memory until its time is over', () => {
  const bench = createBench({ programs, entries: people });
  const ran = runProgram(
    bench,
    calls('stress', '--cpu', '2', '--vm', '1', '--vm-bytes', '256M', '--timeout', '10s'),
    {},
  );
  expect(ran.output).toContain('dispatching hogs: 2 cpu, 0 io, 1 vm, 0 hdd');
  expect(bench.machine.demand().cores).toBe(2);
  expect(bench.machine.demand().memoryBytes).toBeGreaterThan(256 * 1_048_576);
  bench.pass(10_000);
  expect(ran.output).toContain('successful run completed in 10s');
  expect(ran.change).toMatchObject({ how: 'exited', status: 0 });
  expect(bench.machine.demand().cores).toBe(0);
  expect(bench.faults).toEqual([]);
});

test('FR-190-100 top shows the summary and the busiest first, again and again, until q', () => {
  const batch = run('top', '-b', '-n', '1').output;
  expect(batch).toMatch(/^top - 22:14:20 up 1 min, .*\nTasks: +\d+ total/);
  expect(batch).toContain('%Cpu(s): 25.0 us');
  expect(batch).toContain('    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND');
  const desk = sitAt({ program: top, words: ['top'] });
  expect(desk.rows()[0]).toContain('top - 22:14:20');
  desk.bench.pass(3000);
  expect(desk.rows()[0]).toContain('top - 22:14:23');
  desk.type('Mcq');
  expect(desk.status()).toBe(0);
  expect(desk.bench.faults).toEqual([]);
});

test('FR-190-101 a clock is set by root alone, and the others are told so', () => {
  const bench = createBench({ programs, entries: people });
  const as = (who: typeof learner | undefined, ...words: string[]) =>
    runProgram(bench, calls('date', ...words), who === undefined ? {} : { who });
  expect(as(learner, '-s', '2020-01-01')).toMatchObject({
    error: 'date: cannot set date: Operation not permitted\n',
    change: { status: 1 },
  });
  expect(as(undefined, '-s', '2020-01-01').output).toBe('Wed Jan  1 00:00:00 UTC 2020\n');
  bench.pass(61_000);
  expect(as(undefined, '+%F %T').output).toBe('2020-01-01 00:01:01\n');
  expect(as(undefined, '070412302026.15').output).toBe('Sat Jul  4 12:30:15 UTC 2026\n');
  expect(as(undefined, '99991230').error).toContain('date: invalid date');
});
