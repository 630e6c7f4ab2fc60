import { Play } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DrillCard, DrillRun } from '../../../sim/contract/drills.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import type { Catalogue as Texts } from '../../text/catalogue.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { FactGrid } from './drill-report.tsx';
import { takenOf } from './drill-facts.ts';
import { RefusalNote } from './scenario-form.tsx';
import { drillTitle, spanWords } from './scenario-words.ts';

export type DrillListProps = {
  readonly cards: readonly DrillCard[];
  readonly runs: readonly DrillRun[];
  readonly running: DrillRun | null;
  readonly chosen: string | null;
  readonly onChoose: (drill: string) => void;
  readonly onStart: (drill: string) => void;
  readonly toRunning: () => void;
  /** Of the drill that could not be started. */
  readonly refused: { readonly drill: string; readonly refusal: Refusal } | null;
};

type Words = Texts['scenarios']['drills'];

const levelOf = (words: Words, card: DrillCard): string =>
  card.kind === 'script' ? words.watch : words.levels[card.level];

const levelOrder = ['first', 'practised', 'expert'] as const satisfies readonly DrillCard['level'][];
const rank = (card: DrillCard): number =>
  card.kind === 'script' ? levelOrder.length : levelOrder.indexOf(card.level);

const columnsOf = (words: Words, runs: readonly DrillRun[]): readonly Column<DrillCard>[] => [
  {
    id: 'title',
    header: words.columns.title,
    width: 'minmax(180px, 1.6fr)',
    cell: (card) => <span className="font-medium">{card.title}</span>,
    compare: (a, b) => a.title.localeCompare(b.title),
  },
  {
    id: 'level',
    header: words.columns.level,
    width: 'minmax(84px, 0.8fr)',
    cell: (card) => levelOf(words, card),
    compare: (a, b) => rank(a) - rank(b),
  },
  {
    id: 'best',
    header: words.columns.best,
    width: '52px',
    align: 'end',
    cell: (card) => takenOf(card, runs).best ?? '–',
    compare: (a, b) => (takenOf(a, runs).best ?? -1) - (takenOf(b, runs).best ?? -1),
  },
  {
    id: 'taken',
    header: words.columns.taken,
    width: '60px',
    align: 'end',
    cell: (card) => takenOf(card, runs).times || '',
  },
];

const within = (words: Words, { good, poor }: DrillCard['detect']): string =>
  words.within(spanWords(good), spanWords(poor));

function DrillDetail({
  card,
  props,
}: {
  readonly card: DrillCard;
  readonly props: DrillListProps;
}): ReactNode {
  const words = useText().scenarios.drills;
  const { running, runs, cards, refused, onStart, toRunning } = props;
  const { best, times } = takenOf(card, runs);
  const runsNow = running !== null && running.drill === card.id;
  const why = running === null ? null : words.runsAlready(drillTitle(cards, running.drill));
  const facts = [
    { label: words.facts.level, value: levelOf(words, card) },
    { label: words.facts.limit, value: words.limit(spanWords(card.limit)) },
    { label: words.facts.taken, value: words.times(times) },
    {
      label: words.facts.best,
      value: card.kind === 'script' ? words.notScored : String(best ?? words.noScore),
    },
    ...(card.kind === 'script'
      ? []
      : [
          { label: words.facts.detect, value: within(words, card.detect) },
          { label: words.facts.acknowledge, value: within(words, card.acknowledge) },
          { label: words.facts.restore, value: within(words, card.restore) },
        ]),
  ];
  return (
    <ScrollRegion label={card.title}>
      <div className="flex max-w-3xl flex-col gap-4 p-4">
        <header>
          <h2 className="text-16 font-semibold">{card.title}</h2>
          <p className="text-13 text-text-2">{card.brief}</p>
        </header>
        <p className="text-13">
          <strong className="font-semibold">{words.goal}</strong> {card.goal}
        </p>
        <FactGrid facts={facts} />
        {refused !== null && refused.drill === card.id && <RefusalNote refusal={refused.refusal} />}
        <div>
          {runsNow ? (
            <Button onClick={toRunning}>{words.show}</Button>
          ) : (
            <Button look="primary" icon={Play} refusedBecause={why} onClick={() => onStart(card.id)}>
              {words.start[card.kind]}
            </Button>
          )}
        </div>
      </div>
    </ScrollRegion>
  );
}

export function DrillList(props: DrillListProps): ReactNode {
  const words = useText().scenarios.drills;
  const { cards, runs } = props;
  const card = cards.find(({ id }) => id === props.chosen) ?? cards[0];
  if (card === undefined) return <EmptyState text={words.none} />;
  return (
    <div className="flex min-h-0 flex-1 flex-col @min-[860px]:flex-row">
      <div className="flex min-h-52 min-w-0 flex-1 flex-col border-b @min-[860px]:max-w-lg @min-[860px]:border-r @min-[860px]:border-b-0">
        <DataTable
          label={words.label}
          rows={cards}
          columns={columnsOf(words, runs)}
          keyOf={({ id }) => id}
          isChosen={({ id }) => id === card.id}
          onOpen={({ id }) => props.onChoose(id)}
          empty={null}
        />
      </div>
      <div className="flex min-h-0 min-w-0 flex-[1.6] flex-col">
        <DrillDetail key={card.id} card={card} props={props} />
      </div>
    </div>
  );
}
