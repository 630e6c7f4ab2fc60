import { afterEach, expect, test } from 'vitest';
import { openWiredInn } from './wired.fixture.ts';
import type { WiredInn } from './wired.fixture.ts';

let inn: WiredInn | null = null;
afterEach(async () => {
  await inn?.runtime.close();
  inn = null;
});

/** web-01 comes into the others with its key, and knows them. */
async function open(): Promise<WiredInn> {
  const one = (inn = openWiredInn());
  await one.run('web-01', 'ssh-keygen -q -N "" -f ~/.ssh/id_ed25519');
  await one.run('web-01', 'echo "StrictHostKeyChecking no" > ~/.ssh/config');
  const { output } = await one.run('web-01', 'cat ~/.ssh/id_ed25519.pub');
  for (const name of ['web-02', 'db-01']) await one.run(name, 'cat >> ~/.ssh/authorized_keys', output);
  return one;
}
const quiet = '2> /dev/null';

test('FR-190-457 scp carries files and directories from guest to guest, with modes and times, both ways', async () => {
  const one = await open();
  await one.run(
    'web-01',
    'mkdir -p site/deep; head -c 200000 /dev/urandom > site/big; echo "a b" > "site/deep/a b"; chmod 640 site/big; touch -d @1700000000 site/big',
  );
  const sent = await one.run('web-01', `scp -rp site web-02:/srv ${quiet}`);
  expect(sent).toMatchObject({ output: '', status: 0 });
  const sum = (await one.run('web-01', 'sha256sum < site/big')).output;
  expect((await one.run('web-02', 'sha256sum < /srv/site/big')).output).toBe(sum);
  expect((await one.run('web-02', 'stat -c "%a %Y" /srv/site/big; cat "/srv/site/deep/a b"')).output).toBe(
    '640 1700000000\na b\n',
  );
  expect(await one.run('web-01', 'scp web-02:/srv/site/big "web-02:/srv/site/deep/a b" /tmp/')).toMatchObject(
    {
      error: '',
      status: 0,
    },
  );
  expect((await one.run('web-01', 'sha256sum < /tmp/big; cat "/tmp/a b"')).output).toBe(`${sum}a b\n`);
  expect((await one.run('web-01', 'scp "root@web-02:/srv/site/*" /srv/; ls /srv')).output).toBe('big\n');
  expect((await one.run('web-01', 'scp site/big site/deep/* web-02:; echo $?')).output).toBe('0\n');
  expect((await one.run('web-02', 'ls ~')).output).toBe('a b\nbig\n');
});

test('FR-190-457 scp tells what it cannot copy, and from which end', async () => {
  const one = await open();
  await one.run('web-01', `ssh web-02 true ${quiet}; mkdir d`);
  for (const [words, error, status] of [
    ['none web-02:', 'scp: none: No such file or directory\n', 1],
    ['web-02:/none .', 'scp: /none: No such file or directory\n', 1],
    ['d web-02:', 'scp: d: not a regular file\n', 1],
    ['web-02:/etc/hostname /no/where', 'scp: /no/where: No such file or directory\n', 1],
    ['/etc/hostname web-02:/no/where', 'scp: /no/where: No such file or directory\n', 1],
    [
      '-P 2222 /etc/hostname web-02:',
      'ssh: connect to host web-02 port 2222: Connection refused\nscp: Connection closed\n',
      255,
    ],
    ['web-02:a db-01:b', 'scp: no copy between two other machines is simulated: copy to this one first\n', 1],
  ] as const)
    expect([words, await one.run('web-01', `scp ${words}`)]).toEqual([words, { output: '', error, status }]);
  expect(await one.run('web-01', 'scp -Z a b:c')).toMatchObject({
    error: expect.stringContaining('unknown option -- Z') as string,
    status: 1,
  });
});

test('FR-190-458 ssh -J goes over a machine between, which is whom the last one sees', async () => {
  const one = await open();
  const over = await one.run('web-01', "ssh -J web-02 db-01 'hostname; echo $SSH_CONNECTION'");
  expect(over.output).toMatch(/^db-01\n10\.0\.1\.12 \d+ 10\.0\.2\.11 22\n$/);
  expect(over.error).toBe(
    "Warning: Permanently added 'web-02' (ED25519) to the list of known hosts.\nWarning: Permanently added 'db-01' (ED25519) to the list of known hosts.\n",
  );
  expect((await one.run('web-01', 'ssh -J root@web-02:22 db-01 wc -c', 'x'.repeat(200_000))).output).toBe(
    '200000\n',
  );
  await one.run('web-01', "printf 'Host db-01\\n  ProxyJump web-02\\n' >> ~/.ssh/config; echo hello > note");
  expect(
    await one.run('web-01', 'scp note db-01:/srv/; ssh db-01 "cat /srv/note; echo \\$SSH_CLIENT"'),
  ).toMatchObject({
    output: expect.stringMatching(/^hello\n10\.0\.1\.12 /) as string,
    status: 0,
  });
  expect((await one.run('web-01', 'ssh -J db-01,web-02 10.0.1.11 true')).error).toContain(
    'Permission denied',
  );
});

test('FR-190-458 what cannot be reached from the machine between is told, and who may not hand on does not', async () => {
  const one = await open();
  await one.run('web-01', `ssh web-02 true ${quiet}`);
  const said = async (words: string): Promise<unknown> => {
    const { error, status } = await one.run('web-01', `ssh ${words} true`);
    return [error, status];
  };
  const failed = (why: string): unknown => [
    `channel 0: open failed: ${why}\nstdio forwarding failed\nConnection closed by UNKNOWN port 65535\n`,
    255,
  ];
  expect(await said('-J web-02 10.0.1.99')).toEqual(failed('connect failed: No route to host'));
  expect(await said('-J web-02 -p 2222 db-01')).toEqual(failed('connect failed: Connection refused'));
  expect(await said('-J web-02 nobody')).toEqual(failed('connect failed: Name or service not known'));
  expect(await said('-J nobody db-01')).toEqual([
    'ssh: Could not resolve hostname nobody: Name or service not known\nConnection closed by UNKNOWN port 65535\n',
    255,
  ]);
  await one.run('web-02', 'echo "AllowTcpForwarding no" >> /etc/ssh/sshd_config; systemctl reload ssh');
  expect(await said('-J web-02 db-01')).toEqual(failed('administratively prohibited: open failed'));
});
