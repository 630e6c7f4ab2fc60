import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';

/** One line of the journal. */
export type Entry = {
  /** Lab milliseconds. */
  readonly at: number;
  /** When the machine that wrote it was started: which boot. */
  readonly boot: number;
  /** 0 emergency … 7 debugging. */
  readonly priority: number;
  readonly unit: Bytes;
  readonly identifier: Bytes;
  readonly pid: number;
  readonly message: Bytes;
};

export const journalDirectory = '/var/log/journal';
export const journalFile = `${journalDirectory}/system.journal`;
const active = journalFile;
/** A file that grows is copied whole into the lab's log with each change: so it stays small, and old ones stay still. */
const mostBytes = 16_384;
const mostArchives = 12;

const escaped = (text: Bytes): Bytes =>
  text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
const plain = (text: Bytes): Bytes =>
  text.replace(/\\([\\nt])/g, (_all, letter: string) =>
    letter === 'n' ? '\n' : letter === 't' ? '\t' : '\\',
  );

const lineOf = ({ at, boot, priority, unit, identifier, pid, message }: Entry): Bytes =>
  `${at}\t${boot}\t${priority}\t${unit}\t${identifier}\t${pid}\t${escaped(message)}\n`;

function entryOf(line: Bytes): Entry[] {
  const [at, boot, priority, unit, identifier, pid, message] = line.split('\t');
  if (message === undefined) return [];
  return [
    {
      at: Number(at),
      boot: Number(boot),
      priority: Number(priority),
      unit: unit ?? '',
      identifier: identifier ?? '',
      pid: Number(pid),
      message: plain(message),
    },
  ];
}

/** The files, the oldest first. */
function journalFiles(system: System): readonly Bytes[] {
  const listed = system.files.list(journalDirectory);
  if (!listed.ok) return [];
  const archives = listed.value.map(({ name }) => name).filter((name) => /^system@\d+\.journal$/.test(name));
  return [...archives.toSorted().map((name) => `${journalDirectory}/${name}`), active];
}

/** What the journal holds, the oldest first; null: it may not be read. */
export function readJournal(system: System): readonly Entry[] | null {
  const entries: Entry[] = [];
  for (const path of journalFiles(system)) {
    const content = system.files.readFile(path);
    if (!content.ok && content.errno === 'EACCES') return null;
    if (content.ok) for (const line of content.value.split('\n')) entries.push(...entryOf(line));
  }
  return entries;
}

/** How much there is: what a follower compares. */
export function journalSize(system: System): number {
  let bytes = 0;
  for (const path of journalFiles(system)) {
    const stat = system.files.stat(path);
    if (stat.ok) bytes += stat.value.size;
  }
  return bytes;
}

/** Appends; on a full disk what does not fit is lost, as it is in a real journal. */
export function appendJournal(system: System, entries: readonly Entry[]): void {
  if (entries.length === 0) return;
  const before = system.files.readFile(active);
  const text = entries.map(lineOf).join('');
  if (before.ok && before.value.length + text.length > mostBytes && before.value !== '') {
    rotate(system, before.value);
    system.files.writeFile(active, text, 0o640);
    return;
  }
  system.files.writeFile(active, (before.ok ? before.value : '') + text, 0o640);
  if (!before.ok) system.files.changeOwner(active, 0, journalGroup);
}

const journalGroup = 101;

function rotate(system: System, content: Bytes): void {
  const first = entryOf(content.slice(0, content.indexOf('\n')))[0]?.at ?? system.now();
  system.files.rename(active, `${journalDirectory}/system@${String(first).padStart(16, '0')}.journal`);
  const archives = journalFiles(system).slice(0, -1);
  for (const path of archives.slice(0, Math.max(0, archives.length - mostArchives)))
    system.files.remove(path);
}
