import type { GroupRow, UserRow } from './distribution.ts';

/** Of the password `coldaisle`: what root and the first user of a new guest have. */
export const firstPassword =
  '$6$rounds=1000$coldaisle$mwhXDbpPkWns20UI1gmKtHS0rCLDfOriVXXqLtRpK1STbVNXKc.GUNngNOZPyprH/CNDMiPyY7UwpbJ807Nfe/';

const none = '/usr/sbin/nologin';
const noHome = '/nonexistent';

export const debianUsers: readonly UserRow[] = [
  ['root', 0, 0, 'root', '/root', '/bin/bash'],
  ['daemon', 1, 1, 'daemon', '/usr/sbin', none],
  ['bin', 2, 2, 'bin', '/bin', none],
  ['sys', 3, 3, 'sys', '/dev', none],
  ['sync', 4, 65_534, 'sync', '/bin', '/bin/sync'],
  ['games', 5, 60, 'games', '/usr/games', none],
  ['man', 6, 12, 'man', '/var/cache/man', none],
  ['lp', 7, 7, 'lp', '/var/spool/lpd', none],
  ['mail', 8, 8, 'mail', '/var/mail', none],
  ['news', 9, 9, 'news', '/var/spool/news', none],
  ['uucp', 10, 10, 'uucp', '/var/spool/uucp', none],
  ['proxy', 13, 13, 'proxy', '/bin', none],
  ['www-data', 33, 33, 'www-data', '/var/www', none],
  ['backup', 34, 34, 'backup', '/var/backups', none],
  ['list', 38, 38, 'Mailing List Manager', '/var/list', none],
  ['irc', 39, 39, 'ircd', '/run/ircd', none],
  ['_apt', 42, 65_534, '', noHome, none],
  ['nobody', 65_534, 65_534, 'nobody', noHome, none],
  ['systemd-network', 998, 998, 'systemd Network Management', '/', none],
  ['systemd-timesync', 997, 997, 'systemd Time Synchronization', '/', none],
  ['messagebus', 100, 107, '', noHome, none],
  ['sshd', 101, 65_534, '', '/run/sshd', none],
];

export const debianGroups: readonly GroupRow[] = [
  ['root', 0], ['daemon', 1], ['bin', 2], ['sys', 3], ['adm', 4], ['tty', 5], ['disk', 6], ['lp', 7], ['mail', 8],
  ['news', 9], ['uucp', 10], ['man', 12], ['proxy', 13], ['kmem', 15], ['dialout', 20], ['fax', 21], ['voice', 22],
  ['cdrom', 24], ['floppy', 25], ['tape', 26], ['sudo', 27], ['audio', 29], ['dip', 30], ['www-data', 33],
  ['backup', 34], ['operator', 37], ['list', 38], ['irc', 39], ['src', 40], ['shadow', 42], ['utmp', 43],
  ['video', 44], ['sasl', 45], ['plugdev', 46], ['staff', 50], ['games', 60], ['users', 100], ['nogroup', 65_534],
  ['systemd-journal', 101], ['systemd-network', 998], ['systemd-timesync', 997], ['crontab', 102], ['input', 103],
  ['sgx', 104], ['kvm', 105], ['render', 106], ['messagebus', 107], ['_ssh', 108],
];

const closed = '/sbin/nologin';

export const redhatUsers: readonly UserRow[] = [
  ['root', 0, 0, 'root', '/root', '/bin/bash'],
  ['bin', 1, 1, 'bin', '/bin', closed],
  ['daemon', 2, 2, 'daemon', '/sbin', closed],
  ['adm', 3, 4, 'adm', '/var/adm', closed],
  ['lp', 4, 7, 'lp', '/var/spool/lpd', closed],
  ['sync', 5, 0, 'sync', '/sbin', '/bin/sync'],
  ['mail', 8, 12, 'mail', '/var/spool/mail', closed],
  ['operator', 11, 0, 'operator', '/root', closed],
  ['ftp', 14, 50, 'FTP User', '/var/ftp', closed],
  ['nobody', 65_534, 65_534, 'Kernel Overflow User', '/', closed],
  ['dbus', 81, 81, 'System message bus', '/', closed],
  ['sshd', 74, 74, 'Privilege-separated SSH', '/usr/share/empty.sshd', closed],
  ['chrony', 998, 995, 'chrony system user', '/var/lib/chrony', closed],
  ['nginx', 997, 994, 'Nginx web server', '/var/lib/nginx', closed],
];

export const redhatGroups: readonly GroupRow[] = [
  ['root', 0], ['bin', 1], ['daemon', 2], ['sys', 3], ['adm', 4], ['tty', 5], ['disk', 6], ['lp', 7], ['mem', 8],
  ['kmem', 9], ['wheel', 10], ['cdrom', 11], ['mail', 12], ['man', 15], ['dialout', 18], ['floppy', 19], ['games', 20],
  ['tape', 33], ['video', 39], ['ftp', 50], ['lock', 54], ['audio', 63], ['users', 100], ['nobody', 65_534],
  ['dbus', 81], ['sshd', 74], ['systemd-journal', 101], ['utmp', 22], ['chrony', 995], ['nginx', 994],
];

export const alpineUsers: readonly UserRow[] = [
  ['root', 0, 0, 'root', '/root', '/bin/ash'],
  ['bin', 1, 1, 'bin', '/bin', closed],
  ['daemon', 2, 2, 'daemon', '/sbin', closed],
  ['lp', 4, 7, 'lp', '/var/spool/lpd', closed],
  ['sync', 5, 0, 'sync', '/sbin', '/bin/sync'],
  ['mail', 8, 12, 'mail', '/var/mail', closed],
  ['operator', 11, 0, 'operator', '/root', closed],
  ['cron', 16, 16, 'cron', '/var/spool/cron', closed],
  ['sshd', 22, 22, 'sshd', '/dev/null', closed],
  ['ntp', 123, 123, 'NTP', '/var/empty', closed],
  ['guest', 405, 100, 'guest', '/dev/null', closed],
  ['nobody', 65_534, 65_534, 'nobody', '/', closed],
  ['nginx', 100, 101, 'nginx', '/var/lib/nginx', closed],
];

export const alpineGroups: readonly GroupRow[] = [
  ['root', 0, 'root'], ['bin', 1, 'root,bin,daemon'], ['daemon', 2, 'root,bin,daemon'], ['sys', 3, 'root,bin'],
  ['adm', 4, 'root,daemon'], ['tty', 5], ['disk', 6, 'root'], ['lp', 7, 'lp'], ['kmem', 9], ['wheel', 10, 'root'],
  ['floppy', 11, 'root'], ['mail', 12, 'mail'], ['man', 15], ['cron', 16, 'cron'], ['audio', 18], ['cdrom', 19],
  ['dialout', 20, 'root'], ['ftp', 21], ['sshd', 22], ['input', 23], ['tape', 26, 'root'], ['video', 27, 'root'],
  ['netdev', 28], ['kvm', 34, 'kvm'], ['games', 35], ['shadow', 42], ['www-data', 82], ['users', 100, 'games'],
  ['nginx', 101, 'nginx'], ['ntp', 123], ['utmp', 406], ['nogroup', 65_533], ['nobody', 65_534],
];
