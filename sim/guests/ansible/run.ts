import type { Answer } from '../answer.ts';
import { done, messageOf } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import { errnoNumbers } from '../programs/system/errno-numbers.table.ts';
import { lookUp } from '../programs/processes/launch.ts';
import type { Step, System } from '../kernel/program.ts';
import { signalTable } from '../kernel/signals.table.ts';

export type Ran = { readonly status: number; readonly output: Bytes; readonly error: Bytes };
type Wish = { readonly words: readonly Bytes[]; readonly input?: Bytes };

/** Runs another program of the guest to its end and keeps what it wrote. */
export function* run(system: System, { words, input }: Wish): Step<Answer<Ran>> {
  const file = lookUp(system, words[0] ?? '', system.environment);
  if (!file.ok) return file;
  const { descriptors } = system;
  const output = descriptors.pipe();
  if (!output.ok) return output;
  const error = descriptors.pipe();
  if (!error.ok) return error;
  const reading = yield* inputFor(system, input ?? '');
  if (!reading.ok) return reading;
  const ends = [reading.value, output.value[1], error.value[1]] as const;
  const started = yield* start(system, { file: file.value, words, ends });
  for (const end of ends) descriptors.close(end);
  const [said, complained] = yield* readBoth(system, output.value[0], error.value[0]);
  descriptors.close(output.value[0]);
  descriptors.close(error.value[0]);
  if (!started.ok) return started;
  return done({ status: yield* statusOf(system, started.value), output: said, error: complained });
}

type Start = {
  readonly file: Bytes;
  readonly words: readonly Bytes[];
  readonly ends: readonly [number, number, number];
};

function* start(system: System, { file, words, ends }: Start): Step<Answer<number>> {
  yield* [];
  const common = {
    environment: system.environment,
    descriptors: new Map(ends.map((end, at) => [at, end])),
    group: 'parent',
  } as const;
  const started = system.processes.spawn({ file, arguments: words, ...common });
  if (started.ok || started.errno !== 'ENOEXEC') return started;
  // A script without its first line: the shell's.
  return system.processes.spawn({ file: '/bin/sh', arguments: ['sh', file, ...words.slice(1)], ...common });
}

/** Written by a process of its own: the reader may want to write first. */
function* inputFor(system: System, input: Bytes): Step<Answer<number>> {
  if (input === '') return yield* system.descriptors.open('/dev/null', { access: 'read' }, 0);
  const pipe = system.descriptors.pipe();
  if (!pipe.ok) return pipe;
  const [reading, writing] = pipe.value;
  const writer = system.processes.fork({
    name: 'python3',
    descriptors: new Map([[1, writing]]),
    group: 'parent',
    program: function* (own) {
      yield* own.descriptors.write(1, input);
      return 0;
    },
  });
  system.descriptors.close(writing);
  return writer.ok ? done(reading) : writer;
}

const portion = 65_536;

function* readBoth(system: System, first: number, second: number): Step<readonly [Bytes, Bytes]> {
  const texts = new Map<number, Bytes[]>([
    [first, []],
    [second, []],
  ]);
  const open = new Set([first, second]);
  while (open.size > 0) {
    const ready = yield* system.descriptors.poll([...open], null);
    if (!ready.ok) continue;
    for (const one of ready.value) {
      const read = yield* system.descriptors.read(one, portion);
      if (!read.ok || read.value === '') open.delete(one);
      else texts.get(one)?.push(read.value);
    }
  }
  return [texts.get(first)?.join('') ?? '', texts.get(second)?.join('') ?? ''];
}

function* statusOf(system: System, pid: number): Step<number> {
  for (;;) {
    const change = yield* system.processes.wait({ pid, isHanging: true, alsoStopped: false });
    if (!change.ok && change.errno === 'EINTR') continue;
    if (!change.ok || change.value === null) return 0;
    if (change.value.how === 'exited') return change.value.status;
    if (change.value.how === 'killed') return -signalTable[change.value.signal].number;
  }
}

/** `[Errno 2] No such file or directory: b'nonsense'`, as Python says it. */
export const pythonError = (errno: Parameters<typeof messageOf>[0], what: Bytes): Bytes =>
  `[Errno ${errnoNumbers[errno] ?? 5}] ${messageOf(errno)}: ${what}`;
