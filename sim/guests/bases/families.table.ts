import type { Distribution } from './distribution.ts';

type Family = Distribution['family'];
const systemd: readonly Family[] = ['debian', 'redhat'];

/** Programs that only some distributions have. */
export const familiesOf: Readonly<Record<string, readonly Family[]>> = {
  bash: systemd, systemd: systemd, systemctl: systemd, journalctl: systemd, timedatectl: systemd, hostnamectl: systemd, loginctl: systemd,
  apt: ['debian'], 'apt-get': ['debian'], 'apt-cache': ['debian'], 'apt-mark': ['debian'], dpkg: ['debian'], 'dpkg-query': ['debian'],
  adduser: ['debian', 'alpine'], deluser: ['debian', 'alpine'], addgroup: ['debian', 'alpine'], delgroup: ['debian', 'alpine'],
  rpm: ['redhat'], dnf: ['redhat'], yum: ['redhat'],
  apk: ['alpine'], busybox: ['alpine'], openrc: ['alpine'], 'rc-service': ['alpine'], 'rc-update': ['alpine'], 'rc-status': ['alpine'],
  cron: ['debian'], crond: ['redhat', 'alpine'], service: systemd, 'run-parts': ['debian', 'alpine'], chage: systemd,
  useradd: systemd, usermod: systemd, userdel: systemd, groupadd: systemd, groupdel: systemd, groupmod: systemd, gpasswd: systemd,
  'mkfs.xfs': ['redhat'], 'fsck.xfs': ['redhat'], xfs_growfs: ['redhat'], xfs_info: ['redhat'],
  ifup: ['debian', 'alpine'], ifdown: ['debian', 'alpine'], netplan: ['debian'],
  logrotate: systemd, vmstat: systemd, join: systemd, column: systemd, lsb_release: ['debian'], 'not-simulated': [],
};

/** Of Alpine: files of their own, where all else is busybox. */
export const ownFiles: ReadonlySet<string> = new Set([
  'apk', 'sudo', 'visudo', 'bc', 'curl', 'nginx', 'sshd', 'crond', 'ssh', 'scp', 'sftp', 'jq', 'openrc', 'rc-service', 'rc-update', 'rc-status', 'busybox',
  'stress', 'stress-ng', 'getent', 'getconf', 'ss', 'python3', 'vmtoolsd', 'vmware-rpctool',
]);

/** Of Alpine: what is in /bin and /sbin; the rest is in /usr. */
export const alpineBin: ReadonlySet<string> = new Set([
  'ash', 'base64', 'busybox', 'cat', 'chgrp', 'chmod', 'chown', 'cp', 'date', 'dd', 'df', 'dmesg', 'echo', 'ed', 'egrep', 'false', 'fgrep',
  'getopt', 'grep', 'gunzip', 'gzip', 'hostname', 'kill', 'link', 'ln', 'login', 'ls', 'mkdir', 'mknod', 'mktemp', 'more', 'mount',
  'mountpoint', 'mv', 'netstat', 'nice', 'pidof', 'ping', 'ps', 'pwd', 'rev', 'rm', 'rmdir', 'run-parts', 'sed', 'sh', 'sleep', 'stat',
  'stty', 'su', 'sync', 'tar', 'touch', 'true', 'umount', 'uname', 'usleep', 'watch', 'zcat', 'rc-status',
]);
export const alpineSbin: ReadonlySet<string> = new Set([
  'apk', 'arp', 'blkid', 'fdisk', 'getty', 'halt', 'ifconfig', 'ifdown', 'ifup', 'init', 'ip', 'losetup', 'mkswap', 'nologin', 'openrc', 'poweroff',
  'reboot', 'route', 'swapoff', 'swapon', 'sysctl', 'syslogd', 'rc-service', 'rc-update',
]);
