import { CircleStop, Flag, FlaskConical, GraduationCap } from 'lucide-react';
import type { DrillCard, DrillRun } from '../../../sim/contract/drills.ts';
import type { DrillRunId, ScenarioRunId } from '../../../sim/contract/ids.ts';
import type { ScenarioCard, ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { always } from '../../app/actions.ts';
import type { Action } from '../../app/actions.ts';
import { perform } from '../../app/perform.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { useQuery } from '../../data/client.ts';
import { useWorld } from '../../data/world.ts';
import { runningDrill } from './drill-facts.ts';
import { openScenario } from './scenario-pick.ts';
import { drillTitle, scenarioTitle } from './scenario-words.ts';
import { stopRuns } from './stop-runs.ts';
import { fullNameNow } from './use-runs.ts';

export type ScenarioActionsOf = {
  readonly runs: ReadonlyMap<ScenarioRunId, ScenarioRun>;
  readonly drills: ReadonlyMap<DrillRunId, DrillRun>;
  readonly scenarioCards: readonly ScenarioCard[];
  readonly drillCards: readonly DrillCard[];
};

const plain = { section: 'Scenario', shortcut: null } as const;

const selected = () => useSelection.getState().selected;

const runActions = ({ runs, scenarioCards }: ScenarioActionsOf): readonly Action[] => [
  {
    ...plain,
    id: 'scenario.run',
    title: 'Run a scenario…',
    shortcut: 'r',
    icon: FlaskConical,
    disabled: always,
    run: () => openScenario(selected(), null),
  },
  ...scenarioCards.map((card): Action => ({
    ...plain,
    id: `scenario.run-${card.name.toLowerCase()}`,
    title: `Run scenario: ${card.title}…`,
    icon: FlaskConical,
    disabled: always,
    run: () => openScenario(selected(), card.name),
  })),
  {
    ...plain,
    id: 'scenario.stop-all',
    title: 'Stop every scenario',
    icon: CircleStop,
    disabled: () => (runs.size === 0 ? 'No scenario runs' : null),
    run: async () => void (await stopRuns([...runs.values()])),
  },
  ...[...runs.values()].map((run): Action => ({
    ...plain,
    id: `scenario.stop-${run.id}`,
    title: `Stop ${scenarioTitle(scenarioCards, run.name)} on ${fullNameNow(run.target)}`,
    icon: CircleStop,
    disabled: always,
    run: async () => void (await perform({ type: 'scenario.stop', id: run.id }, 'Scenario stopped')),
  })),
];

function drillActions({ drills, drillCards }: ScenarioActionsOf): readonly Action[] {
  const running = runningDrill(drills.values());
  const why = running === null ? null : `${drillTitle(drillCards, running.drill)} runs already`;
  return [
    ...drillCards.map((card): Action => ({
      ...plain,
      section: 'Drill',
      id: `drill.start-${card.id}`,
      title: `Start ${card.kind}: ${card.title}`,
      icon: GraduationCap,
      disabled: () => why,
      run: async () => {
        const receipt = await perform({ type: 'drill.start', drill: card.id }, `${card.title} begins`);
        if (receipt !== null) goTo('/drills?tab=running');
      },
    })),
    {
      ...plain,
      section: 'Drill',
      id: 'drill.end',
      title: running === null ? 'Give up the drill' : `Give up: ${drillTitle(drillCards, running.drill)}`,
      icon: Flag,
      disabled: () => (running === null ? 'No drill runs' : null),
      run: async () => {
        if (running === null) return;
        const receipt = await perform({ type: 'drill.end', id: running.id }, 'Drill ended');
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
  const scenarioCards = useQuery('scenarios', {}).data?.cards ?? [];
  const drillCards = useQuery('drills', {}).data?.cards ?? [];
  return scenarioActions({ runs, drills, scenarioCards, drillCards });
}
