import type { Advice, AdviceId } from '../contract/advisor.ts';
import type { EventOf, WorldEvent } from '../contract/events.ts';
import type { World } from '../kernel/world.ts';
import { isLive } from './book.ts';
import type { AdviceBook } from './book.ts';

export type AdvisorEvent = EventOf<Extract<WorldEvent['type'], `advisor.${string}`>>;

/** What is over is forgotten when there is too much of it; a month of totals needs no more. */
const mostKept = 1000;

export function foldAdvice(world: Pick<World, 'advice'>, event: AdvisorEvent): void {
  const { advice: book } = world;
  switch (event.type) {
    case 'advisor.switched':
      book.modes.set(event.site, event.mode);
      return;
    case 'advisor.proposed':
      book.advice.set(event.advice.id, event.advice);
      book.last = Math.max(book.last, Number(event.advice.id.slice('advice-'.length)));
      forget(book);
      return;
    case 'advisor.applied':
      change(book, event.id, {
        state: 'applied',
        appliedAt: event.at,
        appliedTick: event.tick,
        appliedBy: event.by,
      });
      return;
    case 'advisor.ended':
      change(book, event.id, { state: event.state, endedAt: event.at, because: event.because });
      return;
    case 'advisor.measured':
      change(book, event.id, { measured: event.measured });
      return;
    default:
      event satisfies never;
  }
}

function change(book: AdviceBook, id: AdviceId, more: Partial<Advice>): void {
  const before = book.advice.get(id);
  if (before !== undefined) book.advice.set(id, { ...before, ...more });
}

function forget({ advice }: AdviceBook): void {
  for (const [id, one] of advice) {
    if (advice.size <= mostKept) return;
    if (!isLive(one)) advice.delete(id);
  }
}
