import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { notifyPipe } from '../../../system/init/init.ts';

/** Tells the first process that it is ready, where its unit waits for that. */
export function* ready(system: System): Step<void> {
  const opened = yield* system.descriptors.open(notifyPipe, { access: 'both' }, 0);
  if (!opened.ok) return;
  yield* system.descriptors.write(opened.value, `${system.pid} READY=1\n`);
  system.descriptors.close(opened.value);
}

export type Serving = {
  readonly listening: readonly number[];
  /** Answers whoever called, in a process of its own; the call is descriptor 0. */
  readonly answer: Program;
  readonly name: Bytes;
  /** What is done now and then, and how often in lab milliseconds. An answer ends the service with that status. */
  readonly every: { readonly milliseconds: number; readonly act: () => Step<number | null> } | null;
};

/** A service's life: takes calls until it is asked to end. Answers its status. */
export function* serve(system: System, serving: Serving): Step<number> {
  const hasToEnd = endsOn(system);
  const { every } = serving;
  let due = system.steady() + (every?.milliseconds ?? 0);
  while (!hasToEnd()) {
    const most = every === null ? null : Math.max(0, due - system.steady());
    const called = yield* system.descriptors.poll(serving.listening, most);
    if (called.ok) for (const descriptor of called.value) yield* take(system, serving, descriptor);
    if (every === null || system.steady() < due || hasToEnd()) continue;
    const ended = yield* every.act();
    if (ended !== null) return ended;
    due = system.steady() + every.milliseconds;
  }
  return 0;
}

function endsOn({ processes }: System): () => boolean {
  let isOver = false;
  processes.onSignal('CHLD', 'ignore');
  for (const signal of ['TERM', 'INT', 'QUIT'] as const)
    processes.onSignal(signal, () => {
      isOver = true;
    });
  return () => isOver;
}

function* take(system: System, { name, answer }: Serving, descriptor: number): Step<void> {
  const accepted = yield* system.network.accept(descriptor);
  if (!accepted.ok) return;
  system.processes.fork({
    name,
    descriptors: new Map([[0, accepted.value.descriptor]]),
    group: 'parent',
    program: answer,
  });
  system.descriptors.close(accepted.value.descriptor);
}

/** Who only listens: the caller is let go once it is quiet. */
export const hangUp: Program = function* (system) {
  const read = yield* system.descriptors.read(0, 255);
  return read.ok ? 0 : 1;
};

/** A line of a log file, or of the standard error where there is none. */
export function* logTo(system: System, file: Bytes | null, line: Bytes): Step<void> {
  if (file === null) {
    yield* system.descriptors.write(2, `${line}\n`);
    return;
  }
  const opened = yield* system.descriptors.open(file, { access: 'write', create: true, append: true }, 0o640);
  if (!opened.ok) return;
  yield* system.descriptors.write(opened.value, `${line}\n`);
  system.descriptors.close(opened.value);
}
