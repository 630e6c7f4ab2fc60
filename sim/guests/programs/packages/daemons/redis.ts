import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { clockText, momentOf, monthNames, two } from '../../system/time-text.ts';
import { logTo, ready } from './daemon.ts';
import type { Memory } from './redis-words.ts';
import { answerTo, requestsIn } from './redis-words.ts';
import { redisNames } from './settings.table.ts';

const usual = '/etc/redis/redis.conf';
const saveEvery = 300_000;
const version = 'Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=0\n';

/** Redis: keys and values in memory, kept in a file, over its own protocol. */
export const redisServer: Program = function* (system) {
  const words = system.arguments.slice(1);
  if (words[0] === '-v' || words[0] === '--version') {
    yield* system.descriptors.write(1, version);
    return 0;
  }
  const file = words.find((word) => !word.startsWith('-')) ?? usual;
  const content = system.files.readFile(file);
  if (!content.ok) {
    yield* system.descriptors.write(
      2,
      `${system.pid}:C ${stamp(system)} # Fatal error, can't open config file '${file}': ${messageOf(content.errno)}\n`,
    );
    return 1;
  }
  const settings = read(content.value);
  if (typeof settings === 'string') {
    yield* system.descriptors.write(2, settings);
    return 1;
  }
  return yield* run(system, settings);
};

type Settings = ReadonlyMap<string, Bytes>;

/** A text is the fault. */
function read(text: Bytes): Settings | Bytes {
  const values = new Map<string, Bytes>();
  for (const [at, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const [name = '', ...rest] = line.split(/\s+/);
    if (!redisNames.has(name.toLowerCase()) || rest.length === 0)
      return `\n*** FATAL CONFIG FILE ERROR (Redis 7.0.15) ***\nReading the configuration file, at line ${at + 1}\n>>> '${line}'\nBad directive or wrong number of arguments\n`;
    values.set(name.toLowerCase(), rest.join(' '));
  }
  return values;
}

function stamp(system: System): Bytes {
  const moment = momentOf(system.now());
  return `${two(moment.day)} ${monthNames[moment.month] ?? ''} ${moment.year} ${clockText(moment)}.000`;
}

function* run(system: System, settings: Settings): Step<number> {
  const log = settings.get('logfile')?.replaceAll('"', '') ?? '';
  const say = (mark: '*' | '#', text: Bytes): Step<void> =>
    logTo(system, log === '' ? null : log, `${system.pid}:M ${stamp(system)} ${mark} ${text}`);
  const port = Number(settings.get('port') ?? '6379');
  const address = /0\.0\.0\.0|\*/.test(settings.get('bind') ?? '') ? '0.0.0.0' : '127.0.0.1';
  const opened = system.network.listen({ address, port });
  if (!opened.ok) {
    yield* say(
      '#',
      `Warning: Could not create server TCP listening socket ${address}:${port}: bind: ${messageOf(opened.errno)}`,
    );
    yield* say('#', 'Failed listening on port 6379 (TCP), aborting.');
    return 1;
  }
  const dump = `${settings.get('dir') ?? '/var/lib/redis'}/${settings.get('dbfilename') ?? 'dump.rdb'}`;
  const memory: Memory = {
    values: restored(system, dump),
    isDirty: false,
    cannotSave: false,
    port,
    startedAt: system.steady(),
    save: () => save(system, { dump, memory, say }),
  };
  yield* say('*', 'Ready to accept connections');
  yield* ready(system);
  yield* listen(system, opened.value, memory);
  if (memory.isDirty) yield* memory.save();
  yield* say('#', 'Redis is now ready to exit, bye bye...');
  return 0;
}

type Saving = {
  readonly dump: Bytes;
  readonly memory: Memory;
  readonly say: (mark: '*' | '#', text: Bytes) => Step<void>;
};

function restored(system: System, dump: Bytes): Map<Bytes, Bytes> {
  const content = system.files.readFile(dump);
  const rows = (content.ok ? content.value : '')
    .split('\n')
    .slice(1)
    .flatMap((line): [Bytes, Bytes][] => {
      const [key, value] = line.split('\t');
      return key === undefined || value === undefined ? [] : [[unescaped(key), unescaped(value)]];
    });
  return new Map(rows);
}

const safe = (text: Bytes): Bytes =>
  text.replace(/[%\n\t\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);
const unescaped = (text: Bytes): Bytes =>
  text.replace(/%([0-9a-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function* save(system: System, { dump, memory, say }: Saving): Step<boolean> {
  const text = `REDIS0010\n${[...memory.values].map(([key, value]) => `${safe(key)}\t${safe(value)}\n`).join('')}`;
  const written = system.files.writeFile(`${dump}.temp`, text, 0o660);
  if (!written.ok) {
    memory.cannotSave = true;
    system.files.remove(`${dump}.temp`);
    yield* say('#', `Write error saving DB on disk: ${messageOf(written.errno)}`);
    yield* say('#', 'Background saving error');
    return false;
  }
  system.files.rename(`${dump}.temp`, dump);
  memory.isDirty = false;
  memory.cannotSave = false;
  yield* say('*', 'DB saved on disk');
  return true;
}

/** One process for all callers, as the real one: what they say is answered in turn. */
function* listen(system: System, listening: number, memory: Memory): Step<void> {
  let isOver = false;
  const hasToEnd = (): boolean => isOver;
  for (const signal of ['TERM', 'INT'] as const)
    system.processes.onSignal(signal, () => {
      isOver = true;
    });
  const clients = new Map<number, Bytes>();
  let due = system.steady() + saveEvery;
  while (!hasToEnd()) {
    const most = memory.isDirty ? Math.max(0, due - system.steady()) : null;
    const called = yield* system.descriptors.poll([listening, ...clients.keys()], most);
    for (const descriptor of called.ok ? called.value : [])
      if (descriptor === listening) yield* take(system, listening, clients);
      else yield* hear(system, { descriptor, clients, memory });
    if (!memory.isDirty || system.steady() < due) continue;
    yield* memory.save();
    due = system.steady() + saveEvery;
  }
}

function* take(system: System, listening: number, clients: Map<number, Bytes>): Step<void> {
  const accepted = yield* system.network.accept(listening);
  if (accepted.ok) clients.set(accepted.value.descriptor, '');
}

type Hearing = { readonly descriptor: number; readonly clients: Map<number, Bytes>; readonly memory: Memory };

function* hear(system: System, { descriptor, clients, memory }: Hearing): Step<void> {
  const bytes = yield* system.descriptors.read(descriptor, 16_384);
  const { requests, rest } = requestsIn(`${clients.get(descriptor) ?? ''}${bytes.ok ? bytes.value : ''}`);
  clients.set(descriptor, rest);
  let isOver = !bytes.ok || bytes.value === '';
  for (const words of requests) {
    const answer = yield* answerTo(system, memory, words);
    if (words[0]?.toUpperCase() === 'QUIT') isOver = true;
    yield* system.descriptors.write(descriptor, answer);
  }
  if (!isOver) return;
  clients.delete(descriptor);
  system.descriptors.close(descriptor);
}
