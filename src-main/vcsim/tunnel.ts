/** The port of vCenter on which extensions reach `sdkTunnel:8089` by HTTP CONNECT: all of it leads to the endpoint. */
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { accepted, refused, type Result } from '../../sim/contract/result.ts';
import { createServer } from '../host/node-http.ts';

export type Tunnel = { readonly port: number; readonly close: () => Promise<void> };

type TunnelOptions = {
  readonly host: string;
  readonly port: number;
  readonly to: { readonly host: string; readonly port: number };
};

export async function openTunnel({ host, port, to }: TunnelOptions): Promise<Result<Tunnel>> {
  const open = new Set<Duplex>();
  const keep = (socket: Duplex): void => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => open.delete(socket));
  };
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on('connect', (_, client: Socket, head: Buffer) => {
    const endpoint = connect(to);
    keep(client);
    keep(endpoint);
    endpoint.once('connect', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      endpoint.write(head);
      client.pipe(endpoint).pipe(client);
    });
    client.once('close', () => endpoint.destroy());
    endpoint.once('close', () => client.destroy());
  });
  const failure = await new Promise<Error | null>((resolve) => {
    server.once('error', resolve);
    server.listen({ host, port }, () => resolve(null));
  });
  if (failure !== null) {
    return refused('unsupported', `The tunnel cannot listen on ${host}:${port}: ${failure.message}`);
  }
  const bound = server.address();
  return accepted({
    port: typeof bound === 'object' && bound !== null ? bound.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
        server.closeAllConnections();
      }),
  });
}
