import { alpineGroups, alpineUsers } from './accounts.table.ts';
import { sshClient, sshServer, sudoersOf } from './common-files.table.ts';
import type { Distribution } from './distribution.ts';
import { firstInterfaces, usualCard } from '../system/net-files/first-files.ts';
import { alpineNginx } from './nginx-files.table.ts';
import { alpineToolsScript } from './systemd-files.table.ts';

const release = `NAME="Alpine Linux"
ID=alpine
VERSION_ID=3.19.4
PRETTY_NAME="Alpine Linux v3.19"
HOME_URL="https://alpinelinux.org/"
BUG_REPORT_URL="https://gitlab.alpinelinux.org/alpine/aports/-/issues"
`;

const profile = `# Read by shells that log in.
export PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
export PAGER=less
umask 022
PS1='\\h:\\w\\$ '
for part in /etc/profile.d/*.sh; do
  if [ -r "$part" ]; then
    . "$part"
  fi
done
unset part
`;

const service = (about: string, command: string, more: string): string => `#!/sbin/openrc-run

description="${about}"
command="${command}"
${more}
depend() {
\tneed net
}
`;

export const alpine: Distribution = {
  name: 'alpine-3.19',
  family: 'alpine',
  title: 'Alpine Linux 3.19',
  kernel: { release: '6.6.63-0-virt', version: '#1-Alpine SMP PREEMPT_DYNAMIC 2024-11-22 16:33:05' },
  user: 'alpine',
  isMerged: false,
  users: alpineUsers,
  groups: alpineGroups,
  directories: [
    ['/bin', 0o755], ['/sbin', 0o755], ['/lib', 0o755], ['/lib/apk/db', 0o755], ['/etc/apk', 0o755], ['/etc/conf.d', 0o755],
    ['/etc/runlevels/default', 0o755], ['/etc/runlevels/boot', 0o755], ['/etc/runlevels/sysinit', 0o755], ['/etc/runlevels/shutdown', 0o755],
    ['/etc/sudoers.d', 0o750], ['/etc/ssh/sshd_config.d', 0o755], ['/etc/nginx/modules', 0o755], ['/var/log/nginx', 0o755, 100, 101],
    ['/etc/network', 0o755], ['/etc/periodic/hourly', 0o755], ['/etc/periodic/daily', 0o755], ['/var/spool/cron/crontabs', 0o755], ['/var/empty', 0o555],
  ],
  files: [
    ['/etc/profile', profile],
    ['/etc/alpine-release', '3.19.4\n'],
    ['/usr/lib/os-release', release],
    ['/etc/issue', 'Welcome to Alpine Linux 3.19\nKernel \\r on an \\m (\\l)\n\n'],
    ['/etc/motd', 'Welcome to Alpine!\n\nThis machine lives in a lab of Coldaisle: nothing you do here harms anything outside.\n'],
    ['/etc/apk/repositories', 'http://dl-cdn.alpinelinux.org/alpine/v3.19/main\nhttp://dl-cdn.alpinelinux.org/alpine/v3.19/community\n'],
    ['/etc/apk/arch', 'x86_64\n'],
    ['/etc/network/interfaces', firstInterfaces([usualCard.alpine])],
    ['/etc/fstab', '/dev/sda1\t/\text4\trw,relatime 0 1\n'],
    ['/etc/sudoers', sudoersOf('wheel'), 0o440],
    ['/etc/ssh/sshd_config', sshServer('internal-sftp')],
    ['/etc/ssh/ssh_config', sshClient],
    ['/etc/inittab', '::sysinit:/sbin/openrc sysinit\n::sysinit:/sbin/openrc boot\n::wait:/sbin/openrc default\n::shutdown:/sbin/openrc shutdown\n'],
    ['/etc/init.d/nginx', service('Nginx http and reverse proxy server', '/usr/sbin/nginx', 'pidfile="/run/nginx.pid"\n'), 0o755],
    ['/etc/init.d/sshd', service('OpenBSD Secure Shell server', '/usr/sbin/sshd', 'pidfile="/run/sshd.pid"\n'), 0o755],
    ['/etc/init.d/crond', service('crond', '/usr/sbin/crond', 'pidfile="/run/crond.pid"\n'), 0o755],
    ['/var/spool/cron/crontabs/root', '# min\thour\tday\tmonth\tweekday\tcommand\n', 0o600],
    alpineToolsScript,
    ...alpineNginx,
  ],
  links: [
    ['/etc/os-release', '../usr/lib/os-release'],
    ['/sbin/init', '/bin/busybox'],
    ['/etc/runlevels/default/crond', '/etc/init.d/crond'],
    ['/etc/runlevels/default/sshd', '/etc/init.d/sshd'],
    ['/etc/runlevels/default/nginx', '/etc/init.d/nginx'],
    ['/etc/runlevels/default/open-vm-tools', '/etc/init.d/open-vm-tools'],
  ],
};
