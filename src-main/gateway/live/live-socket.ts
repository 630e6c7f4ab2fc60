import type { WebSocket } from 'ws';
import type { ServerMessage } from '../../../sim/contract/live.ts';
import type { Log } from '../../host/log.ts';
import type { GatewayLimits } from '../limits.ts';

/** Why the gateway ends a socket; the client connects again and resumes by revision. */
export const closeCodes = { leaving: 1001, defect: 1011, tooSlow: 4408, tooMany: 4429 } as const;
export type CloseReason = keyof typeof closeCodes;

/** One socket's way out, with its limits. */
export type LiveOut = {
  /** Never left out: where the socket is too far behind, it is closed instead. */
  readonly text: (text: string) => void;
  readonly send: (message: ServerMessage) => void;
  /** Left out where the socket is behind; false then. A newer one will come. */
  readonly droppable: (data: string | Uint8Array) => boolean;
  readonly close: (reason: CloseReason) => void;
};

/** A client that does not answer a close within this time is cut off. */
const closeMillis = 2000;

export function createLiveOut(socket: WebSocket, limits: GatewayLimits, log: Log): LiveOut {
  const close = (reason: CloseReason): void => {
    if (socket.readyState !== socket.OPEN) return;
    socket.close(closeCodes[reason], reason);
    const cut = setTimeout(() => socket.terminate(), closeMillis);
    socket.once('close', () => clearTimeout(cut));
  };
  const text = (data: string): void => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > limits.backlogBytes) {
      log.warn('a client reads too slowly and was cut off', { backlog: socket.bufferedAmount });
      close('tooSlow');
      return;
    }
    socket.send(data);
  };
  return {
    text,
    send: (message) => text(JSON.stringify(message)),
    droppable: (data) => {
      if (socket.readyState !== socket.OPEN || socket.bufferedAmount > limits.droppableBacklogBytes)
        return false;
      socket.send(data);
      return true;
    },
    close,
  };
}
