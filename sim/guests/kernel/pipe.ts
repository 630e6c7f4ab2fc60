import { done, failed } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { FileNode } from '../files/file-node.ts';
import { createNode } from '../files/file-node.ts';
import type { Description, Kernel, PipeStream, WaitQueue } from './process.ts';
import { wake } from './queue.ts';

const capacity = 65_536;

type Pipe = {
  chunks: Bytes[];
  /** Of the first chunk, what is read. */
  taken: number;
  held: number;
  readEnds: number;
  writeEnds: number;
  readingSeen: number;
  writingSeen: number;
  readonly readers: WaitQueue;
  readonly writers: WaitQueue;
};

export function createPipe(kernel: Kernel, gone: () => void): PipeStream {
  const pipe = blankPipe();
  return {
    kind: 'pipe',
    terminal: null,
    readers: pipe.readers,
    writers: pipe.writers,
    isReadable: () => pipe.held > 0 || pipe.writeEnds === 0,
    ends: () => ({
      reading: pipe.readEnds,
      writing: pipe.writeEnds,
      readingSeen: pipe.readingSeen,
      writingSeen: pipe.writingSeen,
    }),
    opened: (access) => {
      addEnd(pipe, access);
      wake(kernel, pipe.readers);
      wake(kernel, pipe.writers);
    },
    read: (_by, most) => {
      if (pipe.held === 0) return pipe.writeEnds === 0 ? done('') : 'wait';
      const bytes = take(pipe, most);
      kernel.ledger.bytes -= bytes.length;
      wake(kernel, pipe.writers);
      return done(bytes);
    },
    write: (_by, bytes) => {
      if (pipe.readEnds === 0) return failed('EPIPE');
      const room = capacity - pipe.held;
      // As pipe(7) says: what fits into 4096 bytes goes in one piece.
      if (room <= 0 || (bytes.length <= 4096 && bytes.length > room)) return 'wait';
      const part = bytes.length <= room ? bytes : bytes.slice(0, room);
      const last = pipe.chunks.length - 1;
      const before = pipe.chunks[last];
      if (before !== undefined && before.length < 4096) pipe.chunks[last] = before + part;
      else pipe.chunks.push(part);
      pipe.held += part.length;
      kernel.ledger.bytes += part.length;
      wake(kernel, pipe.readers);
      return done(part.length);
    },
    close: ({ access }) => {
      if (access !== 'write') pipe.readEnds -= 1;
      if (access !== 'read') pipe.writeEnds -= 1;
      wake(kernel, pipe.readers);
      wake(kernel, pipe.writers);
      if (pipe.readEnds + pipe.writeEnds > 0) return;
      kernel.ledger.bytes -= pipe.held;
      gone();
    },
  };
}

function blankPipe(): Pipe {
  return {
    chunks: [],
    taken: 0,
    held: 0,
    readEnds: 0,
    writeEnds: 0,
    readingSeen: 0,
    writingSeen: 0,
    readers: new Set(),
    writers: new Set(),
  };
}

function addEnd(pipe: Pipe, access: Description['access']): void {
  if (access !== 'write') {
    pipe.readEnds += 1;
    pipe.readingSeen += 1;
  }
  if (access !== 'read') {
    pipe.writeEnds += 1;
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
    pipe.chunks.shift();
    pipe.taken = 0;
  }
  pipe.held -= bytes.length;
  return bytes;
}

/** What `stat` says of a pipe without a name. */
export function pipeNode(kernel: Kernel): FileNode {
  const process = kernel.current;
  kernel.nextInode += 1;
  return createNode({
    kind: 'pipe',
    mode: 0o600,
    uid: process?.who.uid ?? 0,
    gid: process?.who.gid ?? 0,
    at: kernel.now(),
    inode: kernel.nextInode,
    isBase: false,
    content: '',
    special: null,
    live: null,
  });
}
