import type { Answer } from '../answer.ts';
import { done, failed } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import { block } from './queue.ts';
import { letGo, post } from './life.ts';
import type { OpenRequest } from './open.ts';
import {
  createNameless,
  freeDescriptor,
  install,
  mostDescriptors,
  openFile,
  pipeOf,
  setDescriptor,
  statOfOpen,
  truncateTo,
} from './open.ts';
import { createPipe, nameless, openEnd } from './pipe.ts';
import { turn } from './program-tools.ts';
import type { Description, Desk, Kernel, Process } from './process.ts';
import type { DescriptorCalls, Step } from './program.ts';
import { isTired, machineAt, running } from './running.ts';
import { outOfMemory } from './schedule.ts';

export function descriptorCalls(desk: Desk): DescriptorCalls {
  const here = (): Kernel => machineAt(desk);
  const me = (): Process => running(here());
  return {
    open: (path, flags, mode) => open(here(), { path, flags, mode }),
    close: (descriptor) => close(me(), descriptor),
    read: (descriptor, most) => read(here(), descriptor, most),
    write: (descriptor, bytes) => write(here(), descriptor, bytes),
    seek: (descriptor, offset, from) =>
      withOpen(me(), descriptor, (description) => seek(here(), description, { offset, from })),
    truncate: (descriptor, size) =>
      withOpen(me(), descriptor, (description) => {
        if (description.access === 'read' || size < 0) return failed('EINVAL');
        const { stream, place } = description;
        return stream.kind === 'file' && place !== null ? truncateTo(place, size) : failed('EINVAL');
      }),
    stat: (descriptor) => withOpen(me(), descriptor, (description) => done(statOfOpen(here(), description))),
    pipe: () => makePipe(here(), me()),
    duplicate: (descriptor, to) =>
      withOpen(me(), descriptor, (description) => duplicate(here(), description, to)),
    isOpen: (descriptor) => me().descriptors[descriptor] !== undefined,
    isTerminal: (descriptor) => me().descriptors[descriptor]?.stream.terminal?.isHungUp() === false,
    poll: (descriptors, most) => poll(here(), descriptors, most),
  };
}

function withOpen<T>(process: Process, descriptor: number, act: (of: Description) => Answer<T>): Answer<T> {
  const description = process.descriptors[descriptor];
  return description === undefined ? failed('EBADF') : act(description);
}

function* open(kernel: Kernel, request: OpenRequest): Step<Answer<number>> {
  const process = running(kernel);
  if (freeDescriptor(kernel, process, 0) === null) return failed('EMFILE');
  const opened = openFile(kernel, process, request);
  if (!opened.ok) return opened;
  const description = opened.value;
  if (description.stream.kind === 'pipe' && description.access !== 'both') {
    description.holders += 1;
    const isMet = yield* meet(kernel, process, description);
    description.holders -= 1;
    if (!isMet) {
      description.stream.close(description);
      return failed('EINTR');
    }
  }
  return install(kernel, process, description);
}

/** A FIFO opens when both of its ends are. */
function* meet(kernel: Kernel, process: Process, { access, place, stream }: Description): Step<boolean> {
  if (place === null) return true;
  const { pipe } = pipeOf(kernel, place.node);
  const seen = (): number => (access === 'read' ? pipe.writingSeen : pipe.readingSeen);
  const there = (): number => (access === 'read' ? pipe.writing : pipe.reading);
  const before = seen();
  while (there() === 0 && seen() === before)
    if (yield* block(process, [access === 'read' ? stream.readers : stream.writers], null)) return false;
  return true;
}

function close(process: Process, descriptor: number): Answer<void> {
  const description = process.descriptors[descriptor];
  if (description === undefined) return failed('EBADF');
  process.descriptors[descriptor] = undefined;
  letGo(description);
  return done(undefined);
}

function* read(kernel: Kernel, descriptor: number, most: number): Step<Answer<Bytes>> {
  if (isTired(kernel)) yield turn;
  return yield* readOn(kernel, descriptor, most);
}

export function* readOn(kernel: Kernel, descriptor: number, most: number): Step<Answer<Bytes>> {
  const process = running(kernel);
  for (;;) {
    const description = process.descriptors[descriptor];
    if (description === undefined || description.access === 'write') return failed('EBADF');
    const { stream } = description;
    const bytes = stream.read(process, most, description);
    if (bytes !== 'wait') return bytes;
    // Stopped by its terminal: it looks again when it is continued.
    if (process.isStopped) yield turn;
    else if (yield* block(process, [stream.readers], null)) return failed('EINTR');
  }
}

function* write(kernel: Kernel, descriptor: number, bytes: Bytes): Step<Answer<void>> {
  const process = running(kernel);
  if (isTired(kernel)) yield turn;
  let left = bytes;
  do {
    const description = process.descriptors[descriptor];
    if (description === undefined || description.access === 'read') return failed('EBADF');
    const { stream } = description;
    const taken = stream.write(process, left, description);
    if (taken === 'wait') {
      if (yield* block(process, [stream.writers], null)) return failed('EINTR');
      continue;
    }
    if (!taken.ok) return yield* refused(kernel, process, taken);
    left = taken.value === left.length ? '' : left.slice(taken.value);
  } while (left !== '');
  return done(undefined);
}

function* refused(
  kernel: Kernel,
  process: Process,
  answer: Answer<never> & { readonly ok: false },
): Step<Answer<void>> {
  if (answer.errno === 'ENOMEM') {
    outOfMemory(kernel, process);
    yield turn;
  }
  if (answer.errno !== 'EPIPE') return answer;
  post(kernel, process, 'PIPE');
  if (process.pending.length > 0) yield turn;
  return answer;
}

type Seeking = { readonly offset: number; readonly from: 'start' | 'here' | 'end' };

function seek(kernel: Kernel, description: Description, { offset, from }: Seeking): Answer<number> {
  if (description.stream.kind !== 'file' && description.stream.kind !== 'device')
    return failed(description.stream.kind === 'directory' ? 'EINVAL' : 'ESPIPE');
  const size = from === 'end' ? statOfOpen(kernel, description).size : 0;
  const at = (from === 'here' ? description.offset : size) + offset;
  if (at < 0) return failed('EINVAL');
  description.offset = at;
  return done(at);
}

function makePipe(kernel: Kernel, process: Process): Answer<readonly [number, number]> {
  const first = freeDescriptor(kernel, process, 0);
  const second = first === null ? null : freeDescriptor(kernel, process, first + 1);
  if (first === null || second === null) return failed('EMFILE');
  const pipe = createPipe(kernel, null);
  const facts = nameless(kernel);
  const path = `pipe:[${facts.inode}]`;
  for (const [at, access] of [
    [first, 'read'],
    [second, 'write'],
  ] as const) {
    const description = createNameless(pipe, { access, path, nameless: facts });
    description.holders = 1;
    openEnd(pipe.pipe, access);
    setDescriptor(process, at, description);
  }
  return done([first, second]);
}

function duplicate(
  kernel: Kernel,
  description: Description,
  to: number | { readonly least: number },
): Answer<number> {
  const process = running(kernel);
  const at = typeof to === 'number' ? to : freeDescriptor(kernel, process, to.least);
  if (at === null) return failed('EMFILE');
  if (at < 0 || at >= mostDescriptors(kernel)) return failed('EBADF');
  const before = process.descriptors[at];
  if (before === description) return done(at);
  description.holders += 1;
  setDescriptor(process, at, description);
  if (before !== undefined) letGo(before);
  return done(at);
}

function isReadable({ descriptors }: Process, at: number): boolean {
  const description = descriptors[at];
  return description === undefined || description.stream.isReadable(description);
}

function* poll(
  kernel: Kernel,
  descriptors: readonly number[],
  most: number | null,
): Step<Answer<readonly number[]>> {
  return yield* pollOn(kernel, descriptors, most === null ? null : kernel.now() + most);
}

export function* pollOn(
  kernel: Kernel,
  descriptors: readonly number[],
  until: number | null,
): Step<Answer<readonly number[]>> {
  const process = running(kernel);
  for (;;) {
    const ready = descriptors.filter((at) => isReadable(process, at));
    if (ready.length > 0 || (until !== null && kernel.now() >= until)) return done(ready);
    const queues = descriptors.map((at) => process.descriptors[at]?.stream.readers ?? null);
    if (yield* block(process, queues, until)) return failed('EINTR');
  }
}
