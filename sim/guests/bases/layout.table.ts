import type { DirectoryRow, LinkRow } from './distribution.ts';

/** What every distribution has; directories with 755 root:root need no row unless they are empty. */
export const commonDirectories: readonly DirectoryRow[] = [
  ['/boot', 0o755], ['/etc', 0o755], ['/home', 0o755], ['/media', 0o755], ['/mnt', 0o755], ['/opt', 0o755],
  ['/root', 0o700], ['/srv', 0o755], ['/usr', 0o755], ['/usr/bin', 0o755], ['/usr/sbin', 0o755], ['/usr/lib', 0o755],
  ['/usr/local', 0o755], ['/usr/local/bin', 0o755], ['/usr/local/sbin', 0o755], ['/usr/local/etc', 0o755],
  ['/usr/share', 0o755], ['/usr/share/doc', 0o755], ['/usr/src', 0o755],
  ['/var', 0o755], ['/var/cache', 0o755], ['/var/lib', 0o755], ['/var/lib/logrotate', 0o755], ['/var/log', 0o755], ['/var/mail', 0o2775, 0, 8],
  ['/var/opt', 0o755], ['/var/spool', 0o755], ['/var/tmp', 0o1777],
  ['/root/.ssh', 0o700], ['/etc/opt', 0o755], ['/etc/profile.d', 0o755],
];

export const commonLinks: readonly LinkRow[] = [
  ['/etc/mtab', '/proc/self/mounts'],
  ['/var/run', '/run'],
  ['/var/lock', '/run/lock'],
];

/** Where /bin and /sbin are names of what is in /usr. */
export const mergedLinks: readonly LinkRow[] = [
  ['/bin', 'usr/bin'], ['/sbin', 'usr/sbin'], ['/lib', 'usr/lib'], ['/lib64', 'usr/lib64'],
];

export const systemdDirectories: readonly DirectoryRow[] = [
  ['/usr/lib/systemd/system', 0o755], ['/etc/systemd/system', 0o755], ['/etc/systemd/system/multi-user.target.wants', 0o755],
  ['/var/log/journal', 0o2755, 0, 101], ['/usr/lib64', 0o755],
];

/** Not in /usr/bin. */
export const administrative: ReadonlySet<string> = new Set([
  'addgroup', 'adduser', 'agetty', 'arp', 'blkid', 'dumpe2fs', 'e2fsck', 'e2label', 'fdisk', 'fsck.ext2', 'fsck.ext3', 'fsck.ext4', 'fsck.xfs', 'mke2fs',
  'mkfs.ext2', 'mkfs.ext3', 'mkfs.ext4', 'mkfs.xfs', 'resize2fs', 'tune2fs', 'wipefs', 'xfs_growfs', 'xfs_info', 'chpasswd', 'chroot', 'chronyd', 'cron', 'crond', 'delgroup', 'deluser', 'fsck',
  'groupadd', 'groupdel', 'haproxy', 'mariadbd',  'groupmod', 'halt', 'ifconfig', 'ifdown', 'ifup', 'init', 'ip', 'logrotate', 'mkfs', 'mkswap', 'netplan', 'nginx', 'nologin',
  'openrc', 'poweroff', 'reboot', 'route', 'rsyslogd', 'runlevel', 'service', 'shutdown', 'sshd', 'swapoff', 'swapon',
  'sysctl', 'telinit', 'tracepath', 'useradd', 'userdel', 'usermod', 'vipw', 'visudo', 'rc-service', 'rc-update', 'rc-status',
]);

/** Programs that run as their owner. */
export const setUserId: ReadonlySet<string> = new Set(['su', 'sudo', 'passwd', 'mount', 'umount', 'chsh', 'chfn', 'newgrp', 'gpasswd', 'chage', 'crontab']);

/** Programs that are somewhere else. */
export const otherPlaces: Readonly<Record<string, string>> = {
  systemd: '/usr/lib/systemd/systemd',
  'systemd-journald': '/usr/lib/systemd/systemd-journald',
};
