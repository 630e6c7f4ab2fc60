import { describe, expect, it } from 'vitest';
import { createGuestBench } from '../system/guest.fixture.ts';
import { online } from './online.fixture.ts';

const day = 86_400_000;

describe('rpm and dnf', () => {
  const bench = (): ReturnType<typeof createGuestBench> => createGuestBench({ base: 'rhel-9', wire: online });

  it('FR-190-225 rpm asks, lists, finds owners and tells what was changed', () => {
    const guest = bench();
    expect(guest.run('rpm -q bash nosuch')).toMatchObject({
      output: 'bash-5.1.8-9.el9.x86_64\npackage nosuch is not installed\n',
      status: 1,
    });
    expect(guest.run('rpm -qf /bin/ls /etc/motd').output).toBe(
      'coreutils-8.32-35.el9.x86_64\nfile /etc/motd is not owned by any package\n',
    );
    expect(guest.run('rpm -qi nginx').output).toContain(
      'Epoch       : 2\nVersion     : 1.20.1\nRelease     : 14.el9_2.1\n',
    );
    expect(guest.run("rpm -q --qf '%{NAME} %{VERSION}\\n' sudo").output).toBe('sudo 1.9.5p2\n');
    expect(guest.run('rpm -V openssh-server').status).toBe(0);
    guest.run('echo "Port 2222" >> /etc/ssh/sshd_config');
    expect(guest.run('rpm -V openssh-server')).toMatchObject({
      output: 'S.5....T.  c /etc/ssh/sshd_config\n',
      status: 1,
    });
    expect(guest.run('rpm -e openssl-libs').error).toContain('error: Failed dependencies:\n');
  });

  it('FR-190-226 dnf installs with a table and a question, leaves services off, and takes out what nobody needs', () => {
    const guest = bench();
    expect(guest.run('dnf install nosuch')).toMatchObject({
      error: 'Error: Unable to find a match: nosuch\n',
      status: 1,
    });
    expect(guest.run('dnf install jq', { user: 'cloud-user' })).toMatchObject({
      error:
        'Error: This command has to be run with superuser privileges (under the root user on most systems).\n',
      status: 1,
    });
    expect(guest.run('dnf install jq', { input: 'n\n' })).toMatchObject({
      error: 'Operation aborted.\n',
      status: 1,
    });
    const { output, status } = guest.run('dnf -y install jq haproxy');
    expect(status).toBe(0);
    expect(output).toContain('Installing dependencies:\n oniguruma');
    expect(output).toContain('Transaction Summary\n');
    expect(output).toMatch(/Install {2}3 Packages\n/);
    expect(output.endsWith('Complete!\n')).toBe(true);
    expect(guest.run('systemctl is-active haproxy; systemctl is-enabled haproxy').output).toBe(
      'inactive\ndisabled\n',
    );
    expect(guest.run('dnf -y install jq').output).toContain(
      'Package jq-1.6-16.el9.x86_64 is already installed.\n',
    );
    expect(guest.run('dnf -y remove jq').output).toContain('oniguruma');
    expect(guest.run('rpm -q jq oniguruma').status).toBe(2);
    expect(guest.run('dnf -y remove systemd').error).toContain('protected packages');
    expect(guest.run('dnf history').output).toMatch(/ 2 \| -y remove jq .*\| Removed +\| +2 /);
    expect(guest.run('dnf repolist').output).toContain('baseos');
    const cut = createGuestBench({ base: 'rhel-9' });
    expect(cut.run('dnf -y install jq').error).toContain("Couldn't resolve host name");
    expect(guest.faults).toEqual([]);
  });

  it('FR-190-227 check-update ends with 100 where there is something, and an update brings it', () => {
    const guest = bench();
    expect(guest.run('dnf -q check-update').status).toBe(0);
    guest.pass(475 * day);
    const checked = guest.run('dnf -q check-update');
    expect(checked.status).toBe(100);
    expect(checked.output).toMatch(/openssh-server\.x86_64 +8\.7p1-38\.el9_4\.5 +baseos\n/);
    expect(guest.run('dnf updateinfo list').output).toContain('CVE-2025-26465');
    expect(guest.run('dnf -y update').output).toContain('Upgraded:\n  openssh-8.7p1-38.el9_4.5.x86_64\n');
    expect(guest.run('rpm -q openssh-server; dnf -q check-update').output).toBe(
      'openssh-server-8.7p1-38.el9_4.5.x86_64\n',
    );
  });
});

describe('apk', () => {
  it('FR-190-228 adds with what is needed, remembers what was asked for, and deletes the rest again', () => {
    const guest = createGuestBench({ base: 'alpine-3.19', wire: online });
    const { output, status } = guest.run('apk add jq');
    expect(status).toBe(0);
    expect(output).toMatch(
      /^fetch http.*\nfetch http.*\n\(1\/2\) Installing oniguruma \(6\.9\.9-r0\)\n\(2\/2\) Installing jq \(1\.7\.1-r0\)\nExecuting busybox-1\.36\.1-r19\.trigger\nOK: \d+ MiB in \d+ packages\n$/,
    );
    expect(
      guest.run('grep -x jq /etc/apk/world; grep -x oniguruma /etc/apk/world; apk info -e jq').output,
    ).toBe('jq\njq\n');
    expect(guest.run('apk add nosuch')).toMatchObject({
      error:
        'ERROR: unable to select packages:\n  nosuch (no such package):\n    required by: world[nosuch]\n',
      status: 1,
    });
    expect(guest.run('apk del jq').output).toContain('(2/2) Purging oniguruma');
    expect(guest.run('apk info -e jq').status).toBe(1);
    expect(guest.run('apk info -W /usr/sbin/nginx').output).toBe(
      '/usr/sbin/nginx is owned by nginx-1.24.0-r16\n',
    );
    guest.pass(475 * day);
    expect(guest.run('apk upgrade').output).toContain('Upgrading libcrypto3 (3.1.7-r1 -> 3.1.8-r0)');
    expect(guest.run('apk list --upgradable').output).toBe('');
    expect(guest.run('/sbin/apk add tree', { user: 'alpine' }).status).toBe(99);
    expect(guest.faults).toEqual([]);
  });
});
