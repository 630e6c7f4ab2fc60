import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { has, valueOf, type Given } from './options.ts';
import { awaitLine, openSource, takeLine, type Source } from './source.ts';
import {
  breathe,
  complain,
  coreForm,
  flush,
  isDue,
  marked,
  put,
  quotedIfNeeded,
  tool,
  wrongCall,
  type Tool,
} from './tool.ts';

const form = {
  ...coreForm(
    'cdDf:is:uw:z',
    {
      count: 'c',
      repeated: 'd',
      'all-repeated': 'all-repeated?',
      'skip-fields': 'f',
      group: 'group?',
      'ignore-case': 'i',
      'skip-chars': 's',
      unique: 'u',
      'check-chars': 'w',
      'zero-terminated': 'z',
    },
    '[OPTION]... [INPUT [OUTPUT]]',
  ),
  rewrite: (words: readonly Bytes[]) =>
    words.map((word) => word.replace(/^-(\d+)$/, '-f$1').replace(/^\+(\d+)$/, '-s$1')),
};

type Uniq = {
  readonly key: (line: Bytes) => Bytes;
  readonly counts: boolean;
  readonly shows: 'all' | 'repeated' | 'single' | 'none' | 'everyRepeated';
  readonly gaps: 'none' | 'prepend' | 'separate';
  readonly end: Bytes;
};

export const uniq = tool(form, function* (self, given) {
  const [input = '-', output, extra] = given.operands;
  if (extra !== undefined) return yield* wrongCall(self, form, `extra operand ${marked(extra)}`);
  const wrong = [
    ['f', 'fields to skip'],
    ['s', 'bytes to skip'],
    ['w', 'bytes to compare'],
  ].find(([letter = '']) => !/^\d*$/.test(valueOf(given, letter) ?? ''));
  if (wrong !== undefined) {
    yield* complain(self, `${valueOf(given, wrong[0] ?? '')}: invalid number of ${wrong[1]}`);
    return 1;
  }
  const opened = yield* openSource(self.system, input);
  if (!opened.ok) {
    yield* complain(self, `${quotedIfNeeded(input)}: ${messageOf(opened.errno)}`);
    return 1;
  }
  yield* run(self, opened.value, howOf(given));
  if (opened.value.errno !== null) {
    yield* complain(
      self,
      `error reading '${input}'${messageOf(opened.value.errno) === '' ? '' : `: ${messageOf(opened.value.errno)}`}`,
    );
    return 1;
  }
  if (output === undefined || output === '-') return 0;
  const written = self.system.files.writeFile(output, self.output, 0o666);
  self.output = '';
  if (written.ok) return 0;
  yield* complain(self, `${output}: ${messageOf(written.errno)}`);
  return 1;
});

function howOf(given: Given): Uniq {
  const fields = Number(valueOf(given, 'f') ?? '0');
  const skipped = Number(valueOf(given, 's') ?? '0');
  const width = valueOf(given, 'w');
  const folds = has(given, 'i');
  const key = (line: Bytes): Bytes => {
    let at = 0;
    for (let left = fields; left > 0; left -= 1) at += /^[ \t]*[^ \t]*/.exec(line.slice(at))?.[0].length ?? 0;
    const rest = line.slice(at + skipped, width === null ? undefined : at + skipped + Number(width));
    return folds ? rest.toLowerCase() : rest;
  };
  const every = has(given, 'D', 'all-repeated');
  const gaps = valueOf(given, 'all-repeated');
  return {
    key,
    counts: has(given, 'c'),
    shows: every
      ? 'everyRepeated'
      : has(given, 'd')
        ? has(given, 'u')
          ? 'none'
          : 'repeated'
        : has(given, 'u')
          ? 'single'
          : 'all',
    gaps: gaps === 'prepend' || gaps === 'separate' ? gaps : 'none',
    end: has(given, 'z') ? '\0' : '\n',
  };
}

function* run(self: Tool, source: Source, how: Uniq): Step<void> {
  let group: Bytes[] = [];
  let count = 0;
  let key: Bytes | null = null;
  let shown = 0;
  const close = (): void => {
    if (count > 0 && showGroup(self, how, { group, count, isFirst: shown === 0 })) shown += 1;
  };
  for (;;) {
    const line = takeLine(source, how.end) ?? (yield* awaitLine(self, source, how.end));
    if (line === null) break;
    const next = how.key(line);
    if (next === key) {
      count += 1;
      if (how.shows === 'everyRepeated') group.push(line);
    } else {
      close();
      group = [line];
      count = 1;
      key = next;
    }
    if (isDue(self)) yield* breathe(self);
  }
  close();
  if (self.output.length > 1_000_000) yield* flush(self);
}

function showGroup(
  self: Tool,
  { shows, counts, gaps, end }: Uniq,
  {
    group,
    count,
    isFirst,
  }: { readonly group: readonly Bytes[]; readonly count: number; readonly isFirst: boolean },
): boolean {
  const isShown =
    shows === 'all' ||
    (shows === 'single' && count === 1) ||
    ((shows === 'repeated' || shows === 'everyRepeated') && count > 1);
  if (!isShown) return false;
  if (gaps === 'prepend' || (gaps === 'separate' && !isFirst)) put(self, end);
  for (const line of group) put(self, `${counts ? `${String(count).padStart(7)} ` : ''}${line}${end}`);
  return true;
}
