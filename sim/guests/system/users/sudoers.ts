import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';

export type Grant = {
  readonly who: readonly Bytes[];
  readonly as: readonly Bytes[];
  readonly needsPassword: boolean;
  /** `ALL`, or paths with their arguments; `!` before it forbids. */
  readonly commands: readonly Bytes[];
};

export type Sudoers = {
  readonly grants: readonly Grant[];
  readonly aliases: ReadonlyMap<Bytes, readonly Bytes[]>;
  readonly securePath: Bytes | null;
  /** Lab milliseconds that a password holds. */
  readonly timeout: number;
  readonly errors: readonly Bytes[];
  /** Files read, in order. */
  readonly files: readonly Bytes[];
};

type Reading = {
  grants: Grant[];
  aliases: Map<Bytes, readonly Bytes[]>;
  securePath: Bytes | null;
  timeout: number;
  errors: Bytes[];
  files: Bytes[];
};

export const sudoersFile = '/etc/sudoers';
const usualTimeout = 900_000;
const mostDepth = 16;

/** A text: it cannot be gone by at all. */
export function readSudoers(system: System): Sudoers | Bytes {
  const reading: Reading = {
    grants: [],
    aliases: new Map(),
    securePath: null,
    timeout: usualTimeout,
    errors: [],
    files: [],
  };
  const refusal = readOne(system, reading, { path: sudoersFile, depth: 0 });
  return refusal ?? reading;
}

function readOne(
  system: System,
  reading: Reading,
  { path, depth }: { readonly path: Bytes; readonly depth: number },
): Bytes | null {
  const stat = system.files.stat(path);
  if (!stat.ok) return `unable to open ${path}: ${messageOf(stat.errno)}`;
  if (stat.value.uid !== 0) return `${path} is owned by uid ${stat.value.uid}, should be 0`;
  if ((stat.value.mode & 0o002) !== 0) return `${path} is world writable`;
  const content = system.files.readFile(path);
  if (!content.ok) return `unable to open ${path}: ${messageOf(content.errno)}`;
  reading.files.push(path);
  joined(content.value).forEach(({ text, line }) => {
    const include = /^[@#](include|includedir)\s+(.+)$/.exec(text);
    if (include !== null && depth < mostDepth)
      return follow(system, reading, { kind: include[1] ?? '', goal: include[2] ?? '', depth });
    const bare = text.replace(/(^|\s)#(?!\d).*$/, '').trim();
    if (bare !== '' && !take(reading, bare))
      reading.errors.push(
        `${path}:${line}:${firstWord(bare)}: syntax error\n${text}\n${' '.repeat(firstWord(bare) - 1)}^`,
      );
  });
  return null;
}

const firstWord = (line: Bytes): number => Math.max(1, line.indexOf(' ') + 2);

function joined(content: Bytes): readonly { readonly text: Bytes; readonly line: number }[] {
  const lines: { text: Bytes; line: number }[] = [];
  let held = '';
  content.split('\n').forEach((raw, at) => {
    if (raw.endsWith('\\')) held += raw.slice(0, -1);
    else {
      lines.push({ text: (held + raw).trim(), line: at + 1 });
      held = '';
    }
  });
  return lines;
}

type Include = { readonly kind: Bytes; readonly goal: Bytes; readonly depth: number };

function follow(system: System, reading: Reading, { kind, goal, depth }: Include): void {
  if (kind === 'include') {
    const refusal = readOne(system, reading, { path: goal, depth: depth + 1 });
    if (refusal !== null) reading.errors.push(refusal);
    return;
  }
  const listed = system.files.list(goal);
  if (!listed.ok) return;
  const names = listed.value
    .map(({ name }) => name)
    .filter((name) => !name.includes('.') && !name.endsWith('~'));
  for (const name of names.toSorted()) {
    const refusal = readOne(system, reading, { path: `${goal}/${name}`, depth: depth + 1 });
    if (refusal !== null) reading.errors.push(refusal);
  }
}

const listOf = (text: Bytes): readonly Bytes[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

function take(reading: Reading, line: Bytes): boolean {
  if (line.startsWith('Defaults')) return takeDefaults(reading, line);
  const alias = /^(?:User|Runas|Host|Cmnd|Cmd)_Alias\s+(.+)$/.exec(line);
  if (alias !== null)
    return (alias[1] ?? '').split(/\s:\s/).every((one) => {
      const [name = '', members] = one.split('=').map((part) => part.trim());
      if (members === undefined || !/^[A-Z][A-Z0-9_]*$/.test(name)) return false;
      reading.aliases.set(name, listOf(members));
      return true;
    });
  const rule = /^([^=]+?)\s+([^\s=]+)\s*=\s*(.+)$/.exec(line);
  if (rule === null) return false;
  return takeRule(reading, listOf(rule[1] ?? ''), rule[3] ?? '');
}

function takeDefaults(reading: Reading, line: Bytes): boolean {
  reading.securePath = /secure_path\s*=\s*"?([^"]+)"?/.exec(line)?.[1] ?? reading.securePath;
  const minutes = /timestamp_timeout\s*=\s*(-?\d+(?:\.\d+)?)/.exec(line)?.[1];
  if (minutes !== undefined) reading.timeout = Number(minutes) < 0 ? Infinity : Number(minutes) * 60_000;
  return true;
}

function takeRule(reading: Reading, who: readonly Bytes[], text: Bytes): boolean {
  const found = /^(?:\(([^)]*)\)\s*)?((?:[A-Z_]+:\s*)*)(.+)$/.exec(text);
  if (found === null) return false;
  const [, as, tags = '', commands = ''] = found;
  const list = listOf(commands);
  if (!list.every((command) => /^!?(ALL|sudoedit\b.*|[A-Z][A-Z0-9_]*|\/.*)$/.test(command))) return false;
  reading.grants.push({
    who,
    as: as === undefined ? ['root'] : listOf(as.split(':')[0] ?? ''),
    needsPassword: !tags.includes('NOPASSWD:'),
    commands: list,
  });
  return true;
}

export type Asking = {
  readonly user: Bytes;
  readonly uid: number;
  readonly groups: readonly Bytes[];
  readonly as: Bytes;
  readonly command: Bytes;
  readonly words: readonly Bytes[];
};

const expandedList = ({ aliases }: Sudoers, list: readonly Bytes[]): readonly Bytes[] =>
  list.flatMap((name) => {
    const bare = name.replace(/^!/, '');
    const members = aliases.get(bare);
    if (members === undefined) return [name];
    return members.map((member) => (name.startsWith('!') ? `!${member}` : member));
  });

/** The last rule that fits decides; null: none of them is about this user at all. */
export function ruling(sudoers: Sudoers, asking: Asking): 'free' | 'password' | 'forbidden' | null {
  let decision: ReturnType<typeof ruling> = null;
  for (const grant of sudoers.grants) {
    if (!matchesUser(expandedList(sudoers, grant.who), asking)) continue;
    decision ??= 'forbidden';
    if (!isAmong(expandedList(sudoers, grant.as), asking.as)) continue;
    for (const command of expandedList(sudoers, grant.commands)) {
      if (!matchesCommand(command.replace(/^!/, ''), asking)) continue;
      decision = command.startsWith('!') ? 'forbidden' : grant.needsPassword ? 'password' : 'free';
    }
  }
  return decision;
}

const isAmong = (list: readonly Bytes[], name: Bytes): boolean =>
  !list.includes(`!${name}`) && list.some((one) => one === 'ALL' || one === name);

function matchesUser(list: readonly Bytes[], { user, uid, groups }: Asking): boolean {
  if (list.includes(`!${user}`)) return false;
  return list.some(
    (one) =>
      one === 'ALL' ||
      one === user ||
      one === `#${uid}` ||
      (one.startsWith('%') && groups.includes(one.slice(1))),
  );
}

function matchesCommand(pattern: Bytes, { command, words }: Asking): boolean {
  if (pattern === 'ALL') return true;
  const [path = '', ...given] = pattern.split(/\s+/);
  const isSame =
    path === command || (path.endsWith('/') && command.slice(0, command.lastIndexOf('/') + 1) === path);
  if (!isSame || given.length === 0) return isSame;
  if (given.length === 1 && given[0] === '""') return words.length === 0;
  return given.at(-1) === '*'
    ? given.slice(0, -1).every((word, at) => word === words[at])
    : given.join(' ') === words.join(' ');
}
