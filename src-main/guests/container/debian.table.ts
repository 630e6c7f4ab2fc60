/** Debian 12 with services of its own, as small as one can still learn on it. */
const packages = [
  'systemd',
  'systemd-sysv',
  'dbus',
  'openssh-server',
  'openssh-sftp-server',
  'cron',
  'rsyslog',
  'nginx-light',
  'python3',
  'procps',
  'iproute2',
  'iputils-ping',
  'curl',
  'sudo',
  'vim-tiny',
  'less',
] as const;

export const debianWords: readonly string[] = [
  '--variant=minbase',
  `--include=${packages.join(',')}`,
  '--dpkgopt=path-exclude=/usr/share/doc/*',
  'bookworm',
  '-',
];

/** What mmdebstrap says, and how much is done by then; shares measured on a small machine. */
export const debianSteps: readonly { readonly says: string; readonly part: number }[] = [
  { says: 'running apt-get update', part: 0.03 },
  { says: 'downloading packages with apt', part: 0.1 },
  { says: 'extracting archives', part: 0.2 },
  { says: 'installing essential packages', part: 0.3 },
  { says: 'installing remaining packages', part: 0.4 },
  { says: 'cleaning package lists', part: 0.85 },
  { says: 'creating tarball', part: 0.9 },
];
