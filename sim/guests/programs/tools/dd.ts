import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import { turn } from '../../kernel/program-tools.ts';
import type { Program, Step, System } from '../../kernel/program.ts';

type Job = { readonly values: ReadonlyMap<string, Bytes>; readonly input: number; readonly output: number };
type Counts = { full: number; partial: number; outFull: number; outPartial: number; bytes: number };

const known = new Set([
  'if',
  'of',
  'bs',
  'ibs',
  'obs',
  'count',
  'skip',
  'seek',
  'conv',
  'status',
  'iflag',
  'oflag',
  'cbs',
]);
const units: Readonly<Record<string, number>> = {
  '': 1,
  c: 1,
  w: 2,
  b: 512,
  k: 1024,
  K: 1024,
  M: 1_048_576,
  G: 1_073_741_824,
  kB: 1000,
  KB: 1000,
  MB: 1_000_000,
  GB: 1_000_000_000,
  KiB: 1024,
  MiB: 1_048_576,
  GiB: 1_073_741_824,
};

/** Copies in blocks, and says how many. */
export const dd: Program = function* (system) {
  const values = readWords(system.arguments.slice(1));
  if (typeof values === 'string') return yield* fail(system, values);
  const opened = yield* openBoth(system, values);
  if (typeof opened === 'string') return yield* fail(system, opened);
  const begun = system.steady();
  const counts: Counts = { full: 0, partial: 0, outFull: 0, outPartial: 0, bytes: 0 };
  const fault = yield* copy(system, { values, ...opened }, counts);
  if (fault !== null) yield* system.descriptors.write(2, `dd: ${fault}\n`);
  yield* report(system, counts, { begun, status: values.get('status') ?? '' });
  return fault === null ? 0 : 1;
};

function* fail(system: System, text: Bytes): Step<number> {
  yield* system.descriptors.write(2, `dd: ${text}\n`);
  return 1;
}

/** A text is the fault. */
function readWords(words: readonly Bytes[]): ReadonlyMap<string, Bytes> | Bytes {
  const values = new Map<string, Bytes>();
  for (const word of words) {
    const at = word.indexOf('=');
    const name = word.slice(0, Math.max(at, 0));
    if (at < 0 || !known.has(name))
      return `unrecognized operand \xe2\x80\x98${word}\xe2\x80\x99\nTry 'dd --help' for more information.`;
    values.set(name, word.slice(at + 1));
  }
  for (const name of ['bs', 'ibs', 'obs', 'count', 'skip', 'seek']) {
    const text = values.get(name);
    if (text === undefined) continue;
    const size = sizeOf(text);
    if (size === null || (size === 0 && name.endsWith('bs')))
      return `invalid number: \xe2\x80\x98${text}\xe2\x80\x99`;
  }
  return values;
}

function sizeOf(text: Bytes): number | null {
  const parts = text.split('x').map((part) => {
    const found = /^(\d+)([a-zA-Z]*)$/.exec(part);
    const unit = units[found?.[2] ?? '?'];
    return found === null || unit === undefined ? null : Number(found[1]) * unit;
  });
  return parts.reduce<number | null>(
    (product, part) => (product === null || part === null ? null : product * part),
    1,
  );
}

function* openBoth(
  system: System,
  values: ReadonlyMap<string, Bytes>,
): Step<{ readonly input: number; readonly output: number } | Bytes> {
  const [from, to] = [values.get('if'), values.get('of')];
  let [input, output] = [0, 1];
  if (from !== undefined) {
    const opened = yield* system.descriptors.open(from, { access: 'read' }, 0);
    if (!opened.ok) return `failed to open '${from}': ${messageOf(opened.errno)}`;
    input = opened.value;
  }
  if (to !== undefined) {
    const isKept = (values.get('conv') ?? '').includes('notrunc') || values.has('seek');
    const isAppended = (values.get('oflag') ?? '').includes('append');
    const opened = yield* system.descriptors.open(
      to,
      { access: 'write', create: true, truncate: !isKept, append: isAppended },
      0o666,
    );
    if (!opened.ok) return `failed to open '${to}': ${messageOf(opened.errno)}`;
    output = opened.value;
  }
  return { input, output };
}

function* copy(system: System, job: Job, counts: Counts): Step<Bytes | null> {
  const { values } = job;
  const block = sizeIn(values, 'bs') ?? sizeIn(values, 'ibs') ?? 512;
  yield* seekBoth(system, job, block);
  const most = sizeIn(values, 'count') ?? Infinity;
  const isBytes = (values.get('iflag') ?? '').includes('count_bytes');
  const left = (): number => {
    if (isBytes) return Math.min(block, most - counts.bytes);
    return counts.full + counts.partial < most ? block : 0;
  };
  while (left() > 0) {
    const ended = yield* copyOne(system, job, { counts, block, size: left() });
    if (ended !== null) return ended === 'end' ? null : ended;
    if (system.isTired()) yield turn;
  }
  return null;
}

const sizeIn = (values: Job['values'], name: string): number | null => sizeOf(values.get(name) ?? '?');

function* seekBoth(system: System, { values, input, output }: Job, block: number): Step<void> {
  const seek = (sizeIn(values, 'seek') ?? 0) * (sizeIn(values, 'bs') ?? sizeIn(values, 'obs') ?? 512);
  if (seek > 0) system.descriptors.seek(output, seek, 'start');
  const skip = (sizeIn(values, 'skip') ?? 0) * block;
  if (skip > 0 && !system.descriptors.seek(input, skip, 'start').ok)
    yield* system.descriptors.read(input, skip);
}

type One = { readonly counts: Counts; readonly block: number; readonly size: number };

/** A block: null where there may be more, else `end` or what went wrong. */
function* copyOne(system: System, { values, input, output }: Job, one: One): Step<Bytes | null> {
  const { counts, block, size } = one;
  const read = yield* system.descriptors.read(input, size);
  if (!read.ok) return `error reading '${values.get('if') ?? 'standard input'}': ${messageOf(read.errno)}`;
  if (read.value === '') return 'end';
  const isFull = read.value.length === block;
  counts[isFull ? 'full' : 'partial'] += 1;
  const written = yield* system.descriptors.write(output, converted(read.value, values.get('conv') ?? ''));
  if (!written.ok)
    return `error writing '${values.get('of') ?? 'standard output'}': ${messageOf(written.errno)}`;
  counts[isFull ? 'outFull' : 'outPartial'] += 1;
  counts.bytes += read.value.length;
  return null;
}

function converted(bytes: Bytes, how: Bytes): Bytes {
  if (how.includes('ucase')) return bytes.replace(/[a-z]/g, (letter) => letter.toUpperCase());
  return how.includes('lcase') ? bytes.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : bytes;
}

function* report(
  system: System,
  counts: Counts,
  { begun, status }: { readonly begun: number; readonly status: Bytes },
): Step<void> {
  if (status === 'none') return;
  const { bytes } = counts;
  const lines = `${counts.full}+${counts.partial} records in\n${counts.outFull}+${counts.outPartial} records out\n`;
  const seconds = Math.max((system.steady() - begun) / 1000, 0.001);
  const sizes =
    bytes < 1000
      ? ''
      : bytes < 1024
        ? ` (${human(bytes, 1000, 'B')})`
        : ` (${human(bytes, 1000, 'B')}, ${human(bytes, 1024, 'iB')})`;
  const total =
    status === 'noxfer'
      ? ''
      : `${bytes} byte${bytes === 1 ? '' : 's'}${sizes} copied, ${seconds} s, ${human(bytes / seconds, 1000, 'B')}/s\n`;
  yield* system.descriptors.write(2, `${lines}${total}`);
}

function human(value: number, base: number, end: string): string {
  let size = value;
  for (const unit of ['', base === 1000 ? 'k' : 'K', 'M', 'G', 'T']) {
    if (size < base)
      return `${size < 10 && unit !== '' ? size.toFixed(1) : size.toFixed(0)} ${unit}${unit === '' ? end.replace('i', '') : end}`;
    size /= base;
  }
  return `${size.toFixed(0)} P${end}`;
}
