import type { WorldEvent } from '../contract/events.ts';
import type { Refusal } from '../contract/result.ts';
import type { Task } from '../contract/tasks.ts';

/** What was brought about, and what went wrong beside it. */
export type Outcome = { readonly events: readonly WorldEvent[]; readonly refusal: Refusal | null };

export const fine = (events: readonly WorldEvent[]): Outcome => ({ events, refusal: null });
export const failed = (refusal: Refusal): Outcome => ({ events: [], refusal });
export const gone = ({ name }: Task): Outcome =>
  failed({ code: 'unknown-entity', message: `${name} is no longer there` });
