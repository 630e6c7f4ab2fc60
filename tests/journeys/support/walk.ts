/** From screen to screen within the page, as the app itself goes: nothing is loaded anew. */
import { expect, type Page } from '@playwright/test';
import type { liveScreens } from './screens.table.ts';

export type LiveScreen = (typeof liveScreens)[number];

export const goTo = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);

/** Until it stands with its first data. */
export async function showLive(page: Page, { path, title }: LiveScreen): Promise<void> {
  await goTo(page, path);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeAttached();
  await expect(page.getByRole('main').getByRole('status', { name: /^Loading/ })).toHaveCount(0);
}
