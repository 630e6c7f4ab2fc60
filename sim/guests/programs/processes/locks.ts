import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step, System } from '../../kernel/program.ts';
import { commandOf, complain, flush, type Call } from '../files/command.ts';
import { has } from '../files/options.ts';
import { lookUp, openDescriptors } from './launch.ts';

const utilLinux = { version: 'from util-linux 2.38.1', order: 'first', misuse: 1, least: 0 } as const;

/** A command in a session of its own. */
export const setsid = commandOf({
  ...utilLinux,
  short: 'cfw',
  long: { ctty: 'c', fork: 'f', wait: 'w' },
  usage: '[options] <program> [arguments ...]',
  *run(call) {
    const { system, operands, options } = call;
    if (operands.length === 0) {
      complain(call, `no command specified\nTry '${call.name} --help' for more information.`);
      return;
    }
    const isLeader = system.processes.group() === system.pid;
    if (!isLeader && !has(options, 'f')) {
      system.processes.newSession();
      yield* flush(call);
      call.status = yield* runAs(system, operands);
      return;
    }
    const child = system.processes.fork({
      name: call.name,
      descriptors: openDescriptors(system),
      group: 'own',
      program: function* (own) {
        own.processes.newSession();
        return yield* runAs(own, operands);
      },
    });
    if (child.ok && has(options, 'w')) call.status = yield* statusOf(system, child.value);
  },
});

function* runAs(system: System, words: readonly Bytes[]): Step<number> {
  const file = lookUp(system, words[0] ?? '', system.environment);
  const refused = file.ok
    ? yield* system.processes.execute({
        file: file.value,
        arguments: words,
        environment: system.environment,
        descriptors: openDescriptors(system),
      })
    : file;
  const errno = refused.ok ? 'ENOENT' : refused.errno;
  yield* system.descriptors.write(2, `setsid: failed to execute ${words[0] ?? ''}: ${messageOf(errno)}\n`);
  return errno === 'ENOENT' ? 127 : 126;
}

function* statusOf(system: System, pid: number): Step<number> {
  const ended = yield* system.processes.wait({ pid, isHanging: true, alsoStopped: false });
  return ended.ok && ended.value?.how === 'exited' ? ended.value.status : 1;
}

/** Programs in a directory, one after another by their names. */
export const runParts = commandOf({
  short: 'va:u:',
  long: {
    test: 'test',
    list: 'list',
    verbose: 'v',
    report: 'report',
    reverse: 'reverse',
    arg: 'a',
    umask: 'u',
    'exit-on-error': 'stop',
  },
  usage: '[OPTION]... DIRECTORY',
  version: 'Debian run-parts program, version 5.7',
  order: 'anywhere',
  misuse: 1,
  least: 0,
  *run(call) {
    const { system, operands, options } = call;
    const [directory] = operands;
    if (directory === undefined) {
      complain(call, "missing operand\nTry `run-parts --help' for more information.");
      return;
    }
    const listed = system.files.list(directory);
    if (!listed.ok) {
      complain(call, `failed to open directory ${directory}: ${messageOf(listed.errno)}`);
      return;
    }
    const names = listed.value.map(({ name }) => name).filter((name) => /^[\w-]+$/.test(name));
    const paths = names.toSorted().map((name) => `${directory}/${name}`);
    for (const path of has(options, 'reverse') ? paths.toReversed() : paths) {
      yield* runPart(call, path);
      if (call.status !== 0 && has(options, 'stop')) return;
    }
  },
});

function* runPart(call: Call, path: Bytes): Step<void> {
  const { system, options } = call;
  const found = system.files.stat(path);
  const mayRun = system.files.mayAccess(path, 'run');
  if (!found.ok || found.value.kind === 'directory') return;
  if (has(options, 'list') || has(options, 'test')) {
    if (mayRun || has(options, 'list')) call.output += `${path}\n`;
    return;
  }
  if (!mayRun) return;
  if (has(options, 'v')) call.complaints += `run-parts: executing ${path}\n`;
  yield* flush(call);
  const given = options.flatMap(({ key, value }) => (key === 'a' ? [value] : []));
  const started = system.processes.spawn({
    file: path,
    arguments: [path, ...given],
    environment: system.environment,
    descriptors: openDescriptors(system),
    group: 'parent',
  });
  if (!started.ok) {
    complain(call, `failed to exec ${path}: ${messageOf(started.errno)}`);
    return;
  }
  const status = yield* statusOf(system, started.value);
  if (status === 0) return;
  complain(call, `${path} exited with return code ${status}`);
}
