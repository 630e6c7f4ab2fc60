import { useSyncExternalStore } from 'react';
import type { ThemeName } from './apply-theme.ts';

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

const current = (): ThemeName => (document.documentElement.dataset['theme'] === 'light' ? 'light' : 'dark');

/** Where a test renders to text there is no page to ask. */
const withoutPage = (): ThemeName => 'dark';

/** For what is drawn on a canvas: CSS variables reach everything else by themselves. */
export const useThemeName = (): ThemeName => useSyncExternalStore(subscribe, current, withoutPage);

/** A token's value as CSS understands it, now: `oklch(…)`, or a system colour under forced colours. */
export const tokenValue = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
