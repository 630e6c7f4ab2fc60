import type { Bytes } from '../../bytes.ts';
import type { MountFacts, System } from '../../kernel/program.ts';
import { readFstab } from '../../system/fstab.ts';
import type { Call } from '../files/command.ts';
import { breathe, commandOf } from '../files/command.ts';
import { has, valueOf } from '../files/options.ts';
import { canonical, deviceNamed, pathOfDevice, sourceNamed } from './devices.ts';
import { badUsage, failedStatus, libmountVersion } from './mount-words.ts';
import { isSuperuser } from './superuser.ts';

export const umount = commandOf({
  short: 'acdflnO:qRrt:v',
  long: {
    all: 'a',
    force: 'f',
    lazy: 'l',
    recursive: 'R',
    types: 't',
    verbose: 'v',
    quiet: 'q',
    'no-mtab': 'n',
    'read-only': 'r',
  },
  usage: '[-hV]',
  version: libmountVersion,
  order: 'anywhere',
  misuse: 1,
  least: 0,
  *run(call) {
    yield* breathe(call);
    if (has(call.options, 'a')) umountAll(call);
    else if (call.operands.length === 0) badUsage(call);
    for (const word of call.operands) umountOne(call, word);
  },
});

function umountAll(call: Call): void {
  const types = valueOf(call.options, 't')?.split(',') ?? null;
  for (const { at, type, source } of call.system.files.mounts().toReversed()) {
    const isOwn = source.startsWith('/dev/') && at !== '/';
    if (types === null ? isOwn : types.includes(type)) umountOne(call, at);
  }
}

function umountOne(call: Call, word: Bytes): void {
  const { system } = call;
  const complain = (text: Bytes): void => {
    if (!(has(call.options, 'q') && text.startsWith('not'))) call.complaints += `umount: ${word}: ${text}.\n`;
    call.status = failedStatus;
  };
  const mounts = system.files.mounts();
  const mounted = mountedAs(system, word);
  if (mounted === undefined) {
    const isThere = system.files.stat(canonical(system, word)).ok;
    return complain(isThere ? 'not mounted' : 'no mount point specified');
  }
  if (!isSuperuser(system) && !mayUnmount(system, mounted.at))
    return complain('must be superuser to unmount');
  const inner = has(call.options, 'R') ? mounts.filter(({ at }) => at.startsWith(`${mounted.at}/`)) : [];
  for (const { at } of [...inner.toReversed(), mounted]) {
    const answer = system.storage.unmount(at, has(call.options, 'l') ? 'lazy' : 'free');
    if (!answer.ok) return complain(answer.errno === 'EBUSY' ? 'target is busy' : 'not mounted');
    if (has(call.options, 'v')) call.output += `umount: ${at} (${mounted.source}) unmounted\n`;
  }
}

function mountedAs(system: System, word: Bytes): MountFacts | undefined {
  const place = canonical(system, word);
  const mounts = system.files.mounts();
  const device = deviceNamed(system, sourceNamed(system, word) ?? word);
  const isOn = ({ source }: MountFacts): boolean => device !== null && source === pathOfDevice(device);
  return mounts.findLast(({ at }) => at === place) ?? mounts.findLast(isOn);
}

const mayUnmount = (system: System, place: Bytes): boolean =>
  readFstab(system).some(({ at, options }) => at === place && options.some((one) => /^users?$/.test(one)));
