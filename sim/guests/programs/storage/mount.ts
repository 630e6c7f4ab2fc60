import type { Answer } from '../../answer.ts';
import { failed } from '../../answer.ts';
import { isSuperuser } from './superuser.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step, System } from '../../kernel/program.ts';
import type { Call } from '../files/command.ts';
import { breathe, commandOf } from '../files/command.ts';
import type { Options } from '../files/options.ts';
import { has, valueOf } from '../files/options.ts';
import { canonical, deviceNamed, sourceNamed, tagsSaid } from './devices.ts';
import type { FstabLine } from '../../system/fstab.ts';
import { fstabPath, readFstab } from '../../system/fstab.ts';
import { badUsage, failedStatus, libmountVersion, mountWords, shownPath } from './mount-words.ts';

const known = ['ext2', 'ext3', 'ext4', 'xfs', 'tmpfs', 'ramfs', 'proc', 'sysfs', 'auto', 'none'];
const someStatus = 64;

export const mount = commandOf({
  short: 'aBFflhIiL:MmNno:O:RrsT:t:U:vw',
  long: {
    all: 'a',
    bind: 'B',
    fake: 'f',
    'show-labels': 'l',
    label: 'L',
    move: 'M',
    mkdir: 'm',
    'no-mtab': 'n',
    options: 'o',
    rbind: 'R',
    'read-only': 'r',
    source: 'source:',
    target: 'target:',
    types: 't',
    uuid: 'U',
    verbose: 'v',
    rw: 'w',
    'read-write': 'w',
    'test-opts': 'O',
  },
  usage: '[options] [--source <source> | [--target] <directory>]',
  version: libmountVersion,
  order: 'anywhere',
  misuse: 1,
  least: 0,
  *run(call) {
    yield* breathe(call);
    const wish = wishOf(call);
    if (wish === null) badUsage(call);
    else if (has(call.options, 'a')) mountAll(call);
    else if (wish.source === null && wish.at === null) listMounts(call);
    else if (wish.at === null || wish.source === null) mountKnown(call, wish);
    else {
      mountOne(call, { ...wish, source: wish.source, at: wish.at });
      yield* hint(call);
    }
  },
});

type Wish = {
  readonly source: Bytes | null;
  readonly at: Bytes | null;
  readonly type: Bytes | null;
  readonly options: readonly Bytes[];
  readonly how: 'device' | 'bind' | 'remount';
};
type Whole = Wish & { readonly source: Bytes; readonly at: Bytes };

/** null: that cannot be meant. */
function wishOf({ options, operands }: Call): Wish | null {
  const said = saidOptions(options);
  const tags = tagsSaid(options);
  const words = [...tags, ...operands];
  if (words.length > 2 || has(options, 'M')) return null;
  const named = { source: valueOf(options, 'source'), at: valueOf(options, 'target') };
  const [first = null, second = null] = words;
  // One word alone may be either: it is looked for in fstab.
  const isOneOnly = second === null && named.at === null && tags.length === 0;
  const source = named.source ?? (isOneOnly ? null : first);
  const at = named.at ?? second ?? (source === null ? first : null);
  return { source, at, type: valueOf(options, 't'), options: said, how: manner(options, said) };
}

const saidOptions = (options: Options): readonly Bytes[] =>
  options.flatMap(({ key, value }) => {
    if (key === 'o') return value.split(',');
    if (key === 'r') return ['ro'];
    return key === 'w' ? ['rw'] : [];
  });

function manner(options: Options, said: readonly Bytes[]): Wish['how'] {
  if (said.includes('remount')) return 'remount';
  const isBind = has(options, 'B') || has(options, 'R') || said.some((one) => /^r?bind$/.test(one));
  return isBind ? 'bind' : 'device';
}

function listMounts(call: Call): void {
  const { system, options } = call;
  const types = valueOf(options, 't')?.split(',') ?? null;
  for (const { source, at, type, options: said } of system.files.mounts()) {
    if (types !== null && !types.includes(type)) continue;
    const label = has(options, 'l') ? (deviceNamed(system, source)?.content?.label ?? '') : '';
    call.output += `${source} on ${at} type ${type} (${said})${label === '' ? '' : ` [${label}]`}\n`;
  }
}

/** Only one of source and place is told: the other is in fstab, or among what is mounted. */
function mountKnown(call: Call, wish: Wish): void {
  const { system } = call;
  const word = wish.source ?? wish.at ?? '';
  const path = sourceNamed(system, word);
  const place = canonical(system, word);
  const line = readFstab(system).findLast(
    ({ source, at }) =>
      at === place || at === word || source === word || sourceNamed(system, source) === path,
  );
  const mounted = system.files.mounts().findLast(({ at, source }) => at === place || source === path);
  if (wish.how === 'remount' && (line === undefined || mounted !== undefined)) {
    const at = mounted?.at ?? word;
    return mountOne(call, { ...wish, source: mounted?.source ?? '', at });
  }
  if (line === undefined) {
    call.complaints += `mount: ${word}: can't find in ${fstabPath}.\n`;
    call.status = 1;
    return;
  }
  mountLine(call, line, wish);
}

const isForUsers = ({ options }: FstabLine): boolean =>
  options.some((option) => /^(user|users|owner|group)$/.test(option));

function mountLine(call: Call, line: FstabLine, wish: Wish | null): void {
  const options = [...line.options, ...(wish?.options ?? [])];
  const isBind = options.includes('bind') || options.includes('rbind');
  const how = wish?.how === 'remount' ? 'remount' : isBind ? 'bind' : 'device';
  const type = wish?.type ?? line.type;
  mountAs(call, { source: line.source, at: line.at, type, options, how }, isForUsers(line));
}

const mountOne = (call: Call, wish: Whole): void => mountAs(call, wish, false);

function mountAs(call: Call, wish: Whole, isOpen: boolean): void {
  const { system } = call;
  if (!isSuperuser(system) && !isOpen) {
    call.complaints += `mount: ${shownPath(system, wish.at)}: must be superuser to use mount.\n       dmesg(1) may have more information after failed mount system call.\n`;
    call.status = failedStatus;
    return;
  }
  const source = wish.how === 'device' ? sourceNamed(system, wish.source) : wish.source;
  if (source === null) {
    call.complaints += `mount: ${wish.at}: can't find ${wish.source}.\n`;
    call.status = 1;
    return;
  }
  if (has(call.options, 'm')) system.files.makeDirectory(wish.at, 0o755);
  if (has(call.options, 'f')) return;
  const type = typeOf(system, source, wish);
  const answer = request(system, { ...wish, source }, type);
  if (!answer.ok) {
    const words = { source, at: wish.at, type, isRemount: wish.how === 'remount' };
    call.complaints += mountWords(system, answer.errno, words);
    call.status = failedStatus;
  } else if (has(call.options, 'v'))
    call.output += `mount: ${source} ${wish.how === 'bind' ? 'bound' : 'mounted'} on ${shownPath(system, wish.at)}.\n`;
}

/** Of swap too: it is told by its type that it cannot be mounted. */
function typeOf(system: System, source: Bytes, { type }: Wish): Bytes | null {
  const first = type?.split(',')[0] ?? null;
  if (first !== null && first !== 'auto') return first;
  if (/^[^/]*:\//.test(source)) return 'nfs';
  return deviceNamed(system, source)?.content?.type ?? null;
}

function request(system: System, wish: Whole, type: Bytes | null): Answer<void> {
  const { source, at, how, options } = wish;
  const { storage } = system;
  if (how === 'remount') return storage.remount(at, options);
  if (how === 'bind') return bound(system, wish);
  if (type !== null && !known.includes(type)) return failed('ENODEV');
  return storage.mount({ source, at, type, options });
}

function bound({ storage }: System, { source, at, options }: Whole): Answer<void> {
  const laid = storage.bind(source, at);
  const more = options.filter((option) => !/^r?bind$/.test(option));
  return laid.ok && more.some((option) => option !== 'defaults') ? storage.remount(at, more) : laid;
}

function isMounted(system: System, { source, at }: FstabLine): boolean {
  const path = sourceNamed(system, source);
  const place = canonical(system, at);
  return system.files
    .mounts()
    .some((one) => one.at === place && (one.source === path || !path?.startsWith('/dev/')));
}

function mountAll(call: Call): void {
  const { system, options } = call;
  const types = valueOf(options, 't')?.split(',') ?? null;
  const lines = readFstab(system).filter((line) => isForAll(line) && types?.includes(line.type) !== false);
  const statuses = lines.flatMap((line) => mountListed(call, line));
  if (statuses.every((status) => status === 0)) call.status = 0;
  else call.status = statuses.includes(0) ? someStatus : failedStatus;
}

/** How it went; nothing where nothing was to be done. */
function mountListed(call: Call, line: FstabLine): readonly number[] {
  const { system, options } = call;
  if (isMounted(system, line) || line.at === '/') {
    if (has(options, 'v')) call.output += `${line.at.padEnd(25)}: already mounted\n`;
    return [];
  }
  if (line.options.includes('nofail') && sourceIsMissing(system, line)) return [];
  call.status = 0;
  mountLine(call, line, null);
  return [call.status];
}

const isForAll = ({ type, at, options }: FstabLine): boolean =>
  type !== 'swap' && at !== 'none' && !options.includes('noauto');

function sourceIsMissing(system: System, { source }: FstabLine): boolean {
  const path = sourceNamed(system, source);
  return path === null || (path.startsWith('/dev/') && deviceNamed(system, path) === null);
}

/** systemd has read fstab at its start and not since. */
function* hint({ system }: Call): Step<void> {
  if (!system.descriptors.isTerminal(2)) return;
  const [read, written] = [system.files.stat('/run/systemd/read-at'), system.files.stat(fstabPath)];
  if (!read.ok || !written.ok || written.value.modifiedAt <= read.value.modifiedAt) return;
  yield* system.descriptors.write(
    1,
    "mount: (hint) your fstab has been modified, but systemd still uses\n       the old version; use 'systemctl daemon-reload' to reload.\n",
  );
}
