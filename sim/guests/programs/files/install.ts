import type { Answer } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import { accountNamed, groupNamed } from '../../system/users/accounts.ts';
import { baseName, breathe, complain, complainOf, coreCommand, misuse, type Call } from './command.ts';
import { makePath } from './make.ts';
import { modeAfter } from './mode-change.ts';
import { has, valueOf } from './options.ts';
import { named, quoted } from './quote.ts';

type Wish = { readonly mode: number; readonly uid: number | null; readonly gid: number | null };

/** Copies files to where they belong, with the mode and owner they shall have. */
export const install = coreCommand({
  short: 'bcCdDg:m:o:psS:t:Tv',
  long: {
    directory: 'd',
    group: 'g',
    mode: 'm',
    owner: 'o',
    'preserve-timestamps': 'p',
    'target-directory': 't',
    'no-target-directory': 'T',
    verbose: 'v',
    compare: 'C',
    strip: 's',
  },
  usage: '[OPTION]... [-T] SOURCE DEST',
  *run(call) {
    yield* breathe(call);
    const { options, operands } = call;
    const [first, second] = operands;
    const takesOne = has(options, 'd') || valueOf(options, 't') !== null;
    if (first === undefined) misuse(call, 1, 'missing file operand');
    else if (second === undefined && !takesOne)
      misuse(call, 1, `missing destination file operand after ${named(first)}`);
    else {
      const wish = wishOf(call);
      if (wish === null) return;
      if (has(options, 'd')) for (const path of operands) makeDirectory(call, path, wish);
      else copyAll(call, wish);
    }
  },
});

/** Null: what is wrong was told. */
function wishOf(call: Call): Wish | null {
  const { system, options } = call;
  const text = valueOf(options, 'm') ?? '755';
  const mode = modeAfter(text, { mode: 0, isDirectory: has(options, 'd'), umask: 0 });
  const [user, group] = [valueOf(options, 'o'), valueOf(options, 'g')];
  const uid = numberOf(user, (name) => accountNamed(system, name)?.uid);
  const gid = numberOf(group, (name) => groupNamed(system, name)?.gid);
  if (mode === null) complain(call, `invalid mode ${quoted(text)}`);
  else if (uid === undefined) complain(call, `invalid user ${quoted(user ?? '')}`);
  else if (gid === undefined) complain(call, `invalid group ${quoted(group ?? '')}`);
  else return { mode, uid, gid };
  return null;
}

/** Undefined: nobody is called so. */
function numberOf(text: Bytes | null, find: (name: Bytes) => number | undefined): number | null | undefined {
  if (text === null) return null;
  return find(text) ?? (/^\d+$/.test(text) ? Number(text) : undefined);
}

function makeDirectory(call: Call, path: Bytes, wish: Wish): void {
  const isThere = call.system.files.stat(path).ok;
  if (!makePath(call, path, null)) return;
  if (has(call.options, 'v') && !isThere) call.output += `install: creating directory ${named(path)}\n`;
  give(call, path, wish);
}

function give(call: Call, path: Bytes, { mode, uid, gid }: Wish): void {
  const { files } = call.system;
  const owned: Answer<void> =
    uid === null && gid === null ? { ok: true, value: undefined } : files.changeOwner(path, uid, gid);
  if (!owned.ok) complainOf(call, `cannot change ownership of ${named(path)}`, owned.errno);
  files.changeMode(path, mode);
}

function copyAll(call: Call, wish: Wish): void {
  const { options, operands } = call;
  const target = valueOf(options, 't');
  const sources = target === null ? operands.slice(0, -1) : operands;
  const place = target ?? operands.at(-1) ?? '';
  const into = placeOf(call, { place, isTarget: target !== null, count: sources.length });
  if (into === null) return;
  if (has(options, 'D'))
    makePath(call, target ?? (place.slice(0, Math.max(0, place.lastIndexOf('/'))) || '.'), null);
  for (const source of sources)
    copyOne(
      call,
      [source, into === 'file' ? place : `${place.replace(/\/+$/, '')}/${baseName(source)}`],
      wish,
    );
}

type Place = { readonly place: Bytes; readonly isTarget: boolean; readonly count: number };

/** Null: it is neither, and was told. */
function placeOf(call: Call, { place, isTarget, count }: Place): 'directory' | 'file' | null {
  const { system, options } = call;
  const found = system.files.stat(place);
  const isDirectory = found.ok && found.value.kind === 'directory' && !has(options, 'T');
  if (isDirectory || (isTarget && has(options, 'D'))) return 'directory';
  if (!isTarget && count <= 1) return 'file';
  const what = isTarget ? 'failed to access' : 'target';
  complainOf(call, `${what} ${named(place)}`, found.ok ? 'ENOTDIR' : found.errno);
  return null;
}

function copyOne(call: Call, [source, goal]: readonly [Bytes, Bytes], wish: Wish): void {
  const { files } = call.system;
  const stat = files.stat(source);
  if (!stat.ok) {
    complainOf(call, `cannot stat ${named(source)}`, stat.errno);
    return;
  }
  if (stat.value.kind === 'directory') {
    complain(call, `omitting directory ${named(source)}`);
    return;
  }
  const content = files.readFile(source);
  if (!content.ok) {
    complainOf(call, `cannot open ${named(source)} for reading`, content.errno);
    return;
  }
  // What somebody has open there stays his: the new one is another file.
  files.remove(goal);
  const written = files.writeFile(goal, content.value, 0o600);
  if (!written.ok) {
    complainOf(call, `cannot create regular file ${named(goal)}`, written.errno);
    return;
  }
  give(call, goal, wish);
  if (has(call.options, 'p')) files.changeTimes(goal, stat.value.accessedAt, stat.value.modifiedAt);
  if (has(call.options, 'v')) call.output += `${named(source)} -> ${named(goal)}\n`;
}
