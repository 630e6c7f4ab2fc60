import { createServer, type Server, type Socket } from 'node:net';
import { accepted, refused, type Result } from '../../sim/contract/result.ts';

/** One TCP port that a device answers on. */
export type Listening = {
  /** The one that the system gave, where port 0 was asked for. */
  readonly port: number;
  /** Ends every connection and frees the port. */
  readonly close: () => Promise<void>;
};

export type ListenOptions = {
  readonly host: string;
  readonly port: number;
  readonly mostConnections: number;
  /** A connection that says nothing for so long is ended. */
  readonly idleMillis: number;
  readonly onSocket: (socket: Socket) => void;
  /** Turned away: as many as may be are there. */
  readonly onTurnedAway: () => void;
};

export type ListenOn = (options: ListenOptions) => Promise<Result<Listening>>;

export const listenOn: ListenOn = async (options) => {
  const sockets = new Set<Socket>();
  // Half open: who asks and says goodbye in one breath still gets the answer.
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (socket) => {
    // Before anything else: a socket that fails with nobody listening ends the process.
    socket.on('error', () => socket.destroy());
    if (sockets.size >= options.mostConnections) {
      options.onTurnedAway();
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.setTimeout(options.idleMillis, () => socket.destroy());
    options.onSocket(socket);
  });
  const port = await bind(server, options);
  if (!port.ok) return port;
  return accepted({
    port: port.value,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  });
};

function bind(server: Server, { host, port }: ListenOptions): Promise<Result<number>> {
  return new Promise((resolve) => {
    server.once('error', (fault: NodeJS.ErrnoException) => resolve(refusalOf(fault, { host, port })));
    server.listen({ host, port, exclusive: true }, () => {
      server.removeAllListeners('error');
      // Past this point it can only fail to take one caller, for want of a file handle; the next may fit.
      server.on('error', () => {});
      const address = server.address();
      resolve(accepted(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

type Where = { readonly host: string; readonly port: number };

function refusalOf(fault: NodeJS.ErrnoException, { host, port }: Where): Result<never> {
  const where = `${host}:${port}`;
  switch (fault.code) {
    case 'EADDRINUSE':
      return refused('busy', `${where} is taken by another program`, {
        hint: 'Stop that program or choose another port in the settings',
      });
    case 'EACCES':
      return refused('not-allowed', `This user may not listen on ${where}`, {
        hint: 'Choose a port above 1023 in the settings',
      });
    case 'EADDRNOTAVAIL':
      return refused('unsupported', `${host} is not an address of this machine`, {
        hint: 'Spread the devices over ports instead of addresses in the settings',
      });
    case 'EMFILE':
    case 'ENFILE':
      return refused('too-many', 'This machine lets one program open no more sockets', {
        hint: 'Raise the limit of open files (ulimit -n) and start again',
      });
    default:
      return refused('unsupported', `Cannot listen on ${where}: ${fault.message}`);
  }
}
