import { done, failed } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { FileNode, Place } from '../files/file-node.ts';
import { createNode } from '../files/file-node.ts';
import type { Description, Kernel, Nameless, Pipe, PipeStream, Stream } from './process.ts';
import { createQueue, wake } from './queue.ts';

const capacity = 65_536;

/** One set of calls serves all pipes: which it is the description says. */
function pipeAt({ stream, path }: Pick<Description, 'stream' | 'path'>): Pipe {
  if (stream.pipe === undefined) throw new Error(`${path} is no pipe.`);
  return stream.pipe;
}

function wakeBoth({ kernel, readers, writers }: Pipe): void {
  wake(kernel, readers);
  wake(kernel, writers);
}

const read: Stream['read'] = (_by, most, at) => {
  const pipe = pipeAt(at);
  if (pipe.held === 0) return pipe.writing === 0 ? done('') : 'wait';
  const bytes = take(pipe, most);
  pipe.kernel.ledger.bytes -= bytes.length;
  wake(pipe.kernel, pipe.writers);
  return done(bytes);
};

const write: Stream['write'] = (_by, bytes, at) => {
  const pipe = pipeAt(at);
  if (pipe.reading === 0) return failed('EPIPE');
  const room = capacity - pipe.held;
  // As pipe(7) says: what fits into 4096 bytes goes in one piece.
  if (room <= 0 || (bytes.length <= 4096 && bytes.length > room)) return 'wait';
  const part = bytes.length <= room ? bytes : bytes.slice(0, room);
  const last = pipe.chunks.length - 1;
  const before = pipe.chunks[last];
  if (before !== undefined && before.length < 4096) pipe.chunks[last] = before + part;
  else pipe.chunks = pipe.chunks.length === 0 ? [part] : pipe.chunks.concat(part);
  pipe.held += part.length;
  pipe.kernel.ledger.bytes += part.length;
  wake(pipe.kernel, pipe.readers);
  return done(part.length);
};

const close: Stream['close'] = (at) => {
  const pipe = pipeAt(at);
  if (at.access !== 'write') pipe.reading -= 1;
  if (at.access !== 'read') pipe.writing -= 1;
  wakeBoth(pipe);
  if (pipe.reading + pipe.writing > 0) return;
  pipe.kernel.ledger.bytes -= pipe.held;
  if (pipe.node !== null) pipe.kernel.pipes.delete(pipe.node);
};

const isReadable: Stream['isReadable'] = (at) => {
  const { held, writing } = pipeAt(at);
  return held > 0 || writing === 0;
};

export const pipeCalls = { isReadable, read, write, close } as const;

export function createPipe(kernel: Kernel, node: FileNode | null): PipeStream {
  const readers = createQueue();
  const writers = createQueue();
  const pipe: Pipe = {
    kernel,
    node,
    chunks: [],
    taken: 0,
    held: 0,
    reading: 0,
    writing: 0,
    readingSeen: 0,
    writingSeen: 0,
    readers,
    writers,
  };
  return { kind: 'pipe', terminal: null, pipe, readers, writers, ...pipeCalls };
}

/** Somebody has it open now. */
export function openEnd(pipe: Pipe, access: Description['access']): void {
  addEnd(pipe, access);
  wakeBoth(pipe);
}

function addEnd(pipe: Pipe, access: Description['access']): void {
  if (access !== 'write') {
    pipe.reading += 1;
    pipe.readingSeen += 1;
  }
  if (access !== 'read') {
    pipe.writing += 1;
    pipe.writingSeen += 1;
  }
}

function take(pipe: Pipe, most: number): Bytes {
  let bytes = '';
  while (bytes.length < most) {
    const first = pipe.chunks[0];
    if (first === undefined) break;
    const part = first.slice(pipe.taken, pipe.taken + most - bytes.length);
    bytes += part;
    pipe.taken += part.length;
    if (pipe.taken < first.length) break;
    // A new array: one that is shifted keeps its room.
    pipe.chunks = pipe.chunks.slice(1);
    pipe.taken = 0;
  }
  pipe.held -= bytes.length;
  return bytes;
}

export function nameless(kernel: Kernel): Nameless {
  const { uid, gid } = kernel.current?.who ?? rootCredentials;
  kernel.nextInode += 1;
  return { inode: kernel.nextInode, uid, gid, at: kernel.wall(), node: null };
}

/** Where an open file is, also of one without a name: /proc leads there. */
export function placeOfOpen(kernel: Kernel, { place, nameless: facts, stream }: Description): Place {
  if (place !== null) return place;
  if (facts === null) throw new Error('What is open has a place or is nameless.');
  const { uid, gid, at, inode } = facts;
  facts.node ??= createNode({ ...nodeOfPipe, uid, gid, at, inode });
  if (stream.pipe !== undefined) {
    stream.pipe.node = facts.node;
    kernel.pipes.set(facts.node, { ...stream, pipe: stream.pipe });
  }
  return { source: kernel.pipeSource, node: facts.node };
}

const rootCredentials = { uid: 0, gid: 0 } as const;
const nodeOfPipe = {
  kind: 'pipe',
  mode: 0o600,
  isBase: false,
  content: '',
  special: null,
  live: null,
} as const;
