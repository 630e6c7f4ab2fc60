import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sshConfig, sshOptions } from './verbs/ssh.ts';

const access = {
  state: 'on' as const,
  port: 22_000,
  identityFile: '/labs/my lab/ssh/lab_ed25519',
  knownHostsFile: '/labs/my lab/ssh/known_hosts',
  alias: 'coldaisle-my-lab',
  problems: [],
};

test('FR-190-180 ssh-config names every machine with its user, its port and the key of the lab', () => {
  expect(sshConfig(access, [])).toBe('');
  expect(sshConfig(access, ['web-01', 'db'])).toBe(
    'Host web-01\n  User root@web-01\nHost db\n  User root@db\nHost web-01 db\n  HostName 127.0.0.1\n  Port 22000\n' +
      '  IdentityFile "/labs/my lab/ssh/lab_ed25519"\n  IdentitiesOnly yes\n  HostKeyAlias coldaisle-my-lab\n' +
      '  UserKnownHostsFile "/labs/my lab/ssh/known_hosts"\n',
  );
  expect(sshOptions(access)).toContain('HostKeyAlias=coldaisle-my-lab');
});

test.skipIf(!existsSync('/usr/bin/ssh'))('FR-190-180 OpenSSH reads that configuration as it is meant', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'coldaisle-config-')), 'config');
  writeFileSync(file, sshConfig(access, ['web-01', 'db']));
  const said = spawnSync('ssh', ['-G', '-F', file, 'db'], { encoding: 'utf8' }).stdout.split('\n');
  expect(said).toEqual(
    expect.arrayContaining([
      'user root@db',
      'hostname 127.0.0.1',
      'port 22000',
      'identityfile /labs/my lab/ssh/lab_ed25519',
    ]),
  );
});
