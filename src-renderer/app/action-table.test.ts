import { expect, test } from 'vitest';
import type { ScenarioRun } from '../../sim/contract/scenarios.ts';
import { alarmActions } from '../features/alarms/alarms.actions.ts';
import { coolingActions } from '../features/cooling/cooling.actions.ts';
import { editActions } from '../features/edits/edits.actions.ts';
import { floorActions } from '../features/floor/floor.actions.ts';
import { hardwareActions } from '../features/hardware/hardware.actions.ts';
import { helpActions } from '../features/help/help.actions.ts';
import { labActions } from '../features/labs/labs.actions.ts';
import { powerActions } from '../features/power/power.actions.ts';
import { rackActions } from '../features/rack/rack.actions.ts';
import { scenarioActions } from '../features/scenarios/scenarios.actions.ts';
import { settingsActions } from '../features/settings/settings.actions.ts';
import { topologyActions } from '../features/topology/topology.actions.ts';
import { themeNow } from '../theme/preferences.ts';
import { clockActions } from './clock.actions.ts';
import { shellActions } from './shell.actions.ts';

const run = { id: 'scenario-4', name: 'COOLING_FAILURE', target: 'rack-4711' } as unknown as ScenarioRun;
const actions = [
  ...shellActions(),
  ...clockActions(),
  ...editActions(),
  ...scenarioActions({
    runs: new Map([[run.id, run]]),
    drills: new Map(),
    scenarioCards: [],
    drillCards: [],
  }),
  ...alarmActions(),
  ...floorActions(),
  ...topologyActions(),
  ...rackActions(),
  ...coolingActions(),
  ...powerActions(),
  ...labActions(),
  ...hardwareActions(),
  ...settingsActions(),
  ...helpActions(),
];

test('FR-120-008 no two actions share an id or a title within a section', () => {
  const ids = actions.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const titles = actions.map(({ section, title }) => `${section}: ${title}`);
  expect(new Set(titles).size).toBe(titles.length);
});
test('FR-120-008 no shortcut is another’s, nor the beginning of another’s', () => {
  const shortcuts = actions.flatMap(({ shortcut }) => (shortcut === null ? [] : [shortcut]));
  expect(new Set(shortcuts).size).toBe(shortcuts.length);
  const starts = shortcuts.filter((one) => shortcuts.some((other) => other.startsWith(`${one} `)));
  expect(starts).toEqual([]);
});
test('FR-120-008 a running scenario can be stopped from the table', () => {
  expect(actions.find(({ id }) => id === 'scenario.stop-scenario-4')?.title).toBe(
    'Stop Cooling failure on rack-4711',
  );
});
test('FR-120-007 the theme is the chosen one, or the system’s', () => {
  expect([
    themeNow('dark', true),
    themeNow('light', false),
    themeNow('system', true),
    themeNow('system', false),
  ]).toEqual(['dark', 'light', 'light', 'dark']);
});
