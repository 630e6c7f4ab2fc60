/** Live data fills what is there; nothing moves to make room for it. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/host.ts';
import { command, inletSensor } from './support/lab-api.ts';
import type { RunningHost } from './support/running-host.ts';
import { liveScreens } from './support/screens.table.ts';
import { showLive } from './support/walk.ts';

test.use({ trace: 'off', viewport: { width: 1280, height: 800 } });

const settleMillis = 700;
/** At ×60 more than a minute of the lab: every bot has spoken, most of them often. */
const liveMillis = 1300;

/**
 * A word of 40 × 20 px that moves by its own width has 0.00005 of this window; a row of a table that jumps has 0.01.
 * Below is what a right-aligned figure does when it gains a digit.
 */
const limit = 0.0001;

type Shift = { readonly value: number; readonly moved: readonly string[] };

/** How a screen builds itself up does not count: the list is emptied once it stands. */
const watchShifts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const shifts: Shift[] = [];
    // A row that takes its place in the order its reader chose moves on purpose, within its table and nowhere else;
    // a notice in the corner lies over the screen, and makes room for the next.
    const isMeant = (node: Node | null): boolean =>
      node instanceof Element &&
      (node.matches('[role="row"][aria-rowindex]') ||
        node.closest('[role="region"] > ol[tabindex="-1"]') !== null);
    const named = (node: Node | null): string =>
      node instanceof Element ? node.outerHTML.slice(0, 200) : (node?.textContent ?? 'gone');
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
          readonly value: number;
          readonly hadRecentInput: boolean;
          readonly sources: readonly { readonly node: Node | null }[];
        };
        if (hadRecentInput || sources.every(({ node }) => isMeant(node))) continue;
        shifts.push({ value, moved: sources.map(({ node }) => named(node)) });
      }
    });
    observer.observe({ type: 'layout-shift' });
    Object.assign(window, { shifts });
  });

const shiftsSinceLast = (page: Page): Promise<readonly Shift[]> =>
  page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts.splice(0));

/** A quiet while: what a screen still fetches at its opening is no live data. One that is never quiet fails after it. */
async function isBuilt(page: Page): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) {
    await page.waitForTimeout(settleMillis);
    if ((await shiftsSinceLast(page)).length === 0) return;
  }
}

const sumOf = (shifts: readonly Shift[]): number => shifts.reduce((sum, { value }) => sum + value, 0);

test('FR-120-526 nothing on any screen moves when readings arrive', async ({ page, host }) => {
  test.setTimeout(300_000);
  await command(host, { type: 'clock.speed', speed: 60 });
  await watchShifts(page);
  for (const screen of liveScreens) {
    await showLive(page, screen);
    await isBuilt(page);
    await page.waitForTimeout(liveMillis);
    const shifts = await shiftsSinceLast(page);
    expect.soft(sumOf(shifts), `${screen.path}: ${JSON.stringify(shifts)}`).toBeLessThanOrEqual(limit);
  }
});

/** Where an alarm is told outside the list of alarms, which grows by what it is told. */
const tellingPaths = ['/floor', '/rack', '/power', '/cooling', '/topology', '/sites', '/assets', '/reports'];
const racks = ['A01', 'A02', 'A03', 'A04', 'B01', 'B02', 'B03', 'B04'] as const;

async function raiseAlarm(host: RunningHost, rack: string): Promise<void> {
  const { id } = await inletSensor(host, rack);
  await command(host, { type: 'alarm.raise', rule: 'inlet-warning', sensor: id, value: 34 });
}

test('FR-120-527 an alarm that comes in moves nothing on the screens beside the lists of alarms', async ({
  page,
  host,
}) => {
  test.setTimeout(180_000);
  await command(host, { type: 'clock.pause' });
  await watchShifts(page);
  const telling = liveScreens.filter(({ path }) => tellingPaths.includes(path));
  for (const [at, screen] of telling.entries()) {
    await showLive(page, screen);
    await isBuilt(page);
    await raiseAlarm(host, racks[at] ?? '');
    await expect(page.getByRole('navigation', { name: 'Screens' })).toContainText(`${at + 1} active`);
    await page.waitForTimeout(settleMillis);
    const shifts = await shiftsSinceLast(page);
    expect.soft(sumOf(shifts), `${screen.path}: ${JSON.stringify(shifts)}`).toBeLessThanOrEqual(limit);
  }
});

test('FR-120-528 a shift is seen where there is one', async ({ page }) => {
  await watchShifts(page);
  await isBuilt(page);
  await page.getByRole('main').evaluate((main) => {
    main.style.paddingTop = '24px';
  });
  await expect.poll(async () => sumOf(await shiftsSinceLast(page))).toBeGreaterThan(limit);
});
