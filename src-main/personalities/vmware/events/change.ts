import type { Entity } from '../../../../sim/contract/entities.ts';

/** What was, what is, and who made it so. */
export type Change<E extends Entity = Entity> = {
  readonly before: E;
  readonly after: E;
  readonly user: string;
};
