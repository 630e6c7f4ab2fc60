import { CircleStop, Flag, FlaskConical, GraduationCap } from 'lucide-react';
import type { DrillCard, DrillRun } from '../../../sim/contract/drills.ts';
import type { DrillRunId, ScenarioRunId } from '../../../sim/contract/ids.ts';
import type { ScenarioCard, ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { always } from '../../app/actions.ts';
import type { Action } from '../../app/actions.ts';
import { perform } from '../../app/perform.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { useWorld } from '../../data/world.ts';
import { text } from '../../text/text.ts';
import { runningDrill } from './drill-facts.ts';
import { openScenario } from './scenario-pick.ts';
import { drillTitle, scenarioTitle } from './scenario-words.ts';
import { stopRuns } from './stop-runs.ts';
import { useDrillCards, useScenarioCards } from './use-cards.ts';
import { fullNameNow } from './use-runs.ts';

export type ScenarioActionsOf = {
  readonly runs: ReadonlyMap<ScenarioRunId, ScenarioRun>;
  readonly drills: ReadonlyMap<DrillRunId, DrillRun>;
  readonly scenarioCards: readonly ScenarioCard[];
  readonly drillCards: readonly DrillCard[];
};

const selected = () => useSelection.getState().selected;

function runActions({ runs, scenarioCards }: ScenarioActionsOf): readonly Action[] {
  const { actions: words, runs: said } = text().scenarios;
  const plain = { section: words.section, shortcut: null } as const;
  return [
    {
      ...plain,
      id: 'scenario.run',
      title: words.run,
      shortcut: 'r',
      icon: FlaskConical,
      disabled: always,
      run: () => openScenario(selected(), null),
    },
    ...scenarioCards.map((card): Action => ({
      ...plain,
      id: `scenario.run-${card.name.toLowerCase()}`,
      title: words.runOf(card.title),
      icon: FlaskConical,
      disabled: always,
      run: () => openScenario(selected(), card.name),
    })),
    {
      ...plain,
      id: 'scenario.stop-all',
      title: words.stopAll,
      icon: CircleStop,
      disabled: () => (runs.size === 0 ? words.nothingRuns : null),
      run: async () => void (await stopRuns([...runs.values()])),
    },
    ...[...runs.values()].map((run): Action => ({
      ...plain,
      id: `scenario.stop-${run.id}`,
      title: said.stopOf(scenarioTitle(scenarioCards, run.name), fullNameNow(run.target)),
      icon: CircleStop,
      disabled: always,
      run: async () => void (await perform({ type: 'scenario.stop', id: run.id }, words.stopped)),
    })),
  ];
}

function drillActions({ drills, drillCards }: ScenarioActionsOf): readonly Action[] {
  const words = text().scenarios.actions;
  const plain = { section: words.drillSection, shortcut: null } as const;
  const running = runningDrill(drills.values());
  const why = running === null ? null : words.drillRuns(drillTitle(drillCards, running.drill));
  return [
    ...drillCards.map((card): Action => ({
      ...plain,
      id: `drill.start-${card.id}`,
      title: words.start(card.kind, card.title),
      icon: GraduationCap,
      disabled: () => why,
      run: async () => {
        const receipt = await perform({ type: 'drill.start', drill: card.id }, words.begins(card.title));
        if (receipt !== null) goTo('/drills?tab=running');
      },
    })),
    {
      ...plain,
      id: 'drill.end',
      title: running === null ? words.giveUp : words.giveUpOf(drillTitle(drillCards, running.drill)),
      icon: Flag,
      disabled: () => (running === null ? words.noDrill : null),
      run: async () => {
        if (running === null) return;
        const receipt = await perform({ type: 'drill.end', id: running.id }, words.ended);
        if (receipt !== null) goTo('/drills?tab=reports');
      },
    },
  ];
}

export const scenarioActions = (of: ScenarioActionsOf): readonly Action[] => [
  ...runActions(of),
  ...drillActions(of),
];

/** Changes with what runs, each of which can be stopped; the cards are asked for once a lab. */
export function useScenarioActions(): readonly Action[] {
  const runs = useWorld((state) => state.runs);
  const drills = useWorld((state) => state.drills);
  const scenarioCards = useScenarioCards().data?.cards ?? [];
  const drillCards = useDrillCards().data?.cards ?? [];
  return scenarioActions({ runs, drills, scenarioCards, drillCards });
}
