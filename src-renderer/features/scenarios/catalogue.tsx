import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ScenarioCard, ScenarioName, ScenarioRun } from '../../../sim/contract/scenarios.ts';
import type { Catalogue as Texts } from '../../text/catalogue.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { TextInput } from '../../ui/field.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { RunList } from './run-list.tsx';
import type { RunListProps } from './run-list.tsx';
import { ScenarioForm } from './scenario-form.tsx';
import type { ScenarioFormProps } from './scenario-form.tsx';
import { findCards } from './scenario-search.ts';
import { strikes } from './scenario-words.ts';
import { SeeList } from './see-list.tsx';

export type CatalogueProps = Pick<RunListProps, 'now' | 'nameOf' | 'drillOf' | 'onSelect' | 'onStop'> &
  Pick<ScenarioFormProps, 'entities' | 'selected' | 'onRun'> & {
    readonly runs: readonly ScenarioRun[];
    readonly chosen: ScenarioName | null;
    readonly onChoose: (name: ScenarioName) => void;
  };

const columnsOf = (
  words: Texts['scenarios'],
  runs: readonly ScenarioRun[],
): readonly Column<ScenarioCard>[] => [
  {
    id: 'title',
    header: words.columns.title,
    width: 'minmax(150px, 1.2fr)',
    cell: (card) => <span className="font-medium">{card.title}</span>,
    compare: (a, b) => a.title.localeCompare(b.title),
  },
  { id: 'strikes', header: words.columns.strikes, width: 'minmax(110px, 1fr)', cell: strikes },
  {
    id: 'runs',
    header: words.columns.runs,
    width: '52px',
    align: 'end',
    cell: (card) => runs.filter((run) => run.name === card.name).length || '',
  },
];

function CardList({
  cards,
  props,
}: {
  readonly cards: readonly ScenarioCard[];
  readonly props: CatalogueProps;
}): ReactNode {
  const words = useText().scenarios;
  const [text, setText] = useState('');
  const chosen = props.chosen ?? cards[0]?.name;
  return (
    <div className="flex min-h-52 min-w-0 flex-1 flex-col border-b @min-[860px]:max-w-md @min-[860px]:border-r @min-[860px]:border-b-0">
      <div className="flex h-11 shrink-0 items-center border-b px-3">
        <TextInput
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="h-7!"
        />
      </div>
      <DataTable
        label={words.title}
        rows={findCards(cards, text)}
        columns={columnsOf(words, props.runs)}
        keyOf={({ name }) => name}
        isChosen={({ name }) => name === chosen}
        onOpen={({ name }) => props.onChoose(name)}
        empty={
          <EmptyState
            text={words.noneFound}
            action={<Button onClick={() => setText('')}>{words.showAll}</Button>}
          />
        }
      />
    </div>
  );
}

function CardDetail({
  card,
  props,
}: {
  readonly card: ScenarioCard;
  readonly props: CatalogueProps;
}): ReactNode {
  const words = useText().scenarios;
  const runs = props.runs.filter(({ name }) => name === card.name);
  return (
    <ScrollRegion label={card.title}>
      <div className="flex max-w-3xl flex-col gap-4 p-4">
        <header>
          <h2 className="text-16 font-semibold">{card.title}</h2>
          <p className="text-13 text-text-2">{card.summary}</p>
          <code className="font-mono text-11 text-text-3">{card.name}</code>
        </header>
        {runs.length > 0 && (
          <section aria-label={words.running(card.title)} className="rounded-md border">
            <RunList label={words.running(card.title)} detail="line" cards={[card]} {...props} runs={runs} />
          </section>
        )}
        <SeeList see={card.see} />
        <ScenarioForm card={card} entities={props.entities} selected={props.selected} onRun={props.onRun} />
      </div>
    </ScrollRegion>
  );
}

export function Catalogue({
  cards,
  ...props
}: CatalogueProps & { readonly cards: readonly ScenarioCard[] }): ReactNode {
  const words = useText().scenarios;
  const card = cards.find(({ name }) => name === props.chosen) ?? cards[0];
  if (card === undefined) return <EmptyState text={words.none} />;
  return (
    <div className="flex min-h-0 flex-1 flex-col @min-[860px]:flex-row">
      <CardList cards={cards} props={props} />
      <div className="flex min-h-0 min-w-0 flex-[2] flex-col">
        <CardDetail key={card.name} card={card} props={props} />
      </div>
    </div>
  );
}
