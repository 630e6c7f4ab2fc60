/** Screens and faces that the states journey walks. */
export type Theme = 'dark' | 'light';

export const themes = ['dark', 'light'] as const satisfies readonly Theme[];

export const liveScreens = [
  { path: '/', title: 'Overview' },
  { path: '/floor', title: 'Floor' },
  { path: '/power', title: 'Power' },
  { path: '/power?view=table', title: 'Power' },
  { path: '/power?tab=racks', title: 'Power' },
  { path: '/power?tab=ups', title: 'Power' },
  { path: '/power?tab=energy', title: 'Power' },
  { path: '/cooling', title: 'Cooling' },
  { path: '/assets', title: 'Assets' },
  { path: '/capacity', title: 'Capacity' },
  { path: '/topology', title: 'Topology' },
  { path: '/topology?layer=power', title: 'Topology' },
  { path: '/topology?layer=virtual', title: 'Topology' },
  { path: '/topology?layer=wires', title: 'Topology' },
  { path: '/alarms', title: 'Alarms' },
  { path: '/alarms?tab=rules', title: 'Alarms' },
  { path: '/alarms?tab=kpis', title: 'Alarms' },
  { path: '/alarms?tab=notifications', title: 'Alarms' },
  { path: '/reports', title: 'Reports' },
  { path: '/reports?tab=schedules', title: 'Reports' },
  { path: '/sites', title: 'Sites' },
  { path: '/scenarios', title: 'Scenarios' },
  { path: '/scenarios?tab=running', title: 'Scenarios' },
  { path: '/drills', title: 'Drills' },
  { path: '/vsphere', title: 'vSphere' },
  { path: '/hardware', title: 'Hardware' },
  { path: '/explorer', title: 'Explorer' },
  { path: '/explorer?by=place', title: 'Explorer' },
  { path: '/consoles', title: 'Consoles' },
  { path: '/rack', title: 'Racks' },
  { path: '/settings', title: 'Settings' },
  { path: '/labs', title: 'Labs' },
  { path: '/labs?tab=history', title: 'Labs' },
  { path: '/api', title: 'API' },
  { path: '/help', title: 'Help' },
  { path: '/help?tab=glossary', title: 'Help' },
  { path: '/help?tab=lessons', title: 'Help' },
  { path: '/help?doc=alarms', title: 'Help' },
] as const;

export const facedScreens = ['overview', 'floor', 'rack', 'rack-compare', 'cooling', 'power', 'power-what-if', 'power-racks', 'power-ups', 'power-energy', 'assets', 'device', 'capacity', 'topology', 'topology-power', 'topology-virtual', 'machine-create', 'machine-migrate', 'machine-tasks', 'explorer', 'machine', 'machine-snapshots', 'machine-files', 'machine-processes', 'inspector', 'alarms', 'alarm-history', 'alarm-rules', 'alarm-rule', 'alarm-kpis', 'notifications', 'sites', 'scenarios', 'runs', 'drills', 'running-drill', 'reports', 'report', 'report-schedules', 'consoles', 'recordings', 'vsphere-calls', 'vsphere-sessions', 'vsphere-hosts', 'vsphere-use', 'hardware', 'edits', 'labs', 'history', 'api', 'settings', 'help', 'help-glossary', 'help-lessons', 'help-documents', 'wall', 'wall-alarms'] as const;
export const faces = ['empty', 'loading', 'stale', 'error', 'full'] as const;
