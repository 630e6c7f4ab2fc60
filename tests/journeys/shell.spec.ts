import type { Locator, Page } from '@playwright/test';
import {
  chooseSpeed,
  floorPicture,
  openScreen,
  rackInWords,
  runCoolingFailure,
  screenLink,
} from './support/control-room.ts';
import { expect, test } from './support/host.ts';
import { ask } from './support/lab-api.ts';

const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Command palette' });
const heading = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name });
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });

/** From every screen to another, so that none keeps the keys to itself. */
const ways = [
  ['g f', 'Floor'],
  ['g a', 'Alarms'],
  ['g t', 'Topology'],
  ['g l', 'Labs'],
  ['g f', 'Floor'],
  ['g o', 'Overview'],
] as const;

/** Rows A and B stand across an aisle; the first key only sets the cursor. */
const walk = [
  ['ArrowRight', 'A01'],
  ['ArrowRight', 'A02'],
  ['ArrowDown', 'B02'],
  ['ArrowLeft', 'B01'],
  ['ArrowUp', 'A01'],
] as const;

async function press(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(' ')) await page.keyboard.press(key);
}

test('the keyboard alone leads to every screen, finds a rack by name, and says what it can do', async ({
  page,
}) => {
  for (const [keys, title] of ways) {
    await press(page, keys);
    await expect(heading(page, title)).toBeAttached();
  }

  await press(page, 'g f');
  await expect(floorPicture(page)).toBeVisible();
  await press(page, 'Control+k');
  await expect(palette(page)).toBeVisible();
  await page.keyboard.type('D02');
  await expect(palette(page).getByRole('option').first()).toContainText('D02');
  await press(page, 'Enter');
  await expect(palette(page)).toBeHidden();
  await expect(page.getByRole('complementary', { name: 'Rack D02' })).toBeVisible();
  await expect(floorPicture(page)).toHaveAccessibleName(/room2/);
  await expect(rackInWords(page)).toContainText('D02');

  await press(page, '?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help).toContainText('Go to Floor');
  await expect(help).toContainText('Walk rows, or from rack to rack on the floor');
  await press(page, 'Escape');
  await expect(help).toBeHidden();

  await press(page, 'g a');
  const filter = page.getByRole('searchbox', { name: 'Filter by text' });
  await expect(filter).toBeVisible();
  await press(page, '/');
  await expect(filter).toBeFocused();
});

test('FR-120-108 FR-120-114 arrows walk the racks, each is said in words, and a acknowledges', async ({
  page,
  host,
}) => {
  await chooseSpeed(page, 300);
  await openScreen(page, 'Floor');
  await runCoolingFailure(page, 'A02');
  await expect(screenLink(page, 'Alarms')).toContainText('1 active, 1 not acknowledged', { timeout: 30_000 });
  await button(page, 'Pause the lab').click();

  await floorPicture(page).focus();
  await expect(rackInWords(page)).toContainText('A01');
  for (const [key, rack] of walk) {
    await press(page, key);
    await expect(rackInWords(page)).toContainText(rack);
  }

  // The lab may have reached the critical limit before it was paused.
  const { items } = await ask(host, 'alarms', { states: 'ACTIVE' });
  await press(page, 'Control+k');
  await page.keyboard.type('A02');
  await press(page, 'Enter');
  await expect(rackInWords(page)).toContainText(/A02: inlet \d+\.\d\s°C, (major|critical) alarm$/);
  await floorPicture(page).focus();
  await press(page, 'a');
  await expect(screenLink(page, 'Alarms')).toContainText(`${items.length} active, 0 not acknowledged`);
  await expect(rackInWords(page)).toContainText('alarm, acknowledged');
});

test('the lab is paused, stepped and hurried by keys, and the clock says so', async ({ page, host }) => {
  const clock = page.getByRole('timer', { name: 'Lab time' });
  await expect(clock).toContainText(/\d\d:\d\d:\d\d/);
  await press(page, 'p');
  await expect(button(page, 'Resume the lab')).toBeVisible();
  await expect(page.getByText('Simulation paused')).toBeVisible();
  const before = await ask(host, 'status');
  await press(page, '. . .');
  await expect.poll(async () => (await ask(host, 'status')).clock.tick).toBe(before.clock.tick + 3);
  await press(page, ':');
  await expect.poll(async () => (await ask(host, 'status')).clock.tick).toBe(before.clock.tick + 63);
  const shown = new Date(before.clock.epoch + (before.clock.tick + 63) * 1000).toISOString().slice(11, 19);
  await expect(clock).toContainText(shown);

  await press(page, 'p');
  await expect(button(page, 'Pause the lab')).toBeVisible();
  for (const [key, speed] of [
    [']', 2],
    [']', 5],
    ['[', 2],
  ] as const) {
    await press(page, key);
    await expect(button(page, `Speed, now ×${speed}`)).toBeVisible();
  }
});

test('theme and density are chosen in the palette and are still so after a reload', async ({ page }) => {
  const root = page.locator('html');
  for (const [words, attribute, value] of [
    ['theme: light', 'data-theme', 'light'],
    ['theme: dark', 'data-theme', 'dark'],
    ['density: compact', 'data-density', 'compact'],
  ] as const) {
    await press(page, 'Control+k');
    await page.keyboard.type(words);
    await press(page, 'Enter');
    await expect(root).toHaveAttribute(attribute, value);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.reload();
  await expect(heading(page, 'Overview')).toBeAttached();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(root).toHaveAttribute('data-density', 'compact');
});
