import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Step } from '../../../kernel/program.ts';
import { awaitLine, closeSource, openSource, readBlock, sourceOf, takeLine, type Source } from '../source.ts';
import { flush, put, writeAll } from '../tool.ts';
import { cellOf, convert, patternFor, setSpecial, special, type Awk, type Output } from './state.ts';
import { arrayOf, looked, numberOf } from './value.ts';
import { unescaped } from './lex.ts';

/** The next record; null: there is none. */
export function* readRecord(awk: Awk, source: Source): Step<Bytes | null> {
  const separator = special(awk, 'RS');
  if (separator.length === 1)
    return takeLine(source, separator) ?? (yield* awaitLine(awk.self, source, separator));
  if (separator === '') return yield* readParagraph(awk, source);
  yield* fill(awk, source);
  const match = patternFor(awk, separator)?.find(source.buffer, source.at) ?? null;
  if (match === null || match.to === match.from) {
    const rest = source.buffer.slice(source.at).replace(/\n$/, '');
    const isAny = source.at < source.buffer.length;
    source.at = source.buffer.length;
    return isAny ? rest : null;
  }
  const record = source.buffer.slice(source.at, match.from);
  source.at = match.to;
  return record;
}

/** Where a record may end anywhere, all there is must be seen. */
function* fill(awk: Awk, source: Source): Step<void> {
  if (source.isDone) return;
  yield* flush(awk.self);
  const blocks = [source.buffer.slice(source.at)];
  for (let block = yield* readBlock(source); block !== ''; block = yield* readBlock(source))
    blocks.push(block);
  source.buffer = blocks.join('');
  source.at = 0;
}

function* readParagraph(awk: Awk, source: Source): Step<Bytes | null> {
  yield* fill(awk, source);
  while (source.buffer[source.at] === '\n') source.at += 1;
  if (source.at >= source.buffer.length) return null;
  const end = source.buffer.indexOf('\n\n', source.at);
  const record = source.buffer.slice(source.at, end < 0 ? undefined : end);
  source.at = end < 0 ? source.buffer.length : end + 2;
  return end < 0 ? record.replace(/\n$/, '') : record;
}

/** Of the files that are named, one after the other. */
export function* readMain(awk: Awk): Step<Bytes | null> {
  for (;;) {
    if (awk.main === null) awk.main = yield* openMain(awk);
    if (awk.main === null) return null;
    const record = yield* readRecord(awk, awk.main);
    if (record !== null) {
      for (const name of ['NR', 'FNR']) setSpecial(awk, name, numberOf(cellOf(awk, name).value) + 1);
      return record;
    }
    closeSource(awk.main);
    awk.main = null;
  }
}

function* openMain(awk: Awk): Step<Source | null> {
  const words = arrayOf(cellOf(awk, 'ARGV'));
  for (; awk.argument < numberOf(cellOf(awk, 'ARGC').value);) {
    const word = convert(awk, words.get(String(awk.argument)));
    awk.argument += 1;
    const assignment = /^([A-Za-z_]\w*)=(.*)$/s.exec(word);
    if (assignment !== null) setSpecial(awk, assignment[1] ?? '', looked(unescaped(assignment[2] ?? '')));
    else if (word !== '') return yield* openNamed(awk, word);
  }
  return awk.isAnyFileRead ? null : yield* openNamed(awk, '-');
}

function* openNamed(awk: Awk, name: Bytes): Step<Source | null> {
  awk.isAnyFileRead = true;
  const opened = yield* openSource(awk.self.system, name);
  if (!opened.ok) {
    awk.fault ??= `cannot open ${name} (${messageOf(opened.errno)})`;
    return null;
  }
  setSpecial(awk, 'FILENAME', name === '-' ? '' : name);
  setSpecial(awk, 'FNR', 0);
  return opened.value;
}

export function* inputFor(awk: Awk, kind: 'file' | 'command', name: Bytes): Step<Source | null> {
  const known = awk.inputs.get(name);
  if (known !== undefined) return known.source;
  yield* flushAll(awk);
  if (kind === 'file') {
    const opened = yield* openSource(awk.self.system, name === '/dev/stdin' ? '-' : name);
    if (!opened.ok) return null;
    awk.inputs.set(name, { source: opened.value, pid: null });
    return opened.value;
  }
  const { descriptors } = awk.self.system;
  const pipe = descriptors.pipe();
  if (!pipe.ok) return null;
  const [reading, writing] = pipe.value;
  const pid = spawnShell(
    awk,
    name,
    new Map([
      [0, 0],
      [1, writing],
      [2, 2],
    ]),
  );
  descriptors.close(writing);
  const source = sourceOf(awk.self.system, name, reading);
  awk.inputs.set(name, { source, pid });
  return source;
}

export function spawnShell(
  awk: Awk,
  command: Bytes,
  descriptors: ReadonlyMap<number, number>,
): number | null {
  const { system } = awk.self;
  const spawned = system.processes.spawn({
    file: '/bin/sh',
    arguments: ['sh', '-c', command],
    environment: system.environment,
    descriptors,
    group: 'parent',
  });
  return spawned.ok ? spawned.value : null;
}

/** Status as `close` and `system` answer it. */
export function* waitFor(awk: Awk, pid: number | null): Step<number> {
  if (pid === null) return 127;
  for (;;) {
    const change = yield* awk.self.system.processes.wait({ pid, isHanging: true, alsoStopped: false });
    if (!change.ok && change.errno !== 'EINTR') return -1;
    if (!change.ok || change.value === null) continue;
    if (change.value.how === 'exited') return change.value.status;
    if (change.value.how === 'killed') return 256;
  }
}

export function* writeOut(
  awk: Awk,
  goal: { readonly kind: '>' | '>>' | '|'; readonly name: Bytes } | null,
  text: Bytes,
): Step<void> {
  if (goal === null || (goal.kind !== '|' && (goal.name === '/dev/stdout' || goal.name === '-'))) {
    put(awk.self, text);
    if (awk.self.output.length > 32_768) yield* flush(awk.self);
    return;
  }
  if (goal.kind !== '|' && goal.name === '/dev/stderr') {
    yield* writeAll(awk.self.system, 2, text);
    return;
  }
  const output = awk.outputs.get(goal.name) ?? (yield* openOutput(awk, goal.kind, goal.name));
  if (output === null) return;
  output.text += text;
  if (output.text.length > 32_768) yield* flushOutput(awk, output);
}

function* openOutput(awk: Awk, kind: '>' | '>>' | '|', name: Bytes): Step<Output | null> {
  const { descriptors } = awk.self.system;
  let output: Output;
  if (kind === '|') {
    yield* flushAll(awk);
    const pipe = descriptors.pipe();
    if (!pipe.ok) return null;
    const [reading, writing] = pipe.value;
    const pid = spawnShell(
      awk,
      name,
      new Map([
        [0, reading],
        [1, 1],
        [2, 2],
      ]),
    );
    descriptors.close(reading);
    output = { descriptor: writing, pid, text: '' };
  } else {
    const opened = yield* descriptors.open(
      name,
      { access: 'write', create: true, truncate: kind === '>', append: kind === '>>' },
      0o666,
    );
    if (!opened.ok) {
      awk.fault ??= `cannot open "${name}" for output (${messageOf(opened.errno)})`;
      return null;
    }
    output = { descriptor: opened.value, pid: null, text: '' };
  }
  awk.outputs.set(name, output);
  return output;
}

function* flushOutput(awk: Awk, output: Output): Step<void> {
  const { text } = output;
  output.text = '';
  if (text !== '') yield* writeAll(awk.self.system, output.descriptor, text);
}

export function* flushAll(awk: Awk): Step<void> {
  yield* flush(awk.self);
  for (const output of awk.outputs.values()) yield* flushOutput(awk, output);
}

export function* closeStream(awk: Awk, name: Bytes): Step<number> {
  const output = awk.outputs.get(name);
  const input = awk.inputs.get(name);
  let status = -1;
  if (output !== undefined) {
    if (output.pid !== null) yield* flush(awk.self);
    yield* flushOutput(awk, output);
    awk.self.system.descriptors.close(output.descriptor);
    awk.outputs.delete(name);
    status = output.pid === null ? 0 : yield* waitFor(awk, output.pid);
  }
  if (input !== undefined) {
    closeSource(input.source);
    awk.inputs.delete(name);
    status = input.pid === null ? 0 : yield* waitFor(awk, input.pid);
  }
  return status;
}

export function* closeAll(awk: Awk): Step<void> {
  yield* flushAll(awk);
  for (const name of [...awk.outputs.keys(), ...awk.inputs.keys()]) yield* closeStream(awk, name);
}
