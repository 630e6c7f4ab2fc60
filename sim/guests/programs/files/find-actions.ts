import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { lookUp, openDescriptors } from '../processes/launch.ts';
import { formatted } from '../processes/date.ts';
import { accountsOf, groupName, userName } from './accounts.ts';
import type { Call } from './command.ts';
import { breathe, complain, flush } from './command.ts';
import type { Found } from './find-tests.ts';
import { dateText } from './ls-rows.ts';
import { directoryPart, lastPart } from './names.ts';
import { quoted } from './quote.ts';
import { kindLetters, modeText } from './stat-text.ts';

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  '0': '\0',
  '\\': '\\',
  a: '\x07',
  b: '\b',
  f: '\f',
  r: '\r',
  v: '\v',
};

/** `-printf`. */
export function printed(call: Call, format: Bytes, found: Found): Bytes {
  return format.replaceAll(
    /\\(\d{3}|.)|%([-0 ]*)(\d*)(?:\.\d+)?([ACT]@|[ACT]?[a-zA-Z+%])/gs,
    (whole: string, ...parts: readonly (string | undefined)[]) => {
      const [escape, flags = '', width = '', letter] = parts;
      if (escape !== undefined)
        return /^\d{3}/.test(escape)
          ? String.fromCharCode(Number.parseInt(escape, 8))
          : (escapes[escape] ?? whole);
      if (letter === undefined || letter === '%') return '%';
      const text = directive(call, letter, found);
      if (text === null) return whole;
      const size = Number(width === '' ? '0' : width);
      return flags.includes('-') ? text.padEnd(size) : text.padStart(size, flags.includes('0') ? '0' : ' ');
    },
  );
}

function directive(call: Call, letter: string, { path, from, depth, stat }: Found): Bytes | null {
  const accounts = accountsOf(call.system);
  const letters: Readonly<Record<string, () => Bytes>> = {
    p: () => path,
    P: () => (path === from ? '' : path.slice(from.endsWith('/') ? from.length : from.length + 1)),
    f: () => lastPart(path),
    h: () => (path.includes('/') ? directoryPart(path) : '.'),
    H: () => from,
    d: () => String(depth),
    s: () => String(stat.size),
    k: () => String(Math.ceil(stat.allocated / 1024)),
    b: () => String(Math.ceil(stat.allocated / 512)),
    m: () => stat.mode.toString(8),
    M: () => modeText(stat),
    u: () => userName(accounts, stat.uid),
    U: () => String(stat.uid),
    g: () => groupName(accounts, stat.gid),
    G: () => String(stat.gid),
    i: () => String(stat.inode),
    n: () => String(stat.links),
    y: () => (stat.kind === 'file' ? 'f' : kindLetters[stat.kind]),
    l: () => goalOf(call, path),
    t: () => ctime(stat.modifiedAt),
    a: () => ctime(stat.accessedAt),
    c: () => ctime(stat.changedAt),
  };
  const simple = letters[letter];
  if (simple !== undefined) return simple();
  const when = { A: stat.accessedAt, C: stat.changedAt, T: stat.modifiedAt }[letter[0] ?? ''];
  if (when === undefined) return null;
  const fraction = `${String(when % 1000).padStart(3, '0')}0000000`;
  if (letter[1] === '@') return `${Math.floor(when / 1000)}.${fraction}`;
  if (letter[1] === '+') return formatted(`%Y-%m-%d+%H:%M:%S.${fraction}`, when);
  return letter[1] === 'S' ? formatted(`%S.${fraction}`, when) : formatted(`%${letter.slice(1)}`, when);
}

const ctime = (at: number): Bytes =>
  formatted(`%a %b %e %H:%M:%S.${String(at % 1000).padStart(3, '0')}0000000 %Y`, at);

function goalOf(call: Call, path: Bytes): Bytes {
  const goal = call.system.files.readLink(path);
  return goal.ok ? goal.value : '';
}

/** `-ls`. */
export function listed(call: Call, { path, stat }: Found): Bytes {
  const accounts = accountsOf(call.system);
  const goal = stat.kind === 'link' ? ` -> ${goalOf(call, path)}` : '';
  return [
    String(stat.inode).padStart(9),
    String(Math.ceil(stat.allocated / 1024)).padStart(6),
    modeText(stat),
    String(stat.links).padStart(3),
    userName(accounts, stat.uid).padEnd(8),
    groupName(accounts, stat.gid).padEnd(8),
    String(stat.size).padStart(8),
    dateText(stat.modifiedAt, call.system.now(), 'usual'),
    `${path}${goal}\n`,
  ].join(' ');
}

type Running = { readonly words: readonly Bytes[]; readonly directory: Bytes | null };

/** Its status; null where it did not even start. */
export function* runCommand(call: Call, { words, directory }: Running): Step<number> {
  const { system } = call;
  const [name = ''] = words;
  yield* flush(call);
  const before = system.files.workingDirectory();
  if (directory !== null) system.files.changeDirectory(directory);
  const file = lookUp(system, name, system.environment);
  const started = file.ok
    ? system.processes.spawn({
        file: file.value,
        arguments: words,
        environment: system.environment,
        descriptors: openDescriptors(system),
        group: 'parent',
      })
    : file;
  if (directory !== null) system.files.changeDirectory(before);
  if (!started.ok) {
    complain(call, `${quoted(name)}: ${messageOf(started.errno)}`);
    call.status = 0;
    return 127;
  }
  const change = yield* system.processes.wait({ pid: started.value, isHanging: true, alsoStopped: false });
  return change.ok && change.value?.how === 'exited' ? change.value.status : 1;
}

/** `-delete`. */
export function* remove(call: Call, { path, stat }: Found): Step<boolean> {
  yield* breathe(call);
  if (path === '.') return true;
  const { files } = call.system;
  const removed = stat.kind === 'directory' ? files.removeDirectory(path) : files.remove(path);
  if (!removed.ok) complain(call, `cannot delete ${quoted(path)}: ${messageOf(removed.errno)}`);
  return removed.ok;
}
