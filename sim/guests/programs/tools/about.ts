import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import { accountOfUid } from '../../system/users/accounts.ts';
import { readJournal } from '../../system/journal/journal.ts';
import { log } from '../system/log.ts';
import { plainTexts, wholeFile } from '../text/files.ts';
import { has, valueOf } from '../text/options.ts';
import { tool } from '../text/tool.ts';

const levels = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];
const facilities: Readonly<Record<string, number>> = {
  kern: 0,
  user: 1,
  mail: 2,
  daemon: 3,
  auth: 4,
  syslog: 5,
  cron: 9,
  authpriv: 10,
  local0: 16,
  local1: 17,
  local2: 18,
  local3: 19,
  local4: 20,
  local5: 21,
  local6: 22,
  local7: 23,
};

/** A text says what is not known. */
function priorityOf(text: Bytes): number | Bytes {
  const [first = '', second] = text.split('.');
  const [facility, level] = second === undefined ? ['user', first] : [first, second];
  const [number, rank] = [facilities[facility], levels.indexOf(level)];
  if (number === undefined) return `unknown facility name: ${facility}`;
  return rank < 0 ? `unknown priority name: ${level}` : number * 8 + rank;
}

/** Writes into the journal what it is told or reads. */
export const logger = tool(
  {
    short: 'f:ip:st:',
    long: { file: 'f', id: 'i', priority: 'p', stderr: 's', tag: 't' },
    usage: '[options] [<message>]',
    version: 'util-linux) 2.38.1',
  },
  function* (self, given) {
    const { system } = self;
    const priority = priorityOf(valueOf(given, 'p') ?? 'user.notice');
    if (typeof priority === 'string') {
      yield* system.descriptors.write(2, `logger: ${priority}\n`);
      return 1;
    }
    const file = valueOf(given, 'f') ?? '-';
    const text =
      given.operands.length > 0 ? given.operands.join(' ') : yield* wholeFile(self, file, plainTexts);
    if (text === null) return 1;
    const as = valueOf(given, 't') ?? accountOfUid(system, system.processes.who().uid)?.name ?? 'root';
    for (const message of text.split('\n').filter((line) => line !== '')) {
      yield* log(system, { priority, as, message });
      if (has(given, 's')) yield* system.descriptors.write(2, `<${priority}>${as}: ${message}\n`);
    }
    return 0;
  },
);

/** What the kernel said: its lines in the journal, by the seconds since the start. */
export const dmesg: Program = function* (system) {
  const entries = readJournal(system);
  if (entries === null || system.processes.who().uid !== 0) {
    yield* system.descriptors.write(2, 'dmesg: read kernel buffer failed: Operation not permitted\n');
    return 1;
  }
  const since = system.machine.bootedAt();
  const { hostname, kernelRelease } = system.machine;
  const first = [
    `Linux version ${kernelRelease}`,
    `Memory: ${Math.round(system.machine.memoryBytes() / 1024)}K`,
    `smp: Brought up 1 node, ${system.machine.cores()} CPUs`,
    'EXT4-fs (sda1): mounted filesystem with ordered data mode',
  ];
  const own = entries.filter(({ identifier, at }) => identifier === 'kernel' && at >= since);
  const ring = yield* kernelLines(system);
  const stamp = (at: number): string => `[${((at - since) / 1000).toFixed(6).padStart(12)}]`;
  const lines = [
    ...first.map((line, at) => `${stamp(since + at * 250)} ${line}`),
    ...[...own, ...ring]
      .toSorted((one, other) => one.at - other.at)
      .map(({ at, message }) => `${stamp(at)} ${message}`),
  ];
  yield* system.descriptors.write(1, `${lines.join('\n')}\n`);
  return hostname() === '' ? 1 : 0;
};

/** What /dev/kmsg has: priority, number and microseconds before each text. */
function* kernelLines(system: System): Step<readonly { readonly at: number; readonly message: Bytes }[]> {
  const opened = yield* system.descriptors.open('/dev/kmsg', { access: 'read' }, 0);
  if (!opened.ok) return [];
  const lines: { at: number; message: Bytes }[] = [];
  for (;;) {
    const read = yield* system.descriptors.read(opened.value, 8192);
    const [, micros, message] = /^\d+,\d+,(\d+),-;(.*)\n/.exec(read.ok ? read.value : '') ?? [];
    if (micros === undefined || message === undefined) break;
    lines.push({ at: system.machine.bootedAt() + Number(micros) / 1000, message });
  }
  system.descriptors.close(opened.value);
  return lines;
}

/** The machine's name and what it is; sets the name. */
export const hostnamectl: Program = function* (system) {
  const [verb = 'status', name] = system.arguments.slice(1).filter((word) => !word.startsWith('--'));
  if (verb === 'status') {
    yield* system.descriptors.write(1, statusOf(system));
    return 0;
  }
  if (verb !== 'set-hostname' && verb !== 'hostname') {
    yield* system.descriptors.write(2, `Unknown command verb ${verb}.\n`);
    return 1;
  }
  if (name === undefined) {
    yield* system.descriptors.write(1, `${system.machine.hostname()}\n`);
    return 0;
  }
  return yield* rename(system, name);
};

function* rename(system: System, name: Bytes): Step<number> {
  if (!/^[A-Za-z0-9]([A-Za-z0-9.-]{0,62}[A-Za-z0-9])?$/.test(name)) {
    yield* system.descriptors.write(2, `Could not set static hostname: Invalid static hostname '${name}'\n`);
    return 1;
  }
  const written = system.files.writeFile('/etc/hostname', `${name}\n`, 0o644);
  const changed = written.ok ? system.machine.changeHostname(name) : written;
  if (changed.ok) return 0;
  const isBarred = changed.errno === 'EACCES' || changed.errno === 'EPERM';
  yield* system.descriptors.write(
    2,
    `Could not set static hostname: ${isBarred ? 'Interactive authentication required.' : messageOf(changed.errno)}\n`,
  );
  return 1;
}

function statusOf(system: System): Bytes {
  const read = (path: Bytes): Bytes => {
    const content = system.files.readFile(path);
    return content.ok ? content.value : '';
  };
  const title = /^PRETTY_NAME="?([^"\n]*)/m.exec(read('/etc/os-release'))?.[1] ?? 'Linux';
  const rows: readonly (readonly [string, string])[] = [
    ['Static hostname', read('/etc/hostname').trim()],
    ['Icon name', 'computer-vm'],
    ['Chassis', 'vm'],
    ['Machine ID', read('/etc/machine-id').trim()],
    ['Operating System', title],
    ['Kernel', `Linux ${system.machine.kernelRelease}`],
    ['Architecture', system.machine.architecture.replace('x86_64', 'x86-64')],
  ];
  return rows.map(([name, value]) => `${name.padStart(16)}: ${value}\n`).join('');
}
