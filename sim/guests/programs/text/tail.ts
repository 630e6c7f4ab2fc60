import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import { turn } from '../../kernel/program-tools.ts';
import type { Step } from '../../kernel/program.ts';
import { longTexts } from './files.ts';
import { startOfLast, titleOf } from './head.ts';
import { sizeOf } from './number.ts';
import { has, lastOf, valueOf, type Given } from './options.ts';
import { closeSource, openSource, readRest, type Source } from './source.ts';
import { complain, coreForm, fail, flush, put, marked, quoted, tool, type Tool } from './tool.ts';

const form = {
  ...coreForm(
    'c:fFn:qs:vz',
    {
      bytes: 'c',
      follow: 'follow?',
      lines: 'n',
      quiet: 'q',
      silent: 'q',
      verbose: 'v',
      'sleep-interval': 's',
      'zero-terminated': 'z',
      retry: 'retry',
      pid: 'pid:',
    },
    '[OPTION]... [FILE]...',
  ),
  rewrite: (words: readonly Bytes[]) =>
    words.map((word, at) =>
      at === 0 ? word.replace(/^-(\d+)(f?)$/, '-$2n$1').replace(/^\+(\d+)$/, '-n+$1') : word,
    ),
};

type Tail = {
  readonly unit: 'c' | 'n';
  readonly count: number;
  readonly isFrom: boolean;
  readonly end: Bytes;
  readonly isTitled: boolean;
  readonly isFollowing: boolean;
  readonly byName: boolean;
  readonly pause: number;
};
type Followed = { readonly name: Bytes; source: Source | null; size: number; inode: number };

export const tail = tool(form, function* (self, given) {
  const names = given.operands.length === 0 ? ['-'] : given.operands;
  const how = howOf(given, names);
  if (typeof how === 'string') {
    yield* complain(self, how);
    return 1;
  }
  const followed: Followed[] = [];
  const state: Telling = { isFirst: true };
  for (const name of names) {
    const one = yield* tellEnd(self, name, { how, state });
    if (one !== null) followed.push(one);
  }
  if (!how.isFollowing) return 0;
  if (followed.every(({ source }) => source === null) && !how.byName && !has(given, 'retry')) {
    yield* complain(self, 'no files remaining');
    return 1;
  }
  yield* follow(self, followed, how);
  return 0;
});

function howOf(given: Given, names: readonly Bytes[]): Tail | Bytes {
  const unit = lastOf(given, 'cn') === 'c' ? 'c' : 'n';
  const text = valueOf(given, unit) ?? '10';
  const count = sizeOf(text.replace(/^[-+]/, ''));
  if (count === null) return `invalid number of ${unit === 'c' ? 'bytes' : 'lines'}: ${marked(text)}`;
  const seconds = valueOf(given, 's') ?? '1';
  if (Number.isNaN(Number(seconds))) return `invalid number of seconds: ${marked(seconds)}`;
  return {
    unit,
    count,
    isFrom: text.startsWith('+'),
    end: has(given, 'z') ? '\0' : '\n',
    isTitled: has(given, 'v') || (names.length > 1 && !has(given, 'q')),
    isFollowing: has(given, 'f', 'F', 'follow'),
    byName: has(given, 'F') || valueOf(given, 'follow') === 'name',
    pause: Number(seconds),
  };
}

/** Whether no title has been said yet. */
type Telling = { isFirst: boolean };

/** The last part of one file; answered is what there is to follow. */
function* tellEnd(
  self: Tool,
  name: Bytes,
  { how, state }: { readonly how: Tail; readonly state: Telling },
): Step<Followed | null> {
  const opened = yield* openSource(self.system, name);
  if (!opened.ok) {
    yield* fail(self, longTexts.open(name, opened.errno));
    return { name, source: null, size: 0, inode: 0 };
  }
  const source = opened.value;
  if (how.isTitled) put(self, `${state.isFirst ? '' : '\n'}==> ${titleOf(source)} <==\n`);
  state.isFirst = false;
  const text = yield* readRest(source);
  if (source.errno !== null) yield* fail(self, longTexts.read(name, source.errno));
  put(self, lastPart(text, how));
  yield* flush(self);
  const stat = self.system.descriptors.stat(source.descriptor);
  if (how.isFollowing && stat.ok) return { name, source, size: stat.value.size, inode: stat.value.inode };
  closeSource(source);
  return null;
}

function lastPart(text: Bytes, { unit, count, isFrom, end }: Tail): Bytes {
  if (unit === 'c')
    return isFrom ? text.slice(Math.max(0, count - 1)) : text.slice(Math.max(0, text.length - count));
  if (!isFrom) return text.slice(startOfLast(text, count, end));
  let at = 0;
  for (let left = count - 1; left > 0; left -= 1) {
    const next = text.indexOf(end, at);
    if (next < 0) return '';
    at = next + 1;
  }
  return text.slice(at);
}

function* follow(self: Tool, followed: readonly Followed[], { isTitled, byName, pause }: Tail): Step<void> {
  let last = followed.at(-1);
  for (;;) {
    for (const one of followed) {
      if (byName) yield* lookAgain(self, one);
      const fresh = one.source === null ? '' : yield* grown(self, one, one.source);
      if (fresh === '') continue;
      if (isTitled && last !== one)
        put(self, `\n==> ${one.name === '-' ? 'standard input' : one.name} <==\n`);
      last = one;
      put(self, fresh);
      yield* flush(self);
    }
    if (self.isBroken) return;
    const slept = yield* self.system.processes.sleep(Math.max(10, pause * 1000));
    if (!slept.ok && slept.errno !== 'EINTR') return;
    yield turn;
  }
}

function* grown(self: Tool, one: Followed, source: Source): Step<Bytes> {
  const stat = self.system.descriptors.stat(source.descriptor);
  if (!stat.ok) return '';
  if (stat.value.kind === 'file' && stat.value.size < one.size) {
    yield* complain(self, `${one.name}: file truncated`);
    self.system.descriptors.seek(source.descriptor, 0, 'start');
  } else if (stat.value.kind === 'file' && stat.value.size === one.size) return '';
  one.size = stat.value.size;
  source.isDone = false;
  return yield* readRest(source);
}

function* lookAgain(self: Tool, one: Followed): Step<void> {
  const stat = self.system.files.stat(one.name);
  if (!stat.ok) {
    if (one.source === null) return;
    yield* complain(self, `${quoted(one.name)} has become inaccessible: ${messageOf(stat.errno)}`);
    closeSource(one.source);
    one.source = null;
    return;
  }
  if (one.source !== null && stat.value.inode === one.inode) return;
  const opened = yield* openSource(self.system, one.name);
  if (!opened.ok) return;
  yield* complain(
    self,
    `${quoted(one.name)} has ${one.source === null ? 'appeared' : 'been replaced'};  following new file`,
  );
  if (one.source !== null) closeSource(one.source);
  one.source = opened.value;
  one.inode = stat.value.inode;
  one.size = 0;
}
