import type { Bytes } from '../../bytes.ts';
import type { Job } from '../run/job.ts';
import { complain } from '../say.ts';
import type { Shell } from '../shell.ts';

/** `%1`, `%+`, `%-`, `%name`, `%?part`, or a process. */
export function jobNamed(shell: Shell, text: Bytes): Job | null {
  const jobs = [...shell.jobs.all.values()];
  if (!text.startsWith('%')) return jobs.find((job) => job.pids.includes(Number(text))) ?? null;
  const word = text.slice(1);
  const id = numberOf(shell, word);
  if (id !== undefined) return id === null ? null : (shell.jobs.all.get(id) ?? null);
  const part = word.slice(1);
  const found = word.startsWith('?')
    ? jobs.find((job) => job.text.includes(part))
    : jobs.find((job) => job.text.startsWith(word));
  return found ?? null;
}

/** Null: there is no such one; undefined: the word is no number nor a sign for one. */
function numberOf({ jobs }: Shell, word: Bytes): number | null | undefined {
  if (word === '' || word === '%' || word === '+') return jobs.current;
  if (word === '-') return jobs.previous;
  return /^\d+$/.test(word) ? Number(word) : undefined;
}

export function noSuchJob(shell: Shell, name: Bytes, word: Bytes): number {
  complain(shell, `${name}: ${word}: no such job`);
  return 1;
}
