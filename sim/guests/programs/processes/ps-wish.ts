import type { Bytes } from '../../bytes.ts';
import type { Call } from '../files/command.ts';
import type { Column } from './ps-columns.ts';
import { columnsNamed } from './ps-columns.ts';

export type Wish = {
  readonly columns: readonly Column[];
  readonly isEvery: boolean;
  readonly isOfTerminals: boolean;
  readonly isOfAllUsers: boolean;
  readonly pick: Readonly<Record<string, string>>;
  readonly isForest: boolean;
  readonly hasHeader: boolean;
  readonly order: readonly string[];
  readonly isWide: boolean;
};

const usage = `
Usage:
 ps [options]

 Try 'ps --help <simple|list|output|threads|misc|all>'
  or 'ps --help <s|l|o|t|m|a>'
 for additional help text.

For more details see ps(1).
`;

type Draft = {
  letters: Set<string>;
  bsd: Set<string>;
  pick: Record<string, string>;
  formats: string[];
  order: string[];
  long: Set<string>;
};

const takes: Readonly<Record<string, string>> = {
  p: 'pid',
  q: 'pid',
  u: 'user',
  U: 'user',
  C: 'name',
  t: 'terminal',
  g: 'group',
  s: 'session',
  G: 'gid',
};
const longTakes: Readonly<Record<string, string>> = {
  pid: 'pid',
  ppid: 'parent',
  user: 'user',
  User: 'user',
  tty: 'terminal',
  sid: 'session',
};

/** What the words ask for; null: something is no option, which it says. */
export function wishOf(call: Call): Wish | null {
  const draft = draftOf(call);
  if (draft === null) return null;
  const columns = columnsOf(draft);
  if (typeof columns === 'string') {
    call.complaints += `error: unknown user-defined format specifier "${columns}"\n${usage}`;
    call.status = 1;
    return null;
  }
  return wishFrom(draft, columns);
}

function draftOf(call: Call): Draft | null {
  const draft: Draft = {
    letters: new Set(),
    bsd: new Set(),
    pick: {},
    formats: [],
    order: [],
    long: new Set(),
  };
  const words = call.system.arguments.slice(1);
  for (let at = 0; at < words.length; at += 1) {
    const used = readWord(draft, words, at);
    if (used < 0) {
      const what =
        words[at]?.startsWith('--') === true ? 'unknown gnu long option' : 'unsupported SysV option';
      call.complaints += `error: ${what}\n${usage}`;
      call.status = 1;
      return null;
    }
    at += used;
  }
  return draft;
}

function wishFrom({ letters, bsd, long, pick, order }: Draft, columns: readonly Column[]): Wish {
  const isOfAllUsers = bsd.has('a');
  return {
    columns,
    isEvery: letters.has('e') || letters.has('A') || (isOfAllUsers && bsd.has('x')),
    isOfTerminals: letters.has('a') || isOfAllUsers,
    isOfAllUsers,
    pick: bsd.has('x') && !isOfAllUsers ? { ...pick, own: 'x' } : pick,
    isForest: long.has('forest') || bsd.has('f') || letters.has('H'),
    hasHeader: !['no-headers', 'no-heading'].some((name) => long.has(name)) && !bsd.has('h'),
    order,
    isWide: bsd.has('w') || letters.has('w'),
  };
}

/** How many further words it took; −1: it is none. */
function readWord(draft: Draft, words: readonly Bytes[], at: number): number {
  const word = words[at] ?? '';
  const next = words[at + 1] ?? '';
  if (word.startsWith('--')) return readLong(draft, word, next);
  if (/^\d/.test(word)) {
    draft.pick['pid'] = [draft.pick['pid'], word].filter(Boolean).join(',');
    return 0;
  }
  const isDashed = word.startsWith('-');
  for (let place = isDashed ? 1 : 0; place < word.length; place += 1) {
    const letter = { letter: word[place] ?? '', isDashed, rest: word.slice(place + 1), next };
    const used = readLetter(draft, letter);
    if (used !== null) return used;
  }
  return 0;
}

type Letter = {
  readonly letter: string;
  readonly isDashed: boolean;
  /** What follows it in its word; where that is empty, its value is the next word. */
  readonly rest: Bytes;
  readonly next: Bytes;
};

/** As of a word; null: it takes no value, and the letter after it is the next. */
function readLetter(draft: Draft, { letter, isDashed, rest, next }: Letter): number | null {
  const value = rest === '' ? next : rest;
  const key = isDashed || /[pUt]/.test(letter) ? takes[letter] : undefined;
  if (letter === 'o' || letter === 'O') draft.formats.push(value);
  else if (letter === 'k' && !isDashed) draft.order.push(...value.split(','));
  else if (key !== undefined) draft.pick[key] = value;
  else if (/[aAdefFHjlNrTuvwxLmhcX]/.test(letter)) {
    (isDashed ? draft.letters : draft.bsd).add(letter);
    return null;
  } else return -1;
  return rest === '' ? 1 : 0;
}

/** Options that change nothing here. */
const idle: ReadonlySet<string> = new Set(['cols', 'columns', 'width']);

function readLong(draft: Draft, word: Bytes, next: Bytes): number {
  const equals = word.indexOf('=');
  const name = word.slice(2, equals < 0 ? undefined : equals);
  const value = equals < 0 ? next : word.slice(equals + 1);
  const key = longTakes[name];
  if (/^(forest|no-headers|no-heading|headers)$/.test(name)) {
    draft.long.add(name);
    return 0;
  }
  if (key !== undefined) draft.pick[key] = value;
  else if (name === 'sort') draft.order.push(...value.split(','));
  else if (name === 'format') draft.formats.push(value);
  else if (!idle.has(name)) return -1;
  return equals < 0 ? 1 : 0;
}

const usual = 'pid,tty,time,ucmd';

/** Or the name that is none. */
function columnsOf({ letters, bsd, formats }: Draft): readonly Column[] | string {
  if (formats.length > 0) return columnsNamed(formats.join(','));
  let format = usual;
  if (letters.has('F')) format = 'user,pid,ppid,c,sz,rss,psr,stime,tty,time,cmd';
  else if (letters.has('f')) format = 'uid_,pid,ppid,c,stime,tty,time,cmd';
  else if (letters.has('l') || bsd.has('l'))
    format = 'f,s,uidl,pid,ppid,c,pri,ni,addr,sz,wchan,tty,time,ucmd';
  else if (letters.has('j')) format = 'pid,pgid,sid,tty,time,ucmd';
  else if (bsd.has('u')) format = 'user_,pid_,%cpu,%mem,vsz,rss,tty_,stat_,start_,time_,command';
  else if (bsd.has('j')) format = 'ppid,pid,pgid,sid,tty_,tpgid,stat,uid,time_,command';
  else if (bsd.size > 0) format = 'pid,tty_,stat,time_,command';
  return columnsNamed(format);
}
