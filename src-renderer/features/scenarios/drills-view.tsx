import type { ReactNode } from 'react';
import type { DrillCard, DrillRun } from '../../../sim/contract/drills.ts';
import type { QueryState } from '../../data/client.ts';
import type { Catalogue as Texts } from '../../text/catalogue.ts';
import { useText } from '../../text/text.ts';
import { Face } from '../../ui/face.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { endedDrills } from './drill-facts.ts';
import { DrillHistory } from './drill-history.tsx';
import type { DrillHistoryProps } from './drill-history.tsx';
import { DrillList } from './drill-list.tsx';
import type { DrillListProps } from './drill-list.tsx';
import { RunningDrill } from './running-drill.tsx';
import type { RunningDrillProps } from './running-drill.tsx';

export type DrillsTab = 'drills' | 'running' | 'reports';

export type DrillsViewProps = Omit<DrillListProps, 'cards' | 'toRunning'> &
  Omit<DrillHistoryProps, 'cards' | 'toDrills'> &
  Omit<RunningDrillProps, 'card' | 'run'> & {
    readonly cards: QueryState<{ readonly cards: readonly DrillCard[] }>;
    readonly tab: DrillsTab;
    readonly onTab: (tab: DrillsTab) => void;
  };

/** A newer host may run a drill that its list does not have; it can still be given up. */
const unknownCard = (words: Texts['scenarios']['drills'], run: DrillRun): DrillCard => ({
  id: run.drill,
  kind: 'drill',
  title: run.drill,
  brief: '',
  goal: words.notTold,
  level: 'first',
  limit: 0,
  steps: [],
  detect: { good: 0, poor: 0 },
  acknowledge: { good: 0, poor: 0 },
  restore: { good: 0, poor: 0 },
  hints: [],
});

function Running({
  cards,
  props,
}: {
  readonly cards: readonly DrillCard[];
  readonly props: DrillsViewProps;
}): ReactNode {
  const words = useText().scenarios.drills;
  const { running } = props;
  if (running === null) return <EmptyState text={words.noneRuns} />;
  const card = cards.find(({ id }) => id === running.drill) ?? unknownCard(words, running);
  return <RunningDrill key={running.id} {...props} card={card} run={running} />;
}

type KnownProps = {
  readonly state: DrillsViewProps['cards'];
  readonly children: (cards: readonly DrillCard[]) => ReactNode;
};

function Known({ state, children }: KnownProps): ReactNode {
  const words = useText().scenarios.drills;
  return (
    <Face state={state} what={words.what} still={words.still}>
      {({ cards }) => children(cards)}
    </Face>
  );
}

export function DrillsView(props: DrillsViewProps): ReactNode {
  const words = useText().scenarios.drills;
  const { cards: state, runs, running, tab, onTab } = props;
  const now = {
    id: 'running',
    title: words.tabs.running,
    count: 1,
    content: <Known state={state}>{(cards) => <Running cards={cards} props={props} />}</Known>,
  };
  return (
    <section
      aria-label={words.title}
      className="@container m-3 flex min-h-0 flex-1 flex-col rounded-lg border bg-surface max-[1100px]:min-h-[640px]"
    >
      <h1 className="sr-only">{words.title}</h1>
      <Tabs
        label={words.title}
        value={tab}
        onChange={(id) => onTab(id as DrillsTab)}
        tabs={[
          {
            id: 'drills',
            title: words.tabs.drills,
            content: (
              <Known state={state}>
                {(cards) => <DrillList {...props} cards={cards} toRunning={() => onTab('running')} />}
              </Known>
            ),
          },
          ...(running === null ? [] : [now]),
          {
            id: 'reports',
            title: words.tabs.reports,
            count: endedDrills(runs).length,
            content: (
              <Known state={state}>
                {(cards) => <DrillHistory {...props} cards={cards} toDrills={() => onTab('drills')} />}
              </Known>
            ),
          },
        ]}
      />
    </section>
  );
}
