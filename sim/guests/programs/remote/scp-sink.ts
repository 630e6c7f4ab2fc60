import { messageOf } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import type { Copying } from './scp-talk.ts';
import { headerOf } from './scp-talk.ts';

type Times = { readonly modified: number; readonly accessed: number };
type Header = { readonly mode: number; readonly size: number; readonly name: Bytes };
type Arriving = { readonly path: Bytes; readonly header: Header; readonly times: Times | null };

/** Writes what the client sends, under the target or as it. */
export function* receive(copying: Copying, target: Bytes): Step<number> {
  const { system, talk, wantsDirectory } = copying;
  const found = system.files.stat(target);
  if (wantsDirectory && !(found.ok && found.value.kind === 'directory')) {
    yield* talk.complain(`${target}: ${messageOf(found.ok ? 'ENOTDIR' : found.errno)}`);
    return 1;
  }
  yield* talk.yes();
  yield* take(copying, target);
  return talk.faults() === 0 ? 0 : 1;
}

/** Until the directory ends, or the client does. */
function* take(copying: Copying, target: Bytes): Step<void> {
  const { talk } = copying;
  let times: Times | null = null;
  for (;;) {
    const line = yield* talk.line();
    if (line === null) return;
    switch (line[0]) {
      case 'E':
        yield* talk.yes();
        return;
      case 'T':
        times = timesIn(line);
        yield* talk.yes();
        break;
      case 'C':
      case 'D':
        yield* takeOne(copying, target, { line, times });
        times = null;
        break;
      case '\x01':
      case '\x02':
        yield* talk.told(line);
        break;
      default:
        yield* talk.complain(`protocol error: ${line}`);
        return;
    }
  }
}

function timesIn(line: Bytes): Times | null {
  const found = /^T(\d+) \d+ (\d+) \d+$/.exec(line);
  return found === null ? null : { modified: Number(found[1]) * 1000, accessed: Number(found[2]) * 1000 };
}

type One = { readonly line: Bytes; readonly times: Times | null };

function* takeOne(copying: Copying, target: Bytes, { line, times }: One): Step<void> {
  const { system, talk } = copying;
  const header = headerOf(line);
  if (!header.ok) {
    yield* talk.complain(`error: unexpected filename: ${line.split(' ').slice(2).join(' ')}`);
    return;
  }
  const there = system.files.stat(target);
  const isInside = there.ok && there.value.kind === 'directory';
  const path = isInside ? `${target.replace(/\/+$/, '')}/${header.value.name}` : target;
  const arriving = { path, header: header.value, times };
  if (line.startsWith('D')) yield* takeDirectory(copying, arriving);
  else yield* takeFile(copying, arriving);
}

function* takeDirectory(copying: Copying, { path, header, times }: Arriving): Step<void> {
  const { system, talk, isDeep, keepsTimes } = copying;
  if (!isDeep) {
    yield* talk.complain(`${path}: received directory without -r`);
    return;
  }
  const there = system.files.stat(path);
  const made: Answer<unknown> = there.ok ? there : system.files.makeDirectory(path, header.mode | 0o700);
  if (!made.ok) {
    yield* talk.complain(`${path}: ${messageOf(made.errno)}`);
    return;
  }
  yield* talk.yes();
  yield* take(copying, path);
  if (keepsTimes || !there.ok)
    system.files.changeMode(path, header.mode & ~(keepsTimes ? 0 : system.files.umask()));
  if (times !== null) system.files.changeTimes(path, times.accessed, times.modified);
}

function* takeFile(copying: Copying, { path, header, times }: Arriving): Step<void> {
  const { system, talk, keepsTimes } = copying;
  const { descriptors } = system;
  const opened = yield* descriptors.open(
    path,
    { access: 'write', create: true, truncate: true },
    header.mode,
  );
  if (!opened.ok) {
    yield* talk.complain(`${path}: ${messageOf(opened.errno)}`);
    return;
  }
  yield* talk.yes();
  let fault: Bytes | null = null;
  for (let left = header.size; left > 0;) {
    const bytes = yield* talk.some(Math.min(left, 65_536));
    if (bytes === '') {
      descriptors.close(opened.value);
      return;
    }
    left -= bytes.length;
    // The rest is heard to its end, or it would be taken for the next file.
    const written: Answer<void> =
      fault === null ? yield* descriptors.write(opened.value, bytes) : { ok: true, value: undefined };
    if (!written.ok) fault = messageOf(written.errno);
  }
  descriptors.close(opened.value);
  if (keepsTimes) system.files.changeMode(path, header.mode);
  if (times !== null) system.files.changeTimes(path, times.accessed, times.modified);
  const isWhole = yield* talk.isHeard();
  if (fault !== null) yield* talk.complain(`${path}: ${fault}`);
  else if (isWhole) yield* talk.yes();
}
