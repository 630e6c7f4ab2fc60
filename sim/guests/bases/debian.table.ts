import { debianGroups, debianUsers } from './accounts.table.ts';
import {
  debianBashrc, loginDefaults, loginProfile, rootBashrc, rotation, sshClient, sshServer, sudoersOf, userBashrc, userProfile,
} from './common-files.table.ts';
import type { DirectoryRow, Distribution, FileRow, LinkRow } from './distribution.ts';
import { systemdDirectories } from './layout.table.ts';
import { firstInterfaces, firstNetplan, netplanFile, usualCard } from '../system/net-files/first-files.ts';
import { debianNginx } from './nginx-files.table.ts';
import { debianCronUnit, debianNetworkUnit, debianSshUnit, debianToolsUnit, systemdUnits } from './systemd-files.table.ts';

const directories: readonly DirectoryRow[] = [
  ...systemdDirectories,
  ['/etc/apt/sources.list.d', 0o755], ['/etc/cron.d', 0o755], ['/etc/cron.daily', 0o755], ['/etc/cron.hourly', 0o755],
  ['/etc/sudoers.d', 0o750], ['/etc/ssh/sshd_config.d', 0o755], ['/etc/nginx/conf.d', 0o755], ['/etc/nginx/modules-enabled', 0o755],
  ['/etc/logrotate.d', 0o755], ['/var/lib/apt/lists', 0o755], ['/var/cache/apt/archives', 0o755], ['/var/backups', 0o755],
  ['/var/spool/cron/crontabs', 0o1730, 0, 102], ['/var/log/nginx', 0o755, 0, 4], ['/usr/games', 0o755],
  ['/var/log/apt', 0o755], ['/etc/default', 0o755], ['/var/lib/nginx', 0o755],
];

const files: readonly FileRow[] = [
  ['/etc/profile', loginProfile],
  ['/etc/bash.bashrc', debianBashrc],
  ['/etc/skel/.bashrc', userBashrc],
  ['/etc/skel/.profile', userProfile],
  ['/etc/skel/.bash_logout', '# ~/.bash_logout: read when the shell that logged in ends.\n'],
  ['/root/.bashrc', rootBashrc],
  ['/root/.profile', userProfile],
  ['/etc/sudoers', sudoersOf('sudo'), 0o440],
  ['/etc/ssh/sshd_config', sshServer('/usr/lib/openssh/sftp-server')],
  ['/etc/ssh/ssh_config', sshClient],
  ['/etc/login.defs', loginDefaults],
  ['/etc/logrotate.conf', rotation],
  ['/etc/fstab', '# <file system> <mount point> <type> <options> <dump> <pass>\n/dev/sda1 / ext4 errors=remount-ro 0 1\n'],
  ['/etc/nsswitch.conf', 'passwd:         files\ngroup:          files\nshadow:         files\nhosts:          files dns\nservices:       db files\nprotocols:      db files\n'],
  ['/etc/default/useradd', '# What useradd does where nothing is said.\nSHELL=/bin/sh\n'],
  ['/etc/crontab', 'SHELL=/bin/sh\nPATH=/usr/local/sbin:/usr/local/bin:/sbin:/bin:/usr/sbin:/usr/bin\n# m h dom mon dow user\tcommand\n25 6\t* * *\troot\tcd / && run-parts --report /etc/cron.daily\n'],
  ['/etc/cron.daily/logrotate', '#!/bin/sh\n# Once a day; what it says goes nowhere.\n[ -x /usr/sbin/logrotate ] || exit 0\nexec /usr/sbin/logrotate /etc/logrotate.conf\n', 0o755],
  ...systemdUnits,
  debianSshUnit,
  debianCronUnit,
  debianToolsUnit,
  ...debianNginx,
];

const enabled = '/etc/systemd/system/multi-user.target.wants';
const links: readonly LinkRow[] = [
  ['/etc/os-release', '../usr/lib/os-release'],
  ['/etc/localtime', '/usr/share/zoneinfo/Etc/UTC'],
  // Whoever is not root finds it too.
  ['/usr/bin/ip', '/usr/sbin/ip'],
  ['/usr/sbin/init', '../lib/systemd/systemd'],
  ['/usr/lib/systemd/system/default.target', 'graphical.target'],
  ['/etc/nginx/sites-enabled/default', '/etc/nginx/sites-available/default'],
  [`${enabled}/nginx.service`, '/lib/systemd/system/nginx.service'],
  [`${enabled}/cron.service`, '/lib/systemd/system/cron.service'],
  [`${enabled}/ssh.service`, '/lib/systemd/system/ssh.service'],
  ['/etc/systemd/system/sshd.service', '/lib/systemd/system/ssh.service'],
  [`${enabled}/open-vm-tools.service`, '/lib/systemd/system/open-vm-tools.service'],
  ['/etc/systemd/system/vmtoolsd.service', '/lib/systemd/system/open-vm-tools.service'],
];

const debianRelease = `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
NAME="Debian GNU/Linux"
VERSION_ID="12"
VERSION="12 (bookworm)"
VERSION_CODENAME=bookworm
ID=debian
HOME_URL="https://www.debian.org/"
SUPPORT_URL="https://www.debian.org/support"
BUG_REPORT_URL="https://bugs.debian.org/"
`;

const debianSources = `deb http://deb.debian.org/debian bookworm main
deb http://deb.debian.org/debian bookworm-updates main
deb http://deb.debian.org/debian-security bookworm-security main
`;

export const debian: Distribution = {
  name: 'debian-12',
  family: 'debian',
  title: 'Debian GNU/Linux 12',
  kernel: { release: '6.1.0-28-amd64', version: '#1 SMP PREEMPT_DYNAMIC Debian 6.1.119-1 (2024-11-22)' },
  user: 'debian',
  isMerged: true,
  users: debianUsers,
  groups: debianGroups,
  directories: [...directories, ['/etc/network', 0o755], ['/etc/network/interfaces.d', 0o755]],
  files: [
    ...files,
    ['/usr/lib/os-release', debianRelease],
    ['/etc/debian_version', '12.8\n'],
    ['/etc/issue', 'Debian GNU/Linux 12 \\n \\l\n\n'],
    ['/etc/issue.net', 'Debian GNU/Linux 12\n'],
    ['/etc/motd', '\nThis Debian machine lives in a lab of Coldaisle: nothing you do here harms anything outside.\n'],
    ['/etc/apt/sources.list', debianSources],
    ['/etc/network/interfaces', firstInterfaces([usualCard.debian])],
    debianNetworkUnit,
  ],
  links: [...links, [`${enabled}/networking.service`, '/lib/systemd/system/networking.service']],
};

const ubuntuRelease = `PRETTY_NAME="Ubuntu 22.04.5 LTS"
NAME="Ubuntu"
VERSION_ID="22.04"
VERSION="22.04.5 LTS (Jammy Jellyfish)"
VERSION_CODENAME=jammy
ID=ubuntu
ID_LIKE=debian
HOME_URL="https://www.ubuntu.com/"
SUPPORT_URL="https://help.ubuntu.com/"
BUG_REPORT_URL="https://bugs.launchpad.net/ubuntu/"
UBUNTU_CODENAME=jammy
`;

const ubuntuSources = `deb http://archive.ubuntu.com/ubuntu jammy main restricted universe multiverse
deb http://archive.ubuntu.com/ubuntu jammy-updates main restricted universe multiverse
deb http://security.ubuntu.com/ubuntu jammy-security main restricted universe multiverse
`;

export const ubuntu: Distribution = {
  name: 'ubuntu-22.04',
  family: 'debian',
  title: 'Ubuntu 22.04.5 LTS',
  kernel: { release: '5.15.0-126-generic', version: '#136-Ubuntu SMP Wed Nov 6 10:38:22 UTC 2024' },
  user: 'ubuntu',
  isMerged: true,
  users: debianUsers,
  groups: debianGroups,
  directories: [...directories, ['/etc/netplan', 0o755]],
  files: [
    ...files,
    ['/usr/lib/os-release', ubuntuRelease],
    ['/etc/lsb-release', 'DISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=22.04\nDISTRIB_CODENAME=jammy\nDISTRIB_DESCRIPTION="Ubuntu 22.04.5 LTS"\n'],
    ['/etc/debian_version', 'bookworm/sid\n'],
    ['/etc/issue', 'Ubuntu 22.04.5 LTS \\n \\l\n\n'],
    ['/etc/issue.net', 'Ubuntu 22.04.5 LTS\n'],
    ['/etc/motd', '\nThis Ubuntu machine lives in a lab of Coldaisle: nothing you do here harms anything outside.\n'],
    ['/etc/apt/sources.list', ubuntuSources],
    [netplanFile, firstNetplan([usualCard.ubuntu]), 0o600],
  ],
  links,
};
