import type { Errno } from '../../answer.ts';
import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { SwapFacts } from '../../kernel/storage/facts.ts';
import type { Call } from '../files/command.ts';
import { breathe, commandOf } from '../files/command.ts';
import { has, valueOf } from '../files/options.ts';
import { deviceNamed, humanSize, sourceNamed, tagsSaid } from './devices.ts';
import type { FstabLine } from '../../system/fstab.ts';
import { readFstab } from '../../system/fstab.ts';
import { badUsage } from './mount-words.ts';
import { isSuperuser } from './superuser.ts';
import type { Column } from './table.ts';
import { tableText } from './table.ts';

const version = 'from util-linux 2.38.1';

const columnsOf = ({ options, system }: Call): readonly Column<SwapFacts>[] => {
  const size = (bytes: number): Bytes =>
    has(options, 'bytes') ? String(bytes) : bytes === 0 ? '0B' : humanSize(bytes);
  return [
    { name: 'NAME', of: ({ device }) => device },
    { name: 'TYPE', of: () => 'partition' },
    // The header is counted here, and not in /proc/swaps.
    { name: 'SIZE', isRight: true, of: ({ sizeBytes }) => size(sizeBytes + 4096) },
    { name: 'USED', isRight: true, of: () => size(0) },
    { name: 'PRIO', isRight: true, of: ({ priority }) => String(priority) },
    { name: 'UUID', of: ({ device }) => deviceNamed(system, device)?.content?.uuid ?? null },
    { name: 'LABEL', of: ({ device }) => deviceNamed(system, device)?.content?.label || null },
  ];
};

export const swapon = commandOf({
  short: 'ad::efL:o:p:sU:v',
  long: {
    all: 'a',
    ifexists: 'e',
    priority: 'p',
    summary: 's',
    show: 'show?',
    noheadings: 'noheadings',
    raw: 'raw',
    bytes: 'bytes',
    verbose: 'v',
    options: 'o',
    fixpgsz: 'f',
  },
  usage: '[options] [<spec>]',
  version,
  order: 'anywhere',
  misuse: 1,
  least: 0,
  *run(call) {
    yield* breathe(call);
    const { system, options, operands } = call;
    const words = [...tagsSaid(options), ...operands];
    if (has(options, 's')) summary(call);
    else if (has(options, 'show') || (words.length === 0 && !has(options, 'a'))) show(call);
    else {
      if (has(options, 'a')) for (const line of readFstab(system)) switchLine(call, line);
      for (const word of words) switchOn(call, word, valueOf(options, 'p'));
    }
  },
});

/** What is on already stays as it is. */
function switchLine(call: Call, { source, type, options }: FstabLine): void {
  const { system } = call;
  if (type !== 'swap' || options.includes('noauto')) return;
  const path = sourceNamed(system, source);
  const isOn = system.storage.swaps().some(({ device }) => device === path);
  const isAbsent = path === null || deviceNamed(system, path) === null;
  if (isOn || (isAbsent && (has(call.options, 'e') || options.includes('nofail')))) return;
  switchOn(call, source, options.find((one) => one.startsWith('pri='))?.slice(4) ?? null);
}

function show(call: Call): void {
  const swaps = call.system.storage.swaps();
  if (swaps.length === 0) return;
  const all = columnsOf(call);
  const names = (valueOf(call.options, 'show') || 'NAME,TYPE,SIZE,USED,PRIO').split(',');
  const columns = names.flatMap((name) => all.find((one) => one.name === name.toUpperCase()) ?? []);
  const form = has(call.options, 'noheadings') ? 'bare' : has(call.options, 'raw') ? 'raw' : 'table';
  call.output += tableText(
    columns,
    swaps.map((value) => ({ value, branch: '' })),
    form,
  );
}

function summary(call: Call): void {
  if (call.system.storage.swaps().length === 0) return;
  const text = call.system.files.readFile('/proc/swaps');
  call.output += text.ok ? text.value : '';
}

const badHeader = 255;

function switchOn(call: Call, word: Bytes, priority: Bytes | null): void {
  const { system } = call;
  const path = sourceNamed(system, word);
  const complain = (text: Bytes, status: number): void => {
    call.complaints += `swapon: ${text}\n`;
    call.status = status;
  };
  if (path === null) return complain(`cannot find the device for ${word}`, badHeader);
  const stat = system.files.stat(path);
  if (!stat.ok) return complain(`cannot open ${path}: ${messageOf(stat.errno)}`, badHeader);
  if (!isSuperuser(system)) return complain(`cannot open ${path}: Permission denied`, badHeader);
  if (has(call.options, 'v'))
    call.output += `swapon: ${path}: found signature [pagesize=4096, signature=swap]\n`;
  const answer = system.storage.swapOn(path, priority === null ? null : Number(priority));
  if (answer.ok) return;
  complain(onWords(path, answer.errno), badHeader);
}

const onWords = (path: Bytes, errno: Errno): Bytes =>
  errno === 'EINVAL' || errno === 'ENOTBLK'
    ? `${path}: read swap header failed`
    : `${path}: swapon failed: ${messageOf(errno)}`;

export const swapoff = commandOf({
  short: 'aL:U:v',
  long: { all: 'a', verbose: 'v' },
  usage: '[options] [<spec>]',
  version,
  order: 'anywhere',
  misuse: 1,
  least: 0,
  *run(call) {
    yield* breathe(call);
    const { system, options, operands } = call;
    const all = has(options, 'a') ? system.storage.swaps().map(({ device }) => device) : [];
    const words = [...all, ...tagsSaid(options), ...operands];
    if (words.length === 0 && !has(options, 'a')) badUsage(call);
    for (const word of words) switchOff(call, word);
  },
});

const offStatus = 4;

function switchOff(call: Call, word: Bytes): void {
  const { system } = call;
  const path = sourceNamed(system, word);
  if (has(call.options, 'v')) call.output += `swapoff ${path ?? word}\n`;
  if (!isSuperuser(system)) {
    call.complaints += 'swapoff: Not superuser.\n';
    call.status = offStatus;
    return;
  }
  const answer = path === null ? null : system.storage.swapOff(path);
  if (answer?.ok === true) return;
  call.complaints +=
    answer === null
      ? `swapoff: cannot find the device for ${word}\n`
      : `swapoff: ${path ?? word}: swapoff failed: ${messageOf(answer.errno === 'ENOTBLK' ? 'EINVAL' : answer.errno)}\n`;
  call.status = offStatus;
}
