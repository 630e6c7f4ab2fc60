/** The drills in an order for beginners, and how far one has come. Pure. */
import type { DrillCard, DrillRun } from '../../../sim/contract/drills.ts';
import { takenOf } from '../scenarios/drill-facts.ts';

/** Each needs only what those before it taught. What a host knows beyond comes behind, by its level. */
const order: readonly string[] = [
  'hot-rack',
  'breaker',
  'unit-lost',
  'wet-floor',
  'dry-winter',
  'dark-grid',
  'silent-genset',
  'weak-cell',
  'flood',
  'escalation',
];
const levels = ['first', 'practised', 'expert'] as const satisfies readonly DrillCard['level'][];

export type Lesson = {
  readonly card: DrillCard;
  readonly number: number;
  readonly times: number;
  readonly best: number | null;
  readonly isRunning: boolean;
};

const placeOf = ({ id, level }: DrillCard): number => {
  const at = order.indexOf(id);
  return at === -1 ? order.length + levels.indexOf(level) : at;
};

export function lessonsOf(cards: readonly DrillCard[], runs: readonly DrillRun[]): readonly Lesson[] {
  return cards
    .filter(({ kind }) => kind === 'drill')
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((card, index) => ({
      card,
      number: index + 1,
      ...takenOf(card, runs),
      isRunning: runs.some((run) => run.drill === card.id && run.outcome === 'running'),
    }));
}

/** The first that was not taken yet. */
export const nextLesson = (lessons: readonly Lesson[]): Lesson | null =>
  lessons.find(({ times, isRunning }) => times === 0 && !isRunning) ?? null;
