import type { ReactNode } from 'react';
import type { ScenarioCard, ScenarioRun } from '../../../sim/contract/scenarios.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Face } from '../../ui/face.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Catalogue } from './catalogue.tsx';
import type { CatalogueProps } from './catalogue.tsx';
import { RunsTab, Stopped } from './running-tab.tsx';

export type ScenariosTab = 'catalogue' | 'running' | 'schedule';

export type ScenariosViewProps = Omit<CatalogueProps, 'runs'> & {
  readonly cards: QueryState<{ readonly cards: readonly ScenarioCard[] }>;
  readonly running: readonly ScenarioRun[];
  readonly scheduled: readonly ScenarioRun[];
  readonly tab: ScenariosTab;
  readonly onTab: (tab: ScenariosTab) => void;
  readonly onStopAll: (runs: readonly ScenarioRun[]) => void;
  /** What was just stopped, as a sentence. */
  readonly stopped: string | null;
  readonly onAgain: () => void;
};

export function ScenariosView(props: ScenariosViewProps): ReactNode {
  const { cards, running, scheduled, tab, onTab, onStopAll, stopped, onAgain } = props;
  const words = useText().scenarios;
  const toCatalogue = () => onTab('catalogue');
  const list = (which: 'running' | 'scheduled', runs: readonly ScenarioRun[]) => (
    <Face state={cards} what={words.what} still={words.still}>
      {(data) => (
        <RunsTab
          which={which}
          runs={runs}
          cards={data.cards}
          now={props.now}
          nameOf={props.nameOf}
          drillOf={props.drillOf}
          onSelect={props.onSelect}
          onStop={props.onStop}
          onStopAll={onStopAll}
          toCatalogue={toCatalogue}
        />
      )}
    </Face>
  );
  return (
    <section
      aria-label={words.title}
      className="@container m-3 flex min-h-0 flex-1 flex-col rounded-lg border bg-surface max-[1100px]:min-h-[640px]"
    >
      <h1 className="sr-only">{words.title}</h1>
      <Stopped said={stopped} onAgain={onAgain} />
      <Tabs
        label={words.title}
        value={tab}
        onChange={(id) => onTab(id as ScenariosTab)}
        tabs={[
          {
            id: 'catalogue',
            title: words.tabs.catalogue,
            content: (
              <Face state={cards} what={words.what} still={words.still}>
                {(data) => <Catalogue {...props} cards={data.cards} runs={[...running, ...scheduled]} />}
              </Face>
            ),
          },
          {
            id: 'running',
            title: words.tabs.running,
            count: running.length,
            content: list('running', running),
          },
          {
            id: 'schedule',
            title: words.tabs.schedule,
            count: scheduled.length,
            content: list('scheduled', scheduled),
          },
        ]}
      />
    </section>
  );
}
