/**
 * The README's pictures, of the real thing during a drill: `node tests/journeys/support/pictures.ts` after a build.
 * A day of lab time goes by first, so that trends have something to show.
 */
import { join } from 'node:path';
import { type Browser, chromium, expect } from '@playwright/test';
import { findBrowser } from '../../../scripts/start/browsers.mjs';
import { ask, command } from './lab-api.ts';
import { type RunningHost, startHost } from './running-host.ts';
import type { Theme } from './screens.table.ts';

const folder = join(import.meta.dirname, '../../../docs/images');
const rackName = 'A04';
const hour = 3600;

async function step(host: RunningHost, ticks: number): Promise<void> {
  await command(host, { type: 'clock.step', ticks });
  await expect
    .poll(async () => (await ask(host, 'status')).clock.owed, { timeout: 300_000, intervals: [250] })
    .toBe(0);
}

async function runDrill(host: RunningHost): Promise<string> {
  await command(host, { type: 'clock.pause' });
  await step(host, 23 * hour);
  const rack = await ask(host, 'entity', { id: rackName });
  await command(host, { type: 'scenario.run', name: 'COOLING_FAILURE', target: rack.id });
  await step(host, hour / 4);
  const warned = await ask(host, 'alarms', { states: 'ACTIVE' });
  for (const { id } of warned.items)
    await command(host, { type: 'alarm.acknowledge', id, note: 'On my way' });
  await expect
    .poll(
      async () => {
        await step(host, 60);
        return (await ask(host, 'alarms', { states: 'ACTIVE', severities: 'critical' })).items.length;
      },
      { timeout: 120_000, intervals: [50] },
    )
    .toBe(1);
  await command(host, { type: 'clock.resume' });
  // The day that went by in seconds must be out of the count of messages a minute.
  await expect
    .poll(async () => (await ask(host, 'status')).messagesPerMinute, { timeout: 90_000, intervals: [1000] })
    .toBeLessThan(2000);
  return rack.id;
}

type Shot = { readonly name: string; readonly path: string; readonly theme: Theme };

async function takePicture(browser: Browser, host: RunningHost, shot: Shot): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: shot.theme,
  });
  const page = await context.newPage();
  const address = new URL(host.address);
  await page.goto(`${host.url}${shot.path}${address.hash}`);
  await expect(page.getByText('Simulation running')).toBeVisible({ timeout: 20_000 });
  await page.waitForLoadState('networkidle');
  // A few readings, so that nothing is caught half drawn.
  const clock = page.getByRole('timer', { name: 'Lab time' });
  const first = await clock.textContent();
  await expect(clock).not.toHaveText(first ?? '');
  await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
  await page.screenshot({ path: join(folder, `${shot.name}.png`) });
  await context.close();
}

const executablePath = findBrowser({ platform: process.platform, env: process.env });
const isRoot = process.getuid?.() === 0;
const host = await startHost();
const browser = await chromium.launch({
  ...(executablePath === null ? {} : { executablePath }),
  args: ['--enable-unsafe-swiftshader', ...(isRoot ? ['--no-sandbox'] : [])],
});
try {
  const rack = await runDrill(host);
  await takePicture(browser, host, { name: 'floor-dark', path: `/floor?sel=${rack}`, theme: 'dark' });
  await takePicture(browser, host, { name: 'floor-light', path: `/floor?sel=${rack}`, theme: 'light' });
  await takePicture(browser, host, { name: 'overview-dark', path: '/', theme: 'dark' });
} finally {
  await browser.close();
  await host.stop();
}
