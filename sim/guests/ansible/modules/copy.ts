import type { Bytes } from '../../bytes.ts';
import type { Step, System } from '../../kernel/program.ts';
import { backupStamp } from '../clock.ts';
import { applyAttributes, backUp, fileOptions, pathInfo } from '../file-facts.ts';
import type { Module, Task } from '../module.ts';
import { joined, lastOf, parentOf } from '../paths.ts';
import type { Outcome, Result } from '../result.ts';
import { broken, failure, got, orBroken } from '../result.ts';
import { sha1 } from '../sha1.ts';
import { validated } from '../validate.ts';

/** What the controller sent into a temporary file, or what is on the guest already, comes to its place. `template` too. */
export const copy: Module = {
  options: {
    src: { type: 'path' },
    _original_basename: { type: 'text' },
    content: { type: 'unused', isSecret: true },
    dest: { type: 'path', isRequired: true },
    backup: { type: 'flag', usual: false },
    force: { type: 'flag', usual: true, also: ['thirsty'] },
    validate: { type: 'text' },
    directory_mode: { type: 'raw' },
    remote_src: { type: 'flag', usual: false },
    local_follow: { type: 'unused' },
    follow: { type: 'flag', usual: false },
    checksum: { type: 'text' },
    decrypt: { type: 'unused' },
    ...fileOptions,
  },
  run: function* (task) {
    const { system, options } = task;
    const source = options.text('src') ?? '';
    const read = contentOf(system, source);
    if (!read.ok) return read.result;
    const checksum = yield* sha1(system, read.value);
    const sent = options.text('checksum');
    if (sent !== null && sent !== checksum && !options.flag('remote_src'))
      return failure('Copied file does not match the expected checksum. Transfer failed.', {
        checksum,
        expected_checksum: sent,
      });
    const dest = destinationFor(task, source);
    const placed = yield* place(task, dest, read.value);
    if (!placed.ok) return placed.result;
    const { isChanged, backup } = placed.value;
    const applied = applyAttributes(task, dest);
    if (!applied.ok) return { ...applied.result, dest };
    const kept = backup === null ? {} : { backup_file: backup };
    const said = { dest, src: source, md5sum: null, checksum, changed: isChanged || applied.value };
    return { ...said, ...kept, ...pathInfo(system, dest) };
  },
};

function contentOf(system: System, source: Bytes): Outcome<Bytes> {
  const found = system.files.stat(source);
  if (!found.ok) return broken(`Source ${source} not found`);
  if (found.value.kind === 'directory')
    return broken(
      `Coldaisle's guests copy no directory on their own side (remote_src of ${source}): use command: cp -a`,
    );
  const read = system.files.readFile(source);
  return read.ok ? got(read.value) : broken(`Source ${source} not readable`);
}

function destinationFor({ system, options }: Task, source: Bytes): Bytes {
  const dest = options.text('dest') ?? '';
  const name = options.text('_original_basename') ?? lastOf(source);
  const found = system.files.stat(dest);
  const isDirectory = dest.endsWith('/') || (found.ok && found.value.kind === 'directory');
  if (isDirectory) return joined(dest, lastOf(name));
  const end = options.flag('follow') ? system.files.resolve(dest) : null;
  return end?.ok === true ? end.value : dest;
}

type Placed = { readonly isChanged: boolean; readonly backup: Bytes | null };

function* place(task: Task, dest: Bytes, content: Bytes): Step<Outcome<Placed>> {
  const { system, options, isTrial } = task;
  const directory = prepare(task, parentOf(dest));
  if (!directory.ok) return directory;
  const now = system.files.readFile(dest);
  const isThere = system.files.linkStat(dest).ok;
  const isNeeded = !now.ok || (options.flag('force') && now.value !== content);
  if (!isNeeded || isTrial) return got({ isChanged: isNeeded, backup: null });
  const checked = yield* validated(task, content);
  if (!checked.ok) return checked;
  const backup =
    options.flag('backup') && isThere ? backUp(system, dest, backupStamp(system.now())) : got(null);
  if (!backup.ok) return backup;
  if (system.files.readLink(dest).ok) system.files.remove(dest);
  const written = system.files.writeFile(dest, content, 0o666);
  if (!written.ok) return orBroken(written, `Could not replace file: ${dest}`);
  return got({ isChanged: true, backup: backup.value });
}

/** Directories on the way are made only where the destination ends in a slash. */
function prepare({ system, options, isTrial }: Task, directory: Bytes): Outcome<Result> {
  const found = system.files.stat(directory);
  if (found.ok) return got({});
  if (!(options.text('dest') ?? '').endsWith('/'))
    return broken(`Destination directory ${directory} does not exist`);
  if (isTrial) return got({});
  const missing: Bytes[] = [];
  for (let at = directory; !system.files.stat(at).ok; at = parentOf(at)) missing.unshift(at);
  for (const one of missing) {
    const made = system.files.makeDirectory(one, 0o755);
    if (!made.ok) return orBroken(made, `Could not make ${one}`);
  }
  return got({});
}
