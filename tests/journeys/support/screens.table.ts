/** Screens and faces that the states journey walks. */
export type Theme = 'dark' | 'light';

export const themes = ['dark', 'light'] as const satisfies readonly Theme[];

export const liveScreens = [
  { path: '/', title: 'Overview' },
  { path: '/floor', title: 'Floor' },
  { path: '/topology', title: 'Topology' },
  { path: '/alarms', title: 'Alarms' },
  { path: '/alarms?tab=rules', title: 'Alarms' },
  { path: '/alarms?tab=kpis', title: 'Alarms' },
  { path: '/alarms?tab=notifications', title: 'Alarms' },
  { path: '/scenarios', title: 'Scenarios' },
  { path: '/scenarios?tab=running', title: 'Scenarios' },
  { path: '/drills', title: 'Drills' },
  { path: '/hardware', title: 'Hardware' },
  { path: '/labs', title: 'Labs' },
  { path: '/labs?tab=history', title: 'Labs' },
  { path: '/api', title: 'API' },
] as const;

export const facedScreens = ['overview', 'floor', 'topology', 'inspector', 'alarms', 'alarm-history', 'alarm-rules', 'alarm-rule', 'alarm-kpis', 'notifications', 'scenarios', 'runs', 'drills', 'running-drill', 'reports', 'hardware', 'labs', 'history', 'api'] as const;
export const faces = ['empty', 'loading', 'stale', 'error', 'full'] as const;
