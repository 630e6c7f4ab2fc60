import { describe, expect, it } from 'vitest';
import { createGuestBench } from '../system/guest.fixture.ts';
import { online } from './online.fixture.ts';

const day = 86_400_000;

describe('apt and dpkg', () => {
  it('FR-190-220 what is installed is what the machine has: every program has its package, and the lists agree', () => {
    const bench = createGuestBench({});
    expect(bench.run('dpkg -S /usr/bin/ls /bin/bash /usr/sbin/nginx').output).toBe(
      'coreutils: /usr/bin/ls\nbash: /usr/bin/bash\nnginx: /usr/sbin/nginx\n',
    );
    expect(bench.run('dpkg-query -W nginx nosuch')).toEqual({
      output: 'nginx\t1.22.1-9\n',
      error: 'dpkg-query: no packages found matching nosuch\n',
      status: 1,
    });
    expect(bench.run("dpkg-query -W -f='${Package} ${Status}\\n' bash").output).toBe(
      'bash install ok installed\n',
    );
    const { output } = bench.run(
      'dpkg -l bash | tail -n 1; dpkg -l | grep -c ^ii; grep -c ^Package: /var/lib/dpkg/status',
    );
    const [row = '', listed, kept] = output.trim().split('\n');
    expect(row).toMatch(/^ii {2}bash +5\.2\.15-2\+b7 +amd64 +the shell of the GNU project$/);
    expect(listed).toBe(kept);
    expect(Number(listed)).toBeGreaterThan(80);
    expect(bench.run('dpkg -L nginx').output).toContain('/usr/sbin/nginx\n');
    expect(bench.run('dpkg -s nosuch').error).toBe(
      "dpkg-query: package 'nosuch' is not installed and no information is available\nUse dpkg --info (= dpkg-deb --info) to examine archive files.\n",
    );
  });

  it('FR-190-221 a package comes with all it needs, asks first, and is gone when it is removed', () => {
    const bench = createGuestBench({ wire: online });
    expect(bench.run('jq --version').status).toBe(127);
    const asked = bench.run('apt-get install jq', { input: 'n\n' });
    expect(asked.status).toBe(1);
    expect(asked.output).toContain('Do you want to continue? [Y/n] Abort.\n');
    const { output, status } = bench.run('apt-get install -y jq');
    expect(status).toBe(0);
    expect(output).toMatch(
      /^Reading package lists\.\.\.\nBuilding dependency tree\.\.\.\nReading state information\.\.\.\nThe following additional packages will be installed:\n {2}libjq1 libonig5\nThe following NEW packages will be installed:\n {2}jq libjq1 libonig5\n0 upgraded, 3 newly installed, 0 to remove and 0 not upgraded\.\nNeed to get /,
    );
    expect(output).toContain(
      'Selecting previously unselected package libonig5:amd64.\n(Reading database ... ',
    );
    expect(output).toContain('Setting up jq (1.6-2.1) ...\nProcessing triggers for libc-bin');
    expect(output.indexOf('Setting up libjq1')).toBeLessThan(output.indexOf('Setting up jq'));
    expect(bench.run('command -v jq; dpkg -s jq | grep ^Status').output).toBe(
      '/usr/bin/jq\nStatus: install ok installed\n',
    );
    expect(bench.run('apt-get install -y jq').output).toContain(
      'jq is already the newest version (1.6-2.1).\n',
    );
    const removed = bench.run('apt-get remove -y jq').output;
    expect(removed).toContain(
      "The following packages were automatically installed and are no longer required:\n  libjq1 libonig5\nUse 'apt autoremove' to remove them.\nThe following packages will be REMOVED:\n  jq\n",
    );
    expect(removed).toContain('Removing jq (1.6-2.1) ...\n');
    expect(bench.run('apt-get autoremove -y').output).toContain('Removing libonig5:amd64 (6.9.8-1) ...\n');
    expect(bench.run('jq; dpkg -l jq; ls /usr/share/jq /usr/lib/libjq1.so').status).toBe(2);
    expect(bench.faults).toEqual([]);
  });

  it('FR-190-222 apt refuses in its own words: unknown packages, no root, a held lock, no network, no room', () => {
    const bench = createGuestBench({ wire: online, diskBytes: 20_000_000 });
    expect(bench.run('apt-get install -y nosuch')).toMatchObject({
      error: 'E: Unable to locate package nosuch\n',
      status: 100,
    });
    expect(bench.run('apt-get install tree', { user: 'debian' })).toMatchObject({
      error:
        'E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)\nE: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?\n',
      status: 100,
    });
    expect(bench.run('apt-get foo')).toMatchObject({ error: 'E: Invalid operation foo\n', status: 100 });
    expect(bench.run('apt-get install --foo').error).toBe(
      'E: Command line option --foo is not understood in combination with the other options\n',
    );
    expect(bench.run('apt-get remove -y bash').status).toBe(100);
    const full = bench.run('apt-get install -y mariadb-server');
    expect(full.status).toBe(100);
    expect(full.error).toContain('failed to write (No space left on device)\n');
    expect(full.error).toContain('E: Sub-process /usr/bin/dpkg returned an error code (1)\n');
    const tight = createGuestBench({ wire: online, diskBytes: 3_000_000 });
    expect(tight.run('apt-get install -y vim').error).toBe(
      "E: You don't have enough free space in /var/cache/apt/archives/.\n",
    );
    const both = bench.run('apt-get install -y tree & sleep 0.01; apt-get install -y jq; wait');
    expect(both.error).toMatch(
      /^E: Could not get lock \/var\/lib\/dpkg\/lock-frontend\. It is held by process \d+ \(apt-get\)\n/,
    );
    const cut = createGuestBench({});
    const alone = cut.run('apt-get install -y tree');
    expect(alone.status).toBe(100);
    expect(alone.output).toContain("  Temporary failure resolving 'deb.debian.org'\n");
    expect(alone.error).toContain('E: Unable to fetch some archives');
    expect(cut.run('apt-get update')).toMatchObject({ status: 0 });
  });

  it('FR-190-223 an update is out at its day of the lab, is found by update, and what is held stays', () => {
    const bench = createGuestBench({ wire: online });
    expect(bench.run('apt list --upgradable').output).toBe('Listing...\n');
    // The bench begins in November 2023; the fix of CVE-2025-26465 came out on 18 February 2025.
    bench.pass(464 * day);
    expect(bench.run('apt list --upgradable').output).toBe('Listing...\n');
    expect(bench.run('apt-get update').output).toContain(
      'Get:3 http://deb.debian.org/debian-security bookworm-security InRelease',
    );
    expect(bench.run('apt list --upgradable').output).toContain(
      'openssh-server/bookworm-security 1:9.2p1-2+deb12u5 amd64 [upgradable from: 1:9.2p1-2+deb12u3]\n',
    );
    expect(bench.run('apt-mark hold openssh-client').output).toBe('openssh-client set on hold.\n');
    const { output } = bench.run('apt-get upgrade -y');
    expect(output).toContain('The following packages have been kept back:\n  openssh-client\n');
    expect(output).toContain('Unpacking openssh-server (1:9.2p1-2+deb12u5) over (1:9.2p1-2+deb12u3) ...\n');
    expect(bench.run('apt-cache policy openssh-server').output).toContain('  Installed: 1:9.2p1-2+deb12u5\n');
    expect(bench.run('systemctl is-active ssh').output).toBe('active\n');
    expect(
      bench.run('dpkg --compare-versions 1.0~rc1 lt 1.0 && dpkg --compare-versions 1:1 gt 2.0 && echo right')
        .output,
    ).toBe('right\n');
    expect(bench.faults).toEqual([]);
  });

  it('FR-190-224 settings outlive a package until it is purged, and its service comes and goes with it', () => {
    const bench = createGuestBench({ wire: online });
    expect(bench.run('apt-get remove -y nginx nginx-common').status).toBe(0);
    expect(bench.run('systemctl is-active nginx; ls /usr/sbin/nginx; ls /etc/nginx/nginx.conf').output).toBe(
      'inactive\n/etc/nginx/nginx.conf\n',
    );
    expect(bench.run('dpkg -l nginx-common | tail -n 1').output).toMatch(/^rc {2}nginx-common /);
    bench.run('echo "# mine" >> /etc/nginx/nginx.conf');
    const { output, error } = bench.run('apt-get install -y nginx');
    expect(output).toContain('Setting up nginx (1.22.1-9) ...\n');
    expect(error).toContain('Created symlink /etc/systemd/system/multi-user.target.wants/nginx.service');
    expect(
      bench.run(
        'systemctl is-active nginx; tail -n 1 /etc/nginx/nginx.conf; curl -s localhost | grep -c nginx',
      ).output,
    ).toMatch(/^active\n# mine\n[1-9]/);
    bench.run('apt-get purge -y nginx nginx-common');
    expect(bench.run('ls /etc/nginx/nginx.conf').status).toBe(2);
    expect(bench.run('dpkg -s nginx-common').status).toBe(1);
    expect(bench.faults).toEqual([]);
  });
});
