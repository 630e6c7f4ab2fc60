/** Every action there is, from the shell and the features. */
import { alarmActions } from '../features/alarms/alarms.actions.ts';
import { assetActions } from '../features/assets/assets.actions.ts';
import { editActions } from '../features/edits/edits.actions.ts';
import { coolingActions } from '../features/cooling/cooling.actions.ts';
import { explorerActions } from '../features/explorer/explorer.actions.ts';
import { floorActions } from '../features/floor/floor.actions.ts';
import { consoleActions } from '../features/consoles/consoles.actions.ts';
import { hardwareActions } from '../features/hardware/hardware.actions.ts';
import { helpActions } from '../features/help/help.actions.ts';
import { labActions } from '../features/labs/labs.actions.ts';
import { machineActions } from '../features/machines/machines.actions.ts';
import { powerActions } from '../features/power/power.actions.ts';
import { rackActions } from '../features/rack/rack.actions.ts';
import { useScenarioActions } from '../features/scenarios/scenarios.actions.ts';
import { reportActions } from '../features/reports/reports.actions.ts';
import { settingsActions } from '../features/settings/settings.actions.ts';
import { useSiteActions } from '../features/sites/sites.actions.ts';
import { topologyActions } from '../features/topology/topology.actions.ts';
import { vsphereActions } from '../features/vsphere/vsphere.actions.ts';
import { useText } from '../text/text.ts';
import type { Action } from './actions.ts';
import { clockActions } from './clock.actions.ts';
import { shellActions } from './shell.actions.ts';
import { windowActions } from './window.actions.ts';

/** Changes with the language, and with the running scenarios and drills, each of which can be stopped. */
export function useActions(): readonly Action[] {
  useText();
  const scenarioActions = useScenarioActions();
  const siteActions = useSiteActions();
  return [
    ...shellActions(),
    ...clockActions(),
    ...editActions(),
    ...scenarioActions,
    ...alarmActions(),
    ...floorActions(),
    ...rackActions(),
    ...coolingActions(),
    ...topologyActions(),
    ...machineActions(),
    ...explorerActions(),
    ...powerActions(),
    ...assetActions(),
    ...reportActions(),
    ...siteActions,
    ...labActions(),
    ...hardwareActions(),
    ...consoleActions(),
    ...vsphereActions(),
    ...settingsActions(),
    ...windowActions(),
    ...helpActions(),
  ];
}
