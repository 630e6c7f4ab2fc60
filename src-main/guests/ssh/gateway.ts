import { createServer } from 'node:net';
import type { Server as NetServer, Socket } from 'node:net';
import type { Algorithms, AuthContext, Connection } from 'ssh2';
import ssh2 from 'ssh2';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { letIn } from './let-in.ts';
import type { LetInDeps } from './let-in.ts';
import { serveForwards } from './serve-forwards.ts';
import { serveSessions } from './serve-session.ts';

/** Null: the name that logs in says which machine is meant. */
export type Target = EntityId | null;

export type SshGatewayDeps = LetInDeps;

export type SshGateway = {
  /** Listens on this machine alone. 0: any free port; answers which. */
  readonly listen: (port: number, target: Target) => Promise<Result<number>>;
  readonly unlisten: (port: number) => void;
  readonly ports: () => ReadonlyMap<number, Target>;
  /** The keys are others: another lab. Who is connected is cut off. */
  readonly renew: () => void;
  readonly close: () => Promise<void>;
};

const algorithms: Algorithms = {
  cipher: ['aes128-gcm@openssh.com', 'aes256-gcm@openssh.com', 'aes128-ctr', 'aes192-ctr', 'aes256-ctr'],
  compress: ['none'],
};
const mostConnections = 256;
const mostTries = 6;
const keepaliveMillis = 30_000;
const signInMillis = 120_000;

type Gate = {
  readonly deps: SshGatewayDeps;
  readonly doors: Map<number, { readonly target: Target; readonly server: NetServer }>;
  readonly connections: Set<Connection>;
  readonly sockets: Set<Socket>;
  ssh: ssh2.Server | null;
  /** Of the socket that is being handed over. */
  arriving: Target;
};

export function createSshGateway(deps: SshGatewayDeps): SshGateway {
  const gate: Gate = {
    deps,
    doors: new Map(),
    connections: new Set(),
    sockets: new Set(),
    ssh: null,
    arriving: null,
  };
  const cut = (): void => {
    for (const socket of gate.sockets) socket.destroy();
    gate.ssh = null;
  };
  return {
    listen: (port, target) => listen(gate, port, target),
    unlisten: (port) => {
      gate.doors.get(port)?.server.close();
      gate.doors.delete(port);
    },
    ports: () => new Map([...gate.doors].map(([port, { target }]) => [port, target])),
    renew: cut,
    close: async () => {
      for (const connection of gate.connections) connection.end();
      const closing = [...gate.doors.values()].map(
        ({ server }) => new Promise<void>((resolve) => void server.close(() => resolve())),
      );
      gate.doors.clear();
      cut();
      await Promise.all(closing);
    },
  };
}

async function listen(gate: Gate, port: number, target: Target): Promise<Result<number>> {
  const server = createServer({ noDelay: true }, (socket) => receive(gate, socket, target));
  const failure = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.once('error', resolve);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(null));
  });
  if (failure !== null) {
    return failure.code === 'EADDRINUSE'
      ? refused('busy', `Port ${port} is taken by another program`, {
          hint: 'Give the machine another sshPort, or end that program.',
        })
      : refused('unsupported', `Port ${port} cannot be had: ${failure.message}`);
  }
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('a TCP server has a port');
  gate.doors.set(bound.port, { target, server });
  return accepted(bound.port);
}

function receive(gate: Gate, socket: Socket, target: Target): void {
  const { deps, sockets } = gate;
  if (sockets.size >= mostConnections) {
    deps.log.warn('turned away: too many connections');
    socket.destroy();
    return;
  }
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
  socket.on('error', (error) => deps.log.debug('a connection failed', { error: error.message }));
  gate.ssh ??= sshServer(gate);
  gate.arriving = target;
  gate.ssh.injectSocket(socket);
}

function sshServer(gate: Gate): ssh2.Server {
  const server = new ssh2.Server(
    {
      hostKeys: [gate.deps.keys().host],
      algorithms,
      ident: 'Coldaisle',
      keepaliveInterval: keepaliveMillis,
      keepaliveCountMax: 4,
    },
    (connection, info) =>
      greet(gate, connection, { target: gate.arriving, from: `${info.ip} ${info.port} 127.0.0.1` }),
  );
  server.on('error', (error: Error) => gate.deps.log.warn('the SSH server failed', { error: error.message }));
  return server;
}

type Arrival = { readonly target: Target; readonly from: string };

function greet(gate: Gate, connection: Connection, arrival: Arrival): void {
  const { deps, connections } = gate;
  connections.add(connection);
  let tries = 0;
  const tooLong = setTimeout(() => connection.end(), signInMillis);
  connection.on('error', (error) => deps.log.debug('a client went away', { error: error.message }));
  connection.on('close', () => {
    clearTimeout(tooLong);
    connections.delete(connection);
  });
  connection.on('authentication', (context) => {
    const isTry = context.method === 'password';
    if (isTry) tries += 1;
    void signIn(gate, connection, { context, arrival }).then((isIn) => {
      if (isIn) clearTimeout(tooLong);
      else if (tries >= mostTries) connection.end();
      else context.reject(['publickey', 'password']);
    });
  });
  // Nothing listens here for a guest: what it reaches, `ssh -L` reaches.
  connection.on('request', (_accept, reject) => reject?.());
}

type Knock = { readonly context: AuthContext; readonly arrival: Arrival };

async function signIn(gate: Gate, connection: Connection, { context, arrival }: Knock): Promise<boolean> {
  if (context.method !== 'password' && context.method !== 'publickey') return false;
  const { user, machine } = meant(context.username, arrival.target);
  const visit = await letIn(gate.deps, { user, machine, context, from: arrival.from });
  if (visit === null) return false;
  // A client that only asks whether its key would do comes again with a signature.
  const isIn = context.method === 'password' || context.signature !== undefined;
  if (isIn) {
    connection.once('ready', () => {
      serveSessions(connection, visit);
      // Of a container the engine would have to forward: it reaches the lab's networks as itself.
      if (visit.kind === 'guest') serveForwards(connection, visit);
    });
  }
  context.accept();
  return true;
}

/** `learner%web-01`, `learner@web-01` and `learner.web-01` say the machine where the port does not. */
function meant(name: string, target: Target): { readonly user: string; readonly machine: string | null } {
  if (target !== null) return { user: name, machine: target };
  const at = [name.lastIndexOf('%'), name.lastIndexOf('@'), name.indexOf('.')].find((place) => place > 0);
  if (at === undefined) return { user: name, machine: null };
  return { user: name.slice(0, at), machine: name.slice(at + 1) };
}
