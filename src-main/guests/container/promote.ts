/** The files of a simulated system, for the container that takes its place. */
import type { FileDelta } from '../../../sim/guests/files/node.ts';
import type { Bytes } from '../../../sim/guests/bytes.ts';
import { programMark } from '../../../sim/guests/kernel/image.ts';
import type { TarEntry } from './tar.ts';

/** What a system makes anew with each start, or what its engine writes itself. */
const volatile = /^\/(?:\/|(?:proc|sys|dev|run|tmp|var\/run)(?:\/|$))/;
const ofTheEngine: readonly Bytes[] = ['/etc/hosts', '/etc/hostname', '/etc/resolv.conf', '/etc/mtab'];

type Luggage = {
  readonly entries: readonly TarEntry[];
  /** What its distribution had there, and it has not. */
  readonly gone: readonly Bytes[];
  /** Programs of ours: no real kernel runs them. */
  readonly left: number;
};

export function luggageOf(files: FileDelta): Luggage {
  const entries: TarEntry[] = [];
  const gone: Bytes[] = [];
  let left = 0;
  const paths = [...files.keys()].filter((path) => !volatile.test(path) && !ofTheEngine.includes(path));
  for (const path of paths.toSorted()) {
    const record = files.get(path);
    if (record === null || record === undefined) {
      gone.push(path);
      continue;
    }
    const { kind, mode, uid, gid, content = '' } = record;
    if (kind !== 'file' && kind !== 'directory' && kind !== 'link' && kind !== 'pipe') continue;
    if (kind === 'file' && content.startsWith(programMark)) {
      left += 1;
      continue;
    }
    const modifiedAt = Math.floor(record.modifiedAt / 1000);
    entries.push({ path: path.slice(1), kind, mode, uid, gid, modifiedAt, content });
  }
  return { entries, gone, left };
}
