import type { Answer, Errno } from '../../answer.ts';
import { done, failed, messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step, System } from '../../kernel/program.ts';
import type { Call } from '../files/command.ts';
import { complain, flush } from '../files/command.ts';
import { named, quoted } from '../files/quote.ts';

const usualPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Where PATH finds a program; EACCES where one is there that may not be run. */
export function lookUp(system: System, name: Bytes, environment: ReadonlyMap<Bytes, Bytes>): Answer<Bytes> {
  if (name.includes('/')) return done(name);
  let refusal: Answer<never> = failed('ENOENT');
  for (const directory of (environment.get('PATH') ?? usualPath).split(':')) {
    const path = `${directory === '' ? '.' : directory}/${name}`;
    const found = system.files.stat(path);
    if (!found.ok || found.value.kind === 'directory') continue;
    if (system.files.mayAccess(path, 'run')) return done(path);
    refusal = failed('EACCES');
  }
  return refusal;
}

export const openDescriptors = (system: System): ReadonlyMap<number, number> =>
  new Map(
    Array.from({ length: 10 }, (_, at) => at)
      .filter((at) => system.descriptors.isOpen(at))
      .map((at) => [at, at]),
  );

type Launch = {
  readonly words: readonly Bytes[];
  readonly environment: ReadonlyMap<Bytes, Bytes>;
};

/** Becomes the program; where that cannot be, says so with the statuses env, nice and nohup share. */
export function* become(call: Call, launch: Launch): Step<void> {
  const [name = ''] = launch.words;
  yield* flush(call);
  const errno = yield* attempt(call.system, launch);
  const what = call.name === 'nohup' ? `failed to run command ${named(name)}` : quoted(name);
  complain(call, `${what}: ${messageOf(errno)}`);
  call.status = errno === 'ENOENT' ? 127 : 126;
}

function* attempt(system: System, { words, environment }: Launch): Step<Errno> {
  const file = lookUp(system, words[0] ?? '', environment);
  if (!file.ok) return file.errno;
  const descriptors = openDescriptors(system);
  const refused = yield* system.processes.execute({
    file: file.value,
    arguments: words,
    environment,
    descriptors,
  });
  if (refused.ok) return 'ENOENT';
  if (refused.errno !== 'ENOEXEC') return refused.errno;
  // A script without its first line: the shell's.
  const shell = yield* system.processes.execute({
    file: '/bin/sh',
    arguments: ['sh', file.value, ...words.slice(1)],
    environment,
    descriptors,
  });
  return shell.ok ? 'ENOENT' : shell.errno;
}
