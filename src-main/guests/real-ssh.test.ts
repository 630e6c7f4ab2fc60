import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import ssh2 from 'ssh2';
import type { Consoles } from '../../sim/contract/terminal.ts';
import { doing, openTestHost } from '../host/testing/test-host.ts';

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      server.close(() => done(at === null || typeof at === 'string' ? 0 : at.port));
    });
  });

function run(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const client = new ssh2.Client();
    client.on('error', reject);
    client.on('ready', () =>
      client.exec(command, (failure, channel) => {
        if (failure) return reject(failure);
        let output = '';
        channel.on('data', (data: Buffer) => (output += data.toString()));
        channel.on('close', () => {
          client.end();
          resolve(output);
        });
      }),
    );
    client.connect({ host: '127.0.0.1', port, username: 'root', password: 'coldaisle' });
  });
}

test('FR-190-183 a machine answers on its own port with its own name and password, until SSH is switched off', async () => {
  const host = await openTestHost();
  const [own, common] = [await freePort(), await freePort()];
  await doing(host, { type: 'desk.configure', patch: { guests: { port: common } } });
  const sites = await host.query('entities', { kinds: 'site' });
  const site = sites.ok ? (sites.value as { items: { id: string }[] }).items[0]?.id : undefined;
  const dc = { kind: 'datacenter', name: 'dc-ssh', parent: site, spec: {} };
  const { ids } = await doing(host, { type: 'inventory.create', item: dc });
  const spec = { power: 'on', os: 'debian-12', hostname: 'shell-01', sshPort: own };
  const item = { kind: 'vm', name: 'shell-01', parent: (ids as string[])[0], spec };
  await doing(host, { type: 'inventory.create', item });
  const isOpen = async (port: number): Promise<boolean> =>
    run(port, 'exit 0').then(
      () => true,
      () => false,
    );
  while (!(await isOpen(own))) await new Promise((done) => setTimeout(done, 20));
  expect(await run(own, 'echo $HOSTNAME $USER')).toBe('shell-01 root\n');
  const consoles = await host.query('consoles', {});
  expect(consoles.ok && (consoles.value as Consoles).ssh).toMatchObject({ state: 'on', port: common });
  await doing(host, { type: 'desk.configure', patch: { guests: { ssh: 'off' } } });
  while (await isOpen(own)) await new Promise((done) => setTimeout(done, 20));
  await host.close();
});
