import {
  Bell,
  BookOpen,
  CircuitBoard,
  Fan,
  FileChartColumn,
  FlaskConical,
  Gauge,
  CircleQuestionMark,
  Languages,
  GraduationCap,
  Layers,
  LayoutDashboard,
  ListTree,
  MapPinned,
  PanelLeft,
  PanelRight,
  Rows3,
  Search,
  Server,
  Settings2,
  SquareTerminal,
  SunMoon,
  Thermometer,
  Waypoints,
  PlugZap,
  Zap,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { densities, prefer, themeChoices, usePreferences } from '../theme/preferences.ts';
import { languageChoices, text } from '../text/text.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { always } from './actions.ts';
import type { Action } from './actions.ts';
import { openPanel } from './panels.ts';
import { goTo } from './way.ts';

export type ScreenLink = {
  readonly path: string;
  readonly noun: keyof Catalogue['shell']['screens'];
  readonly icon: LucideIcon;
  readonly shortcut: string;
};

/** The screens there are, in the order of the navigation; their names stand in the catalogue. */
export const screens = [
  { path: '/', noun: 'overview', icon: LayoutDashboard, shortcut: 'g o' },
  { path: '/floor', noun: 'floor', icon: Thermometer, shortcut: 'g f' },
  { path: '/rack', noun: 'rack', icon: Server, shortcut: 'g r' },
  { path: '/power', noun: 'power', icon: PlugZap, shortcut: 'g e' },
  { path: '/cooling', noun: 'cooling', icon: Fan, shortcut: 'g c' },
  { path: '/assets', noun: 'assets', icon: Server, shortcut: 'g i' },
  { path: '/capacity', noun: 'capacity', icon: Gauge, shortcut: 'g k' },
  { path: '/topology', noun: 'topology', icon: Waypoints, shortcut: 'g t' },
  { path: '/explorer', noun: 'explorer', icon: ListTree, shortcut: 'g x' },
  { path: '/consoles', noun: 'consoles', icon: SquareTerminal, shortcut: 'g n' },
  { path: '/alarms', noun: 'alarms', icon: Bell, shortcut: 'g a' },
  { path: '/reports', noun: 'reports', icon: FileChartColumn, shortcut: 'g v' },
  { path: '/sites', noun: 'sites', icon: MapPinned, shortcut: 'g m' },
  { path: '/scenarios', noun: 'scenarios', icon: Zap, shortcut: 'g s' },
  { path: '/drills', noun: 'drills', icon: GraduationCap, shortcut: 'g d' },
  { path: '/hardware', noun: 'hardware', icon: CircuitBoard, shortcut: 'g w' },
  { path: '/vsphere', noun: 'vsphere', icon: Layers, shortcut: 'g y' },
  { path: '/labs', noun: 'labs', icon: FlaskConical, shortcut: 'g l' },
  { path: '/api', noun: 'api', icon: BookOpen, shortcut: 'g p' },
  { path: '/settings', noun: 'settings', icon: Settings2, shortcut: 'g ,' },
  { path: '/help', noun: 'help', icon: CircleQuestionMark, shortcut: 'g h' },
] as const satisfies readonly ScreenLink[];

function screenActions(): readonly Action[] {
  const words = text().shell;
  return screens.map((screen) => ({
    id: `go.${screen.noun}`,
    title: words.goTo(words.screens[screen.noun]),
    section: words.sections.go,
    shortcut: screen.shortcut,
    icon: screen.icon,
    disabled: always,
    run: () => goTo(screen.path),
  }));
}

/** How the page looks and speaks. */
function preferenceActions(): readonly Action[] {
  const { shell: words, language: names } = text();
  const common = { section: words.sections.view, disabled: always, shortcut: null };
  return [
    ...themeChoices.map((theme): Action => ({
      ...common,
      id: `view.theme-${theme}`,
      title: words.theme[theme],
      icon: SunMoon,
      run: () => prefer({ theme }),
    })),
    ...densities.map((density): Action => ({
      ...common,
      id: `view.density-${density}`,
      title: words.density[density],
      icon: Rows3,
      run: () => prefer({ density }),
    })),
    ...languageChoices.map((language): Action => ({
      ...common,
      id: `view.language-${language}`,
      title: words.speakIn(names[language]),
      icon: Languages,
      run: () => prefer({ language }),
    })),
  ];
}

export function shellActions(): readonly Action[] {
  const words = text().shell;
  const view = { section: words.sections.view, disabled: always };
  return [
    ...screenActions(),
    {
      ...view,
      id: 'view.palette',
      title: words.palette,
      shortcut: 'Mod+k',
      icon: Search,
      run: () => openPanel('palette'),
    },
    {
      ...view,
      id: 'view.navigation',
      title: words.foldNavigation,
      shortcut: 'Mod+b',
      icon: PanelLeft,
      run: () => prefer({ navigationFolded: !usePreferences.getState().navigationFolded }),
    },
    {
      ...view,
      id: 'view.inspector',
      title: words.toggleInspector,
      shortcut: 'i',
      icon: PanelRight,
      run: () => prefer({ inspectorOpen: !usePreferences.getState().inspectorOpen }),
    },
    ...preferenceActions(),
    {
      id: 'help.shortcuts',
      title: words.shortcuts,
      section: words.sections.help,
      shortcut: '?',
      icon: CircleQuestionMark,
      disabled: always,
      run: () => openPanel('help'),
    },
  ];
}
