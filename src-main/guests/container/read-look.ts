/** Reads what a container's shell said of itself. */
import type { FileRow, ProcessRow } from '../../../sim/contract/machine-insides.ts';
import { asSimMillis } from '../../../sim/contract/units.ts';
import { textOf } from '../../../sim/guests/bytes.ts';
import type { Bytes } from '../../../sim/guests/bytes.ts';

type Names = (id: number) => string;

/** Of /etc/passwd and /etc/group: the third field is the number, the first the name. */
export function namesOf(file: Bytes | undefined): Names {
  const names = new Map<number, string>();
  for (const line of (file ?? '').split('\n')) {
    const [name = '', , id = ''] = line.split(':');
    if (name !== '' && !names.has(Number(id))) names.set(Number(id), textOf(name));
  }
  return (id) => names.get(id) ?? String(id);
}

type Around = {
  readonly userOf: Names;
  /** Lab time. */
  readonly now: number;
};

const states: Readonly<Record<string, ProcessRow['state']>> = {
  R: 'running',
  T: 'stopped',
  t: 'stopped',
  Z: 'zombie',
};
/** USER_HZ: it is 100 on every kernel that runs containers. */
const ticksEach = 100;
const kibi = 1024;
/** Major numbers of /dev/pts. */
const ptsMajor = 136;

export function processesIn(said: Bytes, around: Around): ProcessRow[] {
  const pieces = said.split('\x01').slice(1);
  const up = Number(pieces.at(-1)?.slice(1) ?? 0);
  return pieces
    .slice(0, -1)
    .flatMap((piece) => processIn(piece, up, around))
    .toSorted((one, other) => one.pid - other.pid);
}

/** proc(5): the name stands in brackets and may hold anything. */
function processIn(piece: Bytes, up: number, { userOf, now }: Around): readonly ProcessRow[] {
  const [stat = '', facts = '', ...words] = piece.split('\n');
  const open = stat.indexOf('(');
  const close = stat.lastIndexOf(')');
  if (open < 0 || close < open) return [];
  const fields = stat.slice(close + 2).split(' ');
  const number = (at: number): number => Number(fields[at - 3] ?? 0);
  const [uid = '0', memory = '0'] = facts.split(' ');
  const age = Math.max(0.01, up - number(22) / ticksEach);
  const used = (number(14) + number(15)) / ticksEach;
  const command = words.join('\n').replace(/\0+$/, '').replaceAll('\0', ' ');
  const terminal = number(7);
  return [
    {
      pid: Number(stat.slice(0, open)),
      parent: number(4),
      user: userOf(Number(uid)),
      terminal: terminal >> 8 === ptsMajor ? `pts/${terminal & 0xff}` : null,
      command: textOf(command === '' ? `[${stat.slice(open + 1, close)}]` : command),
      state: states[fields[0] ?? ''] ?? 'sleeping',
      demand: used / age,
      processorTime: used * 1000,
      memory: Number(memory) * kibi,
      startedAt: asSimMillis(Math.max(0, Math.floor(now - age * 1000))),
    },
  ];
}

const mostEntries = 2000;
const kinds: Readonly<Record<number, FileRow['kind']>> = {
  0x1: 'pipe',
  0x2: 'character',
  0x4: 'directory',
  0x6: 'block',
  0x8: 'file',
  0xa: 'link',
  0xc: 'socket',
};

type Seen = { readonly path: string; readonly items: FileRow[]; readonly total: number };

export function filesIn(
  said: Bytes,
  { userOf, groupOf }: { readonly userOf: Names; readonly groupOf: Names },
): Seen {
  const [listed = '', ...leading] = said.split('\x01');
  const links = new Map(leading.map((link) => linkIn(link)));
  const [path = '/', ...lines] = listed.split('\n');
  const rows = rowsIn(lines).map(([facts, name]): FileRow => {
    const [raw = '0', size = '0', uid = '0', gid = '0', seconds = '0'] = facts.split(' ');
    const mode = Number.parseInt(raw, 16);
    const kind = kinds[mode >> 12] ?? 'file';
    const link = links.get(name);
    return {
      name: textOf(name),
      kind,
      size: Number(size),
      mode: mode & 0o7777,
      user: userOf(Number(uid)),
      group: groupOf(Number(gid)),
      modifiedAt: Number(seconds) * 1000,
      goal: link === undefined ? null : textOf(link.goal),
      leads: link?.leads ?? (kind === 'directory' ? 'folder' : 'file'),
    };
  });
  const items = rows.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return { path: textOf(path), items: items.slice(0, mostEntries), total: items.length };
}

const row = /^([0-9a-f]+ \d+ \d+ \d+ \d+) (.*)$/s;

/** A name may hold a line's end: what is no row goes on with the one before. */
function rowsIn(lines: readonly Bytes[]): (readonly [facts: string, name: Bytes])[] {
  const rows: [string, Bytes][] = [];
  for (const line of lines) {
    const found = row.exec(line);
    const last = rows.at(-1);
    if (found !== null) rows.push([found[1] ?? '', found[2] ?? '']);
    else if (last !== undefined) last[1] += `\n${line}`;
  }
  const last = rows.at(-1);
  // The end of the last line is none of its name.
  if (last !== undefined) last[1] = last[1].replace(/\n$/, '');
  return rows;
}

function linkIn(
  said: Bytes,
): readonly [name: Bytes, link: { readonly leads: FileRow['leads']; readonly goal: Bytes }] {
  const [name = '', leads = '', goal = ''] = said.split('\x02');
  const where = leads === 'folder' || leads === 'file' ? leads : 'nowhere';
  return [name, { leads: where, goal: goal.replace(/\n$/, '') }];
}
