import { createServer, type Server, type Socket } from 'node:net';
import { accepted, refused, type Result } from '../../sim/contract/result.ts';
import { createFrameGuard } from './frame-guard.ts';

/** The TCP side: takes sockets, bounds their number and the packets on them. */
export type Listener = {
  readonly port: number;
  /** Ends every connection and frees the port. */
  readonly close: () => Promise<void>;
};

export type ListenerOptions = {
  readonly host: string;
  readonly port: number;
  readonly maxSockets: number;
  readonly maxPacketBytes: number;
  readonly onSocket: (socket: Socket) => void;
  readonly onRejected: (reason: string) => void;
  /** It stopped listening without being told to. */
  readonly onLost: (reason: string) => void;
};

export async function openListener(options: ListenerOptions): Promise<Result<Listener>> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    if (sockets.size >= options.maxSockets) {
      options.onRejected('too many connections');
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    options.onSocket(socket);
    guard(socket, options);
  });
  const opened = await listen(server, options);
  if (!opened.ok) return opened;
  server.on('error', (fault) => options.onLost(fault.message));
  return accepted({
    port: opened.value,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  });
}

/** aedes reads the socket; each read passes here before aedes sees it. */
function guard(socket: Socket, options: ListenerOptions): void {
  const check = createFrameGuard(options.maxPacketBytes);
  socket.on('data', (chunk: Buffer) => {
    const verdict = check(chunk);
    if (verdict === 'ok' || socket.destroyed) return;
    options.onRejected(verdict === 'too-large' ? 'a packet over the size limit' : 'not an MQTT packet');
    socket.destroy();
  });
}

function listen(server: Server, { host, port }: ListenerOptions): Promise<Result<number>> {
  return new Promise((resolve) => {
    server.once('error', (fault: NodeJS.ErrnoException) => resolve(refusalOf(fault, host, port)));
    server.listen({ host, port, exclusive: true }, () => {
      server.removeAllListeners('error');
      const address = server.address();
      resolve(accepted(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

function refusalOf(fault: NodeJS.ErrnoException, host: string, port: number): Result<never> {
  const where = `${host}:${port}`;
  switch (fault.code) {
    case 'EADDRINUSE':
      return refused('busy', `The MQTT port ${where} is taken by another program.`, {
        hint: 'Stop the other broker, choose another port, or use that broker with --broker mqtt://HOST:PORT.',
      });
    case 'EACCES':
      return refused('not-allowed', `This user may not listen on ${where}.`, {
        hint: 'Choose a port above 1023.',
      });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return refused('invalid-input', `${host} is not an address of this machine.`, {
        hint: 'Use 127.0.0.1 to stay on this machine.',
      });
    default:
      return refused('unsupported', `The MQTT broker cannot listen on ${where}: ${fault.message}`);
  }
}
