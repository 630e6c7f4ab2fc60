import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Stat } from '../../files/node.ts';
import type { Step } from '../../kernel/program.ts';
import type { Copying } from './scp-talk.ts';

/** Sends files, and directories where they were asked for, one after another as the client says yes. */
export function* send(copying: Copying, paths: readonly Bytes[]): Step<number> {
  const { talk } = copying;
  if (!(yield* talk.isHeard())) return 1;
  for (const path of paths) yield* sendOne(copying, path);
  return talk.faults() === 0 ? 0 : 1;
}

const nameOf = (path: Bytes): Bytes => {
  const bare = path.replace(/\/+$/, '');
  return bare.slice(bare.lastIndexOf('/') + 1);
};
const modeOf = ({ mode }: Stat): Bytes => (mode & 0o7777).toString(8).padStart(4, '0');

function* sendOne(copying: Copying, path: Bytes): Step<void> {
  const { system, talk, isDeep, keepsTimes } = copying;
  const found = system.files.stat(path);
  if (!found.ok) {
    yield* talk.complain(`${path}: ${messageOf(found.errno)}`);
    return;
  }
  const { kind } = found.value;
  if (kind !== 'file' && !(kind === 'directory' && isDeep)) {
    yield* talk.complain(`${path}: not a regular file`);
    return;
  }
  if (keepsTimes) {
    const [modified, accessed] = [found.value.modifiedAt, found.value.accessedAt].map((at) =>
      Math.floor(at / 1000),
    );
    yield* talk.say(`T${modified} 0 ${accessed} 0\n`);
    if (!(yield* talk.isHeard())) return;
  }
  if (kind === 'directory') yield* sendDirectory(copying, path, found.value);
  else yield* sendFile(copying, path, found.value);
}

function* sendFile({ system, talk }: Copying, path: Bytes, stat: Stat): Step<void> {
  const read = system.files.readFile(path);
  if (!read.ok) {
    yield* talk.complain(`${path}: ${messageOf(read.errno)}`);
    return;
  }
  yield* talk.say(`C${modeOf(stat)} ${read.value.length} ${nameOf(path)}\n`);
  if (!(yield* talk.isHeard())) return;
  yield* talk.say(read.value);
  yield* talk.yes();
  yield* talk.isHeard();
}

function* sendDirectory(copying: Copying, path: Bytes, stat: Stat): Step<void> {
  const { system, talk } = copying;
  const listed = system.files.list(path);
  if (!listed.ok) {
    yield* talk.complain(`${path}: ${messageOf(listed.errno)}`);
    return;
  }
  yield* talk.say(`D${modeOf(stat)} 0 ${nameOf(path)}\n`);
  if (!(yield* talk.isHeard())) return;
  for (const { name } of listed.value) yield* sendOne(copying, `${path.replace(/\/+$/, '')}/${name}`);
  yield* talk.say('E\n');
  yield* talk.isHeard();
}
