/** Screens and faces that the states journey walks. */
export type Theme = 'dark' | 'light';

export const themes = ['dark', 'light'] as const satisfies readonly Theme[];

export const liveScreens = [
  { path: '/', title: 'Overview' },
  { path: '/floor', title: 'Floor' },
  { path: '/topology', title: 'Topology' },
  { path: '/alarms', title: 'Alarms' },
  { path: '/labs', title: 'Labs' },
  { path: '/labs?tab=history', title: 'Labs' },
  { path: '/api', title: 'API' },
] as const;

export const facedScreens = ['overview', 'floor', 'topology', 'inspector', 'alarms', 'labs', 'history', 'api'] as const;
export const faces = ['empty', 'loading', 'stale', 'error', 'full'] as const;
