import type { FileRow } from './distribution.ts';

const target = (about: string, more: string): string => `[Unit]\nDescription=${about}\n${more}`;

/** Units every systemd has. */
export const systemdUnits: readonly FileRow[] = [
  ['/usr/lib/systemd/system/sysinit.target', target('System Initialization', '')],
  ['/usr/lib/systemd/system/local-fs.target', target('Local File Systems', 'OnFailure=emergency.target\n')],
  ['/usr/lib/systemd/system/swap.target', target('Swaps', '')],
  ['/usr/lib/systemd/system/emergency.target', target('Emergency Mode', '')],
  ['/usr/lib/systemd/system/basic.target', target('Basic System', 'Requires=sysinit.target\nAfter=sysinit.target\n')],
  ['/usr/lib/systemd/system/network.target', target('Network', '')],
  ['/usr/lib/systemd/system/network-online.target', target('Network is Online', 'After=network.target\n')],
  ['/usr/lib/systemd/system/multi-user.target', target('Multi-User System', 'Requires=basic.target\nAfter=basic.target\nAllowIsolate=yes\n')],
  ['/usr/lib/systemd/system/graphical.target', target('Graphical Interface', 'Requires=multi-user.target\nAfter=multi-user.target\nAllowIsolate=yes\n')],
  ['/usr/lib/systemd/system/timers.target', target('Timer Units', '')],
];

const ssh = (about: string, command: string): string => `[Unit]
Description=${about}
Documentation=man:sshd(8)
 man:sshd_config(5)
After=network.target

[Service]
Type=notify
ExecStartPre=${command} -t
ExecStart=${command} -D
ExecReload=${command} -t
ExecReload=/bin/kill -HUP $MAINPID
KillMode=process
Restart=on-failure
RestartPreventExitStatus=255

[Install]
WantedBy=multi-user.target
`;

export const debianSshUnit: FileRow = [
  '/usr/lib/systemd/system/ssh.service',
  `${ssh('OpenBSD Secure Shell server', '/usr/sbin/sshd')}Alias=sshd.service\n`,
];
export const redhatSshUnit: FileRow = ['/usr/lib/systemd/system/sshd.service', ssh('OpenSSH server daemon', '/usr/sbin/sshd')];

const cron = (about: string, command: string): string => `[Unit]
Description=${about}
Documentation=man:cron(8)
After=remote-fs.target nss-user-lookup.target

[Service]
ExecStart=${command}
KillMode=process
Restart=on-failure

[Install]
WantedBy=multi-user.target
`;

export const debianCronUnit: FileRow = [
  '/usr/lib/systemd/system/cron.service',
  cron('Regular background program processing daemon', '/usr/sbin/cron -f'),
];
export const redhatCronUnit: FileRow = ['/usr/lib/systemd/system/crond.service', cron('Command Scheduler', '/usr/sbin/crond -n')];

export const debianNetworkUnit: FileRow = [
  '/usr/lib/systemd/system/networking.service',
  `[Unit]
Description=Raise network interfaces
Documentation=man:interfaces(5)
After=local-fs.target
Before=network.target

[Service]
Type=oneshot
ExecStart=/usr/sbin/ifup -a
ExecStop=/usr/sbin/ifdown -a
RemainAfterExit=yes

[Install]
WantedBy=multi-user.target
`,
];

const tools = (more: string): string => `[Unit]
Description=Service for virtual machines hosted on VMware
Documentation=http://open-vm-tools.sourceforge.net/about.php
ConditionVirtualization=vmware
After=local-fs.target

[Service]
ExecStart=/usr/bin/vmtoolsd
TimeoutStopSec=5

[Install]
WantedBy=multi-user.target
${more}`;

export const debianToolsUnit: FileRow = ['/usr/lib/systemd/system/open-vm-tools.service', tools('Alias=vmtoolsd.service\n')];
export const redhatToolsUnit: FileRow = ['/usr/lib/systemd/system/vmtoolsd.service', tools('')];
/** OpenRC asks nobody where it runs: the script says for whom it is. */
export const alpineToolsScript: FileRow = [
  '/etc/init.d/open-vm-tools',
  `#!/sbin/openrc-run

description="Service for virtual machines hosted on VMware"
virtualization="vmware"
command="/usr/bin/vmtoolsd"
command_background="yes"
pidfile="/run/vmtoolsd.pid"

depend() {
\tneed net
}
`,
  0o755,
];
