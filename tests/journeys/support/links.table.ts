/** What the address of each screen carries, and how one sees that a link gave it back. */
export type LinkRow = {
  readonly link: string;
  readonly sees: { readonly role: 'tab' | 'heading' | 'searchbox' | 'option' | 'grid' | 'button' | 'link'; readonly name: RegExp };
  /** Where being there is not enough. */
  readonly state?: 'selected' | 'current' | 'pressed' | { readonly value: string };
};

export const linkRows: readonly LinkRow[] = [
  { link: '/?screen=overview', sees: { role: 'heading', name: /^Overview$/ } },
  { link: '/power?tab=racks', sees: { role: 'tab', name: /^Racks/ }, state: 'selected' },
  { link: '/power?tab=energy', sees: { role: 'tab', name: /^Energy/ }, state: 'selected' },
  { link: '/alarms?tab=rules', sees: { role: 'tab', name: /^Rules/ }, state: 'selected' },
  { link: '/alarms?tab=kpis', sees: { role: 'tab', name: /^KPIs/ }, state: 'selected' },
  { link: '/alarms?tab=notifications', sees: { role: 'tab', name: /^Notif/ }, state: 'selected' },
  { link: '/scenarios?tab=running', sees: { role: 'tab', name: /^Running/ }, state: 'selected' },
  { link: '/drills?tab=reports', sees: { role: 'tab', name: /^Reports/ }, state: 'selected' },
  { link: '/drills?drill=breaker', sees: { role: 'heading', name: /^A breaker trips$/ } },
  { link: '/labs?tab=history', sees: { role: 'tab', name: /^History/ }, state: 'selected' },
  { link: '/help?about=power', sees: { role: 'heading', name: /^Power$/ } },
  { link: '/help?tab=glossary&q=dew', sees: { role: 'searchbox', name: /glossary/ }, state: { value: 'dew' } },
  { link: '/help?tab=lessons', sees: { role: 'tab', name: /^Lessons/ }, state: 'selected' },
  { link: '/help?doc=alarms', sees: { role: 'heading', name: /^Alarms$/ } },
  { link: '/assets?q=A01', sees: { role: 'searchbox', name: /^Find devices/ }, state: { value: 'A01' } },
  { link: '/capacity', sees: { role: 'heading', name: /^Where would it fit/ } },
  { link: '/reports?kind=battery', sees: { role: 'heading', name: /^Battery health$/ } },
  { link: '/reports?tab=schedules', sees: { role: 'tab', name: /^Schedules/ }, state: 'selected' },
  { link: '/sites', sees: { role: 'heading', name: /^Side by side$/ } },
  { link: '/settings?section=history', sees: { role: 'link', name: /^History$/ }, state: 'current' },
  { link: '/topology?layer=power', sees: { role: 'button', name: /^Power$/ }, state: 'pressed' },
  { link: '/vsphere', sees: { role: 'heading', name: /^vSphere$/ } },
  { link: '/hardware', sees: { role: 'heading', name: /^Sources$/ } },
  { link: '/cooling', sees: { role: 'heading', name: /^Optimiser$/ } },
  { link: '/rack', sees: { role: 'heading', name: /^Racks$/ } },
  { link: '/wall?views=alarms&every=30', sees: { role: 'heading', name: /^Alarms/ } },
];

/** Screens on which a link's selection opens the inspector. */
export const selectingPaths = ['/', '/floor', '/rack', '/power', '/cooling', '/topology', '/alarms', '/help'] as const;
