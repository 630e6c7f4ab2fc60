import type { Advice, AdviceId, AdvisorMode } from '../contract/advisor.ts';
import type { EntityId } from '../contract/ids.ts';

/** What the world knows of advice: the mode of each site, and what was recommended and became of it. */
export type AdviceBook = {
  readonly modes: Map<EntityId, AdvisorMode>;
  /** In the order in which they were given. */
  readonly advice: Map<AdviceId, Advice>;
  last: number;
};

export type AdviceAtRest = {
  readonly modes: readonly (readonly [EntityId, AdvisorMode])[];
  readonly advice: readonly Advice[];
  readonly last: number;
};

export const createAdviceBook = (): AdviceBook => ({ modes: new Map(), advice: new Map(), last: 0 });

export const adviceAtRest = (book: AdviceBook): AdviceAtRest => ({
  modes: [...book.modes],
  advice: [...book.advice.values()],
  last: book.last,
});

export function restoreAdvice(book: AdviceBook, rest: AdviceAtRest): void {
  for (const [site, mode] of rest.modes) book.modes.set(site, mode);
  for (const one of rest.advice) book.advice.set(one.id, one);
  book.last = rest.last;
}

export const modeOf = (book: AdviceBook, site: EntityId): AdvisorMode => book.modes.get(site) ?? 'off';

/** In force, or waiting for an answer. */
export const isLive = ({ state }: Advice): boolean => state === 'open' || state === 'applied';
