import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { ScenarioName } from '../../../sim/contract/scenarios.ts';
import { useSelection } from '../../app/selection.ts';
import { execute } from '../../data/client.ts';
import { useWorld, worldNow } from '../../data/world.ts';
import { text, useText } from '../../text/text.ts';
import { showDone } from '../../ui/toasts.ts';
import { labNow } from '../inspector/lab-now.ts';
import { scenarioTitle } from './scenario-words.ts';
import { ScenariosView } from './scenarios-view.tsx';
import type { ScenariosTab } from './scenarios-view.tsx';
import { useStopping } from './stop-runs.ts';
import { drillOf, fullNameNow, stoppedWords, useRuns } from './use-runs.ts';
import { useDrillCards, useScenarioCards } from './use-cards.ts';

const tabs = ['catalogue', 'running', 'schedule'] as const satisfies readonly ScenariosTab[];

export function ScenariosScreen(): ReactNode {
  useText();
  const [search, setSearch] = useSearchParams();
  const scenarios = useScenarioCards();
  const drills = useDrillCards();
  const { running, scheduled } = useRuns();
  const selected = useSelection((state) => state.selected);
  const select = useSelection((state) => state.select);
  // Asked for, so that what is new can be struck: the map itself is changed in place.
  useWorld((state) => state.layout);
  const cards = scenarios.data?.cards ?? [];
  const drillCards = drills.data?.cards ?? [];
  const { stopped, stop, again } = useStopping(cards);
  const put = (key: string, value: string) =>
    setSearch(
      (last) => {
        last.set(key, value);
        return last;
      },
      { replace: true },
    );
  const asked = search.get('scenario');
  return (
    <ScenariosView
      cards={scenarios}
      running={running}
      scheduled={scheduled}
      tab={tabs.find((tab) => tab === search.get('tab')) ?? 'catalogue'}
      onTab={(tab) => put('tab', tab)}
      chosen={cards.find(({ name }) => name === asked)?.name ?? null}
      onChoose={(name: ScenarioName) => put('scenario', name)}
      entities={worldNow().entities}
      selected={selected}
      now={labNow}
      nameOf={fullNameNow}
      drillOf={(id) => drillOf(drillCards, id)}
      onSelect={select}
      onRun={async (command) => {
        const answer = await execute(command);
        if (!answer.ok) return answer.refusal;
        showDone(text().scenarios.runsOn(scenarioTitle(cards, command.name), fullNameNow(command.target)));
        return null;
      }}
      onStop={(run) => void stop([run])}
      onStopAll={(runs) => void stop(runs)}
      stopped={stoppedWords(stopped, (run) => scenarioTitle(cards, run.name))}
      onAgain={() => void again()}
    />
  );
}
