/** A page on a lab that stands still. One host serves a whole file: nothing here changes the lab. */
import { test as base, expect, type Page } from '@playwright/test';
import { type RunningHost, startHost } from './running-host.ts';
import { hideChance, holdStill } from './still-lab.ts';
import { type LiveScreen, showLive } from './walk.ts';

type Fixtures = {
  readonly stillPage: Page;
  /** An empty page that pictures are worked on. */
  readonly desk: Page;
};

export const test = base.extend<Fixtures, { readonly stillHost: RunningHost }>({
  stillHost: [
    async ({ browserName }, provide) => {
      if (browserName !== 'chromium')
        throw new Error(`The approved pictures are Chromium’s, not ${browserName}’s`);
      const host = await startHost();
      try {
        await holdStill(host);
        await provide(host);
      } finally {
        await host.stop();
      }
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  contextOptions: { reducedMotion: 'reduce' },
  stillPage: async ({ page, stillHost }, provide) => {
    await page.goto(stillHost.address);
    await expect(page.getByText('Simulation paused')).toBeVisible();
    await hideChance(page);
    await provide(page);
  },
  desk: async ({ browser }, provide) => {
    const desk = await browser.newPage();
    await provide(desk);
    await desk.close();
  },
});

/** What the host wants noticed comes when it comes, and lies over the screen. */
const withoutToasts = '[role="region"] > ol[tabindex="-1"] { visibility: hidden !important }';

const pictureOptions = {
  animations: 'disabled',
  caret: 'hide',
  scale: 'css',
  style: withoutToasts,
} as const;

/** The second of two looks that agree: charts, canvases and layouts come in their own time. */
export async function lookAtRest(page: Page): Promise<Buffer> {
  let last = await page.screenshot(pictureOptions);
  await expect(async () => {
    const before = last;
    last = await page.screenshot(pictureOptions);
    expect(last.equals(before)).toBe(true);
  }).toPass({ intervals: [100, 100, 200, 500], timeout: 20_000 });
  return last;
}

export async function showStill(page: Page, screen: LiveScreen): Promise<void> {
  await showLive(page, screen);
  await page.mouse.move(0, 0);
}
