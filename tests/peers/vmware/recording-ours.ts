/**
 * Loaded before whatever serves our face (`node --import`): every request that any server of the process hears
 * goes, a line each, into a file of the folder that RECORD_TO names. It only listens; nothing is asked twice.
 */
import { appendFileSync } from 'node:fs';
import { Server as PlainServer, IncomingMessage } from 'node:http';
import { Server as TlsServer } from 'node:https';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { recordedOf } from './recording-proxy.ts';

const folder = process.env['RECORD_TO'];
if (folder !== undefined) listenIn(join(folder, `${process.pid}-${threadId}.jsonl`));

type Emit = (this: PlainServer, name: string, ...rest: unknown[]) => boolean;

function listenIn(file: string): void {
  for (const server of [PlainServer, TlsServer]) {
    const emit = Reflect.get(server.prototype, 'emit') as Emit;
    const heard: Emit = function heard(name, ...rest) {
      const [request] = rest;
      if ((name === 'request' || name === 'upgrade') && request instanceof IncomingMessage)
        hear(request, file);
      return emit.call(this, name, ...rest);
    };
    Reflect.set(server.prototype, 'emit', heard);
  }
}

/** As the parser hands the body over: who reads it, and when, stays as it is. */
function hear(request: IncomingMessage, file: string): void {
  const chunks: Buffer[] = [];
  const push = request.push.bind(request);
  request.push = (chunk: unknown, encoding?: BufferEncoding): boolean => {
    if (Buffer.isBuffer(chunk)) chunks.push(chunk);
    if (chunk === null)
      appendFileSync(file, `${JSON.stringify(recordedOf(request, Buffer.concat(chunks)))}\n`);
    return push(chunk, encoding);
  };
}
