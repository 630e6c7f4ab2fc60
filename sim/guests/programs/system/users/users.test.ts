import { describe, expect, it } from 'vitest';
import { createGuestBench } from '../../../system/guest.fixture.ts';

describe('users', () => {
  it('FR-190-122 are made, changed and removed with the words and codes of the real tools', () => {
    const bench = createGuestBench({});
    expect(bench.run('useradd -m -s /bin/bash -G adm bob')).toMatchObject({ error: '', status: 0 });
    expect(bench.run('getent passwd bob').output).toBe('bob:x:1001:1001::/home/bob:/bin/bash\n');
    expect(bench.run('getent group adm').output).toBe('adm:x:4:bob\n');
    expect(bench.run('echo ~ $(cd && pwd); test -f .bashrc && echo skeleton', { user: 'bob' }).output).toBe(
      '/home/bob /home/bob\nskeleton\n',
    );
    expect(bench.run('useradd bob')).toMatchObject({
      error: "useradd: user 'bob' already exists\n",
      status: 9,
    });
    expect(bench.run('useradd -G nothing ann')).toMatchObject({
      error: "useradd: group 'nothing' does not exist\n",
      status: 6,
    });
    expect(bench.run('/usr/sbin/useradd ann', { user: 'bob' })).toMatchObject({
      error: 'useradd: Permission denied.\nuseradd: cannot lock /etc/passwd; try again later.\n',
      status: 1,
    });
    bench.run('usermod -aG users bob; groupadd ops; gpasswd -a bob ops');
    expect(bench.run('getent group ops users').output).toBe(
      'ops:x:1001:bob\nusers:x:100:bob\n'.replace('1001', '1002'),
    );
    expect(bench.run('groupdel bob')).toMatchObject({
      error: "groupdel: cannot remove the primary group of user 'bob'\n",
      status: 8,
    });
    expect(bench.run('userdel -r bob; getent passwd bob').status).toBe(2);
    expect(bench.run('test -e /home/bob').status).toBe(1);
    expect(bench.faults).toEqual([]);
  });

  it('FR-190-123 have passwords that open, locked ones do not', () => {
    const bench = createGuestBench({});
    bench.run('useradd -m bob');
    const changed = bench.run('passwd bob', { input: 'secret1\nsecret1\n' });
    expect(changed).toMatchObject({ output: 'passwd: password updated successfully\n', status: 0 });
    expect(
      bench.run('su bob -c "echo I am \\$USER"', { user: 'debian', input: 'secret1\n' }).output,
    ).toContain('I am bob\n');
    expect(bench.run('su bob -c true', { user: 'debian', input: 'wrong\n' })).toMatchObject({
      status: 1,
      error: expect.stringContaining('su: Authentication failure\n'),
    });
    bench.run('usermod -L bob');
    expect(bench.run('su bob -c true', { user: 'debian', input: 'secret1\n' }).status).toBe(1);
    bench.run('echo bob:other77 | chpasswd');
    expect(bench.run('su - bob -c pwd', { user: 'debian', input: 'other77\n' }).output).toContain(
      '/home/bob\n',
    );
    expect(bench.run('passwd root', { user: 'debian' })).toMatchObject({
      status: 1,
      error: 'passwd: You may not view or modify password information for root.\n',
    });
    expect(bench.run('su debian -c "echo free"').output).toBe('free\n');
  });

  it('FR-190-124 a revoked sudo locks a user out, and root mends it', () => {
    const bench = createGuestBench({});
    bench.run('useradd -m -G sudo bob; echo bob:secret1 | chpasswd');
    const allowed = (): unknown =>
      bench.run('sudo -S -k sh -c "echo as \\$USER"', { user: 'bob', input: 'secret1\n' });
    expect(allowed()).toMatchObject({ output: 'as root\n', status: 0 });
    bench.run('gpasswd -d bob sudo');
    expect(allowed()).toMatchObject({
      status: 1,
      error: expect.stringContaining('bob is not in the sudoers file.\n'),
    });
    bench.run('gpasswd -a bob sudo');
    expect(allowed()).toMatchObject({ status: 0 });
    expect(bench.run('journalctl -t sudo -o cat').output).toContain(
      'bob : user NOT in sudoers ; TTY=unknown ; PWD=/home/bob ; USER=root ; COMMAND=',
    );
  });

  it('FR-190-125 sudo goes by its rules: commands, NOPASSWD, prompts, errors in its files', () => {
    const bench = createGuestBench({});
    bench.run(
      "useradd -m bob; echo bob:secret1 | chpasswd; echo 'bob ALL=(root) NOPASSWD: /usr/bin/systemctl, !/usr/bin/systemctl stop nginx' > /etc/sudoers.d/bob",
    );
    expect(bench.run('sudo -n systemctl is-active nginx', { user: 'bob' }).output).toBe('active\n');
    expect(bench.run('sudo -n systemctl restart nginx', { user: 'bob' }).status).toBe(0);
    expect(bench.run('sudo -S systemctl stop nginx', { user: 'bob', input: 'secret1\n' }).error).toContain(
      "Sorry, user bob is not allowed to execute '/usr/bin/systemctl stop nginx' as root on web-01.\n",
    );
    expect(bench.run('sudo -k true', { user: 'bob' }).error).toContain(
      'sudo: a terminal is required to read the password',
    );
    expect(bench.run('sudo -n nothing-here', { user: 'debian' })).toMatchObject({
      error: 'sudo: nothing-here: command not found\n',
      status: 1,
    });
    bench.run("echo 'this is wrong' >> /etc/sudoers.d/bob");
    expect(bench.run('visudo -c')).toMatchObject({
      status: 1,
      error: expect.stringContaining('/etc/sudoers.d/bob:2:6: syntax error\n'),
    });
    expect(bench.faults).toEqual([]);
  });
});
