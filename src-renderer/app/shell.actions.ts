import {
  Bell,
  BookOpen,
  CircuitBoard,
  FlaskConical,
  CircleQuestionMark,
  GraduationCap,
  LayoutDashboard,
  PanelLeft,
  PanelRight,
  Rows3,
  Search,
  SunMoon,
  Thermometer,
  Waypoints,
  Zap,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { densities, prefer, themeChoices, usePreferences } from '../theme/preferences.ts';
import { always } from './actions.ts';
import type { Action } from './actions.ts';
import { openPanel } from './panels.ts';
import { goTo } from './way.ts';

export type ScreenLink = {
  readonly path: string;
  readonly title: string;
  readonly icon: LucideIcon;
  readonly shortcut: string;
};

/** The screens there are, in the order of the navigation. */
export const screens = [
  { path: '/', title: 'Overview', icon: LayoutDashboard, shortcut: 'g o' },
  { path: '/floor', title: 'Floor', icon: Thermometer, shortcut: 'g f' },
  { path: '/topology', title: 'Topology', icon: Waypoints, shortcut: 'g t' },
  { path: '/alarms', title: 'Alarms', icon: Bell, shortcut: 'g a' },
  { path: '/scenarios', title: 'Scenarios', icon: Zap, shortcut: 'g s' },
  { path: '/drills', title: 'Drills', icon: GraduationCap, shortcut: 'g d' },
  { path: '/hardware', title: 'Hardware', icon: CircuitBoard, shortcut: 'g w' },
  { path: '/labs', title: 'Labs', icon: FlaskConical, shortcut: 'g l' },
  { path: '/api', title: 'API', icon: BookOpen, shortcut: 'g p' },
] as const satisfies readonly ScreenLink[];

const view = { section: 'View', disabled: always } as const;

export const shellActions: readonly Action[] = [
  ...screens.map((screen): Action => ({
    id: `go.${screen.title.toLowerCase()}`,
    title: `Go to ${screen.title}`,
    section: 'Go',
    shortcut: screen.shortcut,
    icon: screen.icon,
    disabled: always,
    run: () => goTo(screen.path),
  })),
  {
    ...view,
    id: 'view.palette',
    title: 'Search or run a command',
    shortcut: 'Mod+k',
    icon: Search,
    run: () => openPanel('palette'),
  },
  {
    ...view,
    id: 'view.navigation',
    title: 'Fold the navigation',
    shortcut: 'Mod+b',
    icon: PanelLeft,
    run: () => prefer({ navigationFolded: !usePreferences.getState().navigationFolded }),
  },
  {
    ...view,
    id: 'view.inspector',
    title: 'Show or hide the inspector',
    shortcut: 'i',
    icon: PanelRight,
    run: () => prefer({ inspectorOpen: !usePreferences.getState().inspectorOpen }),
  },
  ...themeChoices.map((theme): Action => ({
    ...view,
    id: `view.theme-${theme}`,
    title: theme === 'system' ? 'Theme: as the system' : `Theme: ${theme}`,
    shortcut: null,
    icon: SunMoon,
    run: () => prefer({ theme }),
  })),
  ...densities.map((density): Action => ({
    ...view,
    id: `view.density-${density}`,
    title: `Density: ${density}`,
    shortcut: null,
    icon: Rows3,
    run: () => prefer({ density }),
  })),
  {
    id: 'help.shortcuts',
    title: 'Keyboard shortcuts',
    section: 'Help',
    shortcut: '?',
    icon: CircleQuestionMark,
    disabled: always,
    run: () => openPanel('help'),
  },
];
