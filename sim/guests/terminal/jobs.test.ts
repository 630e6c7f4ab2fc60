import { expect, test } from 'vitest';
import { turn } from '../kernel/program-tools.ts';
import type { Program, System } from '../kernel/program.ts';
import { lines, say, valueOf } from '../kernel/programs.fixture.ts';
import { reader, sit } from './desk.fixture.ts';

const job = (system: System, program: Program): number =>
  valueOf(system.processes.fork({ name: 'job', program, descriptors: lines, group: 'own' }));
/** Like a shell: keeps the terminal's stop signals off itself, gives the terminal to a job, takes it back. */
const shellOf = (program: Program): Program =>
  function* (system) {
    for (const name of ['TTOU', 'TTIN', 'TSTP', 'INT'] as const) system.processes.onSignal(name, 'ignore');
    const pid = job(system, function* (child) {
      for (const name of ['TTOU', 'TTIN', 'TSTP', 'INT'] as const) child.processes.onSignal(name, 'default');
      return yield* program(child);
    });
    system.terminal.changeForeground(pid);
    for (;;) {
      const change = yield* system.processes.wait({ pid, isHanging: true, alsoStopped: true });
      system.terminal.changeForeground(system.pid);
      yield* say(system, change);
      if (!change.ok) return 0;
      if (change.value?.how === 'stopped') {
        const line = yield* system.descriptors.read(0, 100);
        if (line.ok && line.value === 'fg\n') {
          system.terminal.changeForeground(pid);
          system.processes.kill(-pid, 'CONT');
        }
      }
    }
  };

test('FR-190-024 Ctrl-C ends a loop without end and what is typed is forgotten; the shell goes on', () => {
  const desk = sit(
    shellOf(function* (system) {
      for (;;) if (system.isTired()) yield turn;
    }),
  );
  desk.terminal.input('rubbish\x03');
  desk.bench.settle();
  expect(desk.shown()).toBe(
    'rubbish^C{"ok":true,"value":{"pid":3,"how":"killed","signal":"INT","core":false}}\r\n{"ok":false,"errno":"ECHILD"}\r\n',
  );
});

test('FR-190-024 Ctrl-Z stops the job, and it goes on where it was when it is continued', () => {
  const desk = sit(shellOf(reader));
  expect(desk.type('one\r')).toBe('one\r\n"one\\n"\r\n');
  expect(desk.type('\x1a')).toBe('^Z{"ok":true,"value":{"pid":3,"how":"stopped","signal":"TSTP"}}\r\n');
  expect(desk.type('fg\r')).toContain('{"ok":true,"value":{"pid":3,"how":"continued"}}');
});

test('FR-190-017 a job in the background is stopped when it reads, may write, and an orphan hears EIO', () => {
  const desk = sit(function* (system) {
    system.processes.onSignal('TTOU', 'ignore');
    const pid = job(system, function* (child) {
      yield* say(child, 'written');
      yield* child.descriptors.read(0, 10);
      return 0;
    });
    yield* say(system, yield* system.processes.wait({ pid, isHanging: true, alsoStopped: true }));
    system.processes.kill(pid, 'KILL');
    job(system, function* (child) {
      job(child, function* (orphan) {
        yield* orphan.processes.sleep(5);
        yield* say(orphan, yield* orphan.descriptors.read(0, 10));
        return 0;
      });
      yield turn;
      return 0;
    });
    for (;;) yield* system.processes.pause();
  });
  desk.bench.pass(5);
  expect(desk.shown()).toBe(
    'written\r\n{"ok":true,"value":{"pid":3,"how":"stopped","signal":"TTIN"}}\r\n{"ok":false,"errno":"EIO"}\r\n',
  );
});

test('FR-190-027 when the line is cut the session and its job hear SIGHUP, reads end, and the name is free again', () => {
  const ends: unknown[] = [];
  const desk = sit(
    shellOf(function* (child) {
      child.processes.onSignal('HUP', () => undefined);
      const read = yield* child.descriptors.read(0, 10);
      ends.push(read, yield* child.descriptors.read(0, 10), yield* child.descriptors.write(1, 'x'));
      return 0;
    }),
  );
  const changes: unknown[] = [];
  desk.bench.machine.onExit((_pid, change) => changes.push(change));
  desk.terminal.hangup();
  desk.terminal.input('unheard\r');
  desk.bench.settle();
  expect(ends).toEqual([
    { ok: false, errno: 'EINTR' },
    { ok: true, value: '' },
    { ok: false, errno: 'EIO' },
  ]);
  expect(changes).toEqual([
    { pid: 2, how: 'killed', signal: 'HUP', core: false },
    { pid: 3, how: 'exited', status: 0 },
  ]);
  expect([
    desk.bench.machine.terminals(),
    desk.bench.machine.openTerminal({ columns: 1, rows: 1, send: () => undefined }).name,
  ]).toEqual([[], 'pts/0']);
});

test('FR-190-027 when the leader of a session ends, its stopped jobs do not stay behind', () => {
  const desk = sit(function* (system) {
    const pid = job(system, function* (child) {
      for (;;) yield* child.processes.pause();
    });
    yield turn;
    system.processes.kill(pid, 'STOP');
    yield turn;
    return 0;
  });
  expect(desk.bench.machine.processes()).toEqual([]);
});
