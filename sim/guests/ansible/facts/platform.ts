import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import { clockText, dateText, momentOf, two } from '../../programs/system/time-text.ts';
import { accountOfUid } from '../../system/users/accounts.ts';
import type { Result } from '../result.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Names, kernel, user, time and what Python there is. */
export const platformFacts = (system: System): Result => ({
  ...nameFacts(system),
  ...userFacts(system),
  date_time: timeFacts(system.now()),
  env: Object.fromEntries(system.environment),
  python: {
    version: { major: 3, minor: 11, micro: 2, releaselevel: 'final', serial: 0 },
    version_info: [3, 11, 2, 'final', 0],
    executable: '/usr/bin/python3',
    type: 'cpython',
    has_sslcontext: true,
  },
  python_version: '3.11.2',
  selinux: { status: 'disabled' },
  selinux_python_present: true,
  apparmor: { status: 'disabled' },
  fips: false,
  local: {},
  is_chroot: false,
  cmdline: commandLine(system),
  dns: resolverFacts(system),
});

function nameFacts({ machine, files }: System): Result {
  const name = machine.hostname();
  const id = files.readFile('/etc/machine-id');
  const at = name.indexOf('.');
  const { architecture, kernelRelease } = machine;
  return {
    system: 'Linux',
    kernel: kernelRelease,
    kernel_version: kernelVersion(files),
    machine: architecture,
    architecture,
    userspace_architecture: architecture,
    userspace_bits: '64',
    hostname: at === -1 ? name : name.slice(0, at),
    nodename: name,
    fqdn: name,
    domain: at === -1 ? '' : name.slice(at + 1),
    machine_id: id.ok ? id.value.trim() : '',
  };
}

function kernelVersion(files: System['files']): Bytes {
  const read = files.readFile('/proc/version');
  return /(#\d.*)$/m.exec(read.ok ? read.value : '')?.[1] ?? '';
}

function userFacts(system: System): Result {
  const { uid, gid } = system.processes.who();
  const account = accountOfUid(system, uid);
  return {
    user_id: account?.name ?? String(uid),
    user_uid: uid,
    user_gid: gid,
    user_gecos: account?.about ?? '',
    user_dir: account?.home ?? '/',
    user_shell: account?.shell ?? '/bin/sh',
    real_user_id: uid,
    effective_user_id: uid,
    real_group_id: gid,
    effective_group_id: gid,
  };
}

function timeFacts(now: number): Result {
  const moment = momentOf(now);
  const [date, time] = [dateText(moment), clockText(moment)];
  const plain = `${date.replaceAll('-', '')}T${time.replaceAll(':', '')}`;
  return {
    year: String(moment.year),
    month: two(moment.month + 1),
    day: two(moment.day),
    hour: two(moment.hour),
    minute: two(moment.minute),
    second: two(moment.second),
    weekday: weekdays[moment.weekday] ?? '',
    weekday_number: String(moment.weekday),
    date,
    time,
    epoch: String(Math.floor(now / 1000)),
    epoch_int: String(Math.floor(now / 1000)),
    iso8601: `${date}T${time}Z`,
    iso8601_basic_short: plain,
    tz: 'UTC',
    tz_dst: 'UTC',
    tz_offset: '+0000',
  };
}

function commandLine({ files }: System): Result {
  const read = files.readFile('/proc/cmdline');
  const words = (read.ok ? read.value : '')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  return Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf('=');
      return at === -1 ? [word, true] : [word.slice(0, at), word.slice(at + 1)];
    }),
  );
}

function resolverFacts({ files }: System): Result {
  const read = files.readFile('/etc/resolv.conf');
  const found = [...(read.ok ? read.value : '').matchAll(/^nameserver\s+(\S+)/gm)];
  return found.length === 0 ? {} : { nameservers: found.map(([, server]) => server) };
}
