/** Bytes on a connection of their own, over TLS or bare, as no client of vSphere would send them. */
import { connect as connectBare } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

export type Line = { readonly url: URL; readonly wire: 'tls' | 'bare' };

export async function openLine({ url, wire }: Line): Promise<Socket> {
  const place = { host: url.hostname, port: Number(url.port) };
  const socket = wire === 'tls' ? connectTls({ ...place, rejectUnauthorized: false }) : connectBare(place);
  // However it ends: the other side may cut it while we write.
  socket.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    socket.once(wire === 'tls' ? 'secureConnect' : 'connect', resolve);
    socket.once('error', reject);
  });
  return socket;
}

/** What came until the other side closed. */
function heardOn(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  socket.on('data', (chunk: Buffer) => {
    if (length < 1_000_000) chunks.push(chunk);
    length += chunk.length;
  });
  return new Promise((resolve) => {
    socket.once('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  });
}

/** Says it, hangs up where it is told to, and tells what came. */
export async function say(line: Line, bytes: string | Buffer): Promise<string> {
  const socket = await openLine(line);
  const heard = heardOn(socket);
  socket.write(bytes);
  return heard;
}

/** Says it and is gone, without a word of goodbye. */
export async function sayAndCut(line: Line, bytes: string | Buffer): Promise<void> {
  const socket = await openLine(line);
  await new Promise<void>((resolve) => {
    socket.write(bytes, () => resolve());
  });
  socket.destroy();
}

/** Goes on saying it until the other side has closed; what came meanwhile. */
export async function sayOn(line: Line, first: string, on: () => string | Buffer): Promise<string> {
  const socket = await openLine(line);
  const heard = heardOn(socket);
  socket.write(first);
  const more = (): void => {
    if (socket.destroyed || socket.writableEnded) return;
    if (socket.write(on())) setImmediate(more);
    else socket.once('drain', more);
  };
  more();
  return heard;
}
