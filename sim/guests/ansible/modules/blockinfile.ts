import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { absent, bareLine, finishEdit, linesWithEnds, readForEdit } from '../edit.ts';
import { fileOptions } from '../file-facts.ts';
import type { Module, Task } from '../module.ts';
import { pythonPattern } from '../python-pattern.ts';
import type { Outcome, Result } from '../result.ts';
import { failure, got } from '../result.ts';

export const blockinfile: Module = {
  options: {
    path: { type: 'path', isRequired: true, also: ['dest', 'destfile', 'name'] },
    state: { type: 'text', usual: 'present', choices: ['absent', 'present'] },
    marker: { type: 'text', usual: '# {mark} ANSIBLE MANAGED BLOCK' },
    marker_begin: { type: 'text', usual: 'BEGIN' },
    marker_end: { type: 'text', usual: 'END' },
    block: { type: 'text', usual: '', also: ['content'] },
    insertafter: { type: 'text' },
    insertbefore: { type: 'text' },
    create: { type: 'flag', usual: false },
    backup: { type: 'flag', usual: false },
    append_newline: { type: 'flag', usual: false },
    prepend_newline: { type: 'flag', usual: false },
    validate: { type: 'text' },
    ...fileOptions,
  },
  run: edit,
};

function* edit(task: Task): Step<Result> {
  const { options } = task;
  if (options.text('insertafter') !== null && options.text('insertbefore') !== null)
    return failure('parameters are mutually exclusive: insertbefore|insertafter');
  const read = readForEdit(task);
  if (!read.ok) return read.result;
  const { content, path } = read.value;
  if (content === null && !options.flag('create')) {
    const isAbsent = options.text('state') === 'absent';
    return isAbsent ? { changed: false, msg: `File ${path} not present` } : absent(path);
  }
  const marks = marksOf(task);
  const block = blockFor(task, marks);
  const after = withBlock(task, linesWithEnds(content ?? ''), { marks, block });
  if (!after.ok) return after.result;
  const verb = block.length === 0 ? 'Block removed' : 'Block inserted';
  const msg = after.value === content ? '' : content === null ? 'File created' : verb;
  return yield* finishEdit(task, read.value, { after: after.value, msg });
}

const marksOf = ({ options }: Task): readonly Bytes[] =>
  [options.text('marker_begin'), options.text('marker_end')].map((mark) =>
    (options.text('marker') ?? '').replace('{mark}', mark ?? ''),
  );

type Block = { readonly marks: readonly Bytes[]; readonly block: readonly Bytes[] };

/** In the place of the old one, or where it was asked for. */
function withBlock(task: Task, lines: readonly Bytes[], { marks, block }: Block): Outcome<Bytes> {
  const old = blockIn(lines, marks);
  const place = old === null ? freshPlace(task, lines) : got(old.from);
  if (!place.ok) return place;
  const rest = old === null ? lines : lines.toSpliced(old.from, old.to - old.from);
  return got(joinedWith(task, { lines: rest, at: place.value, block }));
}

type Span = { readonly from: number; readonly to: number };

/** From mark to mark, whichever comes first; null: there is none, or only one of them. */
function blockIn(lines: readonly Bytes[], [begin, end]: readonly Bytes[]): Span | null {
  const first = lines.findLastIndex((line) => bareLine(line) === begin);
  const last = lines.findLastIndex((line) => bareLine(line) === end);
  if (first === -1 || last === -1) return null;
  return { from: Math.min(first, last), to: Math.max(first, last) + 1 };
}

function blockFor({ options }: Task, [begin = '', end = '']: readonly Bytes[]): readonly Bytes[] {
  const block = (options.text('block') ?? '').replace(/\n$/, '');
  if (options.text('state') === 'absent' || block === '') return [];
  return [begin, ...block.split('\n'), end].map((line) => `${line}\n`);
}

function freshPlace({ options }: Task, lines: readonly Bytes[]): Outcome<number> {
  const before = options.text('insertbefore');
  const asked = before ?? options.text('insertafter') ?? 'EOF';
  if (asked === 'BOF') return got(0);
  if (asked === 'EOF') return got(lines.length);
  const pattern = pythonPattern(asked, 'text');
  if (!pattern.ok) return pattern;
  const found = lines.findLastIndex((line) => pattern.value.find(bareLine(line), 0) !== null);
  if (found === -1) return got(lines.length);
  return got(before === null ? found + 1 : found);
}

type Joining = { readonly lines: readonly Bytes[]; readonly at: number; readonly block: readonly Bytes[] };

function joinedWith({ options }: Task, { lines, at, block }: Joining): Bytes {
  const before = lines.slice(0, at).join('');
  const after = lines.slice(at).join('');
  if (block.length === 0) return before + after;
  const end = before === '' || before.endsWith('\n') ? '' : '\n';
  const isGap = (text: Bytes): boolean => text !== '' && !/(?:^|\n)\n$/.test(text);
  const gapBefore = options.flag('prepend_newline') && isGap(before) ? '\n' : '';
  const gapAfter = options.flag('append_newline') && after !== '' && !after.startsWith('\n') ? '\n' : '';
  return before + end + gapBefore + block.join('') + gapAfter + after;
}
