/** Every action there is, from the shell and the features. */
import { alarmActions } from '../features/alarms/alarms.actions.ts';
import { floorActions } from '../features/floor/floor.actions.ts';
import { hardwareActions } from '../features/hardware/hardware.actions.ts';
import { labActions } from '../features/labs/labs.actions.ts';
import { useScenarioActions } from '../features/scenarios/scenarios.actions.ts';
import { topologyActions } from '../features/topology/topology.actions.ts';
import type { Action } from './actions.ts';
import { clockActions } from './clock.actions.ts';
import { shellActions } from './shell.actions.ts';

/** Changes only with the running scenarios and drills, each of which can be stopped. */
export function useActions(): readonly Action[] {
  const scenarioActions = useScenarioActions();
  return [
    ...shellActions,
    ...clockActions,
    ...scenarioActions,
    ...alarmActions,
    ...floorActions,
    ...topologyActions,
    ...labActions,
    ...hardwareActions,
  ];
}
