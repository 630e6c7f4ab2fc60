/** Scenarios and drills as the host tells of them, in the language of the page. */
import { useMemo } from 'react';
import type { DrillCard } from '../../../sim/contract/drills.ts';
import type { ScenarioCard } from '../../../sim/contract/scenarios.ts';
import { useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';

type Say = (sentence: string) => string;

type Sized = NonNullable<ScenarioCard['size']>;
const sizeIn = <Size extends Sized | null>(size: Size, say: Say): Size =>
  size === null ? size : { ...size, label: say(size.label), unit: say(size.unit) };

const scenarioIn = (card: ScenarioCard, say: Say): ScenarioCard => ({
  ...card,
  title: say(card.title),
  summary: say(card.summary),
  see: card.see.map(say),
  size: sizeIn(card.size, say),
  ramp: sizeIn(card.ramp, say),
});

const drillIn = (card: DrillCard, say: Say): DrillCard => ({
  ...card,
  title: say(card.title),
  brief: say(card.brief),
  goal: say(card.goal),
  hints: card.hints.map(say),
});

type Cards<Card> = { readonly cards: Card[] };

function useSaid<Card>(
  asked: QueryState<Cards<Card>>,
  cardIn: (card: Card, say: Say) => Card,
): QueryState<Cards<Card>> {
  const { say } = useText().told;
  const { data } = asked;
  const said = useMemo(
    () => (data === null ? null : { ...data, cards: data.cards.map((card) => cardIn(card, say)) }),
    [data, cardIn, say],
  );
  return { ...asked, data: said };
}

export const useScenarioCards = (): QueryState<Cards<ScenarioCard>> =>
  useSaid(useQuery('scenarios', {}), scenarioIn);

/** Not asked for where nobody looks. */
export const useDrillCards = (isWanted = true): QueryState<Cards<DrillCard>> =>
  useSaid(useQuery('drills', isWanted ? {} : null), drillIn);
