/**
 * What was once worked out of a text, kept for all machines of one distribution: a thousand of them read the same
 * files. Nothing that is kept here may be changed, but for caches that are themselves of this kind.
 */
import type { Bytes } from './bytes.ts';

export type Library = {
  /** The same for the same subject and text, until there is too much of a subject; then it is made anew. */
  readonly of: <T>(subject: string, text: Bytes, make: () => T) => T;
};

const mostOfSubject = 1024;

export function createLibrary(): Library {
  const subjects = new Map<string, Map<Bytes, unknown>>();
  return {
    of: <T>(subject: string, text: Bytes, make: () => T): T => {
      const known = subjects.get(subject) ?? new Map<Bytes, unknown>();
      subjects.set(subject, known);
      // What a subject's texts mean is of one type: its own.
      if (known.has(text)) return known.get(text) as T;
      const made = make();
      if (known.size >= mostOfSubject) known.clear();
      known.set(text, made);
      return made;
    },
  };
}
