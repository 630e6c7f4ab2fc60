import type { Bytes } from '../../bytes.ts';
import { turn } from '../../kernel/program-tools.ts';
import type { Step } from '../../kernel/program.ts';
import { finishEdit, readForEdit } from '../edit.ts';
import { fileOptions } from '../file-facts.ts';
import type { Module, Task } from '../module.ts';
import type { PythonPattern } from '../python-pattern.ts';
import { pythonPattern } from '../python-pattern.ts';
import type { Outcome, Result } from '../result.ts';
import { failure, got } from '../result.ts';

export const replace: Module = {
  options: {
    path: { type: 'path', isRequired: true, also: ['dest', 'destfile', 'name'] },
    regexp: { type: 'text', isRequired: true },
    replace: { type: 'text', usual: '' },
    after: { type: 'text' },
    before: { type: 'text' },
    backup: { type: 'flag', usual: false },
    validate: { type: 'text' },
    encoding: { type: 'unused' },
    ...fileOptions,
  },
  run: edit,
};

function* edit(task: Task): Step<Result> {
  const { options, system } = task;
  const read = readForEdit(task);
  if (!read.ok) return read.result;
  const { content, path } = read.value;
  if (content === null) return failure(`Path ${path} does not exist !`, { rc: 257 });
  const pattern = pythonPattern(options.text('regexp') ?? '', 'lines');
  if (!pattern.ok) return pattern.result;
  const span = spanIn(task, content);
  if (!span.ok) return span.result;
  if (span.value === null)
    return { changed: false, msg: 'Pattern for before/after params did not match the given file' };
  const [from, to] = span.value;
  const section = content.slice(from, to);
  const template = options.text('replace') ?? '';
  let [after, count, at] = ['', 0, 0];
  for (;;) {
    const next = nextIn(pattern.value, { section, at, template });
    if (next === null) break;
    after += next.text;
    at = next.at;
    count += 1;
    if (system.isTired()) yield turn;
  }
  const whole = content.slice(0, from) + after + section.slice(at) + content.slice(to);
  const msg = whole === content ? '' : `${count} replacements made`;
  return yield* finishEdit(task, read.value, { after: whole, msg });
}

/** Between what `after` finds and what `before` finds; null: they find nothing. */
function spanIn({ options }: Task, content: Bytes): Outcome<readonly [number, number] | null> {
  const [first, last] = [options.text('after'), options.text('before')];
  let from = 0;
  if (first !== null) {
    const pattern = pythonPattern(first, 'text');
    if (!pattern.ok) return pattern;
    const found = pattern.value.find(content, 0);
    if (found === null) return got(null);
    from = found.to;
  }
  if (last === null) return got([from, content.length]);
  const pattern = pythonPattern(last, 'text');
  if (!pattern.ok) return pattern;
  const found = pattern.value.find(content, from);
  return got(found === null ? null : [from, found.from]);
}

type Section = { readonly section: Bytes; readonly at: number; readonly template: Bytes };

/** What stands before the next match and what takes the match's place. */
function nextIn(
  pattern: PythonPattern,
  { section, at, template }: Section,
): { readonly text: Bytes; readonly at: number } | null {
  if (at > section.length) return null;
  const match = pattern.find(section, at);
  if (match === null) return null;
  const text = section.slice(at, match.from) + pattern.filled(template, match, section);
  // An empty match moves on by one, or it would be found for ever.
  if (match.to > match.from) return { text, at: match.to };
  return { text: text + section.slice(match.from, match.from + 1), at: match.from + 1 };
}
