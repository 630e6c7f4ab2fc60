import { done, type Answer, type Errno } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step, System } from '../../kernel/program.ts';
import { flush, type Tool } from './tool.ts';

/** What is read, a block at a time. */
export type Source = {
  readonly system: System;
  readonly name: Bytes;
  readonly descriptor: number;
  buffer: Bytes;
  at: number;
  isDone: boolean;
  /** Why reading ended before the end. */
  errno: Errno | null;
  /** The last line had no line feed. */
  lacksEnd: boolean;
};

const blockSize = 65_536;

/** `-` is the standard input. */
export function* openSource(system: System, name: Bytes): Step<Answer<Source>> {
  if (name === '-') return done(sourceOf(system, '-', 0));
  const opened = yield* system.descriptors.open(name, { access: 'read' }, 0);
  return opened.ok ? done(sourceOf(system, name, opened.value)) : opened;
}

export const sourceOf = (system: System, name: Bytes, descriptor: number): Source => ({
  system,
  name,
  descriptor,
  buffer: '',
  at: 0,
  isDone: false,
  errno: null,
  lacksEnd: false,
});

export function closeSource(source: Source): void {
  if (source.descriptor > 2) source.system.descriptors.close(source.descriptor);
}

/** '' at the end. */
export function* readBlock(source: Source): Step<Bytes> {
  while (!source.isDone) {
    const answer = yield* source.system.descriptors.read(source.descriptor, blockSize);
    if (answer.ok && answer.value !== '') return answer.value;
    if (!answer.ok && answer.errno === 'EINTR') continue;
    source.isDone = true;
    if (!answer.ok) source.errno = answer.errno;
  }
  return '';
}

export function* readRest(source: Source): Step<Bytes> {
  const blocks = [source.buffer.slice(source.at)];
  source.buffer = '';
  source.at = 0;
  for (let block = yield* readBlock(source); block !== ''; block = yield* readBlock(source))
    blocks.push(block);
  return blocks.join('');
}

/** The next line that is here already, without its end. */
export function takeLine(source: Source, end: Bytes): Bytes | undefined {
  const to = source.buffer.indexOf(end, source.at);
  if (to < 0) return undefined;
  const line = source.buffer.slice(source.at, to);
  source.at = to + 1;
  return line;
}

/** The next line when it has come; null: there is none. What was put is written before anything is waited for. */
export function* awaitLine(self: Tool, source: Source, end: Bytes): Step<Bytes | null> {
  yield* flush(self);
  const parts = [source.buffer.slice(source.at)];
  source.buffer = '';
  source.at = 0;
  for (let block = yield* readBlock(source); block !== ''; block = yield* readBlock(source)) {
    const to = block.indexOf(end);
    if (to < 0) {
      parts.push(block);
      continue;
    }
    parts.push(block.slice(0, to));
    source.buffer = block;
    source.at = to + 1;
    return parts.join('');
  }
  const rest = parts.join('');
  source.lacksEnd = rest !== '';
  return rest === '' ? null : rest;
}
