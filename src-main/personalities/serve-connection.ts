import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** The first request of what has arrived so far. */
export type Taken<Request> =
  | { readonly kind: 'whole'; readonly request: Request; readonly bytes: number }
  /** The rest is still on its way. */
  | { readonly kind: 'partial' }
  /** Another protocol, or noise: there is no way back into step. */
  | { readonly kind: 'foreign' };

export type Reply = { readonly bytes: Buffer; readonly after: 'go-on' | 'end' };

export type ConnectionDeps<Request> = {
  readonly take: (bytes: Buffer) => Taken<Request>;
  /** Must not fail: what goes wrong is said in the protocol's own words. */
  readonly answer: (request: Request) => Promise<Reply>;
  /** What came is not the protocol; the connection ends. */
  readonly onForeign: () => void;
};

// Many requests of any of our protocols; whoever pipelines more waits in the kernel.
const mostWaiting = 8192;
// Then others have their turn: thousands of requests may lie in one piece.
const mostAtOnce = 64;

/** Takes requests in whatever pieces they come and answers them in their order, one at a time. */
export function serveConnection<Request>(socket: Socket, deps: ConnectionDeps<Request>): void {
  const { take, answer, onForeign } = deps;
  let waiting: Buffer = Buffer.alloc(0);
  let busy = false;
  let ended = false;
  const work = async (): Promise<void> => {
    busy = true;
    for (let served = 1; !socket.destroyed; served += 1) {
      const taken = take(waiting);
      if (taken.kind === 'partial') break;
      if (taken.kind === 'foreign') {
        onForeign();
        socket.destroy();
        return;
      }
      waiting = waiting.subarray(taken.bytes);
      const reply = await answer(taken.request);
      if (socket.destroyed) return;
      if (reply.after === 'end') {
        // What follows is not read; it must still flow, or the other side's goodbye is never seen.
        waiting = Buffer.alloc(0);
        socket.resume();
        socket.end(reply.bytes);
        return;
      }
      if (!socket.write(reply.bytes)) await drained(socket);
      if (served % mostAtOnce === 0) await nextTurn();
    }
    busy = false;
    if (ended) socket.end();
    else socket.resume();
  };
  socket.on('data', (chunk: Buffer) => {
    if (socket.writableEnded) return;
    waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
    if (!busy) void work();
    else if (waiting.length > mostWaiting) socket.pause();
  });
  socket.on('end', () => {
    ended = true;
    if (!busy) socket.end();
  });
}

/** Until the other side has read what we said, or is gone. */
function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done);
      socket.off('close', done);
      resolve();
    };
    socket.once('drain', done);
    socket.once('close', done);
  });
}
