import { expect, test } from 'vitest';
import { createDiskBench, disk } from './disks.fixture.ts';

const more = '       dmesg(1) may have more information after failed mount system call.\n';

test('FR-190-410 a disk of the lab is there at once; one that is taken away answers with errors and is gone', () => {
  const bench = createDiskBench({ disks: [] });
  expect(bench.say('ls /dev/sdb')).toContain('No such file or directory');
  bench.give([disk('2001', 1)]);
  expect(bench.say('lsblk /dev/sdb; stat -c %F /dev/sdb')).toBe(
    'NAME MAJ:MIN RM SIZE RO TYPE MOUNTPOINTS\nsdb    8:16   0   1G  0 disk \nblock special file\n',
  );
  expect(bench.say('dmesg | tail -1')).toContain('[sdb] Attached SCSI disk');
  bench.say('mkfs.ext4 -q /dev/sdb; mount /dev/sdb /srv; echo x >/srv/x');
  bench.give([]);
  expect(bench.say('cat /srv/x; touch /srv/y; ls /srv; test -e /dev/sdb || echo gone')).toBe(
    "cat: /srv/x: Input/output error\ntouch: cannot touch '/srv/y': Input/output error\nls: cannot open directory '/srv': Input/output error\ngone\n",
  );
  expect(bench.say('umount /srv; ls /srv')).toBe('');
  bench.give([disk('2001', 1)]);
  expect(bench.say('blkid /dev/sdb')).toBe('= 2\n');
  expect(bench.say('mount /dev/sdb /srv')).toContain('wrong fs type, bad option, bad superblock on /dev/sdb');
});

test('FR-190-411 mke2fs divides a disk as the real one does, and says so', () => {
  const bench = createDiskBench({ disks: [disk('2001', 20)] });
  const said = bench.say('mkfs.ext4 -L data /dev/sdb').replace(/UUID: .*/, 'UUID: some');
  const count = (back: string): string => `  0/160${back}       ${back}done`;
  const back = '\b'.repeat(7);
  expect(said).toBe(
    `mke2fs 1.47.0 (5-Feb-2023)\nCreating filesystem with 5242880 4k blocks and 1310720 inodes\nFilesystem UUID: some\nSuperblock backups stored on blocks: \n\t32768, 98304, 163840, 229376, 294912, 819200, 884736, 1605632, 2654208, \n\t4096000\n\nAllocating group tables: ${count(back)}                            \nWriting inode tables: ${count(back)}                            \nCreating journal (32768 blocks): done\nWriting superblocks and filesystem accounting information: ${count(back)}\n\n`,
  );
  expect(
    bench.say('tune2fs -l /dev/sdb | grep -E "Overhead|Inode count|Reserved block count|volume name"'),
  ).toBe(
    'Filesystem volume name:   data\nInode count:              1310720\nReserved block count:     262144\nOverhead clusters:        126316\n',
  );
  expect(bench.say('blkid -s LABEL -s TYPE /dev/sdb; e2label /dev/sdb other; e2label /dev/sdb')).toBe(
    '/dev/sdb: LABEL="data" TYPE="ext4"\nother\n',
  );
  expect(bench.say('wipefs -a /dev/sdb; blkid /dev/sdb')).toBe(
    '/dev/sdb: 2 bytes were erased at offset 0x00000438 (ext4): 53 ef\n= 2\n',
  );
});

test('FR-190-411 swap is made, switched on and told of', () => {
  const bench = createDiskBench({ disks: [disk('2001', 1)] });
  expect(bench.say('mkswap -L s /dev/sdb').replace(/UUID=.*/, 'UUID=some')).toBe(
    'Setting up swapspace version 1, size = 1024 MiB (1073737728 bytes)\nLABEL=s, UUID=some\n',
  );
  expect(bench.say('swapon LABEL=s; swapon --show; swapon -s; free -k | tail -1')).toBe(
    'NAME     TYPE      SIZE USED PRIO\n/dev/sdb partition   1G   0B   -2\nFilename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n/dev/sdb                                partition\t1048572\t\t0\t\t-2\nSwap:       1048572           0     1048572\n',
  );
  expect(bench.say('mount /dev/sdb /srv')).toBe(
    `mount: /srv: unknown filesystem type 'swap'.\n${more}= 32\n`,
  );
  expect(bench.say('swapoff /dev/sdb; swapoff /dev/sdb')).toBe(
    'swapoff: /dev/sdb: swapoff failed: Invalid argument\n= 4\n',
  );
});

test('FR-190-412 what is on a disk is seen where it is mounted, and nowhere when it is not', () => {
  const bench = createDiskBench({ disks: [disk('2001', 1), disk('2002', 1)] });
  bench.say('mkfs.ext4 -q -L data /dev/sdb; mkdir /mnt/data; echo below >/mnt/data/below');
  expect(
    bench.say('mount LABEL=data /mnt/data; ls /mnt/data; echo one >/mnt/data/file; umount /mnt/data'),
  ).toBe('lost+found\n');
  expect(bench.say('ls /mnt/data; mount /dev/sdb /srv; cat /srv/file; df /srv')).toBe(
    'below\none\nFilesystem     1K-blocks  Used Available Use% Mounted on\n/dev/sdb          996780    28    927940   1% /srv\n',
  );
  expect(bench.say('dd if=/dev/sdb of=/dev/sdc bs=1M count=1 2>&-; mount /dev/sdc /mnt/data')).toContain(
    'mount(2) system call failed: Structure needs cleaning.',
  );
  expect(bench.say('umount /srv; mkfs.ext4 -q -F /dev/sdb; mount /dev/sdb /srv; ls /srv')).toBe(
    'lost+found\n',
  );
});

test('FR-190-413 a full disk is full alone, the last of it is for root, and df tells', () => {
  const bench = createDiskBench({ disks: [disk('2001', 1)] });
  bench.say('mkfs.ext4 -q /dev/sdb; mount /dev/sdb /srv; chmod 777 /srv');
  const filled = bench.run('head -c 2000000000 /dev/zero >/srv/mine', { user: 'debian' });
  expect(filled).toMatchObject({ status: 1, error: 'head: write error: No space left on device\n' });
  expect(bench.say('df --output=pcent /srv 2>&- || df /srv | tail -1')).toContain('/srv');
  expect(bench.say('head -c 10000000 /dev/zero >/srv/roots; ls -s /srv/roots')).toBe('9768 /srv/roots\n');
  expect(bench.say('dd if=/dev/zero of=/srv/rest bs=4k 2>&1 | head -1; df /srv | tail -1')).toBe(
    "dd: error writing '/srv/rest': No space left on device\n/dev/sdb          996780 996780         0 100% /srv\n",
  );
  expect(bench.say('echo fits >/root/here && cat /root/here; rm /srv/*; df /srv | tail -1')).toContain(
    'fits\n',
  );
});

test('FR-190-414 file systems in memory, parts and read-only ones refuse what they must', () => {
  const bench = createDiskBench({ disks: [] });
  expect(bench.say('mount -t tmpfs -o size=1m,mode=700 ram /srv; findmnt -n /srv; stat -c %a /srv')).toBe(
    '/srv   ram    tmpfs  rw,relatime,size=1024k,mode=700,inode64\n700\n',
  );
  expect(
    bench.say(
      'head -c 2000000 /dev/zero >/srv/f; df /srv | tail -1; mount -o remount,size=2m /srv; df /srv | tail -1',
    ),
  ).toContain('ram                 2048  1024      1024  50% /srv\n');
  expect(
    bench.say('mount -o remount,ro /srv; echo hi >/srv/f; rm /srv/f; mkdir /srv/d; mv /srv/f /srv/g'),
  ).toBe(
    "bash: line 1: /srv/f: Read-only file system\nrm: cannot remove '/srv/f': Read-only file system\nmkdir: cannot create directory \u00e2\u0080\u0098/srv/d\u00e2\u0080\u0099: Read-only file system\nmv: cannot move '/srv/f' to '/srv/g': Read-only file system\n= 1\n",
  );
  expect(
    bench.say(
      'umount /srv; ls /srv; mkdir -p /opt/a/b; mount --bind /opt/a /srv; echo x >/srv/b/x; cat /opt/a/b/x',
    ),
  ).toBe('x\n');
  expect(bench.say('cd /srv/b; pwd; cd ../..; pwd; findmnt -n -o SOURCE /srv; mv /opt/a/b/x /srv/x')).toBe(
    '/srv/b\n/\n/dev/sda1[/opt/a]\n',
  );
  expect(bench.say('mount -o remount,ro,bind /srv; touch /srv/no; touch /opt/a/yes; umount /srv')).toBe(
    "touch: cannot touch '/srv/no': Read-only file system\n",
  );
  expect(bench.say('mount -t tmpfs -o noexec x /srv; cp /bin/true /srv/; /srv/true')).toBe(
    'bash: line 1: /srv/true: Permission denied\n= 126\n',
  );
});

test('FR-190-415 what is in use stays unless it is let go, and what cannot be mounted is told', () => {
  const bench = createDiskBench({ disks: [disk('2001', 1)] });
  bench.say('mkfs.ext4 -q /dev/sdb; mount /dev/sdb /srv');
  expect(bench.say('cd /srv; umount /srv')).toBe('umount: /srv: target is busy.\n= 32\n');
  expect(bench.say('sleep 5 >/srv/log & umount /srv; kill %1')).toContain('umount: /srv: target is busy.\n');
  expect(bench.say('mount /dev/sdb /srv')).toBe(
    `mount: /srv: /dev/sdb already mounted on /srv.\n${more}= 32\n`,
  );
  expect(bench.say('mkfs.ext4 /dev/sdb')).toBe(
    'mke2fs 1.47.0 (5-Feb-2023)\n/dev/sdb is mounted; will not make a filesystem here!\n= 1\n',
  );
  expect(bench.say('cd /srv; umount -l /srv; touch in; cd /; ls /srv; mount /dev/sdb /srv; ls /srv')).toBe(
    'in\nlog\nlost+found\n',
  );
  expect(bench.say('umount -v /dev/sdb; umount /srv')).toBe(
    'umount: /srv: not mounted.\numount: /srv (/dev/sdb) unmounted\n= 32\n',
  );
  const cases: readonly (readonly [string, string])[] = [
    ['mount nodir', "mount: nodir: can't find in /etc/fstab.\n= 1\n"],
    ['mount LABEL=zzz /srv', "mount: /srv: can't find LABEL=zzz.\n= 1\n"],
    ['mount /dev/nope /srv', `mount: /srv: special device /dev/nope does not exist.\n${more}= 32\n`],
    ['mount /dev/sdb /nodir', `mount: /nodir: mount point does not exist.\n${more}= 32\n`],
    ['mount /dev/sdb /etc/hostname', `mount: /etc/hostname: mount point is not a directory.\n${more}= 32\n`],
    ['mount -t nope /dev/sdb /srv', `mount: /srv: unknown filesystem type 'nope'.\n${more}= 32\n`],
    ['mount -o remount,ro /srv', `mount: /srv: mount point not mounted or bad option.\n${more}= 32\n`],
    ['umount nope', 'umount: nope: no mount point specified.\n= 32\n'],
    ['umount /', 'umount: /: target is busy.\n= 32\n'],
  ];
  for (const [command, words] of cases) expect(bench.say(command)).toBe(words);
  expect(
    bench.run('mount /dev/sdb /srv; umount /; /usr/sbin/mkfs.ext4 /dev/sdb', { user: 'debian' }).error,
  ).toBe(
    `mount: /srv: must be superuser to use mount.\n${more}umount: /: must be superuser to unmount.\nmke2fs 1.47.0 (5-Feb-2023)\nmkfs.ext4: Permission denied while trying to determine filesystem size\n`,
  );
});

test('FR-190-416 all that tells of disks and mounts tells the same', () => {
  const bench = createDiskBench({ disks: [disk('2001', 1)] });
  bench.say('mkfs.ext4 -q -L data /dev/sdb; mount /dev/sdb /srv');
  expect(
    bench.say(
      'lsblk -o NAME,FSTYPE,LABEL,FSAVAIL,FSUSE%,MOUNTPOINTS /dev/sdb; grep srv /proc/mounts /etc/mtab',
    ),
  ).toBe(
    'NAME FSTYPE LABEL FSAVAIL FSUSE% MOUNTPOINTS\nsdb  ext4   data   906.2M     0% /srv\n/proc/mounts:/dev/sdb /srv ext4 rw,relatime 0 0\n/etc/mtab:/dev/sdb /srv ext4 rw,relatime 0 0\n',
  );
  expect(
    bench.say(
      'findmnt /dev/sdb; readlink -f /dev/disk/by-label/data /dev/disk/by-uuid/$(blkid -s UUID -o value /dev/sdb)',
    ),
  ).toBe('TARGET SOURCE   FSTYPE OPTIONS\n/srv   /dev/sdb ext4   rw,relatime\n/dev/sdb\n/dev/sdb\n');
  expect(
    bench.say(
      'echo "- - -" >/sys/class/scsi_host/host0/scan; cat /sys/block/sdb/size; tail -1 /proc/partitions; mountpoint /srv; findmnt -T /srv/lost+found -n -o TARGET',
    ),
  ).toBe('2097152\n   8       16    1048576 sdb\n/srv is a mountpoint\n/srv\n');
  expect(bench.say('fdisk -l /dev/sda | tail -2; lsblk -n -l -p -o NAME,TYPE /dev/sda; findmnt /nope')).toBe(
    'Device    Boot Start      End  Sectors Size Id Type\n/dev/sda1 *     2048 20971519 20969472  10G 83 Linux\n/dev/sda  disk\n/dev/sda1 part\n= 1\n',
  );
});

test('FR-190-418 a disk that grew is larger when it is looked at, and its file system when it is told', () => {
  const bench = createDiskBench({ disks: [disk('2001', 1)] });
  bench.say('mkfs.ext4 -q /dev/sdb');
  bench.pass(2000);
  bench.say('mount /dev/sdb /srv');
  bench.give([disk('2001', 2)]);
  expect(
    bench.say(
      'lsblk -n -o SIZE /dev/sdb; echo 1 >/sys/class/block/sdb/device/rescan; lsblk -n -o SIZE /dev/sdb',
    ),
  ).toBe('  1G\n  2G\n');
  expect(bench.say('df /srv | tail -1; resize2fs /dev/sdb; df /srv | tail -1; resize2fs /dev/sdb')).toBe(
    'resize2fs 1.47.0 (5-Feb-2023)\nresize2fs 1.47.0 (5-Feb-2023)\nThe filesystem is already 524288 (4k) blocks long.  Nothing to do!\n\n/dev/sdb          996780    24    927944   1% /srv\nFilesystem at /dev/sdb is mounted on /srv; on-line resizing required\nold_desc_blocks = 1, new_desc_blocks = 1\nThe filesystem on /dev/sdb is now 524288 (4k) blocks long.\n\n/dev/sdb         2025320    24   1904056   1% /srv\n',
  );
  expect(bench.say('umount /srv; resize2fs /dev/sdb 1G')).toContain("Please run 'e2fsck -f /dev/sdb' first.");
  expect(
    bench.say('e2fsck -fy /dev/sdb 2>&-; resize2fs /dev/sdb 1G 2>&-; e2fsck -fn /dev/sdb 2>&- | tail -1'),
  ).toContain('The filesystem on /dev/sdb is now 262144 (4k) blocks long.');
});

test('FR-190-418 XFS is made, mounted and grown on RHEL', () => {
  const bench = createDiskBench({ disks: [disk('2001', 10)], base: 'rhel-9' });
  expect(bench.say('mkfs.xfs -L logs /dev/sdb | tail -4; mkfs.xfs /dev/sdb')).toContain(
    'mkfs.xfs: /dev/sdb appears to contain an existing filesystem (xfs).\nmkfs.xfs: Use the -f option to force overwrite.\n',
  );
  expect(bench.say('mount LABEL=logs /srv; findmnt -n /srv; ls -A /srv')).toBe(
    '/srv   /dev/sdb xfs    rw,relatime,attr2,inode64,logbufs=8,logbsize=32k,noquota\n',
  );
  bench.give([disk('2001', 20)]);
  expect(
    bench.say('echo 1 >/sys/class/block/sdb/device/rescan; xfs_growfs /srv | tail -1; df -h /srv | tail -1'),
  ).toMatch(/^data blocks changed from 2621440 to 5242880\n\/dev\/sdb +20G/);
});

test('FR-190-419 disks, mounts and swap are what they were after a rest and in another host', () => {
  const bench = createDiskBench({ disks: [disk('2001', 1), disk('2002', 1)] });
  bench.say(
    'mkfs.ext4 -q /dev/sdb; mkswap -q /dev/sdc; swapon /dev/sdc; mount -o noatime /dev/sdb /srv; mkdir -p /srv/in /mnt/part /mnt/ram',
  );
  bench.say(
    'mount --bind /srv/in /mnt/part; mount -t tmpfs -o size=2m ram /mnt/ram; echo deep >/mnt/part/file; echo light >/mnt/ram/file',
  );
  const portrait =
    'findmnt -n -l -o TARGET,SOURCE,OPTIONS; swapon --show; ls -laR /srv /mnt; cat /mnt/*/file; df; lsblk -f';
  const before = bench.say(portrait);
  expect(before).toContain('deep\nlight\n');
  expect(bench.guest.fold()).toBe(true);
  expect(bench.say(portrait)).toBe(before);
  const resumed = bench.again('resume');
  expect(resumed.say(portrait)).toBe(before);
  expect(
    resumed.say('echo more >>/mnt/part/file; umount /mnt/part /mnt/ram /srv; ls /srv /mnt/part /mnt/ram'),
  ).toBe('/mnt/part:\n\n/mnt/ram:\n\n/srv:\n');
  const booted = resumed.again('power');
  expect(booted.say('findmnt /srv; swapon --show; mount /dev/sdb /srv; cat /srv/in/file')).toBe(
    'deep\nmore\n',
  );
});
