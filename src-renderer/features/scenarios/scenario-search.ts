import type { ScenarioCard } from '../../../sim/contract/scenarios.ts';
import { strikes } from './scenario-words.ts';

/** All of the words, in any order, in whatever the card says. */
export function findCards(cards: readonly ScenarioCard[], text: string): readonly ScenarioCard[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return cards.filter((card) => {
    const whole = [card.name, card.title, card.summary, strikes(card), card.targets.join(' ')]
      .join(' ')
      .toLowerCase();
    return words.every((word) => whole.includes(word));
  });
}
