/** Scheduled tasks, kept with the lab: paper `scheduled`, by their numbers. */
import type { PaperValue } from '../../../../sim/contract/papers.ts';
import type { Result } from '../../../../sim/contract/result.ts';
import type { Caller, Vc } from '../vc.ts';
import type { Data, Ref } from '../wire/value.ts';
import { nextRun } from './times.ts';

export type Scheduled = {
  readonly name: string;
  readonly description: string;
  readonly enabled: boolean;
  readonly scheduler: Data;
  readonly action: Data;
  readonly notification?: string;
  /** On what it acts. */
  readonly object: Ref;
  /** Lab time. */
  readonly made: number;
  readonly by: string;
  readonly ran?: number;
  readonly state?: 'success' | 'error';
  readonly error?: Data;
};

const key = 'scheduled';

type Book = Readonly<Record<string, Scheduled>>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A lab may come from anywhere: what is none is left out. */
export function scheduledIn({ papers }: Pick<Vc, 'papers'>): Book {
  const paper: unknown = papers.get(key);
  if (!isRecord(paper)) return {};
  const good = Object.entries(paper).filter(
    ([, each]) => isRecord(each) && isRecord(each['object']) && isRecord(each['scheduler']),
  );
  return Object.fromEntries(good) as Book;
}

/** null takes it away. */
export function keepScheduled(
  vc: Vc,
  caller: Caller | null,
  changes: Readonly<Record<string, Scheduled | null>>,
): Promise<Result<unknown>> {
  const all = Object.entries({ ...scheduledIn(vc), ...changes }).filter(([, each]) => each !== null);
  const value = JSON.parse(JSON.stringify(Object.fromEntries(all))) as PaperValue;
  return vc.papers.write([{ key, value }], caller);
}

export const scheduledRef = (id: string): Ref => ({ _ref: 'ScheduledTask', value: id });

/** One more than the largest that there is. */
export function newId(vc: Pick<Vc, 'papers'>): string {
  const numbers = Object.keys(scheduledIn(vc)).map((id) => Number(/\d+$/.exec(id)?.[0] ?? 0));
  return `schedule-${Math.max(0, ...numbers) + 1}`;
}

/** null: it does not run any more. */
export function nextOf(
  { schedule }: Pick<Vc, 'schedule'>,
  { enabled, scheduler, made, ran }: Scheduled,
): number | null {
  return enabled ? nextRun(scheduler, { made, after: ran ?? made, started: schedule.started }) : null;
}
