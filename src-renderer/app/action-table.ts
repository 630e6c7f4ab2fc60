/** Every action there is, from the shell and the features. */
import { useWorld } from '../data/world.ts';
import { alarmActions } from '../features/alarms/alarms.actions.ts';
import { floorActions } from '../features/floor/floor.actions.ts';
import { labActions } from '../features/labs/labs.actions.ts';
import { topologyActions } from '../features/topology/topology.actions.ts';
import { scenarioActions } from './scenario.actions.ts';
import type { Action } from './actions.ts';
import { clockActions } from './clock.actions.ts';
import { shellActions } from './shell.actions.ts';

/** Changes only with the running scenarios, each of which can be stopped. */
export function useActions(): readonly Action[] {
  const runs = useWorld((state) => state.runs);
  return [
    ...shellActions,
    ...clockActions,
    ...scenarioActions(runs),
    ...alarmActions,
    ...floorActions,
    ...topologyActions,
    ...labActions,
  ];
}
