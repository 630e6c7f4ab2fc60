import { describe, expect, it } from 'vitest';
import { createGuestBench } from '../../system/guest.fixture.ts';

describe('hand tools', () => {
  it('FR-190-235 compare, cut, count and dump files as the real ones do', () => {
    const bench = createGuestBench({});
    expect(
      bench.run(
        'cd /srv; seq 1 3 > a; seq 2 4 > b; diff a b; diff -u a b | tail -n +3; cmp a b; expr 6 \\* 7; od -An -tx1 a; dd if=a bs=2 count=1 status=none',
      ).output,
    ).toBe(
      '1d0\n< 1\n3a3\n> 4\n@@ -1,3 +1,3 @@\n-1\n 2\n 3\n+4\na b differ: byte 1, line 1\n42\n 31 0a 32 0a 33 0a\n1\n',
    );
    expect(bench.faults).toEqual([]);
  });

  it('FR-190-236 the machine tells its name, clock, disk and kernel, and takes words for its journal', () => {
    const bench = createGuestBench({});
    expect(
      bench.run('hostnamectl hostname; hostnamectl set-hostname web-77; hostname; cat /etc/hostname').output,
    ).toBe('web-01\nweb-77\nweb-77\n');
    expect(bench.run('hostnamectl set-hostname web-78', { user: 'debian' })).toMatchObject({
      error: 'Could not set static hostname: Interactive authentication required.\n',
      status: 1,
    });
    expect(bench.run('timedatectl | head -n 1').output).toBe(
      '               Local time: Tue 2023-11-14 22:14:20 UTC\n',
    );
    expect(bench.run('lsblk').output).toContain('sda1');
    expect(bench.run('dmesg | head -n 1').output).toBe('[    0.000000] Linux version 6.1.0-28-amd64\n');
    bench.run('logger -t deploy -p local0.warning "release 7"');
    expect(
      bench.run('journalctl -t deploy -o cat; journalctl -p warning -o cat | tail -n 1').output,
    ).toContain('release 7\n');
    expect(bench.run('logger -p nope.info x')).toMatchObject({
      error: 'logger: unknown facility name: nope\n',
      status: 1,
    });
    expect(bench.faults).toEqual([]);
  });

  it('FR-190-237 adduser and deluser make, fill and remove users and groups with the words and codes of Debian', () => {
    const bench = createGuestBench({});
    expect(
      bench.run(
        'adduser root; deluser none; addgroup root; delgroup none; adduser none sudo; adduser root none; deluser daemon sudo; deluser root; echo $?',
      ),
    ).toMatchObject({
      error:
        "adduser: The user `root' already exists.\ndeluser: The user `none' does not exist.\naddgroup: The group `root' already exists.\ndelgroup: The group `none' does not exist.\nadduser: The user `none' does not exist.\nadduser: The group `none' does not exist.\ndeluser: The user `daemon' is not a member of group `sudo'.\n",
    });
    const { output, status } = bench.run('adduser --disabled-password --gecos "" bob');
    expect(status).toBe(0);
    expect(output).toContain(
      "Adding user `bob' ...\nAdding new group `bob' (1001) ...\nAdding new user `bob' (1001) with group `bob (1001)' ...\nCreating home directory `/home/bob' ...\n",
    );
    expect(bench.run('adduser bob sudo; id -nG bob; ls -A /home/bob | head -n 1').output).toBe(
      "Adding user `bob' to group `sudo' ...\nDone.\nbob sudo\n.bash_logout\n",
    );
    expect(bench.run('deluser --remove-home bob; id bob; ls /home/bob').status).toBe(2);
    expect(bench.run('adduser x', { user: 'nobody' }).status).not.toBe(0);
    expect(bench.faults).toEqual([]);
  });
});
