import type { Bytes } from '../bytes.ts';
import type { Stat } from '../files/node.ts';
import type { System } from '../kernel/program.ts';
import { modeAfter } from '../programs/files/mode-change.ts';
import { accountNamed, accountOfUid, groupNamed, groupsOf } from '../system/users/accounts.ts';
import type { Module, Task } from './module.ts';
import type { Options } from './options.ts';
import type { Outcome, Result } from './result.ts';
import { broken, got, orBroken } from './result.ts';

/** What every module that leaves a file behind may be told of it. */
export const fileOptions: Module['options'] = {
  mode: { type: 'raw' },
  owner: { type: 'text' },
  group: { type: 'text' },
  seuser: { type: 'unused' },
  serole: { type: 'unused' },
  selevel: { type: 'unused' },
  setype: { type: 'unused' },
  attributes: { type: 'elsewhere', also: ['attr'] },
  unsafe_writes: { type: 'unused', usual: false },
};

export const modeText = (mode: number): Bytes => `0${mode.toString(8).padStart(3, '0')}`;

export const ownerName = (system: System, uid: number): Bytes =>
  accountOfUid(system, uid)?.name ?? String(uid);
export const groupName = (system: System, gid: number): Bytes =>
  groupsOf(system).find((group) => group.gid === gid)?.name ?? String(gid);

const stateNames: Readonly<Record<Stat['kind'], string>> = {
  file: 'file',
  directory: 'directory',
  link: 'link',
  pipe: 'file',
  socket: 'file',
  character: 'file',
  block: 'file',
};

/** What Ansible adds to every result that names a path. */
export function pathInfo(system: System, path: Bytes): Result {
  const found = system.files.linkStat(path);
  if (!found.ok) return { state: 'absent' };
  const { uid, gid, mode, size, kind, links } = found.value;
  return {
    uid,
    gid,
    owner: ownerName(system, uid),
    group: groupName(system, gid),
    mode: modeText(mode),
    state: kind === 'file' && links > 1 ? 'hard' : stateNames[kind],
    size,
  };
}

type Wanted = { readonly mode: number | null; readonly uid: number | null; readonly gid: number | null };

function wantedFor(system: System, options: Options, now: Stat): Outcome<Wanted> {
  const mode = wantedMode(system, options.raw('mode'), now);
  if (mode === undefined)
    return broken(`mode must be in octal or symbolic form`, { details: String(options.raw('mode')) });
  const owner = options.text('owner');
  const uid = owner === null ? null : numberOf(owner, accountNamed(system, owner)?.uid);
  if (uid === undefined) return broken(`chown failed: failed to look up user ${owner}`);
  const group = options.text('group');
  const gid = group === null ? null : numberOf(group, groupNamed(system, group)?.gid);
  if (gid === undefined) return broken(`chgrp failed: failed to look up group ${group}`);
  return got({ mode, uid, gid });
}

const numberOf = (name: Bytes, found: number | undefined): number | undefined =>
  found ?? (/^\d+$/.test(name) ? Number(name) : undefined);

/** Undefined: it is no mode. YAML makes a number of `0644`; what is written as text is octal. */
function wantedMode(system: System, given: unknown, { mode, kind }: Stat): number | null | undefined {
  if (given === null) return null;
  if (typeof given === 'number') return given & 0o7777;
  if (typeof given !== 'string') return undefined;
  const text = given.replace(/^0o/, '');
  if (/^[0-7]+$/.test(text)) return Number.parseInt(text, 8) & 0o7777;
  const asked = { mode, isDirectory: kind === 'directory', umask: system.files.umask() };
  return modeAfter(text, asked) ?? undefined;
}

/** Mode and owners as they were asked for; answers whether anything had to change. */
export function applyAttributes({ system, options, isTrial }: Task, path: Bytes): Outcome<boolean> {
  const found = system.files.linkStat(path);
  if (!found.ok) return got(false);
  const wanted = wantedFor(system, options, found.value);
  if (!wanted.ok) return wanted;
  const need = needOf(found.value, wanted.value);
  if (isTrial || !need.isAny) return got(need.isAny);
  if (need.isOwner) {
    const { uid, gid } = wanted.value;
    const changed =
      found.value.kind === 'link'
        ? system.files.changeLinkOwner(path, uid, gid)
        : system.files.changeOwner(path, uid, gid);
    if (!changed.ok) return orBroken(changed, 'chown failed');
  }
  // After the owner: its change may have taken set-id bits away.
  if (need.isMode) {
    const changed = system.files.changeMode(path, wanted.value.mode ?? 0);
    if (!changed.ok) return orBroken(changed, 'chmod failed');
  }
  return got(true);
}

type Need = { readonly isOwner: boolean; readonly isMode: boolean; readonly isAny: boolean };

function needOf(now: Stat, { mode, uid, gid }: Wanted): Need {
  const isOwner = (uid ?? now.uid) !== now.uid || (gid ?? now.gid) !== now.gid;
  const isMode = now.kind !== 'link' && (mode ?? now.mode) !== now.mode;
  return { isOwner, isMode, isAny: isOwner || isMode };
}

/** `/etc/motd.417.2026-11-21@18:30:05~` */
export function backUp(system: System, path: Bytes, stamp: Bytes): Outcome<Bytes> {
  const content = system.files.readFile(path);
  if (!content.ok) return orBroken(content, `Could not make backup of ${path}`);
  const stat = system.files.stat(path);
  const copy = `${path}.${system.pid}.${stamp}~`;
  const mode = stat.ok ? stat.value.mode : 0o600;
  const written = system.files.writeFile(copy, content.value, mode);
  return written.ok ? got(copy) : orBroken(written, `Could not make backup of ${path} to ${copy}`);
}
