import { CircleStop, FlaskConical } from 'lucide-react';
import type { EntityId, ScenarioRunId } from '../../sim/contract/ids.ts';
import type { ScenarioRun } from '../../sim/contract/scenarios.ts';
import { nameOfEntity } from '../data/world.ts';
import { always } from './actions.ts';
import type { Action } from './actions.ts';
import { openPanel } from './panels.ts';
import { perform } from './perform.ts';
import { useSelection } from './selection.ts';

export const scenarioTitle = (name: string): string => {
  const words = name.toLowerCase().replaceAll('_', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
};

export function openScenario(target: EntityId | null): void {
  openPanel('scenario', target === null ? {} : { target });
}

export const scenarioActions = (runs: ReadonlyMap<ScenarioRunId, ScenarioRun>): readonly Action[] => [
  {
    id: 'scenario.run',
    title: 'Run a scenario…',
    section: 'Scenario',
    shortcut: 'r',
    icon: FlaskConical,
    disabled: always,
    run: () => openScenario(useSelection.getState().selected),
  },
  ...[...runs.values()].map((run): Action => ({
    id: `scenario.stop-${run.id}`,
    title: `Stop ${scenarioTitle(run.name)} on ${nameOfEntity(run.target)}`,
    section: 'Scenario',
    shortcut: null,
    icon: CircleStop,
    disabled: always,
    run: async () => void (await perform({ type: 'scenario.stop', id: run.id }, 'Scenario stopped')),
  })),
];
