import type { Bytes } from '../../bytes.ts';
import type { Match } from '../../patterns/pattern.ts';
import type { Step } from '../../kernel/program.ts';
import type { Edit, Edited } from '../edit.ts';
import { absent, bareLine, finishEdit, linesWithEnds, readForEdit } from '../edit.ts';
import { fileOptions } from '../file-facts.ts';
import type { Module, Task } from '../module.ts';
import type { PythonPattern } from '../python-pattern.ts';
import { pythonPattern } from '../python-pattern.ts';
import type { Outcome, Result } from '../result.ts';
import { failure, got } from '../result.ts';

export const lineinfile: Module = {
  options: {
    path: { type: 'path', isRequired: true, also: ['dest', 'destfile', 'name'] },
    state: { type: 'text', usual: 'present', choices: ['absent', 'present'] },
    regexp: { type: 'text', also: ['regex'] },
    search_string: { type: 'text' },
    line: { type: 'text', also: ['value'] },
    insertafter: { type: 'text' },
    insertbefore: { type: 'text' },
    backrefs: { type: 'flag', usual: false },
    create: { type: 'flag', usual: false },
    backup: { type: 'flag', usual: false },
    firstmatch: { type: 'flag', usual: false },
    validate: { type: 'text' },
    ...fileOptions,
  },
  run: edit,
};

function* edit(task: Task): Step<Result> {
  const { options } = task;
  const fault = faultIn(task);
  if (fault !== null) return failure(fault);
  const read = readForEdit(task);
  if (!read.ok) return read.result;
  const seeker = seekerFor(task);
  if (!seeker.ok) return seeker.result;
  const isAbsent = options.text('state') === 'absent';
  const { content, path } = read.value;
  if (content === null && isAbsent) return { changed: false, msg: 'file not present' };
  if (content === null && !options.flag('create')) return absent(path);
  const lines = linesWithEnds(content ?? '');
  if (isAbsent) return yield* remove(task, read.value, { lines, seeker: seeker.value });
  const place = placeFor(task);
  if (!place.ok) return place.result;
  const made = present(task, { lines, seeker: seeker.value, insert: place.value });
  return yield* finishEdit(task, read.value, { ...made, more: { backup: '' } });
}

function faultIn({ options }: Task): Bytes | null {
  const [line, regexp] = [options.text('line'), options.text('regexp')];
  const words = options.text('search_string');
  if (options.text('state') === 'absent')
    return line === null && regexp === null && words === null
      ? 'one of line, search_string, or regexp is required with state=absent'
      : null;
  if (line === null) return 'line is required with state=present';
  if (options.flag('backrefs') && regexp === null) return 'regexp is required with backrefs=true';
  return options.text('insertafter') !== null && options.text('insertbefore') !== null
    ? 'parameters are mutually exclusive: insertbefore|insertafter'
    : null;
}

/** Finds the line that is meant; null: nothing was said of how it looks. */
type Seeker = { readonly find: (line: Bytes) => Match | null; readonly pattern: PythonPattern | null } | null;

function seekerFor({ options }: Task): Outcome<Seeker> {
  const words = options.text('search_string');
  const regexp = options.text('regexp');
  if (regexp !== null && regexp !== '') {
    const pattern = pythonPattern(regexp, 'text');
    if (!pattern.ok) return pattern;
    return got({ pattern: pattern.value, find: (line) => pattern.value.find(bareLine(line), 0) });
  }
  if (words === null) return got(null);
  const found: Match = { from: 0, to: 0, slots: [] };
  return got({ pattern: null, find: (line) => (line.includes(words) ? found : null) });
}

type Insert = { readonly side: 'after' | 'before'; readonly pattern: PythonPattern | 'BOF' | 'EOF' };

function placeFor({ options }: Task): Outcome<Insert> {
  const before = options.text('insertbefore');
  const asked = before ?? options.text('insertafter') ?? 'EOF';
  const side = before === null ? 'after' : 'before';
  if (asked === 'BOF' || asked === 'EOF') return got({ side, pattern: asked });
  const pattern = pythonPattern(asked, 'text');
  return pattern.ok ? got({ side, pattern: pattern.value }) : pattern;
}

type Seeking = { readonly lines: readonly Bytes[]; readonly seeker: Seeker };

function present({ options }: Task, { lines, seeker, insert }: Seeking & { readonly insert: Insert }): Edit {
  const line = options.text('line') ?? '';
  const isFirst = options.flag('firstmatch');
  const matches = lines.flatMap((one, at) => {
    const match = seeker?.find(one) ?? null;
    return match === null ? [] : [{ at, match }];
  });
  const found = isFirst ? matches[0] : matches.at(-1);
  if (found !== undefined) {
    const old = lines[found.at] ?? '';
    const { pattern } = seeker ?? { pattern: null };
    const next = options.flag('backrefs')
      ? (pattern?.filled(line, found.match, bareLine(old)) ?? line)
      : line;
    return replaced(lines, found.at, `${next.replace(/\n$/, '')}\n`);
  }
  const same = lines.findLastIndex((one) => bareLine(one) === line);
  if (same !== -1) return replaced(lines, same, `${line}\n`);
  if (options.flag('backrefs')) return { after: lines.join(''), msg: '' };
  return { after: inserted(lines, `${line}\n`, placeIn(lines, insert, isFirst)), msg: 'line added' };
}

function replaced(lines: readonly Bytes[], at: number, next: Bytes): Edit {
  if (lines[at] === next) return { after: lines.join(''), msg: '' };
  return { after: lines.with(at, next).join(''), msg: 'line replaced' };
}

function placeIn(lines: readonly Bytes[], { side, pattern }: Insert, isFirst: boolean): number {
  if (pattern === 'BOF') return 0;
  if (pattern === 'EOF') return lines.length;
  const isIt = (one: Bytes): boolean => pattern.find(bareLine(one), 0) !== null;
  const found = isFirst ? lines.findIndex(isIt) : lines.findLastIndex(isIt);
  if (found === -1) return lines.length;
  return side === 'after' ? found + 1 : found;
}

/** A last line without its end gets one first. */
function inserted(lines: readonly Bytes[], line: Bytes, at: number): Bytes {
  const before = lines.slice(0, at).join('');
  const end = before === '' || before.endsWith('\n') ? '' : '\n';
  return before + end + line + lines.slice(at).join('');
}

function* remove(task: Task, edited: Edited, { lines, seeker }: Seeking): Step<Result> {
  const line = task.options.text('line');
  const isIt = (one: Bytes): boolean =>
    seeker === null ? bareLine(one) === line : seeker.find(one) !== null;
  const kept = lines.filter((one) => !isIt(one));
  const found = lines.length - kept.length;
  const msg = found === 0 ? '' : `${found} line(s) removed`;
  return yield* finishEdit(task, edited, { after: kept.join(''), msg, more: { found, backup: '' } });
}
