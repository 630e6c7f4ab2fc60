/** How this person likes the page. Kept in this browser; says nothing about the lab. */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { useMedia } from '../ui/use-media.ts';
import type { LanguageChoice } from '../text/text.ts';

export type ThemeChoice = 'dark' | 'light' | 'system';
export type Density = 'compact' | 'default' | 'comfortable';

export const themeChoices = ['dark', 'light', 'system'] as const satisfies readonly ThemeChoice[];
export const densities = ['compact', 'default', 'comfortable'] as const satisfies readonly Density[];
export const rowHeights = { compact: 28, default: 32, comfortable: 40 } as const satisfies Record<
  Density,
  number
>;

export const inspectorWidths = { least: 280, usual: 372, most: 640 } as const;

export type Preferences = {
  readonly theme: ThemeChoice;
  readonly density: Density;
  readonly language: LanguageChoice;
  readonly navigationFolded: boolean;
  readonly inspectorOpen: boolean;
  readonly inspectorWidth: number;
};

const usual: Preferences = {
  theme: 'system',
  density: 'default',
  language: 'system',
  navigationFolded: false,
  inspectorOpen: true,
  inspectorWidth: inspectorWidths.usual,
};

export const usePreferences = create<Preferences>()(
  persist(() => usual, {
    name: 'coldaisle.preferences',
    storage: createJSONStorage(() => window.localStorage),
    version: 1,
  }),
);

export const prefer = (change: Partial<Preferences>): void => {
  usePreferences.setState(change);
};

/** A finger needs more room than a pointer. */
const touchHeight = 44;

export function useRowHeight(): number {
  const own = usePreferences((state) => rowHeights[state.density]);
  return useMedia('(pointer: coarse)') ? Math.max(touchHeight, own) : own;
}

export function themeNow(choice: ThemeChoice, systemIsLight: boolean): 'dark' | 'light' {
  if (choice !== 'system') return choice;
  return systemIsLight ? 'light' : 'dark';
}
