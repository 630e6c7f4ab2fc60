import type { Bytes } from '../../bytes.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import { fullName } from '../../system/init/unit-store.ts';
import type { Entry } from '../../system/journal/journal.ts';
import { journalSize, readJournal } from '../../system/journal/journal.ts';
import { entryText } from './journal-text.ts';
import { timeOf } from './journal-time.ts';

type Query = {
  units: Bytes[];
  identifiers: Bytes[];
  lines: number | null;
  isReversed: boolean;
  follows: boolean;
  output: Bytes;
  priority: number;
  thisBoot: boolean;
  kernel: boolean;
  since: number | null;
  until: number | null;
  pattern: Bytes | null;
  isQuiet: boolean;
};

const priorityNames = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];
const takesValue: ReadonlySet<string> = new Set([
  '-u',
  '--unit',
  '-t',
  '--identifier',
  '-o',
  '--output',
  '-p',
  '--priority',
  '-S',
  '--since',
  '-U',
  '--until',
  '-g',
  '--grep',
]);
const formats = ['short', 'short-iso', 'cat', 'json', 'verbose'];

export const journalctl: Program = function* (system) {
  const query: Query = {
    units: [],
    identifiers: [],
    lines: null,
    isReversed: false,
    follows: false,
    output: 'short',
    priority: 7,
    thisBoot: false,
    kernel: false,
    since: null,
    until: null,
    pattern: null,
    isQuiet: false,
  };
  const fault = readOptions(system, query);
  if (fault !== null) {
    yield* system.descriptors.write(2, `${fault}\n`);
    return 1;
  }
  const entries = readJournal(system);
  if (entries === null) {
    yield* system.descriptors.write(
      2,
      "Hint: You are currently not seeing messages from other users and the system.\n      Users in groups 'adm', 'systemd-journal' can see all messages.\n      Pass -q to turn off this notice.\nNo journal files were opened due to insufficient permissions.\n",
    );
    return 1;
  }
  yield* show(system, query, entries);
  return 0;
};

/** Null: understood. */
function readOptions(system: System, query: Query): Bytes | null {
  const given = splitShort(system.arguments.slice(1));
  for (let at = 0; at < given.length; at += 1) {
    const took = takeWord(system, query, { word: given[at] ?? '', next: given[at + 1] });
    if (typeof took === 'string') return took;
    at += took;
  }
  if (query.follows) query.lines ??= 10;
  return null;
}

/** How many words beyond this one it took; a text: it is refused. */
function takeWord(
  system: System,
  query: Query,
  { word, next }: { readonly word: Bytes; readonly next: Bytes | undefined },
): number | Bytes {
  const [name = '', joined] = namedIn(word);
  const isAlone = joined === undefined;
  if (name === '-n' || name === '--lines') return Number(takeCount(query, joined ?? next) && isAlone);
  if (!takesValue.has(name)) return takeOption(system, query, { name, value: '' }) ?? 0;
  const value = joined ?? next;
  if (value === undefined) return `journalctl: option requires an argument -- '${name.replace(/^-+/, '')}'`;
  return takeOption(system, query, { name, value }) ?? Number(isAlone);
}

/** Whether the word was a count; else ten are shown. */
function takeCount(query: Query, text: Bytes | undefined): boolean {
  const isCount = text !== undefined && /^(\d+|all)$/.test(text);
  query.lines = isCount ? countOf(text) : 10;
  return isCount;
}

const namedIn = (word: Bytes): readonly Bytes[] => (word.startsWith('--') ? word.split('=', 2) : [word]);
const countOf = (text: Bytes): number | null => (text === 'all' ? null : Number(text));

/** `-xeu nginx` is `-x -e -u nginx`, `-n20` is `-n 20`. */
function splitShort(words: readonly Bytes[]): readonly Bytes[] {
  return words.flatMap((word) => {
    if (/^-n\d+$/.test(word)) return ['-n', word.slice(2)];
    if (!/^-[a-zA-Z]{2,}/.test(word)) return [word];
    const stop = word.slice(2).search(/[utopSUgn]/);
    const letters = stop < 0 ? word.slice(1) : word.slice(1, stop + 3);
    const rest = stop < 0 ? '' : word.slice(stop + 3);
    return [...letters.split('').map((letter) => `-${letter}`), ...(rest === '' ? [] : [rest])];
  });
}

type Option = { readonly name: Bytes; readonly value: Bytes };

function takeOption(system: System, query: Query, { name, value }: Option): Bytes | null {
  switch (name) {
    case '-u':
    case '--unit':
      query.units.push(fullName(value));
      return null;
    case '-t':
    case '--identifier':
      query.identifiers.push(value);
      return null;
    case '-o':
    case '--output':
      query.output = value;
      return formats.includes(value) ? null : `Unknown output '${value}'.`;
    case '-p':
    case '--priority':
      query.priority = /^[0-7]$/.test(value) ? Number(value) : priorityNames.indexOf(value);
      return query.priority < 0 ? `Unknown log level ${value}` : null;
    case '-S':
    case '--since':
      query.since = timeOf(value, system.now());
      return query.since === null ? `Failed to parse timestamp: ${value}` : null;
    case '-U':
    case '--until':
      query.until = timeOf(value, system.now());
      return query.until === null ? `Failed to parse timestamp: ${value}` : null;
    case '-g':
    case '--grep':
      query.pattern = value;
      return null;
    default:
      return takeFlag(query, name);
  }
}

function takeFlag(query: Query, name: Bytes): Bytes | null {
  switch (name) {
    case '-f':
    case '--follow':
      query.follows = true;
      return null;
    case '-r':
    case '--reverse':
      query.isReversed = true;
      return null;
    case '-b':
    case '--boot':
      query.thisBoot = true;
      return null;
    case '-k':
    case '--dmesg':
      query.kernel = true;
      return null;
    case '-e':
    case '--pager-end':
      query.lines ??= 1000;
      return null;
    case '-q':
    case '--quiet':
      query.isQuiet = true;
      return null;
    case '-x':
    case '-a':
    case '-l':
    case '--no-pager':
    case '--all':
    case '--catalog':
      return null;
    default:
      return name.startsWith('--')
        ? `journalctl: unrecognized option '${name}'`
        : `journalctl: invalid option -- '${name.slice(1)}'`;
  }
}

function fits(query: Query, entry: Entry, boot: number): boolean {
  const isNamed = (list: readonly Bytes[], name: Bytes): boolean => list.length === 0 || list.includes(name);
  if (!isNamed(query.units, entry.unit) || !isNamed(query.identifiers, entry.identifier)) return false;
  if (entry.priority > query.priority || (query.thisBoot && entry.boot !== boot)) return false;
  if (query.kernel && entry.identifier !== 'kernel') return false;
  return isWithin(query, entry.at) && isAbout(query, entry.message);
}

const isWithin = ({ since, until }: Query, at: number): boolean =>
  at >= (since ?? -Infinity) && at <= (until ?? Infinity);
const isAbout = ({ pattern }: Query, message: Bytes): boolean =>
  pattern === null || message.toLowerCase().includes(pattern.toLowerCase());

function* show(system: System, query: Query, entries: readonly Entry[]): Step<void> {
  const boot = system.machine.bootId();
  const found = entries.filter((entry) => fits(query, entry, boot));
  const shown = query.lines === null ? found : query.lines === 0 ? [] : found.slice(-query.lines);
  if (shown.length === 0 && !query.follows) {
    yield* system.descriptors.write(1, '-- No entries --\n');
    return;
  }
  yield* put(system, query, query.isReversed ? shown.toReversed() : shown);
  if (query.follows) yield* follow(system, query, entries.length);
}

function* put(system: System, query: Query, entries: readonly Entry[]): Step<void> {
  let text = '';
  let boot: number | null = null;
  for (const entry of entries) {
    if (boot !== null && entry.boot !== boot && query.output.startsWith('short'))
      text += `-- Boot ${bootName(entry.boot)} --\n`;
    boot = entry.boot;
    text += `${formatted(system, entry, query.output)}\n`;
  }
  if (text !== '') yield* system.descriptors.write(1, text);
}

/** 32 digits, as boots are named. */
const bootName = (boot: number): Bytes => boot.toString(16).padStart(32, 'b');

function formatted(system: System, entry: Entry, output: Bytes): Bytes {
  const host = system.machine.hostname();
  if (output === 'cat') return entry.message;
  if (output !== 'json' && output !== 'verbose') return entryText(entry, host);
  const fields = {
    __REALTIME_TIMESTAMP: String(Math.round(entry.at * 1000)),
    _BOOT_ID: bootName(entry.boot),
    _HOSTNAME: host,
    PRIORITY: String(entry.priority),
    SYSLOG_IDENTIFIER: entry.identifier,
    _PID: String(entry.pid),
    _SYSTEMD_UNIT: entry.unit,
    MESSAGE: entry.message,
  };
  if (output === 'json') return JSON.stringify(fields);
  return [
    entryText(entry, host),
    ...Object.entries(fields).map(([key, value]) => `    ${key}=${value}`),
  ].join('\n');
}

const glance = 250;

/** Looks again every quarter of a second of lab time, as often as a reader would see it. */
function* follow(system: System, query: Query, shown: number): Step<void> {
  let size = journalSize(system);
  let count = shown;
  for (;;) {
    const slept = yield* system.processes.sleep(glance);
    if (!slept.ok) continue;
    const now = journalSize(system);
    if (now === size) continue;
    size = now;
    const entries = readJournal(system) ?? [];
    // Old files are cut off at the front: then all that is there is older than what comes.
    const fresh = entries.slice(Math.min(count, entries.length));
    count = entries.length;
    yield* put(
      system,
      query,
      fresh.filter((entry) => fits(query, entry, system.machine.bootId())),
    );
  }
}
