import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Program, Step } from '../../kernel/program.ts';
import { wholeFile } from '../text/files.ts';
import { has, parseOptions, type Given } from '../text/options.ts';
import { createTool, flush, put, type Tool } from '../text/tool.ts';
import { pack, unpack, type Unpacked } from './gzip-form.ts';

const form = {
  short: 'cdfhklnNqrtvV123456789',
  long: {
    stdout: 'c',
    'to-stdout': 'c',
    decompress: 'd',
    uncompress: 'd',
    force: 'f',
    keep: 'k',
    list: 'l',
    quiet: 'q',
    test: 't',
    verbose: 'v',
    fast: '1',
    best: '9',
    'no-name': 'n',
    name: 'N',
    version: 'V',
  },
};

type Job = {
  readonly self: Tool;
  readonly given: Given;
  readonly isUnpacking: boolean;
  readonly toOutput: boolean;
};

/** gzip; gunzip and zcat are the same with other wishes. */
const gzipAs = (wish: 'pack' | 'unpack' | 'show'): Program =>
  function* (system) {
    const self = createTool(system);
    const parsed = parseOptions(system.arguments.slice(1), form);
    if (!parsed.ok) {
      yield* system.descriptors.write(
        2,
        `${self.name}: ${parsed.message}\nTry \`gzip --help' for more information.\n`,
      );
      return 1;
    }
    const { given } = parsed;
    if (has(given, 'V')) {
      yield* system.descriptors.write(1, 'gzip 1.12\n');
      return 0;
    }
    const isUnpacking = wish !== 'pack' || has(given, 'd', 't');
    const job = { self, given, isUnpacking, toOutput: wish === 'show' || has(given, 'c', 't') };
    for (const name of given.operands.length === 0 ? ['-'] : given.operands) yield* handle(job, name);
    yield* flush(self);
    return self.status;
  };

function* handle(job: Job, name: Bytes): Step<void> {
  if (name === '-') yield* handleInput(job);
  else yield* handleFile(job, name);
}

function* tell(self: Tool, text: Bytes, status: number): Step<void> {
  yield* flush(self);
  yield* self.system.descriptors.write(2, text);
  self.status = self.status === 1 ? 1 : status;
}

function* handleInput({ self, isUnpacking, given }: Job): Step<void> {
  const { system } = self;
  if (!isUnpacking && system.descriptors.isTerminal(1) && !has(given, 'f')) {
    yield* tell(
      self,
      'gzip: compressed data not written to a terminal. Use -f to force compression.\nFor help, type: gzip -h\n',
      1,
    );
    return;
  }
  const text = yield* wholeFile(self, '-', { open: messageOfInput, read: messageOfInput });
  if (text === null) return;
  if (!isUnpacking) {
    put(self, pack(text, { name: null, seconds: 0 }));
    return;
  }
  const unpacked = text === '' ? { ok: false as const, why: 'unexpected end of file' } : unpack(text);
  if (!unpacked.ok) yield* tell(self, `\ngzip: stdin: ${unpacked.why}\n`, 1);
  else if (!has(given, 't')) put(self, unpacked.text);
}

const messageOfInput = (): Bytes => 'stdin: read error';

function* handleFile(job: Job, name: Bytes): Step<void> {
  const made = work(job, name);
  if (!('text' in made)) {
    yield* tell(job.self, `${made.why}\n`, made.status);
    return;
  }
  if (has(job.given, 't')) return;
  if (job.toOutput || made.goal === null) put(job.self, made.text);
  else yield* replace(job, { ...made, goal: made.goal });
}

type Made = Omit<Replacing, 'goal'> & { readonly goal: Bytes | null };
type Refused = { readonly why: Bytes; readonly status: number };

/** What a file becomes, or why it becomes nothing. */
function work({ self, given, isUnpacking, toOutput }: Job, name: Bytes): Made | Refused {
  const { files } = self.system;
  const path = isUnpacking ? packedPath(self, name) : name;
  const found = files.stat(path);
  if (!found.ok)
    return {
      why: `gzip: ${isUnpacking ? path.replace(/(?:\.gz)?$/, '.gz') : path}: ${messageOf(found.errno)}`,
      status: 1,
    };
  if (found.value.kind === 'directory') return { why: `gzip: ${path} is a directory -- ignored`, status: 2 };
  const goal = goalOf(path, isUnpacking);
  if (goal === null && !toOutput) return wrongName(path, isUnpacking);
  const content = files.readFile(path);
  if (!content.ok) return { why: `gzip: ${path}: ${messageOf(content.errno)}`, status: 1 };
  const own = has(given, 'n') ? null : path.slice(path.lastIndexOf('/') + 1);
  const made = isUnpacking ? unpack(content.value) : packed(content.value, own, found.value.modifiedAt);
  if (!made.ok) return { why: `\ngzip: ${path}: ${made.why}`, status: 1 };
  return { path, goal, text: made.text, found: found.value };
}

/** With its ending, where only that is there. */
function packedPath({ system: { files } }: Tool, name: Bytes): Bytes {
  return !files.linkStat(name).ok && files.stat(`${name}.gz`).ok ? `${name}.gz` : name;
}

const packed = (text: Bytes, name: Bytes | null, at: number): Unpacked => ({
  ok: true,
  text: pack(text, { name, seconds: Math.floor(at / 1000) }),
});

const wrongName = (path: Bytes, isUnpacking: boolean): Refused =>
  isUnpacking
    ? { why: `gzip: ${path}: unknown suffix -- ignored`, status: 2 }
    : { why: `gzip: ${path} already has .gz suffix -- unchanged`, status: 0 };

function goalOf(path: Bytes, isUnpacking: boolean): Bytes | null {
  if (!isUnpacking) return path.endsWith('.gz') ? null : `${path}.gz`;
  if (path.endsWith('.tgz')) return path.replace(/\.tgz$/, '.tar');
  return path.endsWith('.gz') ? path.slice(0, -3) : null;
}

type Replacing = {
  readonly path: Bytes;
  readonly goal: Bytes;
  readonly text: Bytes;
  readonly found: {
    readonly mode: number;
    readonly uid: number;
    readonly gid: number;
    readonly modifiedAt: number;
    readonly size: number;
  };
};

/** The new file in place of the old one, with its owner, mode and time. */
function* replace({ self, given, isUnpacking }: Job, { path, goal, text, found }: Replacing): Step<void> {
  const { files } = self.system;
  if (files.linkStat(goal).ok && !has(given, 'f')) {
    yield* tell(
      self,
      `gzip: ${goal} already exists;${self.system.descriptors.isTerminal(0) ? '' : '\tnot overwritten'}\n`,
      2,
    );
    return;
  }
  const written = files.writeFile(goal, text, 0o600);
  if (!written.ok) {
    files.remove(goal);
    yield* tell(self, `gzip: ${goal}: ${messageOf(written.errno)}\n`, 1);
    return;
  }
  files.changeOwner(goal, found.uid, found.gid);
  files.changeMode(goal, found.mode & 0o777);
  files.changeTimes(goal, found.modifiedAt, found.modifiedAt);
  if (!has(given, 'k')) files.remove(path);
  if (!has(given, 'v')) return;
  const [large, small] = isUnpacking ? [text.length, found.size] : [found.size, text.length];
  const share = large === 0 ? 0 : (1 - small / large) * 100;
  yield* self.system.descriptors.write(
    2,
    `${path}:\t${share.toFixed(1).padStart(5)}% -- ${has(given, 'k') ? 'created' : 'replaced with'} ${goal}\n`,
  );
}

export const gzip = gzipAs('pack');
export const gunzip = gzipAs('unpack');
export const zcat = gzipAs('show');
