/** Every word the control room says, by noun. A value is a text, or a function of what stands in it. */
import { alarms } from './en/alarms.ts';
import { alarmKpis } from './en/alarm-kpis.ts';
import { alarmRules } from './en/alarm-rules.ts';
import { api } from './en/api.ts';
import { backing } from './en/backing.ts';
import { hardware } from './en/hardware.ts';
import { inspector } from './en/inspector.ts';
import { labs } from './en/labs.ts';
import { explorer } from './en/explorer.ts';
import { machine } from './en/machine.ts';
import { machinePlates } from './en/machine-plates.ts';
import { machines } from './en/machines.ts';
import { scenarios } from './en/scenarios.ts';
import { settings } from './en/settings.ts';
import { ui } from './en/ui.ts';
import { assets } from './en/assets.ts';
import { capacity } from './en/capacity.ts';
import { consoles } from './en/consoles.ts';
import { cooling } from './en/cooling.ts';
import { edits } from './en/edits.ts';
import { help } from './en/help.ts';
import { floor } from './en/floor.ts';
import { language } from './en/language.ts';
import { notifications } from './en/notifications.ts';
import { numbers } from './en/numbers.ts';
import { power } from './en/power.ts';
import { rack } from './en/rack.ts';
import { reports } from './en/reports.ts';
import { clock, inspectorPane, shell, statusBar } from './en/shell.ts';
import { topology } from './en/topology.ts';
import { told } from './en/told.ts';
import { tour } from './en/tour.ts';
import { vsphere } from './en/vsphere.ts';
import { wall } from './en/wall.ts';
import { alarmStates, kinds, metrics, severities, stateWords } from './en/things.ts';
import { events } from './en/events.ts';
import { overview } from './en/overview.ts';
import { sites } from './en/sites.ts';

export const english = {
  alarms,
  alarmKpis,
  alarmRules,
  notifications,
  assets,
  backing,
  capacity,
  consoles,
  api,
  hardware,
  inspector,
  labs,
  explorer,
  machine,
  machinePlates,
  machines,
  scenarios,
  settings,
  ui,
  cooling,
  edits,
  floor,
  language,
  numbers,
  alarmStates,
  kinds,
  metrics,
  severities,
  stateWords,
  clock,
  inspectorPane,
  power,
  rack,
  reports,
  shell,
  statusBar,
  help,
  topology,
  told,
  tour,
  vsphere,
  wall,
  events,
  overview,
  sites,
};
export type Catalogue = typeof english;
