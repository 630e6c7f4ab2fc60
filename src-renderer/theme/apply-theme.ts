/** Writes the chosen theme and density on the document, and follows the system's. */
import type { Dispose } from '../data/emitter.ts';
import { themeNow, usePreferences } from './preferences.ts';

export type ThemeName = 'dark' | 'light';

export function applyTheme(page: Window): Dispose {
  const systemLight = page.matchMedia('(prefers-color-scheme: light)');
  const write = () => {
    const { theme, density } = usePreferences.getState();
    page.document.documentElement.dataset['theme'] = themeNow(theme, systemLight.matches);
    page.document.documentElement.dataset['density'] = density;
  };
  write();
  systemLight.addEventListener('change', write);
  const stop = usePreferences.subscribe(write);
  return () => {
    stop();
    systemLight.removeEventListener('change', write);
  };
}
