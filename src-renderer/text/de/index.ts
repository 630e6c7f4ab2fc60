import type { Catalogue } from '../catalogue.ts';
import { alarms } from './alarms.ts';
import { alarmKpis } from './alarm-kpis.ts';
import { alarmRules } from './alarm-rules.ts';
import { api } from './api.ts';
import { backing } from './backing.ts';
import { hardware } from './hardware.ts';
import { inspector } from './inspector.ts';
import { labs } from './labs.ts';
import { explorer } from './explorer.ts';
import { machine } from './machine.ts';
import { machinePlates } from './machine-plates.ts';
import { machines } from './machines.ts';
import { scenarios } from './scenarios.ts';
import { settings } from './settings.ts';
import { ui } from './ui.ts';
import { assets } from './assets.ts';
import { capacity } from './capacity.ts';
import { consoles } from './consoles.ts';
import { cooling } from './cooling.ts';
import { edits } from './edits.ts';
import { help } from './help.ts';
import { floor } from './floor.ts';
import { language } from './language.ts';
import { notifications } from './notifications.ts';
import { numbers } from './numbers.ts';
import { power } from './power.ts';
import { rack } from './rack.ts';
import { reports } from './reports.ts';
import { clock, inspectorPane, shell, statusBar } from './shell.ts';
import { topology } from './topology.ts';
import { told } from './told.ts';
import { tour } from './tour.ts';
import { vsphere } from './vsphere.ts';
import { wall } from './wall.ts';
import { alarmStates, kinds, metrics, severities, stateWords } from './things.ts';
import { events } from './events.ts';
import { overview } from './overview.ts';
import { sites } from './sites.ts';

export const german: Catalogue = {
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
