import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { momentOf } from '../../shell/builtins/strftime.ts';
import type { Call } from './command.ts';
import { breathe, complain, complainOf, coreCommand, misuse } from './command.ts';
import { momentSaid, secondsAt } from './moment.ts';
import { has, lastOf, valueOf } from './options.ts';
import { named, quoted } from './quote.ts';

export const touch = coreCommand({
  short: 'acd:fhmr:t:',
  long: { 'no-create': 'c', date: 'd', 'no-dereference': 'h', reference: 'r', time: 'time:' },
  usage: '[OPTION]... FILE...',
  run: touchAll,
});

type Times = { readonly accessedAt: number; readonly modifiedAt: number };

function* touchAll(call: Call): Step<void> {
  const times = timesOf(call);
  if (times === null) return;
  if (call.operands.length === 0) {
    misuse(call, 1, 'missing file operand');
    return;
  }
  for (const path of call.operands) {
    touchOne(call, path, times);
    yield* breathe(call);
  }
}

function touchOne(call: Call, path: Bytes, times: Times): void {
  const { files } = call.system;
  const isLinkItself = has(call.options, 'h');
  const found = isLinkItself ? files.linkStat(path) : files.stat(path);
  if (found.ok) {
    changeTimes(call, { path, stat: found.value }, times);
    return;
  }
  if (found.errno !== 'ENOENT') {
    complainOf(call, `cannot touch ${named(path)}`, found.errno);
    return;
  }
  if (has(call.options, 'c')) return;
  if (isLinkItself) complainOf(call, `setting times of ${named(path)}`, found.errno);
  else makeTouched(call, path, times);
}

function makeTouched(call: Call, path: Bytes, times: Times): void {
  const { files } = call.system;
  const made = files.writeFile(path, '', 0o666);
  if (!made.ok) {
    complainOf(call, `cannot touch ${named(path)}`, path.endsWith('/') ? 'ENOENT' : made.errno);
    return;
  }
  const found = files.stat(path);
  if (found.ok) changeTimes(call, { path, stat: found.value }, times);
  else complainOf(call, `cannot touch ${named(path)}`, found.errno);
}

type Touched = { readonly path: Bytes; readonly stat: Times };

function changeTimes(call: Call, { path, stat }: Touched, times: Times): void {
  const { files } = call.system;
  const which = whichOf(call);
  const { accessedAt } = which === 'm' ? stat : times;
  const { modifiedAt } = which === 'a' ? stat : times;
  const change = has(call.options, 'h') ? files.changeLinkTimes : files.changeTimes;
  const changed = change(path, accessedAt, modifiedAt);
  if (changed.ok) return;
  const what = changed.errno === 'EACCES' ? 'cannot touch' : 'setting times of';
  complainOf(call, `${what} ${named(path)}`, changed.errno);
}

function whichOf({ options }: Call): 'a' | 'm' | 'both' {
  const word = valueOf(options, 'time') ?? '';
  const isAccess = has(options, 'a') || /^(access|atime|use)$/.test(word);
  const isModify = has(options, 'm') || /^(modify|mtime)$/.test(word);
  if (isAccess === isModify) return 'both';
  return isAccess ? 'a' : 'm';
}

function timesOf(call: Call): Times | null {
  const { options, system } = call;
  const manner = lastOf(options, 'drt');
  if (manner === null) return { accessedAt: system.now(), modifiedAt: system.now() };
  const value = valueOf(options, manner) ?? '';
  if (manner === 'r') {
    const found = system.files.stat(value);
    if (!found.ok) complainOf(call, `failed to get attributes of ${named(value)}`, found.errno);
    return found.ok ? found.value : null;
  }
  const seconds = manner === 'd' ? momentSaid(value, system.now()) : stampSeconds(value, system.now());
  if (seconds === null) complain(call, `invalid date format ${quoted(value)}`);
  return seconds === null ? null : { accessedAt: seconds * 1000, modifiedAt: seconds * 1000 };
}

/** `[[CC]YY]MMDDhhmm[.ss]`. */
function stampSeconds(text: Bytes, now: number): number | null {
  const found = /^(\d{2})?(\d{2})?(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d{2}))?$/.exec(text);
  if (found === null) return null;
  const [, one, two, month = '', date = '', hour = '', minute = '', second = '0'] = found;
  const short = Number(two ?? one);
  const year =
    one === undefined
      ? momentOf(Math.floor(now / 1000)).year
      : two === undefined
        ? short + (short < 69 ? 2000 : 1900)
        : Number(`${one}${two}`);
  return (
    secondsAt(year, Number(month) - 1, Number(date)) +
    Number(hour) * 3600 +
    Number(minute) * 60 +
    Number(second)
  );
}
