import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { MountFacts } from '../../kernel/program.ts';
import type { Stat } from '../../files/node.ts';
import type { Accounts } from './accounts.ts';
import { accountsOf, groupName, userName } from './accounts.ts';
import type { Call } from './command.ts';
import { breathe, complain, coreCommand } from './command.ts';
import { dateText } from './ls-rows.ts';
import { has, valueOf } from './options.ts';
import { named } from './quote.ts';
import { kindText, modeText, typeBits } from './stat-text.ts';

export const stat = coreCommand({
  short: 'c:fLt',
  long: { format: 'c', 'file-system': 'f', dereference: 'L', terse: 't', printf: 'printf:' },
  usage: '[OPTION]... FILE...',
  least: 1,
  *run(call) {
    const { options, system } = call;
    const accounts = accountsOf(system);
    for (const path of call.operands) {
      yield* breathe(call);
      const found =
        has(options, 'L') || has(options, 'f') ? system.files.stat(path) : system.files.linkStat(path);
      if (!found.ok) {
        const what = has(options, 'f') ? 'cannot read file system information for' : 'cannot statx';
        complain(call, `${what} ${named(path)}: ${messageOf(found.errno)}`);
        continue;
      }
      const looks: Looks = { call, accounts, path, stat: found.value };
      call.output += has(options, 'f') ? fileSystemText(looks) : text(looks);
    }
  },
});

type Looks = { readonly call: Call; readonly accounts: Accounts; readonly path: Bytes; readonly stat: Stat };

const device =
  '  File: %N\n  Size: %-10s\tBlocks: %-10b IO Block: %-6o %F\nDevice: %Hd,%Ld\tInode: %-11i Links: %-5h Device type: %Hr,%Lr\n';
const usual =
  '  File: %N\n  Size: %-10s\tBlocks: %-10b IO Block: %-6o %F\nDevice: %Hd,%Ld\tInode: %-11i Links: %h\n';
const rest =
  'Access: (%04a/%10.10A)  Uid: (%5u/%8U)   Gid: (%5g/%8G)\nAccess: %x\nModify: %y\nChange: %z\n Birth: %w\n';
const terse = '%n %s %b %f %u %g %D %i %h %t %T %X %Y %Z %W %o\n';

function text(looks: Looks): Bytes {
  const { options } = looks.call;
  const printed = valueOf(options, 'printf');
  if (printed !== null) return filled(looks, unescaped(printed));
  const format = valueOf(options, 'c');
  if (format !== null) return `${filled(looks, format)}\n`;
  if (has(options, 't')) return filled(looks, terse);
  const shown = looks.stat.special === null ? usual : device;
  return filled(looks, (shown + rest).replace('%N', looks.stat.kind === 'link' ? '%N' : '%n')).replace(
    /^( {2}File: )'(.*)' -> '(.*)'$/m,
    '$1$2 -> $3',
  );
}

function unescaped(format: Bytes): Bytes {
  const letters: Readonly<Record<string, string>> = {
    n: '\n',
    t: '\t',
    '\\': '\\',
    '"': '"',
    r: '\r',
    e: '\x1b',
  };
  return format.replaceAll(/\\([0-7]{1,3}|.)/gs, (whole, letter: string) =>
    /^[0-7]/.test(letter)
      ? String.fromCharCode(Number.parseInt(letter, 8) & 255)
      : (letters[letter] ?? whole),
  );
}

function filled(looks: Looks, format: Bytes): Bytes {
  return format.replaceAll(
    /%([-#0 +']*)(\d*)(?:\.\d+)?([HL]?)([a-zA-Z%])/g,
    (whole, ...parts: readonly string[]) => {
      const [flags = '', width = '', half = '', letter = ''] = parts;
      if (letter === '%') return '%';
      const value = directive(looks, letter, half);
      if (value === null) return whole.length === 2 ? '?' : whole;
      const size = Number(width === '' ? '0' : width);
      if (flags.includes('-')) return value.padEnd(size);
      return value.padStart(size, flags.includes('0') ? '0' : ' ');
    },
  );
}

const hex = (value: number): string => value.toString(16);
const major = (value: number): number => value >> 8;
const minor = (value: number): number => value & 255;

function directive(looks: Looks, letter: string, half: string): Bytes | null {
  const { stat: value, path, accounts } = looks;
  const [specialMajor, specialMinor] = value.special ?? [0, 0];
  const seconds = (at: number): Bytes => String(Math.floor(at / 1000));
  const date = (at: number): Bytes => dateText(at, 0, 'full');
  const letters: Readonly<Record<string, () => Bytes>> = {
    a: () => value.mode.toString(8),
    A: () => modeText(value),
    b: () => String(Math.ceil(value.allocated / 512)),
    B: () => '512',
    d: () =>
      half === 'H'
        ? String(major(value.device))
        : half === 'L'
          ? String(minor(value.device))
          : String(value.device),
    D: () => hex(value.device),
    f: () => hex(value.mode | typeBits[value.kind]),
    F: () => kindText(value),
    g: () => String(value.gid),
    G: () => groupName(accounts, value.gid),
    h: () => String(value.links),
    i: () => String(value.inode),
    m: () => mountOf(looks)?.at ?? '/',
    n: () => path,
    N: () => nameAndGoal(looks),
    o: () => '4096',
    r: () =>
      half === 'H'
        ? String(specialMajor)
        : half === 'L'
          ? String(specialMinor)
          : String(specialMajor * 256 + specialMinor),
    s: () => String(value.size),
    t: () => hex(specialMajor),
    T: () => hex(specialMinor),
    u: () => String(value.uid),
    U: () => userName(accounts, value.uid),
    w: () => '-',
    W: () => '0',
    x: () => date(value.accessedAt),
    X: () => seconds(value.accessedAt),
    y: () => date(value.modifiedAt),
    Y: () => seconds(value.modifiedAt),
    z: () => date(value.changedAt),
    Z: () => seconds(value.changedAt),
  };
  return letters[letter]?.() ?? null;
}

function nameAndGoal({ call, path, stat: value }: Looks): Bytes {
  const goal = value.kind === 'link' ? call.system.files.readLink(path) : null;
  return goal?.ok === true ? `${named(path)} -> ${named(goal.value)}` : named(path);
}

const mountOf = ({ call, stat: value }: Looks): MountFacts | undefined =>
  call.system.files.mounts().find((mount) => mount.device === value.device);

function fileSystemText(looks: Looks): Bytes {
  const mount = mountOf(looks);
  const block = 4096;
  const total = Math.floor((mount?.sizeBytes ?? 0) / block);
  const free = total - Math.ceil((mount?.usedBytes ?? 0) / block);
  const inodes = mount?.inodes ?? 0;
  return [
    `  File: "${looks.path}"`,
    `    ID: ${hex(looks.stat.device).padEnd(8)} Namelen: 255     Type: ${mount?.type ?? 'unknown'}`,
    `Block size: ${String(block).padEnd(10)} Fundamental block size: ${block}`,
    `Blocks: Total: ${String(total).padEnd(10)} Free: ${String(free).padEnd(10)} Available: ${free}`,
    `Inodes: Total: ${String(inodes).padEnd(10)} Free: ${inodes - (mount?.usedInodes ?? 0)}`,
    '',
  ].join('\n');
}
