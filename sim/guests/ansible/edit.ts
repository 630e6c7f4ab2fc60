import type { Bytes } from '../bytes.ts';
import type { Step } from '../kernel/program.ts';
import { backupStamp } from './clock.ts';
import { applyAttributes, backUp } from './file-facts.ts';
import type { Task } from './module.ts';
import { parentOf } from './paths.ts';
import type { Outcome, Result } from './result.ts';
import { broken, failure, got, orBroken } from './result.ts';
import { validated } from './validate.ts';

/** A text file that is to be changed; `content` null: it is not there yet. */
export type Edited = { readonly path: Bytes; readonly content: Bytes | null };

/** What stands in the file, for modules that change some of it. */
export function readForEdit({ system, options }: Task): Outcome<Edited> {
  const path = options.text('path') ?? '';
  const found = system.files.stat(path);
  if (found.ok && found.value.kind === 'directory')
    return broken(`Path ${path} is a directory !`, { rc: 256 });
  if (!found.ok) return got({ path, content: null });
  const read = system.files.readFile(path);
  return read.ok ? got({ path, content: read.value }) : orBroken(read, `${path} cannot be read`);
}

export type Edit = { readonly after: Bytes; readonly msg: Bytes; readonly more?: Result };

/** Writes what has changed, with the copy, the check and the owner that were asked for. */
export function* finishEdit(task: Task, edited: Edited, { after, msg, more }: Edit): Step<Result> {
  const { options, isTrial } = task;
  const { path, content } = edited;
  const before = content ?? '';
  const isChanged = after !== before;
  const written = isChanged && !isTrial ? yield* write(task, edited, after) : got('');
  if (!written.ok) return written.result;
  const applied = applyAttributes(task, path);
  if (!applied.ok) return applied.result;
  const kept = options.flag('backup') ? { backup: written.value } : {};
  const header = `${path} (content)`;
  return {
    changed: isChanged || applied.value,
    msg: applied.value ? withAttributes(msg) : msg,
    diff: [{ before, after, before_header: header, after_header: header }],
    ...more,
    ...kept,
  };
}

const withAttributes = (msg: Bytes): Bytes =>
  `${msg === '' ? '' : `${msg} and `}ownership, perms or SE linux context changed`;

function* write(task: Task, { path, content }: Edited, after: Bytes): Step<Outcome<Bytes>> {
  const { system, options } = task;
  const checked = yield* validated(task, after);
  if (!checked.ok) return checked;
  const backup =
    options.flag('backup') && content !== null ? backUp(system, path, backupStamp(system.now())) : got('');
  if (!backup.ok) return backup;
  const directory = parentOf(path);
  if (!system.files.stat(directory).ok) {
    const made = system.files.makeDirectory(directory, 0o755);
    if (!made.ok) return orBroken(made, `Error creating ${directory}`);
  }
  const written = system.files.writeFile(path, after, 0o644);
  return written.ok ? backup : orBroken(written, `The destination ${path} cannot be written`);
}

export const absent = (path: Bytes): Result => failure(`Destination ${path} does not exist !`, { rc: 257 });

/** Each with its line feed. */
export const linesWithEnds = (content: Bytes): Bytes[] => content.match(/[^\n]*\n|[^\n]+$/g) ?? [];
export const bareLine = (line: Bytes): Bytes => line.replace(/[\r\n]+$/, '');
