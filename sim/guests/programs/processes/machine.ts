import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import { fullNameOf } from '../../system/names.ts';
import type { Call } from '../files/command.ts';
import { breathe, commandOf, complain, coreCommand, misuse } from '../files/command.ts';
import { has, valueOf } from '../files/options.ts';
import { quoted } from '../files/quote.ts';

const read = (system: System, path: Bytes): Bytes => {
  const file = system.files.readFile(path);
  return file.ok ? file.value : '';
};

const unameParts: readonly (readonly [key: string, text: (system: System) => Bytes])[] = [
  ['s', () => 'Linux'],
  ['n', (system) => system.machine.hostname()],
  ['r', (system) => system.machine.kernelRelease],
  ['v', (system) => read(system, '/proc/sys/kernel/version').trim()],
  ['m', (system) => system.machine.architecture],
  ['o', () => 'GNU/Linux'],
];

export const uname = coreCommand({
  short: 'asnrvmpio',
  long: {
    all: 'a',
    'kernel-name': 's',
    nodename: 'n',
    'kernel-release': 'r',
    'kernel-version': 'v',
    machine: 'm',
    processor: 'p',
    'hardware-platform': 'i',
    'operating-system': 'o',
  },
  usage: '[OPTION]...',
  *run(call) {
    yield* breathe(call);
    const [extra] = call.operands;
    if (extra !== undefined) {
      misuse(call, 1, `extra operand ${quoted(extra)}`);
      return;
    }
    const { options, system } = call;
    const isAll = has(options, 'a');
    const said = unameParts
      .filter(([key]) => isAll || has(options, key) || (options.length === 0 && key === 's'))
      .map(([, text]) => text(system));
    for (const key of ['p', 'i']) if (has(options, key) && !isAll) said.push('unknown');
    call.output += `${said.join(' ')}\n`;
  },
});

export const arch = coreCommand({
  short: '',
  long: {},
  usage: '[OPTION]...',
  *run(call) {
    yield* breathe(call);
    const [extra] = call.operands;
    if (extra !== undefined) {
      misuse(call, 1, `extra operand ${quoted(extra)}`);
      return;
    }
    call.output += `${call.system.machine.architecture}\n`;
  },
});

export const nproc = coreCommand({
  short: '',
  long: { all: 'all', ignore: 'ignore:' },
  usage: '[OPTION]...',
  *run(call) {
    yield* breathe(call);
    const [extra] = call.operands;
    if (extra !== undefined) {
      misuse(call, 1, `extra operand ${quoted(extra)}`);
      return;
    }
    const ignored = valueOf(call.options, 'ignore') ?? '0';
    if (!/^\d+$/.test(ignored)) {
      complain(call, `invalid number: ${quoted(ignored)}`);
      return;
    }
    call.output += `${Math.max(1, Math.floor(call.system.machine.cores()) - Number(ignored))}\n`;
  },
});

export const hostname = commandOf({
  version: '3.23',
  order: 'anywhere',
  misuse: 255,
  least: 0,
  short: 'sfdiIAF:b',
  long: { short: 's', fqdn: 'f', long: 'f', domain: 'd', file: 'F' },
  usage: '[-b] {hostname|-F file}',
  *run(call) {
    yield* breathe(call);
    const { machine } = call.system;
    const file = valueOf(call.options, 'F');
    const wanted = file === null ? call.operands[0] : read(call.system, file).trim();
    const name = machine.hostname();
    if (wanted !== undefined) {
      const changed = machine.changeHostname(wanted);
      if (!changed.ok)
        complain(
          call,
          changed.errno === 'EINVAL'
            ? 'the specified hostname is invalid'
            : 'you must be root to change the host name',
        );
      return;
    }
    const full = has(call.options, 'f') || has(call.options, 'd') ? fullNameOf(call.system) : name;
    const [short = '', ...domain] = full.split('.');
    call.output += `${has(call.options, 's') ? short : has(call.options, 'd') ? domain.join('.') : full}\n`;
  },
});

const procps = { version: 'from procps-ng 4.0.2', order: 'anywhere', misuse: 1, least: 0 } as const;
const scales: Readonly<Record<string, number>> = { b: 1 / 1024, k: 1, m: 1024, g: 1_048_576 };

export const free = commandOf({
  ...procps,
  short: 'bkmghwts:c:l',
  long: {
    bytes: 'b',
    kibi: 'k',
    mebi: 'm',
    gibi: 'g',
    human: 'h',
    wide: 'w',
    total: 't',
    seconds: 's',
    count: 'c',
  },
  usage: '[options]',
  *run(call) {
    const seconds = Number(valueOf(call.options, 's') ?? '0');
    const rounds = Number(valueOf(call.options, 'c') ?? (seconds > 0 ? '1000000000' : '1'));
    for (let round = 0; round < rounds; round += 1) {
      if (round > 0) {
        call.output += '\n';
        yield* breathe(call);
        yield* call.system.processes.sleep(Math.max(seconds, 0.1) * 1000);
      }
      freeText(call);
      if (call.output !== '') {
        yield* call.system.descriptors.write(1, call.output);
        call.output = '';
      }
    }
  },
});

function freeText(call: Call): void {
  const { options, system } = call;
  const text = read(system, '/proc/meminfo');
  const kilobytes = (name: Bytes): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? '0');
  const total = kilobytes('MemTotal');
  const available = kilobytes('MemAvailable');
  const buffers = kilobytes('Buffers');
  const cached = kilobytes('Cached');
  const swap = kilobytes('SwapTotal');
  const swapFree = kilobytes('SwapFree');
  const key = options.findLast(({ key: one }) => one in scales)?.key ?? 'k';
  const shown = (value: number): Bytes =>
    (has(options, 'h') ? humanKibi(value) : String(Math.floor(value / (scales[key] ?? 1)))).padStart(11);
  const row = (label: Bytes, values: readonly number[]): Bytes =>
    `${label.padEnd(8)}${values.map(shown).join(' ')}\n`;
  const heads = has(options, 'w')
    ? ['total', 'used', 'free', 'shared', 'buffers', 'cache', 'available']
    : ['total', 'used', 'free', 'shared', 'buff/cache', 'available'];
  const caches = has(options, 'w') ? [buffers, cached] : [buffers + cached];
  call.output += `${' '.repeat(8)}${heads.map((head) => head.padStart(11)).join(' ')}\n`;
  call.output += row('Mem:', [
    total,
    total - available,
    kilobytes('MemFree'),
    kilobytes('Shmem'),
    ...caches,
    available,
  ]);
  call.output += row('Swap:', [swap, swap - swapFree, swapFree]);
  if (has(options, 't'))
    call.output += row('Total:', [
      total + swap,
      total - available + swap - swapFree,
      kilobytes('MemFree') + swapFree,
    ]);
}

/** `1.8Gi`, three digits at most. */
function humanKibi(kilobytes: number): Bytes {
  if (kilobytes === 0) return '0B';
  const units = ['Ki', 'Mi', 'Gi', 'Ti'];
  let value = kilobytes;
  let power = 0;
  while (value >= 1000 && power < units.length - 1) {
    value /= 1024;
    power += 1;
  }
  return `${value < 10 ? (Math.floor(value * 10) / 10).toFixed(1) : String(Math.floor(value))}${units[power]}`;
}

export const lscpu = commandOf({
  version: 'from util-linux 2.38.1',
  order: 'anywhere',
  misuse: 1,
  least: 0,
  short: '',
  long: {},
  usage: '[options]',
  *run(call) {
    yield* breathe(call);
    const { system } = call;
    const text = read(system, '/proc/cpuinfo');
    const field = (name: Bytes): Bytes => new RegExp(`^${name}\\s*: (.*)$`, 'm').exec(text)?.[1] ?? '';
    const cores = text.match(/^processor/gm)?.length ?? 1;
    const flags = field('flags');
    const rows: readonly (readonly [Bytes, Bytes])[] = [
      ['Architecture', system.machine.architecture],
      ['CPU op-mode(s)', '32-bit, 64-bit'],
      ['Address sizes', field('address sizes')],
      ['Byte Order', 'Little Endian'],
      ['CPU(s)', String(cores)],
      ['On-line CPU(s) list', cores === 1 ? '0' : `0-${cores - 1}`],
      ['Vendor ID', field('vendor_id')],
      ['Model name', field('model name')],
      ['CPU family', field('cpu family')],
      ['Model', field('model')],
      ['Thread(s) per core', '1'],
      ['Core(s) per socket', String(cores)],
      ['Socket(s)', '1'],
      ['Stepping', field('stepping')],
      ['BogoMIPS', field('bogomips')],
      ['Flags', flags],
      ...(flags.includes('hypervisor') ? [['Virtualization type', 'full'] as const] : []),
      ['NUMA node(s)', '1'],
      ['NUMA node0 CPU(s)', cores === 1 ? '0' : `0-${cores - 1}`],
    ];
    const width = Math.max(...rows.map(([name]) => name.length)) + 2;
    for (const [name, value] of rows) call.output += `${`${name}:`.padEnd(width)} ${value}\n`;
  },
});

export const sysctl = commandOf({
  ...procps,
  short: 'anwpeqN',
  long: { all: 'a', values: 'n', write: 'w', names: 'N', quiet: 'q' },
  usage: '[options] [variable[=value] ...]',
  *run(call) {
    yield* breathe(call);
    const { system, options } = call;
    const names = has(options, 'a') ? settingsBelow(system, '/proc/sys') : call.operands;
    for (const text of names) {
      const equals = text.indexOf('=');
      const name = (equals < 0 ? text : text.slice(0, equals)).trim();
      const path = `/proc/sys/${name.replaceAll('.', '/')}`;
      if (!system.files.stat(path).ok) {
        call.complaints += `sysctl: cannot stat ${path}: No such file or directory\n`;
        call.status = 1;
        continue;
      }
      if (equals >= 0 && !change(call, { name, path, value: text.slice(equals + 1).trim() })) continue;
      const value = read(system, path).trimEnd();
      if (!has(options, 'q'))
        call.output += has(options, 'n')
          ? `${value}\n`
          : has(options, 'N')
            ? `${name}\n`
            : `${name} = ${value}\n`;
    }
  },
});

function change(call: Call, { name, path, value }: { name: Bytes; path: Bytes; value: Bytes }): boolean {
  const written = call.system.files.writeFile(path, `${value}\n`, 0o644);
  if (written.ok) return true;
  const why =
    written.errno === 'EACCES'
      ? `permission denied on key "${name}"`
      : `setting key "${name}": Invalid argument`;
  call.complaints += `sysctl: ${why}\n`;
  call.status = 1;
  return false;
}

function settingsBelow(system: System, directory: Bytes): readonly Bytes[] {
  const inside = system.files.list(directory);
  if (!inside.ok) return [];
  return inside.value
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap(({ name, kind }) =>
      kind === 'directory'
        ? settingsBelow(system, `${directory}/${name}`)
        : [`${directory}/${name}`.slice('/proc/sys/'.length).replaceAll('/', '.')],
    );
}
