import type { Bytes } from '../../bytes.ts';
import type { Stat } from '../../files/node.ts';
import type { Step, System } from '../../kernel/program.ts';
import { applyAttributes, fileOptions, pathInfo } from '../file-facts.ts';
import type { Module, Task } from '../module.ts';
import { joined, lastOf, parentOf } from '../paths.ts';
import type { Outcome, Result } from '../result.ts';
import { broken, got, orBroken } from '../result.ts';
import { removeTree } from '../remove-tree.ts';

export const file: Module = {
  options: {
    state: { type: 'text', choices: ['absent', 'directory', 'file', 'hard', 'link', 'touch'] },
    path: { type: 'path', isRequired: true, also: ['dest', 'name'] },
    _original_basename: { type: 'text' },
    recurse: { type: 'flag', usual: false },
    force: { type: 'flag', usual: false },
    follow: { type: 'flag', usual: true },
    _diff_peek: { type: 'raw' },
    src: { type: 'path' },
    modification_time: { type: 'text' },
    modification_time_format: { type: 'unused' },
    access_time: { type: 'text' },
    access_time_format: { type: 'unused' },
    ...fileOptions,
  },
  run: function* (task) {
    const { system, options } = task;
    const path = pathFor(task);
    if (options.raw('_diff_peek') !== null) return peek(system, path);
    const before = system.files.linkStat(path);
    const made = yield* make(task, path, before.ok ? before.value : null);
    if (!made.ok) return { ...made.result, path, ...pathInfo(system, path) };
    const was = { path, state: before.ok ? stateOf(before.value) : 'absent' };
    const diff = { before: was, after: { path, state: wantedState(task, before.ok ? before.value : null) } };
    const named =
      made.value.dest === undefined ? { path } : { dest: made.value.dest, src: options.text('src') };
    return { changed: made.value.changed, ...named, diff, ...pathInfo(system, path) };
  },
};

type Made = { readonly changed: boolean; readonly dest?: Bytes };

/** A directory that is named for a file means the file of that name in it. */
function pathFor({ system, options }: Task): Bytes {
  const path = options.text('path') ?? '';
  const state = options.text('state');
  const name = options.text('_original_basename') ?? lastOf(options.text('src') ?? '');
  const found = system.files.stat(path);
  const isInside = found.ok && found.value.kind === 'directory' && name !== '';
  return isInside && state !== 'directory' && state !== 'absent' && state !== 'link' && state !== 'hard'
    ? joined(path, name)
    : path;
}

function peek(system: System, path: Bytes): Result {
  const read = system.files.readFile(path);
  const appearsBinary = read.ok && read.value.slice(0, 8192).includes('\0');
  return { changed: false, path, appears_binary: appearsBinary, ...pathInfo(system, path) };
}

const stateOf = ({ kind }: Stat): string => (kind === 'directory' || kind === 'link' ? kind : 'file');

function wantedState({ options }: Task, before: Stat | null): string {
  const state = options.text('state') ?? (options.flag('recurse') ? 'directory' : null);
  return state ?? (before === null ? 'file' : stateOf(before));
}

function* make(task: Task, path: Bytes, before: Stat | null): Step<Outcome<Made>> {
  const state = wantedState(task, before);
  switch (state) {
    case 'absent':
      return yield* remove(task, path, before);
    case 'directory':
      return yield* makeDirectory(task, path);
    case 'touch':
      return touch(task, path, before);
    case 'link':
    case 'hard':
      return makeLink(task, { path, before, state });
    default:
      return keepFile(task, path);
  }
}

function* remove({ system, isTrial }: Task, path: Bytes, before: Stat | null): Step<Outcome<Made>> {
  if (before === null) return got({ changed: false });
  if (isTrial) return got({ changed: true });
  const removed = before.kind === 'directory' ? yield* removeTree(system, path) : system.files.remove(path);
  return removed.ok ? got({ changed: true }) : orBroken(removed, 'unlinking failed');
}

function keepFile(task: Task, path: Bytes): Outcome<Made> {
  const { system, options } = task;
  const found = options.flag('follow') ? system.files.stat(path) : system.files.linkStat(path);
  if (!found.ok) return broken(`file (${path}) is absent, cannot continue`, { path, state: 'absent' });
  if (options.text('state') === 'file' && found.value.kind === 'directory')
    return broken(`file (${path}) is directory, cannot continue`, { path, state: 'directory' });
  const changed = applyAttributes(task, path);
  return changed.ok ? got({ changed: changed.value }) : changed;
}

function* makeDirectory(task: Task, path: Bytes): Step<Outcome<Made>> {
  const { system, options, isTrial } = task;
  const found = system.files.stat(path);
  if (found.ok && found.value.kind !== 'directory')
    return broken(`${path} already exists as a file`, { path });
  if (!found.ok && isTrial) return got({ changed: true });
  const made = found.ok ? got(false) : makeMissing(task, path);
  if (!made.ok) return made;
  const applied = applyAttributes(task, path);
  if (!applied.ok) return applied;
  const below = options.flag('recurse') ? yield* applyBelow(task, path) : got(false);
  return below.ok ? got({ changed: made.value || applied.value || below.value }) : below;
}

/** Every directory on the way gets the same mode and owners. */
function makeMissing(task: Task, path: Bytes): Outcome<boolean> {
  const { files } = task.system;
  const missing: Bytes[] = [];
  for (let at = path; !files.stat(at).ok; at = parentOf(at)) missing.unshift(at);
  for (const one of missing) {
    const made = files.makeDirectory(one, 0o777);
    if (!made.ok) return orBroken(made, `There was an issue creating ${one} as requested`);
    const applied = applyAttributes(task, one);
    if (!applied.ok) return applied;
  }
  return got(true);
}

function* applyBelow(task: Task, path: Bytes): Step<Outcome<boolean>> {
  const listed = task.system.files.list(path);
  if (!listed.ok) return orBroken(listed, `cannot read ${path}`);
  let isChanged = false;
  for (const { name, kind } of listed.value) {
    const one = joined(path, name);
    const applied = applyAttributes(task, one);
    if (!applied.ok) return applied;
    const below = kind === 'directory' ? yield* applyBelow(task, one) : got(false);
    if (!below.ok) return below;
    isChanged ||= applied.value || below.value;
  }
  return got(isChanged);
}

function touch(task: Task, path: Bytes, before: Stat | null): Outcome<Made> {
  const { system, options, isTrial } = task;
  if (isTrial) return got({ changed: before === null || !keepsTimes(options) });
  const now = system.now();
  if (before === null) {
    const made = system.files.writeFile(path, '', 0o666);
    if (!made.ok) return orBroken(made, 'Error, could not touch target');
  } else {
    const accessed = options.text('access_time') === 'preserve' ? before.accessedAt : now;
    const modified = options.text('modification_time') === 'preserve' ? before.modifiedAt : now;
    const dated = system.files.changeTimes(path, accessed, modified);
    if (!dated.ok) return orBroken(dated, 'Error while attempting to update the times');
  }
  const applied = applyAttributes(task, path);
  if (!applied.ok) return applied;
  return got({ changed: before === null || !keepsTimes(options) || applied.value, dest: path });
}

const keepsTimes = (options: Task['options']): boolean =>
  options.text('access_time') === 'preserve' && options.text('modification_time') === 'preserve';

type Linking = { readonly path: Bytes; readonly before: Stat | null; readonly state: 'link' | 'hard' };

function makeLink(task: Task, { path, before, state }: Linking): Outcome<Made> {
  const { system, options, isTrial } = task;
  const source = options.text('src');
  if (source === null) return broken('src is required for creating new symlinks', { dest: path });
  const goal = source.startsWith('/') || state === 'hard' ? source : joined(parentOf(path), source);
  const end = system.files.stat(goal);
  if (!end.ok && !options.flag('force'))
    return broken(`src file does not exist, use "force=yes" if you really want to create the link: ${goal}`, {
      path,
      src: source,
    });
  if (isLinked(system, { path, before, state }, source)) {
    const applied = options.flag('follow') && end.ok ? applyAttributes(task, goal) : got(false);
    return applied.ok ? got({ changed: applied.value, dest: path }) : applied;
  }
  const inTheWay = obstacle(task, before, state);
  if (inTheWay !== null) return broken(inTheWay, { path, dest: path, src: source });
  return isTrial ? got({ changed: true, dest: path }) : linkNow(system, { path, before, state }, source);
}

function isLinked({ files }: System, { path, before, state }: Linking, source: Bytes): boolean {
  const now = files.readLink(path);
  if (state === 'link') return now.ok && now.value === source;
  const end = files.stat(source);
  return before !== null && end.ok && before.inode === end.value.inode;
}

function linkNow({ files }: System, { path, before, state }: Linking, source: Bytes): Outcome<Made> {
  if (before !== null) files.remove(path);
  const made = state === 'link' ? files.makeLink(source, path) : files.makeTwin(source, path);
  return made.ok ? got({ changed: true, dest: path }) : orBroken(made, 'Error while linking');
}

function obstacle({ options }: Task, before: Stat | null, state: 'link' | 'hard'): Bytes | null {
  if (before === null || before.kind === 'link' || options.flag('force')) {
    return before?.kind === 'directory'
      ? `refusing to convert from directory to symlink for ${options.text('path')}`
      : null;
  }
  const into = state === 'link' ? 'symlink' : 'hard link';
  return `refusing to convert from ${stateOf(before)} to ${into} for ${options.text('path')}`;
}
