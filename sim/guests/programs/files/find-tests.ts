import type { Bytes } from '../../bytes.ts';
import type { NodeKind, Stat } from '../../files/node.ts';
import { compile } from '../../patterns/pattern.ts';
import { compilePattern } from '../../shell/pattern/pattern.ts';
import { matchesWhole } from '../../shell/pattern/match.ts';
import { accountsOf, gidOf, uidOf } from './accounts.ts';
import type { Call } from './command.ts';
import { baseName } from './command.ts';
import { modeAfter } from './mode-change.ts';
import { lastPart } from './names.ts';
import { quoted } from './quote.ts';

export type Found = {
  readonly path: Bytes;
  /** The one of the command line it is below. */
  readonly from: Bytes;
  readonly depth: number;
  readonly stat: Stat;
};

export type FileTest = (found: Found) => boolean;
/** What a test makes of its word; a text is what is wrong with it. */
type Maker = (call: Call, word: Bytes) => FileTest | Bytes;

/** `+5`, `-5`, `5`. */
function counted(word: Bytes, measure: (found: Found) => number): FileTest | null {
  const found = /^([-+]?)(\d+)$/.exec(word);
  if (found === null) return null;
  const wanted = Number(found[2]);
  if (found[1] === '+') return (one) => measure(one) > wanted;
  return found[1] === '-' ? (one) => measure(one) < wanted : (one) => measure(one) === wanted;
}

const number =
  (name: Bytes, measure: (call: Call) => (found: Found) => number): Maker =>
  (call, word) =>
    counted(word, measure(call)) ?? `invalid argument \`${word}' to \`${name}'`;

const glob =
  (text: (found: Found) => Bytes, ignoresCase: 'exact' | 'fold'): Maker =>
  (_, word) => {
    const pattern = compilePattern(word, { extended: false, ignoresCase: ignoresCase === 'fold' });
    return (found) => matchesWhole(pattern, text(found));
  };

const nameOf = ({ path }: Found): Bytes => lastPart(path) || baseName(path);

const kinds: Readonly<Record<string, NodeKind>> = {
  f: 'file',
  d: 'directory',
  l: 'link',
  p: 'pipe',
  s: 'socket',
  c: 'character',
  b: 'block',
};

const ofKind: Maker = (_, word) => {
  const wanted = word.split(',');
  const wrong = wanted.find((one) => kinds[one] === undefined);
  if (wrong !== undefined) return `Unknown argument to -type: ${wrong[0] ?? ''}`;
  return ({ stat }) => wanted.some((one) => kinds[one] === stat.kind);
};

const sizes: Readonly<Record<string, number>> = {
  b: 512,
  c: 1,
  w: 2,
  k: 1024,
  M: 1_048_576,
  G: 1_073_741_824,
};

const ofSize: Maker = (_, word) => {
  const unit = sizes[word.slice(-1)];
  const plain = unit === undefined ? word : word.slice(0, -1);
  return (
    counted(plain, ({ stat }) => Math.ceil(stat.size / (unit ?? 512))) ??
    `invalid -size type \`${word.slice(-1)}'`
  );
};

const ofMode: Maker = (_, word) => {
  const bare = /^[-/]/.test(word) ? word.slice(1) : word;
  const mode = modeAfter(bare, { mode: 0, isDirectory: false, umask: 0 });
  if (mode === null) return `invalid mode ${quoted(word)}`;
  if (word.startsWith('-')) return ({ stat }) => (stat.mode & mode) === mode;
  return word.startsWith('/')
    ? ({ stat }) => mode === 0 || (stat.mode & mode) !== 0
    : ({ stat }) => stat.mode === mode;
};

const newer =
  (mine: 'modifiedAt' | 'accessedAt' | 'changedAt'): Maker =>
  (call, word) => {
    const other = call.system.files.stat(word);
    if (!other.ok)
      return `\`${word}': No such file or directory`.replace(/^`(.*)'/, (_whole, name: Bytes) =>
        quoted(name),
      );
    return ({ stat }) => stat[mine] > other.value.modifiedAt;
  };

const owner =
  (what: 'user' | 'group'): Maker =>
  (call, word) => {
    const accounts = accountsOf(call.system);
    const wanted = what === 'user' ? uidOf(accounts, word) : gidOf(accounts, word);
    if (wanted === null)
      return `${quoted(word)} is not the name of a known ${what}`.replace(
        / a known group$/,
        ' an existing group',
      );
    return ({ stat }) => (what === 'user' ? stat.uid : stat.gid) === wanted;
  };

const regular =
  (letters: 'exact' | 'fold'): Maker =>
  (_, word) => {
    const compiled = compile(word, {
      syntax: 'basic',
      letters,
      anchors: 'text',
      units: 'characters',
      bounds: 'line',
    });
    if (!compiled.ok) return `failed to compile regular expression '${word}': ${compiled.message}`;
    return ({ path }) => {
      const match = compiled.pattern.find(path, 0);
      return match?.from === 0 && match.to === path.length;
    };
  };

const days = 86_400_000;
const age = (key: 'modifiedAt' | 'accessedAt' | 'changedAt', unit: number) => (call: Call) => {
  const now = call.system.now();
  return ({ stat }: Found): number =>
    unit === days ? Math.floor((now - stat[key]) / unit) : Math.ceil((now - stat[key]) / unit);
};

/** Tests that take a word. */
export const testMakers: Readonly<Record<string, Maker>> = {
  '-name': glob(nameOf, 'exact'),
  '-iname': glob(nameOf, 'fold'),
  '-path': glob(({ path }) => path, 'exact'),
  '-wholename': glob(({ path }) => path, 'exact'),
  '-ipath': glob(({ path }) => path, 'fold'),
  '-regex': regular('exact'),
  '-iregex': regular('fold'),
  '-type': ofKind,
  '-size': ofSize,
  '-perm': ofMode,
  '-user': owner('user'),
  '-group': owner('group'),
  '-newer': newer('modifiedAt'),
  '-anewer': newer('accessedAt'),
  '-cnewer': newer('changedAt'),
  '-uid': number(
    '-uid',
    () =>
      ({ stat }) =>
        stat.uid,
  ),
  '-gid': number(
    '-gid',
    () =>
      ({ stat }) =>
        stat.gid,
  ),
  '-links': number(
    '-links',
    () =>
      ({ stat }) =>
        stat.links,
  ),
  '-inum': number(
    '-inum',
    () =>
      ({ stat }) =>
        stat.inode,
  ),
  '-mtime': number('-mtime', age('modifiedAt', days)),
  '-atime': number('-atime', age('accessedAt', days)),
  '-ctime': number('-ctime', age('changedAt', days)),
  '-mmin': number('-mmin', age('modifiedAt', 60_000)),
  '-amin': number('-amin', age('accessedAt', 60_000)),
  '-cmin': number('-cmin', age('changedAt', 60_000)),
  '-samefile': (call, word) => {
    const other = call.system.files.stat(word);
    if (!other.ok) return `${quoted(word)}: No such file or directory`;
    return ({ stat }) => stat.inode === other.value.inode && stat.device === other.value.device;
  },
  '-lname': (call, word) => {
    const pattern = compilePattern(word, { extended: false, ignoresCase: false });
    return ({ path, stat }) => {
      const goal = stat.kind === 'link' ? call.system.files.readLink(path) : null;
      return goal?.ok === true && matchesWhole(pattern, goal.value);
    };
  },
};

/** Tests that take none. */
export const plainTests: Readonly<Record<string, (call: Call) => FileTest>> = {
  '-true': () => () => true,
  '-false': () => () => false,
  '-empty':
    (call) =>
    ({ path, stat }) => {
      if (stat.kind === 'file') return stat.size === 0;
      const inside = stat.kind === 'directory' ? call.system.files.list(path) : null;
      return inside?.ok === true && inside.value.length === 0;
    },
  '-readable':
    (call) =>
    ({ path }) =>
      call.system.files.mayAccess(path, 'read'),
  '-writable':
    (call) =>
    ({ path }) =>
      call.system.files.mayAccess(path, 'write'),
  '-executable':
    (call) =>
    ({ path }) =>
      call.system.files.mayAccess(path, 'run'),
  '-nouser': (call) => {
    const { users } = accountsOf(call.system);
    return ({ stat }) => !users.some(({ uid }) => uid === stat.uid);
  },
  '-nogroup': (call) => {
    const { groups } = accountsOf(call.system);
    return ({ stat }) => !groups.some(({ gid }) => gid === stat.gid);
  },
};
