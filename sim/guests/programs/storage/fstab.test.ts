import { expect, test } from 'vitest';
import { createDiskBench, disk } from './disks.fixture.ts';

test('FR-190-417 fstab is mounted at the start, and by its units', () => {
  const bench = createDiskBench({ disks: [disk('2001', 1), disk('2002', 1)] });
  bench.say(
    'mkfs.ext4 -q -L data /dev/sdb; mkswap -q /dev/sdc; mkdir -p /mnt/my-data; mount /dev/sdb /mnt/my-data; echo kept >/mnt/my-data/file',
  );
  bench.say(
    "umount /mnt/my-data; printf 'LABEL=data /mnt/my-data ext4 defaults,noatime 0 2\\n/dev/sdc none swap sw 0 0\\n' >>/etc/fstab",
  );
  expect(
    bench.say(
      'mount -a; cat /mnt/my-data/file; umount /mnt/my-data; mount /mnt/my-data; findmnt -n /mnt/my-data',
    ),
  ).toBe('kept\n/mnt/my-data /dev/sdb ext4   rw,noatime\n');
  const next = bench.again('power');
  expect(next.shown()).toContain('[  OK  ] Mounted mnt-my\\x2ddata.mount - /mnt/my-data.');
  expect(
    next.say(
      "cat /mnt/my-data/file; swapon --show=NAME --noheadings; systemctl is-active 'mnt-my\\x2ddata.mount' sshd",
    ),
  ).toBe('kept\n/dev/sdc\nactive\nactive\n');
  expect(
    next.say(
      "systemctl stop 'mnt-my\\x2ddata.mount'; ls /mnt/my-data; systemctl start 'mnt-my\\x2ddata.mount'; ls /mnt/my-data",
    ),
  ).toBe('file\nlost+found\n');
});

test('FR-190-417 a disk of fstab that does not come leaves the machine in emergency mode, and mending it helps', () => {
  const bench = createDiskBench({ disks: [] });
  bench.say("mkdir /mnt/data; echo '/dev/sdb /mnt/data ext4 defaults 0 2' >>/etc/fstab");
  const next = bench.again('power');
  expect(next.say('systemctl is-active sshd')).toBe('inactive\n= 3\n');
  next.pass(91_000);
  expect(next.shown()).toContain(
    '[ TIME ] Timed out waiting for device dev-sdb.device - /dev/sdb.\n'.replace('\n', '\r\n') +
      '[DEPEND] Dependency failed for mnt-data.mount - /mnt/data.\r\n[DEPEND] Dependency failed for local-fs.target - Local File Systems.\r\n',
  );
  expect(next.shown()).toContain('You are in emergency mode.');
  expect(next.say('systemctl is-active sshd')).toBe('inactive\n= 3\n');
  expect(
    next.say(
      "sed -i '/sdb/d' /etc/fstab; systemctl daemon-reload; systemctl default; systemctl is-active sshd",
    ),
  ).toBe('active\n');
});

test('FR-190-417 with nofail the start goes on, and Alpine goes on anyway', () => {
  const bench = createDiskBench({ disks: [] });
  bench.say("mkdir /mnt/data; echo '/dev/sdb /mnt/data ext4 defaults,nofail 0 2' >>/etc/fstab");
  const next = bench.again('power');
  expect(next.say('systemctl is-active sshd; mount -a')).toBe('active\n');
  next.give([disk('2001', 1)]);
  const alpine = createDiskBench({ disks: [], base: 'alpine-3.19' });
  alpine.say("mkdir /mnt/data; echo '/dev/sdb /mnt/data ext4 defaults 0 2' >>/etc/fstab");
  const later = alpine.again('power');
  expect(later.shown()).toContain('special device /dev/sdb does not exist');
  expect(later.say('rc-service sshd status')).toContain('started');
});
