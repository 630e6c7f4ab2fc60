import type { Bytes } from '../../bytes.ts';
import type { Stat } from '../../files/node.ts';
import type { Step } from '../../kernel/program.ts';
import type { Accounts } from './accounts.ts';
import { accountsOf, gidOf, groupName, uidOf, userName } from './accounts.ts';
import type { Call } from './command.ts';
import { breathe, complain, complainOf, coreCommand, joined, misuse } from './command.ts';
import { modeAfter } from './mode-change.ts';
import { has, valueOf } from './options.ts';
import { named, quoted } from './quote.ts';
import { permissionText } from './stat-text.ts';

type Change = (path: Bytes, stat: Stat) => void;

const common = {
  changes: 'c',
  verbose: 'v',
  quiet: 'f',
  silent: 'f',
  recursive: 'R',
  reference: 'reference:',
} as const;

/** A file, and with -R all that is below; links below are left as they are. */
function* each(call: Call, path: Bytes, change: Change): Step<void> {
  const { files } = call.system;
  const isLinkItself = has(call.options, 'h');
  const found = isLinkItself ? files.linkStat(path) : files.stat(path);
  if (!found.ok) {
    const isDangling = found.errno === 'ENOENT' && files.linkStat(path).ok;
    if (has(call.options, 'f')) call.status = 1;
    else if (isDangling) complain(call, `cannot operate on dangling symlink ${named(path)}`);
    else complainOf(call, `cannot access ${named(path)}`, found.errno);
    return;
  }
  change(path, found.value);
  yield* breathe(call);
  if (has(call.options, 'R') && found.value.kind === 'directory') yield* below(call, path, change);
}

function* below(call: Call, path: Bytes, change: Change): Step<void> {
  const { files } = call.system;
  const inside = files.list(path);
  if (!inside.ok) {
    complainOf(call, `cannot read directory ${named(path)}`, inside.errno);
    return;
  }
  for (const { name, kind } of inside.value) {
    const inner = joined(path, name);
    if (kind !== 'link') yield* each(call, inner, change);
  }
}

export const chmod = coreCommand({
  short: 'cfvRrwxXstugoa,+=01234567',
  long: common,
  usage: '[OPTION]... MODE[,MODE]... FILE...',
  *run(call) {
    const asked = modeAsked(call);
    if (asked === null) return;
    const { wanted, paths } = asked;
    if (modeAfter(wanted, { mode: 0, isDirectory: false, umask: 0 }) === null) {
      misuse(call, 1, `invalid mode: ${quoted(wanted)}`);
      return;
    }
    for (const path of paths)
      yield* each(call, path, (at, stat) => changeMode(call, { path: at, stat }, wanted));
  },
});

type ModeAsked = { readonly wanted: Bytes; readonly paths: readonly Bytes[] };

/** The mode as an option (`-w`), of another file, or as the first operand; null: it was complained of. */
function modeAsked(call: Call): ModeAsked | null {
  const { operands } = call;
  const minus = modeOption(call);
  const reference = valueOf(call.options, 'reference');
  const isModeGiven = minus !== null || reference !== null;
  const mode = minus ?? operands[0];
  const paths = isModeGiven ? operands : operands.slice(1);
  if (mode === undefined || paths.length === 0) {
    const isAlone = !isModeGiven && mode !== undefined;
    misuse(call, 1, isAlone ? `missing operand after ${quoted(mode)}` : 'missing operand');
    return null;
  }
  const wanted = reference === null ? mode : referenceMode(call, reference);
  return wanted === undefined ? null : { wanted, paths };
}

function modeOption({ options }: Call): Bytes | null {
  const letters = options.filter(({ key }) => /^[rwxXstugoa,+=0-7]$/.test(key));
  return letters.length > 0 ? `-${letters.map(({ key }) => key).join('')}` : null;
}

function referenceMode(call: Call, path: Bytes): Bytes | undefined {
  const found = call.system.files.stat(path);
  if (found.ok) return found.value.mode.toString(8).padStart(5, '0');
  complainOf(call, `failed to get attributes of ${named(path)}`, found.errno);
  return undefined;
}

const modeSaid = (mode: number): Bytes => `${mode.toString(8).padStart(4, '0')} (${permissionText(mode)})`;

function changeMode(call: Call, { path, stat }: { path: Bytes; stat: Stat }, text: Bytes): void {
  const { files } = call.system;
  const isDirectory = stat.kind === 'directory';
  const mode = modeAfter(text, { mode: stat.mode, isDirectory, umask: files.umask() }) ?? stat.mode;
  const changed = files.changeMode(path, mode);
  if (!changed.ok) {
    complainOf(call, `changing permissions of ${named(path)}`, changed.errno);
    return;
  }
  if (mode !== stat.mode && (has(call.options, 'v') || has(call.options, 'c')))
    call.output += `mode of ${named(path)} changed from ${modeSaid(stat.mode)} to ${modeSaid(mode)}\n`;
  else if (has(call.options, 'v')) call.output += `mode of ${named(path)} retained as ${modeSaid(mode)}\n`;
  // A dash before letters was read as an option: say where umask kept some of them.
  if (text.startsWith('-') && /^-[rwx]+$/.test(text)) tellKept(call, { path, mode, stat }, text);
}

function tellKept(
  call: Call,
  { path, mode, stat }: { path: Bytes; mode: number; stat: Stat },
  text: Bytes,
): void {
  const wished = modeAfter(`a${text}`, { mode: stat.mode, isDirectory: false, umask: 0 }) ?? mode;
  if (wished !== mode)
    complain(call, `${path}: new permissions are ${permissionText(mode)}, not ${permissionText(wished)}`);
}

type Owner = { readonly uid: number | null; readonly gid: number | null };

const ownerOptions = {
  short: 'cfvRhHLP',
  long: { ...common, 'no-dereference': 'h', dereference: 'dereference' },
};

export const chown = coreCommand({
  ...ownerOptions,
  usage: '[OPTION]... [OWNER][:[GROUP]] FILE...',
  *run(call) {
    yield* changeOwners(call, ownerOf);
  },
});

export const chgrp = coreCommand({
  ...ownerOptions,
  usage: '[OPTION]... GROUP FILE...',
  *run(call) {
    yield* changeOwners(call, (asked, text, accounts) => {
      const gid = text === '' ? null : gidOf(accounts, text);
      if (text !== '' && gid === null) complain(asked, `invalid group: ${quoted(text)}`);
      return text !== '' && gid === null ? null : { uid: null, gid };
    });
  },
});

type ReadOwner = (call: Call, text: Bytes, accounts: Accounts) => Owner | null;

function* changeOwners(call: Call, read: ReadOwner): Step<void> {
  const reference = valueOf(call.options, 'reference');
  const paths = reference === null ? call.operands.slice(1) : call.operands;
  const [text] = call.operands;
  if (text === undefined) {
    misuse(call, 1, 'missing operand');
    return;
  }
  if (paths.length === 0) {
    misuse(call, 1, `missing operand after ${quoted(text)}`);
    return;
  }
  const accounts = accountsOf(call.system);
  const owner = reference === null ? read(call, text, accounts) : referenceOwner(call, reference);
  if (owner === null) return;
  for (const path of paths)
    yield* each(call, path, (at, stat) => changeOwner({ call, accounts, owner }, at, stat));
}

function referenceOwner(call: Call, path: Bytes): Owner | null {
  const found = call.system.files.stat(path);
  if (found.ok) return found.value;
  complainOf(call, `failed to get attributes of ${named(path)}`, found.errno);
  return null;
}

function ownerOf(call: Call, text: Bytes, accounts: Accounts): Owner | null {
  const at = separatorOf(text, accounts);
  const user = at < 0 ? text : text.slice(0, at);
  const uid = user === '' ? null : uidOf(accounts, user);
  if (user !== '' && uid === null) {
    complain(call, `invalid user: ${quoted(text)}`);
    return null;
  }
  if (at < 0) return { uid, gid: null };
  const group = text.slice(at + 1);
  if (group === '') return { uid, gid: accounts.users.find((one) => one.uid === uid)?.gid ?? null };
  const gid = gidOf(accounts, group);
  if (gid !== null) return { uid, gid };
  complain(call, `invalid group: ${quoted(text)}`);
  return null;
}

/** A dot parts user and group too where no user has it in the name; -1: only a user is given. */
function separatorOf(text: Bytes, accounts: Accounts): number {
  if (text.includes(':')) return text.indexOf(':');
  return accounts.users.some(({ name }) => name === text) ? -1 : text.indexOf('.');
}

type OwnerChange = { readonly call: Call; readonly accounts: Accounts; readonly owner: Owner };

function changeOwner({ call, accounts, owner }: OwnerChange, path: Bytes, stat: Stat): void {
  const { files } = call.system;
  const act = has(call.options, 'h') ? files.changeLinkOwner : files.changeOwner;
  const changed = act(path, owner.uid, owner.gid);
  const isGroup = owner.uid === null;
  const what = isGroup ? 'group' : 'ownership';
  if (!changed.ok) {
    if (has(call.options, 'f')) call.status = 1;
    else complainOf(call, `changing ${what} of ${named(path)}`, changed.errno);
    return;
  }
  const said = (uid: number, gid: number): Bytes => {
    if (isGroup) return groupName(accounts, gid);
    return owner.gid === null
      ? userName(accounts, uid)
      : `${userName(accounts, uid)}:${groupName(accounts, gid)}`;
  };
  const before = said(stat.uid, stat.gid);
  const after = said(owner.uid ?? stat.uid, owner.gid ?? stat.gid);
  if (before !== after && (has(call.options, 'v') || has(call.options, 'c')))
    call.output += `changed ${what} of ${named(path)} from ${before} to ${after}\n`;
  else if (has(call.options, 'v')) call.output += `${what} of ${named(path)} retained as ${after}\n`;
}
