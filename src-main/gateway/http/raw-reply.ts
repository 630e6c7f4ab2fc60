import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { commonHeaders, type Reply } from './reply.ts';

/** Where there is no ServerResponse: an upgrade, or a request that could not be parsed. */
export function writeRaw(socket: Duplex, reply: Reply): void {
  if (!socket.writable) return;
  const body = typeof reply.body === 'string' ? reply.body : '';
  const headers = {
    ...commonHeaders,
    ...reply.headers,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const start = `HTTP/1.1 ${reply.status} ${STATUS_CODES[reply.status] ?? ''}`;
  socket.end([start, ...lines, '', body].join('\r\n'), () => socket.destroy());
}
