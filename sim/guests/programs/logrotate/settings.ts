import type { Bytes } from '../../bytes.ts';

export type Every = 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly';
type Scripts = Readonly<Partial<Record<ScriptName, Bytes>>>;
type ScriptName = 'prerotate' | 'postrotate' | 'firstaction' | 'lastaction';

/** What is said of some logs, or of all that follow. */
export type Rules = {
  readonly every: Every | null;
  readonly size: number | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly keeps: number;
  readonly start: number;
  readonly maxAge: number | null;
  readonly isCompressed: boolean;
  readonly isDelayed: boolean;
  readonly isMissingOk: boolean;
  readonly takesEmpty: boolean;
  readonly copies: 'no' | 'copy' | 'truncate';
  readonly creates: {
    readonly mode: number | null;
    readonly user: Bytes | null;
    readonly group: Bytes | null;
  } | null;
  readonly dateFormat: Bytes | null;
  readonly extension: Bytes;
  readonly directory: Bytes | null;
  readonly isShared: boolean;
  readonly scripts: Scripts;
};

export type LogSet = { readonly patterns: readonly Bytes[]; readonly rules: Rules };

export const firstRules: Rules = {
  every: null,
  size: 1_048_576,
  least: null,
  most: null,
  keeps: 0,
  start: 1,
  maxAge: null,
  isCompressed: false,
  isDelayed: false,
  isMissingOk: false,
  takesEmpty: true,
  copies: 'no',
  creates: null,
  dateFormat: null,
  extension: '',
  directory: null,
  isShared: false,
  scripts: {},
};

type Wrong = { readonly line: number; readonly message: Bytes };
export type Read = {
  rules: Rules;
  readonly sets: LogSet[];
  readonly faults: Wrong[];
  /** Files and directories to be read where they are named. */
  readonly include: (read: Read, path: Bytes) => void;
};

const scriptNames: readonly ScriptName[] = ['prerotate', 'postrotate', 'firstaction', 'lastaction'];

/** A file's lines: rules for all that follows, and sets of logs with rules of their own. */
export function readSettings(read: Read, text: Bytes): void {
  const lines = text.split('\n').map((line) => line.replace(/^\s*#.*$/, '').trim());
  let names: Bytes[] = [];
  let outer: Rules | null = null;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const isStart = outer === null && (/^["'/*]/.test(line) || line.endsWith('{'));
    if (isStart) names.push(...namesIn(line));
    if (line.endsWith('{') && outer === null) outer = read.rules;
    else if (line === '}') {
      if (outer === null) read.faults.push({ line: at + 1, message: "unexpected } (missing previous '{')" });
      else {
        read.sets.push({ patterns: names, rules: read.rules });
        read.rules = outer;
      }
      [names, outer] = [[], null];
    } else if (!isStart) at = takeLine(read, lines, at);
  }
}

const namesIn = (line: Bytes): readonly Bytes[] =>
  [...line.replace(/\{$/, '').matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    (found) => found[1] ?? found[2] ?? found[3] ?? '',
  );

/** Answers the last line that it took. */
function takeLine(read: Read, lines: readonly Bytes[], at: number): number {
  const line = lines[at] ?? '';
  const [word = '', ...rest] = line.split(/\s*=\s*|\s+/);
  const script = scriptNames.find((name) => name === word);
  if (script !== undefined) {
    const end = lines.findIndex((one, place) => place > at && one === 'endscript');
    const to = end < 0 ? lines.length : end;
    const scripts = { ...read.rules.scripts, [script]: `${lines.slice(at + 1, to).join('\n')}\n` };
    read.rules = { ...read.rules, scripts };
    return to;
  }
  const value = rest.join(' ');
  if (word === 'include') read.include(read, value);
  else {
    const changed = ruleOf(word, value);
    if (changed !== null) read.rules = { ...read.rules, ...changed };
    else
      read.faults.push({
        line: at + 1,
        message: known.has(word) ? `bad ${word} '${value}'` : `unknown option '${word}' -- ignoring line`,
      });
  }
  return at;
}

const known: ReadonlySet<Bytes> = new Set(['rotate', 'size', 'minsize', 'maxsize', 'start', 'maxage']);
const marks: Readonly<Record<string, Partial<Rules>>> = {
  compress: { isCompressed: true },
  nocompress: { isCompressed: false },
  delaycompress: { isDelayed: true },
  nodelaycompress: { isDelayed: false },
  missingok: { isMissingOk: true },
  nomissingok: { isMissingOk: false },
  ifempty: { takesEmpty: true },
  notifempty: { takesEmpty: false },
  copy: { copies: 'copy' },
  nocopy: { copies: 'no' },
  copytruncate: { copies: 'truncate' },
  nocopytruncate: { copies: 'no' },
  nocreate: { creates: null },
  dateext: { dateFormat: '-%Y%m%d' },
  nodateext: { dateFormat: null },
  noolddir: { directory: null },
  sharedscripts: { isShared: true },
  nosharedscripts: { isShared: false },
  daily: { every: 'daily', size: null },
  weekly: { every: 'weekly', size: null },
  monthly: { every: 'monthly', size: null },
  yearly: { every: 'yearly', size: null },
  hourly: { every: 'hourly', size: null },
  // Said for mail, users and places that a lab's logs have no need of.
  nomail: {},
  su: {},
  createolddir: {},
  noshred: {},
  tabooext: {},
  compresscmd: {},
  uncompresscmd: {},
  compressext: {},
  compressoptions: {},
};

function ruleOf(word: Bytes, value: Bytes): Partial<Rules> | null {
  const mark = Object.hasOwn(marks, word) ? marks[word] : undefined;
  if (mark !== undefined) return mark;
  const number = /^-?\d+$/.test(value) ? Number(value) : null;
  const size = sizeOf(value);
  switch (word) {
    case 'rotate':
      return number === null ? null : { keeps: number };
    case 'start':
      return number === null ? null : { start: number };
    case 'maxage':
      return number === null ? null : { maxAge: number };
    case 'size':
      return size === null ? null : { size, every: null };
    case 'minsize':
      return size === null ? null : { least: size };
    case 'maxsize':
      return size === null ? null : { most: size };
    case 'create':
      return { creates: createOf(value) };
    case 'dateformat':
      return { dateFormat: value };
    case 'extension':
      return { extension: value };
    case 'olddir':
      return { directory: value };
    default:
      return null;
  }
}

function createOf(value: Bytes): Rules['creates'] {
  const [mode = '', user = '', group = ''] = value.split(' ');
  const isMode = /^[0-7]+$/.test(mode);
  return { mode: isMode ? Number.parseInt(mode, 8) : null, user: user || null, group: group || null };
}

function sizeOf(value: Bytes): number | null {
  const found = /^(\d+)([kMG]?)$/.exec(value);
  return found === null
    ? null
    : Number(found[1]) * ({ k: 1024, M: 1_048_576, G: 1_073_741_824 }[found[2] ?? ''] ?? 1);
}
