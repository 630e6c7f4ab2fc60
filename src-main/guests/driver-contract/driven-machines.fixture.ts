/** Machines of any driver: made, switched on, and asked over SSH as their users ask them. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import ssh2 from 'ssh2';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Host } from '../../host/host.ts';
import { ask, doing } from '../../host/testing/test-host.ts';

export type Driver = {
  readonly name: string;
  /** One host for all of its tests, with a datacenter, a pool of addresses and a network. */
  readonly host: () => Host;
  /** A machine that is off, and runs in this driver's way when it is switched on. */
  readonly make: (name: string) => Promise<EntityId>;
};

type Asked = { readonly command: string; readonly input: string };
type Ran = { readonly status: number | null; readonly output: string; readonly error: string };

/** With the lab's key, at the port that leads to all. `status` is null where nobody was let in. */
export const run = (host: Host, machine: string, command: string): Promise<Ran> =>
  runWith(host, machine, { command, input: '' });

export async function runWith(host: Host, machine: string, { command, input }: Asked): Promise<Ran> {
  const { ssh } = await ask(host, 'consoles', {});
  const client = new ssh2.Client();
  const kept = { output: '', error: '' };
  return new Promise((resolve) => {
    const end = (status: number | null): void => {
      client.end();
      resolve({ status, ...kept });
    };
    client.on('error', () => end(null));
    client.on('ready', () =>
      client.exec(command, (failure, channel) => {
        if (failure !== undefined) return end(null);
        let status: number | null = null;
        channel.on('data', (data: Buffer) => (kept.output += data.toString('latin1')));
        channel.stderr.on('data', (data: Buffer) => (kept.error += data.toString('latin1')));
        channel.on('exit', (code: number | null) => (status = code));
        channel.on('close', () => end(status));
        channel.end(Buffer.from(input, 'latin1'));
      }),
    );
    client.connect({
      host: '127.0.0.1',
      port: ssh.port,
      username: `root%${machine}`,
      privateKey: readFileSync(ssh.identityFile),
      readyTimeout: 0,
    });
  });
}

export async function until<T>(look: () => Promise<T> | T, isIt: (found: T) => boolean): Promise<T> {
  for (;;) {
    const found = await look();
    if (isIt(found)) return found;
    await new Promise((done) => setTimeout(done, 25));
  }
}

/** Up when it lets somebody in. */
export async function turnedOn(host: Host, id: EntityId, name: string): Promise<void> {
  await doing(host, { type: 'machine.power', id, verb: 'on' });
  await until(
    () => run(host, name, 'true'),
    ({ status }) => status === 0,
  );
}

/** Long work takes lab time: it is waited for. */
export const finished = (host: Host): Promise<unknown> =>
  until(
    () => ask(host, 'tasks', { states: ['running'], limit: 10 }),
    ({ items }) => items.length === 0,
  );

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      server.close(() => done(at === null || typeof at === 'string' ? 0 : at.port));
    });
  });

/** Its own port for all machines, and a clock that does not let one wait. */
export async function settleIn(host: Host): Promise<void> {
  await doing(host, { type: 'desk.configure', patch: { guests: { port: await freePort() } } });
  await doing(host, { type: 'clock.speed', speed: 60 });
}

/** In the first cluster that is there, on its first network. */
export async function makeMachine(host: Host, name: string): Promise<EntityId> {
  const { items } = await ask(host, 'entities', { kinds: ['cluster', 'datacenter', 'vm'], limit: 1000 });
  const vm = items.find(({ kind }) => kind === 'vm');
  const cluster = items.find(({ kind }) => kind === 'cluster');
  const network = vm?.kind === 'vm' ? vm.spec.nics[0]?.network : undefined;
  const { ids } = await doing(host, {
    type: 'machine.create',
    name,
    parent: items.find(({ kind }) => kind === 'datacenter')?.id,
    pool: cluster?.id,
    os: 'debian-12',
    memory: 256,
    ...(network ? { networks: [network] } : {}),
  });
  await finished(host);
  return (ids as EntityId[])[0] as EntityId;
}
