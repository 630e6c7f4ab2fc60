import type { Advice } from '../contract/advisor.ts';
import type { EntityId } from '../contract/ids.ts';
import type { Picture } from './advisor.ts';
import type { AdviceBook } from './book.ts';

const minute = 60_000;
/** A thing that was just changed is left until it is measured, when walls have taken up what they take; what was dismissed or undone is not said again so soon. */
const settle = 245 * minute;
const sulk = { dismissed: 24 * 60 * minute, undone: 6 * 60 * minute } as const;
/** A lesson is old after so long: weather and load are others then. */
const lessonLife = 24 * 60 * minute;
const mostShare = 1.5;

/** What the book remembers of a site, as far as it bears on new advice. */
export function memoryOf(
  book: AdviceBook,
  site: EntityId,
  now: number,
): Pick<Picture, 'lessons' | 'resting'> {
  const mine = [...book.advice.values()].filter((one) => one.site === site).toReversed();
  return {
    lessons: mine.flatMap((one) => {
      const { measured, rule, target } = one;
      if (measured === null || one.saving <= 0 || now - measured.to > lessonLife) return [];
      return [{ rule, target, share: Math.min(mostShare, Math.max(0, measured.rate / one.saving)) }];
    }),
    resting: mine.flatMap((one) => restOf(one, now)),
  };
}

function restOf(advice: Advice, now: number): Picture['resting'] {
  const { target, rule, state, appliedAt, endedAt } = advice;
  if (appliedAt !== null && now - appliedAt < settle) return [{ target, rule: null }];
  if (endedAt === null || (state !== 'dismissed' && state !== 'undone')) return [];
  return now - endedAt < sulk[state] ? [{ target, rule }] : [];
}
