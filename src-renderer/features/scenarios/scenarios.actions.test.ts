import { beforeEach, expect, test, vi } from 'vitest';
import type { DrillRunId, EntityId, ScenarioRunId } from '../../../sim/contract/ids.ts';
import type { ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { usePanels } from '../../app/panels.ts';
import { useSelection } from '../../app/selection.ts';
import { useWay } from '../../app/way.ts';
import { sampleDrills, sampleRunningDrill, sampleScenarios } from './scenario-samples.ts';
import { useScenarioPick } from './scenario-pick.ts';
import { scenarioActions } from './scenarios.actions.ts';
import type { ScenarioActionsOf } from './scenarios.actions.ts';

const { execute } = vi.hoisted(() => ({ execute: vi.fn() }));
vi.mock('../../data/client.ts', () => ({ execute, useQuery: () => ({ data: null }) }));

const run = { id: 'scenario-4' as ScenarioRunId, name: 'POWER_SPIKE', target: 'rack-1' } as ScenarioRun;
const idle: ScenarioActionsOf = {
  runs: new Map(),
  drills: new Map(),
  scenarioCards: sampleScenarios,
  drillCards: sampleDrills,
};
const busy: ScenarioActionsOf = {
  ...idle,
  runs: new Map([[run.id, run]]),
  drills: new Map([['drill-2' as DrillRunId, sampleRunningDrill]]),
};
const action = (of: ScenarioActionsOf, id: string) => {
  const found = scenarioActions(of).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no action ${id}`);
  return found;
};

beforeEach(() => {
  execute.mockReset();
  execute.mockResolvedValue({ ok: true, value: { revision: 1, tick: 1, ids: [], repeated: false } });
});

test('FR-120-238 each scenario can be run from the table, on what is selected', async () => {
  useSelection.getState().select('rack-1' as EntityId);
  await action(idle, 'scenario.run-mains_failure').run();
  expect(usePanels.getState()).toMatchObject({ open: 'scenario', target: 'rack-1' });
  expect(useScenarioPick.getState().name).toBe('MAINS_FAILURE');
  await action(idle, 'scenario.run').run();
  expect(useScenarioPick.getState().name).toBeNull();
});
test('FR-120-228 FR-120-238 every scenario is stopped at once, and where none runs that is said', async () => {
  expect(action(idle, 'scenario.stop-all').disabled()).toBe('No scenario runs');
  expect(action(busy, 'scenario.stop-all').disabled()).toBeNull();
  await action(busy, 'scenario.stop-all').run();
  expect(execute.mock.calls).toEqual([[{ type: 'scenario.stop', id: 'scenario-4' }]]);
  expect(action(busy, 'scenario.stop-scenario-4').title).toBe('Stop Power spike on rack-1');
});
test('FR-120-238 each drill can be started, one at a time, and leads to its screen', async () => {
  expect(action(busy, 'drill.start-dark-grid').disabled()).toBe('One hot rack runs already');
  await action(idle, 'drill.start-dark-grid').run();
  expect(execute.mock.calls).toEqual([[{ type: 'drill.start', drill: 'dark-grid' }]]);
  expect(useWay.getState().path).toBe('/drills?tab=running');
});
test('FR-120-233 FR-120-238 the running drill can be given up, and only then', async () => {
  expect(action(idle, 'drill.end').disabled()).toBe('No drill runs');
  expect(action(busy, 'drill.end').title).toBe('Give up: One hot rack');
  await action(busy, 'drill.end').run();
  expect(execute.mock.calls).toEqual([[{ type: 'drill.end', id: 'drill-2' }]]);
  expect(useWay.getState().path).toBe('/drills?tab=reports');
});
test('FR-120-238 a refused start stays where one is', async () => {
  useWay.setState({ path: '/floor', turn: 1 });
  execute.mockResolvedValue({ ok: false, refusal: { code: 'wrong-state', message: 'No genset' } });
  await action(idle, 'drill.start-dark-grid').run();
  expect(useWay.getState().path).toBe('/floor');
});
