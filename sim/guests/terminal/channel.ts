import { done, failed } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { Stream, TerminalWires } from '../kernel/process.ts';
import { createQueue } from '../kernel/queue.ts';

type Wake = TerminalWires['wake'];
const still = { kind: 'channel', terminal: null } as const;

/** What a client without a terminal sends to a program's standard input: `ssh host command`. */
export type Feed = {
  readonly stream: Stream;
  readonly push: (bytes: Bytes) => void;
  readonly end: () => void;
  /** Bytes nobody has read yet: the client should hold back. */
  readonly waiting: () => number;
  readonly attach: (wake: Wake) => void;
};

export function createFeed(): Feed {
  const readers = createQueue();
  const feed = { bytes: '', isOver: false };
  let wake: Wake = () => undefined;
  return {
    attach: (by) => {
      wake = by;
    },
    waiting: () => feed.bytes.length,
    push: (bytes) => {
      if (!feed.isOver) feed.bytes += bytes;
      wake(readers);
    },
    end: () => {
      feed.isOver = true;
      wake(readers);
    },
    stream: {
      ...still,
      readers,
      writers: null,
      isReadable: () => feed.bytes !== '' || feed.isOver,
      read: (_by, most) => {
        if (feed.bytes === '') return feed.isOver ? done('') : 'wait';
        const bytes = feed.bytes.slice(0, most);
        feed.bytes = feed.bytes.slice(most);
        return done(bytes);
      },
      write: () => failed('EBADF'),
      close: () => {
        feed.isOver = true;
        feed.bytes = '';
      },
    },
  };
}

/** Where a program's output goes without a terminal. */
export type Drain = {
  readonly stream: Stream;
  /** The client takes more. */
  readonly drained: () => void;
  /** The client is gone: writers get SIGPIPE. */
  readonly cut: () => void;
  readonly attach: (wake: Wake) => void;
};

export type DrainOptions = {
  readonly send: (bytes: Bytes) => void;
  readonly isFull?: () => boolean;
  /** Every writer has closed it. */
  readonly ended?: () => void;
};

export function createDrain(options: DrainOptions): Drain {
  const writers = createQueue();
  let isCut = false;
  let wake: Wake = () => undefined;
  return {
    attach: (by) => {
      wake = by;
    },
    drained: () => wake(writers),
    cut: () => {
      isCut = true;
      wake(writers);
    },
    stream: {
      ...still,
      readers: null,
      writers,
      isReadable: () => true,
      read: () => failed('EBADF'),
      write: (_by, bytes) => {
        if (isCut) return failed('EPIPE');
        if (options.isFull?.() === true) return 'wait';
        options.send(bytes);
        return done(bytes.length);
      },
      close: () => options.ended?.(),
    },
  };
}
