import type { Overview } from '../../../sim/contract/queries.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { numberText } from '../../ui/numbers.ts';

type Part = Overview['parts'][number];
type Words = Catalogue['overview']['health'];

/** Why a part has its points, in the language of the page; a part that only a newer host knows keeps its own words. */
export function partReason(words: Words, { name, facts, because }: Part): string {
  const fact = (key: string): number => facts[key] ?? 0;
  switch (name) {
    case 'Air':
      return words.why.air({ good: fact('good'), known: fact('known') }, fact('low'), fact('high'));
    case 'Quiet':
      return words.why.quiet(fact('active'));
    case 'Efficiency':
      return facts['pue'] === undefined ? words.why.noPue : words.why.efficiency(numberText(facts['pue'], 2));
    case 'Knowing':
      return words.why.knowing(fact('known'), fact('all'));
    default:
      return because;
  }
}

/** Where the points of a part are lost. */
export const partPlaces: Readonly<Record<string, string>> = {
  Air: '/floor',
  Quiet: '/alarms',
  Efficiency: '/cooling',
  Knowing: '/hardware',
};
