import { createServer } from 'node:net';

/** The wanted loopback port where it can be had; 0, any, where it cannot. */
export function portOrAny(wanted: number | null): Promise<number> {
  if (wanted === null) return Promise.resolve(0);
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(0));
    probe.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () =>
      probe.close(() => resolve(wanted)),
    );
  });
}
