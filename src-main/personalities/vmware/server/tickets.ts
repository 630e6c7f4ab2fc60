import { randomUUID } from 'node:crypto';

/** Things that open one door once, soon after they were given. */
export type Tickets<T> = {
  readonly give: (thing: T) => string;
  /** Once: the second asks in vain. */
  readonly take: (id: string) => T | null;
};

const mostTickets = 10_000;

export function createTickets<T>(deps: {
  readonly now: () => number;
  readonly lifeMillis: number;
  readonly prefix: string;
}): Tickets<T> {
  const given = new Map<string, { readonly thing: T; readonly until: number }>();
  const isOver = (until: number): boolean => deps.now() > until;
  const sweep = (): void => {
    for (const [id, { until }] of given) {
      // The oldest stand first.
      if (!isOver(until) && given.size < mostTickets) return;
      given.delete(id);
    }
  };
  return {
    give: (thing) => {
      sweep();
      const id = `${deps.prefix}${randomUUID()}`;
      given.set(id, { thing, until: deps.now() + deps.lifeMillis });
      return id;
    },
    take: (id) => {
      const found = given.get(id);
      given.delete(id);
      return found === undefined || isOver(found.until) ? null : found.thing;
    },
  };
}
