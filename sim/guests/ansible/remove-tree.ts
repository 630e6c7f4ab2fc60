import type { Answer } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import { turn } from '../kernel/program-tools.ts';
import type { Step, System } from '../kernel/program.ts';

/** A directory with all that is in it. */
export function* removeTree(system: System, path: Bytes): Step<Answer<void>> {
  const listed = system.files.list(path);
  if (!listed.ok) return listed;
  for (const { name, kind } of listed.value) {
    const one = `${path}/${name}`;
    const removed: Answer<void> =
      kind === 'directory' ? yield* removeTree(system, one) : system.files.remove(one);
    if (!removed.ok) return removed;
    if (system.isTired()) yield turn;
  }
  return system.files.removeDirectory(path);
}
