import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import ssh2 from 'ssh2';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { silentLog } from '../../host/log.ts';
import { createInn, worldWith } from '../inn.fixture.ts';
import { createSmallMaker } from '../small-guest.fixture.ts';
import { createSshGateway } from './gateway.ts';
import { keysOf } from './keys.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

test('FR-190-298 output that is larger than what a client may be behind comes whole', async () => {
  const keys = keysOf({ id: 'test', directory: mkdtempSync(join(tmpdir(), 'coldaisle-large-')) });
  const inn = createInn(createSmallMaker(), worldWith(1));
  const gateway = createSshGateway({ runtime: inn.runtime, keys: () => keys, log: silentLog });
  closing.push(gateway.close, inn.runtime.close);
  const port = await gateway.listen(0, 'vm-1' as EntityId);
  if (!port.ok) throw new Error(port.refusal.message);
  const bytes = Buffer.alloc(1_500_000, 'coldaisle ');
  const back = await new Promise<Buffer>((resolve, reject) => {
    const client = new ssh2.Client();
    client.on('error', reject);
    client.on('ready', () =>
      client.exec('cat', (failure, channel) => {
        if (failure) return reject(failure);
        const parts: Buffer[] = [];
        channel.on('data', (data: Buffer) => parts.push(data));
        channel.on('close', () => {
          client.end();
          resolve(Buffer.concat(parts));
        });
        channel.end(bytes);
      }),
    );
    client.connect({ host: '127.0.0.1', port: port.value, username: 'root', password: 'coldaisle' });
  });
  expect(back.length).toBe(bytes.length);
  expect(back.equals(bytes)).toBe(true);
});
