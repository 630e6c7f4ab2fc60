import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Stat } from '../../files/node.ts';
import type { Program, Step } from '../../kernel/program.ts';
import { wholeFile } from '../text/files.ts';
import { has, parseOptions, type Given } from '../text/options.ts';
import { createTool, flush, put, writeAll, type Tool } from '../text/tool.ts';
import { pack, unpack, type Unpacked } from './form.ts';
import { listRow, listTitle } from './list.ts';

const form = {
  short: '0123456789cdefkltqvzT:M:C:S:V',
  long: {
    stdout: 'c',
    'to-stdout': 'c',
    decompress: 'd',
    uncompress: 'd',
    force: 'f',
    keep: 'k',
    list: 'l',
    test: 't',
    quiet: 'q',
    verbose: 'v',
    compress: 'z',
    extreme: 'e',
    fast: '0',
    best: '9',
    threads: 'T',
    memlimit: 'M',
    check: 'C',
    suffix: 'S',
    version: 'V',
  },
};

type Verb = 'pack' | 'unpack' | 'test' | 'list';
type Job = { readonly self: Tool; readonly given: Given; readonly verb: Verb; readonly toOutput: boolean };

/** xz; unxz and xzcat are the same with other wishes. */
const xzAs = (wish: 'pack' | 'unpack' | 'show'): Program =>
  function* (system) {
    const self = createTool(system);
    const parsed = parseOptions(system.arguments.slice(1), form);
    if (!parsed.ok) {
      yield* writeAll(
        system,
        2,
        `${self.name}: ${parsed.message}\n${self.name}: Try \`${self.name} --help' for more information.\n`,
      );
      return 1;
    }
    const { given } = parsed;
    if (has(given, 'V')) {
      yield* writeAll(system, 1, 'xz (XZ Utils) 5.4.1\nliblzma 5.4.1\n');
      return 0;
    }
    const verb = verbOf(given, wish);
    const job = { self, given, verb, toOutput: wish === 'show' || has(given, 'c') };
    if (verb === 'list') put(self, listTitle);
    for (const name of given.operands.length === 0 ? ['-'] : given.operands)
      yield* name === '-' ? handleInput(job) : handleFile(job, name);
    yield* flush(self);
    return self.status;
  };

function verbOf(given: Given, wish: 'pack' | 'unpack' | 'show'): Verb {
  const last = given.all.findLast(({ name }) => 'dltz'.includes(name))?.name;
  const verbs: Readonly<Record<string, Verb>> = { d: 'unpack', l: 'list', t: 'test', z: 'pack' };
  return verbs[last ?? ''] ?? (wish === 'pack' ? 'pack' : 'unpack');
}

function* tell({ self, given }: Job, text: Bytes, status: 1 | 2): Step<void> {
  yield* flush(self);
  if (!has(given, 'q') || status === 1) yield* writeAll(self.system, 2, `${self.name}: ${text}\n`);
  self.status = self.status === 1 ? 1 : status;
}

function* handleInput(job: Job): Step<void> {
  const { self, verb } = job;
  if (verb === 'list') {
    yield* tell(job, '--list does not support reading from standard input', 1);
    return;
  }
  if (verb === 'pack' && self.system.descriptors.isTerminal(1)) {
    yield* tell(job, 'Compressed data cannot be written to a terminal', 1);
    return;
  }
  const read = (): Bytes => '(stdin): Read error';
  const text = yield* wholeFile(self, '-', { open: read, read });
  if (text === null) return;
  if (verb === 'pack') put(self, pack(text));
  else {
    const unpacked = yield* unpack(self.system, text);
    if (!unpacked.ok) yield* tell(job, `(stdin): ${unpacked.why}`, 1);
    else if (verb === 'unpack') put(self, unpacked.text);
  }
}

function* handleFile(job: Job, name: Bytes): Step<void> {
  const { self, verb, toOutput } = job;
  const isInPlace = !toOutput && verb !== 'list' && verb !== 'test';
  const found = self.system.files.linkStat(name);
  const skipped = found.ok ? skippedAs(found.value, isInPlace && !has(job.given, 'f')) : null;
  const goal = goalOf(name, verb);
  const isMisnamed = typeof goal !== 'string' && isInPlace;
  if (!found.ok) yield* tell(job, `${name}: ${messageOf(found.errno)}`, 1);
  else if (skipped !== null) yield* tell(job, `${name}: ${skipped}, skipping`, 2);
  else if (isMisnamed && verb === 'pack') yield* tell(job, `${name}: ${goal.why}, skipping`, 2);
  else yield* change(job, { name, goal, isInPlace, found: found.value });
}

type Change = {
  readonly name: Bytes;
  readonly goal: Bytes | { readonly why: Bytes };
  readonly isInPlace: boolean;
  readonly found: Stat;
};

function* change(job: Job, { name, goal, isInPlace, found }: Change): Step<void> {
  const { self, verb } = job;
  const content = self.system.files.readFile(name);
  if (!content.ok) {
    yield* tell(job, `${name}: ${messageOf(content.errno)}`, 1);
    return;
  }
  const made = yield* work(job, content.value);
  if (!made.ok) yield* tell(job, `${name}: ${made.why}`, 1);
  else if (isInPlace && typeof goal === 'string')
    yield* replace(job, [name, goal], { text: made.text, found });
  else if (isInPlace && typeof goal !== 'string') yield* tell(job, `${name}: ${goal.why}, skipping`, 2);
  else if (verb === 'list') put(self, listRow(made, { name, size: content.value.length }));
  else if (verb !== 'test') put(self, made.text);
}

function skippedAs({ kind }: Stat, isCareful: boolean): Bytes | null {
  if (kind === 'directory') return 'Is a directory';
  if (!isCareful || kind === 'file') return null;
  return kind === 'link' ? 'Is a symbolic link' : 'Not a regular file';
}

function* work({ self, verb }: Job, content: Bytes): Step<Unpacked> {
  if (verb !== 'pack') return yield* unpack(self.system, content);
  return { ok: true, text: pack(content), streams: 1, blocks: 1, checks: [4] };
}

const endings: readonly (readonly [Bytes, Bytes])[] = [
  ['.xz', ''],
  ['.txz', '.tar'],
  ['.lzma', ''],
  ['.tlz', '.tar'],
];

function goalOf(name: Bytes, verb: Verb): Bytes | { readonly why: Bytes } {
  const ending = endings.find(
    ([end]) => name.endsWith(end) && name.length > end.length && !name.endsWith(`/${end}`),
  );
  if (verb === 'pack') {
    const taken = ['.xz', '.txz'].find((end) => end === ending?.[0]);
    return taken === undefined ? `${name}.xz` : { why: `File already has \`${taken}' suffix` };
  }
  return ending === undefined
    ? { why: 'Filename has an unknown suffix' }
    : name.slice(0, -ending[0].length) + ending[1];
}

type Replacing = { readonly text: Bytes; readonly found: Stat };

/** The new file in place of the old one, with its owner, mode and time. */
function* replace(job: Job, [name, goal]: readonly [Bytes, Bytes], { text, found }: Replacing): Step<void> {
  const { files } = job.self.system;
  if (files.linkStat(goal).ok && !has(job.given, 'f')) {
    yield* tell(job, `${goal}: File exists`, 1);
    return;
  }
  const written = files.writeFile(goal, text, 0o600);
  if (!written.ok) {
    files.remove(goal);
    yield* tell(job, `${goal}: ${messageOf(written.errno)}`, 1);
    return;
  }
  files.changeOwner(goal, found.uid, found.gid);
  files.changeMode(goal, found.mode & 0o777);
  files.changeTimes(goal, found.accessedAt, found.modifiedAt);
  if (!has(job.given, 'k')) files.remove(name);
}

export const xz = xzAs('pack');
export const unxz = xzAs('unpack');
export const xzcat = xzAs('show');
