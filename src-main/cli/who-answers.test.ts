import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ssh2 from 'ssh2';
import { expect, test } from 'vitest';
import { notOurs, whoAnswers } from './who-answers.ts';

const hasScan = spawnSync('ssh-keyscan', ['-h']).error === undefined;

test.skipIf(!hasScan)(
  'FR-010-197 dvm exec and attach tell a port that another host holds from their own',
  async () => {
    const key = ssh2.utils.generateKeyPairSync('ed25519');
    const other = ssh2.utils.generateKeyPairSync('ed25519');
    const server = new ssh2.Server({ hostKeys: [key.private] }, (client) =>
      client.on('error', () => undefined),
    );
    const port = await new Promise<number>((done) =>
      server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port)),
    );
    const file = (text: string): string => {
      const path = join(mkdtempSync(join(tmpdir(), 'coldaisle-known-')), 'known_hosts');
      writeFileSync(path, text);
      return path;
    };
    const ask = (text: string) => whoAnswers({ port, knownHostsFile: file(text) });
    expect(await ask(`coldaisle-lab ${key.public}\n`)).toBe('the-lab');
    expect(await ask(`coldaisle-lab ${other.public}\n`)).toBe('another');
    expect(await ask('# nothing\n')).toBe('unknown');
    expect(await whoAnswers({ port, knownHostsFile: '/nowhere' })).toBe('unknown');
    await new Promise<void>((done) => server.close(() => done()));
    const said = notOurs({ port: 22_000 });
    expect(JSON.stringify(said)).toMatch(/Port 22000 .*Another Coldaisle.*guests\.port=22100/);
  },
);
