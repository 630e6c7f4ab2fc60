import type { Descriptors } from '../../kernel/program.ts';
import type { Shell } from '../shell.ts';

/** What a child gets: 0–9 that are open and those the user named, with some of them put elsewhere. */
export function descriptorsFor(shell: Shell, changed: Descriptors): Descriptors {
  const { descriptors } = shell.system;
  const result = new Map<number, number>();
  for (let at = 0; at < 10; at += 1) if (descriptors.isOpen(at)) result.set(at, at);
  for (const at of shell.named) if (descriptors.isOpen(at)) result.set(at, at);
  for (const at of shell.substitutions) if (descriptors.isOpen(at)) result.set(at, at);
  for (const [child, parent] of changed) {
    if (parent < 0) result.delete(child);
    else result.set(child, parent);
  }
  return result;
}
