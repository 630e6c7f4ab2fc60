import { afterEach, expect, test } from 'vitest';
import { idOf } from '../../sim/guests/network/lab.fixture.ts';
import { openWiredInn } from './wired.fixture.ts';
import type { WiredInn } from './wired.fixture.ts';

let inn: WiredInn | null = null;
afterEach(async () => {
  await inn?.runtime.close();
  inn = null;
});
const open = (): WiredInn => (inn = openWiredInn());

/** web-01 comes into web-02 with its key. */
async function introduce(one: WiredInn): Promise<void> {
  await one.run('web-01', 'ssh-keygen -q -N "" -f ~/.ssh/id_ed25519');
  const { output } = await one.run('web-01', 'cat ~/.ssh/id_ed25519.pub');
  await one.run('web-02', 'cat >> ~/.ssh/authorized_keys', output);
}
const freely = '-o StrictHostKeyChecking=no';

test('FR-190-216 ssh runs a command on another guest: its output, errors, input and status come back', async () => {
  const one = open();
  await introduce(one);
  const ran = await one.run('web-01', `ssh ${freely} web-02 'hostname; echo wrong >&2; exit 7'`);
  expect(ran).toMatchObject({
    output: 'web-02\n',
    error: "Warning: Permanently added 'web-02' (ED25519) to the list of known hosts.\nwrong\n",
    status: 7,
  });
  expect((await one.run('web-01', 'ssh web-02 wc -c', 'x'.repeat(300_000))).output).toBe('300000\n');
  expect((await one.run('web-01', 'ssh web-02 "head -c 300000 /dev/zero" | wc -c')).output).toBe('300000\n');
  expect((await one.run('web-01', 'head -c 300000 /dev/zero | ssh web-02 cat | wc -c')).output).toBe(
    '300000\n',
  );
  expect((await one.run('web-01', 'ssh root@10.0.1.12 true')).status).toBe(255);
  expect((await one.run('web-01', 'ssh web-02 echo \\$SSH_CONNECTION')).output).toMatch(
    /^10\.0\.1\.11 \d+ 10\.0\.1\.12 22\n$/,
  );
  expect((await one.run('web-01', 'ssh -n web-02 "kill -9 \\$\\$"')).status).toBe(255);
  expect((await one.run('web-02', 'journalctl -u ssh -o cat')).output).toMatch(
    /Accepted publickey for root from 10\.0\.1\.11 port \d+ ssh2: ED25519 SHA256:/,
  );
});

test('FR-190-216 ssh says what is wrong in the words of OpenSSH', async () => {
  const one = open();
  const said = async (words: string): Promise<unknown> => {
    const { error, status } = await one.run('web-01', `ssh ${freely} -o BatchMode=yes ${words} true`);
    return [error, status];
  };
  expect(await said('nobody')).toEqual([
    'ssh: Could not resolve hostname nobody: Name or service not known\n',
    255,
  ]);
  expect(await said('-p 2222 web-02')).toEqual([
    'ssh: connect to host web-02 port 2222: Connection refused\n',
    255,
  ]);
  expect(await said('10.0.1.99')).toEqual([
    'ssh: connect to host 10.0.1.99 port 22: No route to host\n',
    255,
  ]);
  expect((await said('web-02')) as string[]).toEqual([
    expect.stringMatching(/root@web-02: Permission denied \(publickey,password\)\.\n$/),
    255,
  ]);
  expect((await one.run('web-01', 'ssh web-02 true')).error).toBe(
    'root@web-02: Permission denied (publickey,password).\n',
  );
  await one.run('web-02', 'rm /etc/ssh/ssh_host_ed25519_key');
  const changed = await one.run('web-01', 'ssh web-02 true');
  expect(changed.error).toContain('WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!');
  expect(changed.status).toBe(255);
  await one.run('web-01', 'ssh-keygen -R web-02');
  await introduce(one);
  expect((await one.run('web-01', `ssh ${freely} web-02 true`)).status).toBe(0);
});

test('FR-190-217 who has no key is asked for a password, and whether the host is to be believed', async () => {
  const one = open();
  const seat = await one.sit('web-01');
  await seat.see('# ');
  seat.type('ssh web-02\r');
  await seat.see("The authenticity of host 'web-02 (10.0.1.12)' can't be established.");
  await seat.see('(yes/no/[fingerprint])? ');
  seat.type('perhaps\r');
  await seat.see("Please type 'yes', 'no' or the fingerprint: ");
  seat.type('yes\r');
  await seat.see("root@web-02's password: ");
  seat.type('wrong\r');
  await seat.see('Permission denied, please try again.');
  await seat.see("root@web-02's password: ");
  seat.type('coldaisle\r');
  await seat.see('root@web-02:~# ');
  seat.type('tty; stty size; echo $TERM; sleep 1000\r');
  await seat.see('/dev/pts/0');
  await seat.see('30 100');
  await seat.see('xterm');
  seat.type('\x03');
  await seat.see('root@web-02:~# ');
  seat.type('exit 3\r');
  await seat.see('Connection to web-02 closed.');
  await seat.see('root@web-01:~# ');
  seat.type('echo "status $?"\r');
  await seat.see('status 3');
  expect(seat.shown).not.toContain('coldaisle\r');
  expect((await one.run('web-02', 'journalctl -u ssh -o cat')).output).toMatch(
    /Failed password for root from 10\.0\.1\.11 port \d+ ssh2\n[^]*Accepted password for root/,
  );
});

test('FR-190-217 the server goes by its own settings', async () => {
  const one = open();
  await introduce(one);
  const isIn = async (): Promise<boolean> =>
    (await one.run('web-01', `ssh ${freely} -o BatchMode=yes web-02 true`)).status === 0;
  expect(await isIn()).toBe(true);
  await one.run('web-02', 'echo "PermitRootLogin no" > /etc/ssh/sshd_config.d/own.conf');
  expect(await isIn()).toBe(false);
  await one.run('web-02', 'echo "PermitRootLogin prohibit-password" > /etc/ssh/sshd_config.d/own.conf');
  expect(await isIn()).toBe(true);
  await one.run('web-02', 'echo "AllowUsers debian" >> /etc/ssh/sshd_config.d/own.conf');
  expect(await isIn()).toBe(false);
  await one.run('web-02', 'rm /etc/ssh/sshd_config.d/own.conf; chmod 644 ~/.ssh/authorized_keys');
  await one.run('web-01', 'chmod 644 ~/.ssh/id_ed25519');
  const bare = await one.run('web-01', `ssh ${freely} -o BatchMode=yes web-02 true`);
  expect(bare.error).toContain("Permissions 0644 for '/root/.ssh/id_ed25519' are too open.");
  expect(bare.status).toBe(255);
});

test('FR-190-218 a session that hangs is left by ~. and one whose machine goes away ends', async () => {
  const one = open();
  await introduce(one);
  const seat = await one.sit('web-01');
  await seat.see('# ');
  seat.type(`ssh ${freely} web-02\r`);
  await seat.see('root@web-02:~# ');
  seat.type('\r~.');
  await seat.see('Connection to web-02 closed.');
  await seat.see('root@web-01:~# ');
  seat.type('ssh web-02\r');
  await seat.see('root@web-02:~# ');
  await one.execute(
    { type: 'inventory.change', id: idOf(one.world, 'web-02'), spec: { power: 'off' } },
    { origin: 'system', name: 'lab', role: 'admin' },
  );
  await seat.see('Connection to web-02 closed by remote host.');
  await seat.see('root@web-01:~# ');
  seat.type('echo "status $?"\r');
  await seat.see('status 255');
  expect((await one.run('web-01', 'ssh web-02 true')).status).toBe(255);
});

test('FR-190-215 ssh-keygen makes, shows and describes keys', async () => {
  const one = open();
  const made = await one.run('web-01', 'ssh-keygen -N "" -f /tmp/key -C me');
  expect(made.output).toMatch(
    /^Generating public\/private ed25519 key pair\.\nYour identification has been saved in \/tmp\/key\nYour public key has been saved in \/tmp\/key\.pub\nThe key fingerprint is:\nSHA256:\S{43} me\nThe key's randomart image is:\n\+--\[ED25519 256\]--\+\n(\|.{17}\|\n){9}\+----\[SHA256\]-----\+\n$/,
  );
  const shown = await one.run(
    'web-01',
    'ssh-keygen -y -f /tmp/key; cat /tmp/key.pub; ssh-keygen -lf /tmp/key.pub',
  );
  const [first, second, third] = shown.output.split('\n');
  expect(first).toBe(second);
  expect(third).toMatch(/^256 SHA256:\S{43} me \(ED25519\)$/);
  expect((await one.run('web-01', 'ssh-keygen -t rsa -f /tmp/other')).status).toBe(1);
  expect((await one.run('web-01', 'stat -c %a /tmp/key /tmp/key.pub')).output).toBe('600\n644\n');
});

test('FR-190-219 ssh-copy-id puts a key where it lets in, once', async () => {
  const one = open();
  await one.run('web-01', 'ssh-keygen -q -N "" -f ~/.ssh/id_ed25519');
  const seat = await one.sit('web-01');
  await seat.see('# ');
  seat.type(`ssh-copy-id ${freely} root@web-02\r`);
  await seat.see("root@web-02's password: ");
  seat.type('coldaisle\r');
  await seat.see('Number of key(s) added: 1');
  await seat.see('root@web-01:~# ');
  expect((await one.run('web-01', 'ssh -o BatchMode=yes web-02 hostname')).output).toBe('web-02\n');
  expect((await one.run('web-02', 'stat -c "%a %n" .ssh/authorized_keys')).output).toBe(
    '600 .ssh/authorized_keys\n',
  );
  const again = await one.run('web-01', 'ssh-copy-id root@web-02');
  expect(again.error).toContain('WARNING: All keys were skipped');
  expect(again.status).toBe(0);
  expect((await one.run('web-02', 'wc -l < .ssh/authorized_keys')).output).toBe('1\n');
  expect((await one.run('web-01', 'ssh-copy-id -i /tmp/none web-02')).error).toContain(
    "ERROR: failed to open ID file '/tmp/none.pub': No such file",
  );
});
