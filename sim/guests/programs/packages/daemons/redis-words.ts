import type { Bytes } from '../../../bytes.ts';
import type { Step, System } from '../../../kernel/program.ts';
import { globMatches } from '../words.ts';

export type Memory = {
  readonly values: Map<Bytes, Bytes>;
  isDirty: boolean;
  cannotSave: boolean;
  readonly port: number;
  readonly startedAt: number;
  readonly save: () => Step<boolean>;
};

/** Requests that came whole: arrays of the protocol, or words in a line. */
export function requestsIn(text: Bytes): {
  readonly requests: readonly (readonly Bytes[])[];
  readonly rest: Bytes;
} {
  const requests: (readonly Bytes[])[] = [];
  let rest = text;
  for (;;) {
    const end = rest.indexOf('\n');
    if (end < 0) return { requests, rest };
    if (!rest.startsWith('*')) {
      const words = rest
        .slice(0, end)
        .trim()
        .split(/\s+/)
        .filter((word) => word !== '');
      if (words.length > 0) requests.push(words);
      rest = rest.slice(end + 1);
      continue;
    }
    const taken = arrayIn(rest);
    if (taken === null) return { requests, rest };
    requests.push(taken.words);
    rest = rest.slice(taken.size);
  }
}

function arrayIn(text: Bytes): { readonly words: readonly Bytes[]; readonly size: number } | null {
  let at = text.indexOf('\r\n') + 2;
  const count = Number(text.slice(1, at - 2));
  const words: Bytes[] = [];
  while (words.length < count) {
    const end = text.indexOf('\r\n', at);
    if (end < 0) return null;
    const size = Number(text.slice(at + 1, end));
    if (text.length < end + 2 + size + 2) return null;
    words.push(text.slice(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return { words, size: at };
}

const bulk = (text: Bytes | undefined): Bytes =>
  text === undefined ? '$-1\r\n' : `$${text.length}\r\n${text}\r\n`;
const number = (value: number): Bytes => `:${value}\r\n`;
const okay = '+OK\r\n';
const misconfigured =
  "-MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk. Commands that may modify the data set are disabled, because this instance is configured to report errors during writes if RDB snapshotting fails (stop-writes-on-bgsave-error option). Please check the Redis logs for details about the RDB error.\r\n";

type Word = {
  readonly least: number;
  readonly isWriting: boolean;
  readonly act: (memory: Memory, rest: readonly Bytes[]) => Bytes;
};

const words: Readonly<Record<string, Word>> = {
  ping: {
    least: 0,
    isWriting: false,
    act: (_memory, [text]) => (text === undefined ? '+PONG\r\n' : bulk(text)),
  },
  echo: { least: 1, isWriting: false, act: (_memory, [text]) => bulk(text) },
  select: { least: 1, isWriting: false, act: () => okay },
  quit: { least: 0, isWriting: false, act: () => okay },
  get: { least: 1, isWriting: false, act: ({ values }, [key = '']) => bulk(values.get(key)) },
  exists: {
    least: 1,
    isWriting: false,
    act: ({ values }, keys) => number(keys.filter((key) => values.has(key)).length),
  },
  strlen: {
    least: 1,
    isWriting: false,
    act: ({ values }, [key = '']) => number(values.get(key)?.length ?? 0),
  },
  dbsize: { least: 0, isWriting: false, act: ({ values }) => number(values.size) },
  keys: {
    least: 1,
    isWriting: false,
    act: ({ values }, [pattern = '*']) => list([...values.keys()].filter((key) => globMatches(pattern, key))),
  },
  set: {
    least: 2,
    isWriting: true,
    act: (memory, [key = '', value = '']) => changed(memory, () => memory.values.set(key, value)),
  },
  del: {
    least: 1,
    isWriting: true,
    act: (memory, keys) => number(keys.filter((key) => changedIf(memory, memory.values.delete(key))).length),
  },
  flushall: { least: 0, isWriting: true, act: (memory) => changed(memory, () => memory.values.clear()) },
  incr: { least: 1, isWriting: true, act: (memory, [key = '']) => added(memory, key, 1) },
  decr: { least: 1, isWriting: true, act: (memory, [key = '']) => added(memory, key, -1) },
};

const list = (items: readonly Bytes[]): Bytes => `*${items.length}\r\n${items.map(bulk).join('')}`;

function changed(memory: Memory, act: () => void): Bytes {
  act();
  memory.isDirty = true;
  return okay;
}

function changedIf(memory: Memory, isChanged: boolean): boolean {
  if (isChanged) memory.isDirty = true;
  return isChanged;
}

function added(memory: Memory, key: Bytes, by: number): Bytes {
  const before = memory.values.get(key) ?? '0';
  if (!/^-?\d+$/.test(before)) return '-ERR value is not an integer or out of range\r\n';
  memory.values.set(key, String(Number(before) + by));
  memory.isDirty = true;
  return number(Number(before) + by);
}

export function* answerTo(
  system: System,
  memory: Memory,
  [name = '', ...rest]: readonly Bytes[],
): Step<Bytes> {
  const asked = name.toLowerCase();
  if (asked === 'info') return bulk(infoOf(system, memory));
  if (asked === 'save' || asked === 'bgsave') {
    const isSaved = yield* memory.save();
    return isSaved ? (asked === 'save' ? okay : '+Background saving started\r\n') : '-ERR\r\n';
  }
  const word = words[asked];
  if (word === undefined)
    return `-ERR unknown command '${name}', with args beginning with: ${rest.map((one) => `'${one}' `).join('')}\r\n`;
  if (rest.length < word.least) return `-ERR wrong number of arguments for '${asked}' command\r\n`;
  if (word.isWriting && memory.cannotSave) return misconfigured;
  return word.act(memory, rest);
}

const infoOf = (system: System, memory: Memory): Bytes =>
  `# Server\r\nredis_version:7.0.15\r\nprocess_id:${system.pid}\r\ntcp_port:${memory.port}\r\nuptime_in_seconds:${Math.floor((system.steady() - memory.startedAt) / 1000)}\r\n\r\n# Persistence\r\nrdb_last_bgsave_status:${memory.cannotSave ? 'err' : 'ok'}\r\n\r\n# Keyspace\r\n${memory.values.size > 0 ? `db0:keys=${memory.values.size},expires=0,avg_ttl=0\r\n` : ''}`;
