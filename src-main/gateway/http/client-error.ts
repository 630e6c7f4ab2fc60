import type { Duplex } from 'node:stream';
import { rejection } from '../faults.ts';
import { writeRaw } from './raw-reply.ts';
import type { Reply } from './reply.ts';

/** What Node could not read as a request at all still gets a problem for an answer. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  writeRaw(socket, replyFor(error.code));
}

function replyFor(code: string | undefined): Reply {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return rejection('headers-too-large', 'The headers are larger than 16 KiB.');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return rejection('slow-request', 'The request did not arrive in time.');
    default:
      return rejection('bad-request', 'This is not HTTP/1.1.');
  }
}
