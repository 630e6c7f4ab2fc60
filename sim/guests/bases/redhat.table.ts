import { redhatGroups, redhatUsers } from './accounts.table.ts';
import { loginDefaults, rotation, sshClient, sshServer, sudoersOf } from './common-files.table.ts';
import type { Distribution } from './distribution.ts';
import { systemdDirectories } from './layout.table.ts';
import { redhatNginx } from './nginx-files.table.ts';
import { redhatCronUnit, redhatSshUnit, redhatToolsUnit, systemdUnits } from './systemd-files.table.ts';

const release = `NAME="Red Hat Enterprise Linux"
VERSION="9.4 (Plow)"
ID="rhel"
ID_LIKE="fedora"
VERSION_ID="9.4"
PLATFORM_ID="platform:el9"
PRETTY_NAME="Red Hat Enterprise Linux 9.4 (Plow)"
ANSI_COLOR="0;31"
CPE_NAME="cpe:/o:redhat:enterprise_linux:9::baseos"
HOME_URL="https://www.redhat.com/"
`;

const profile = `# Read by shells that log in.
if [ "$(id -u 2>/dev/null)" = "0" ]; then
  PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin"
else
  PATH="/usr/local/bin:/usr/bin:/usr/local/sbin:/usr/sbin"
fi
HOSTNAME=$(hostname 2>/dev/null)
HISTSIZE=1000
export PATH HOSTNAME HISTSIZE
for part in /etc/profile.d/*.sh; do
  if [ -r "$part" ]; then
    . "$part"
  fi
done
unset part
case $- in
  *i*)
    if [ -f /etc/bashrc ]; then
      . /etc/bashrc
    fi
    ;;
esac
`;

const bashrc = '# Read by every interactive bash.\ncase $- in\n  *i*)\n    shopt -s checkwinsize\n    PS1="[\\u@\\h \\W]\\\\$ "\n    ;;\nesac\n';
const userBashrc = '# .bashrc\nif [ -f /etc/bashrc ]; then\n  . /etc/bashrc\nfi\nalias ll=\'ls -l --color=auto\'\nalias ls=\'ls --color=auto\'\n';
const userProfile = '# .bash_profile\nif [ -f ~/.bashrc ]; then\n  . ~/.bashrc\nfi\n';

export const redhat: Distribution = {
  name: 'rhel-9',
  family: 'redhat',
  title: 'Red Hat Enterprise Linux 9.4 (Plow)',
  kernel: { release: '5.14.0-427.42.1.el9_4.x86_64', version: '#1 SMP PREEMPT_DYNAMIC Fri Oct 18 14:35:40 EDT 2024' },
  user: 'cloud-user',
  isMerged: true,
  users: redhatUsers,
  groups: redhatGroups,
  directories: [
    ...systemdDirectories,
    ['/etc/sudoers.d', 0o750], ['/etc/ssh/sshd_config.d', 0o700], ['/etc/cron.d', 0o755], ['/etc/cron.hourly', 0o755],
    ['/etc/nginx/conf.d', 0o755], ['/etc/nginx/default.d', 0o755], ['/usr/share/nginx/modules', 0o755], ['/etc/logrotate.d', 0o755],
    ['/etc/sysconfig', 0o755], ['/var/spool/cron', 0o700], ['/var/log/nginx', 0o711], ['/var/lib/rpm', 0o755],
    ['/var/lib/nginx', 0o770, 997, 0], ['/etc/default', 0o755],
  ],
  files: [
    ['/etc/profile', profile],
    ['/etc/bashrc', bashrc],
    ['/etc/skel/.bashrc', userBashrc],
    ['/etc/skel/.bash_profile', userProfile],
    ['/etc/skel/.bash_logout', '# ~/.bash_logout\n'],
    ['/root/.bashrc', userBashrc],
    ['/root/.bash_profile', userProfile],
    ['/etc/sudoers', sudoersOf('wheel'), 0o440],
    ['/etc/ssh/sshd_config', sshServer('/usr/libexec/openssh/sftp-server'), 0o600],
    ['/etc/ssh/ssh_config', sshClient],
    ['/etc/login.defs', loginDefaults],
    ['/etc/logrotate.conf', rotation],
    ['/etc/default/useradd', '# What useradd does where nothing is said.\nSHELL=/bin/bash\nCREATE_HOME=yes\n'],
    ['/etc/fstab', '# <device> <mount point> <type> <options> <dump> <pass>\n/dev/sda1\t/\txfs\tdefaults\t0 0\n'],
    ['/etc/nsswitch.conf', 'passwd:     files\nshadow:     files\ngroup:      files\nhosts:      files dns myhostname\nservices:   files\n'],
    ['/etc/crontab', 'SHELL=/bin/bash\nPATH=/sbin:/bin:/usr/sbin:/usr/bin\nMAILTO=root\n'],
    ['/etc/sysconfig/network', ''],
    ['/etc/redhat-release', 'Red Hat Enterprise Linux release 9.4 (Plow)\n'],
    ['/etc/issue', '\\S\nKernel \\r on an \\m\n\n'],
    ['/etc/issue.net', '\\S\nKernel \\r on an \\m\n'],
    ['/etc/motd', ''],
    ['/usr/lib/os-release', release],
    ...systemdUnits,
    redhatSshUnit,
    redhatCronUnit,
    redhatToolsUnit,
    ...redhatNginx,
  ],
  links: [
    ['/etc/os-release', '../usr/lib/os-release'],
    ['/etc/system-release', 'redhat-release'],
    ['/etc/localtime', '../usr/share/zoneinfo/UTC'],
    ['/usr/sbin/init', '../lib/systemd/systemd'],
    ['/usr/lib/systemd/system/default.target', 'graphical.target'],
    ['/etc/systemd/system/multi-user.target.wants/nginx.service', '/usr/lib/systemd/system/nginx.service'],
    ['/etc/systemd/system/multi-user.target.wants/crond.service', '/usr/lib/systemd/system/crond.service'],
    ['/etc/systemd/system/multi-user.target.wants/sshd.service', '/usr/lib/systemd/system/sshd.service'],
    ['/etc/systemd/system/multi-user.target.wants/vmtoolsd.service', '/usr/lib/systemd/system/vmtoolsd.service'],
  ],
};
