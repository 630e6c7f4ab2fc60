/** Which commands and which documents belong to a screen. */
import type { Catalogue } from '../../text/catalogue.ts';

export type ScreenNoun = keyof Catalogue['shell']['screens'];

type Belongings = {
  /** Beginnings of the ids in the actions table. */
  readonly commands: readonly string[];
  readonly documents: readonly string[];
};

export const guideTable: Readonly<Record<ScreenNoun, Belongings>> = {
  overview: { commands: ['overview.', 'clock.toggle', 'clock.step', 'clock.faster', 'clock.slower'], documents: ['getting-started', 'physics'] },
  floor: { commands: ['floor.'], documents: ['physics', 'getting-started'] },
  rack: { commands: ['rack.', 'edit.'], documents: ['editing', 'physics'] },
  power: { commands: ['power.'], documents: ['physics', 'scenarios'] },
  cooling: { commands: ['cooling.'], documents: ['physics'] },
  assets: { commands: ['assets.', 'edit.'], documents: ['assets', 'editing', 'lab-files'] },
  capacity: { commands: ['capacity.'], documents: ['capacity', 'physics'] },
  topology: { commands: ['topology.'], documents: ['physics'] },
  alarms: { commands: ['alarms.'], documents: ['alarms'] },
  reports: { commands: ['reports.'], documents: ['reports', 'alarms'] },
  sites: { commands: ['sites.'], documents: ['sites', 'lab-files'] },
  scenarios: { commands: ['scenario.'], documents: ['scenarios'] },
  drills: { commands: ['drill.'], documents: ['scenarios'] },
  explorer: { commands: ['explorer.', 'machine.'], documents: ['explorer', 'consoles'] },
  consoles: { commands: ['consoles.'], documents: ['consoles'] },
  vsphere: { commands: ['vsphere.'], documents: ['vmware', 'explorer'] },
  hardware: { commands: ['hardware.'], documents: ['hardware', 'mqtt', 'snmp', 'modbus'] },
  labs: { commands: ['lab.'], documents: ['lab-files', 'editing'] },
  api: { commands: ['api.'], documents: ['api', 'cli'] },
  settings: { commands: ['settings.open'], documents: ['mqtt', 'snmp', 'modbus', 'nut'] },
  help: { commands: ['help.', 'window.'], documents: ['README'] },
};
