import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { openScreen, screenLink } from './support/control-room.ts';
import { expect, test } from './support/host.ts';
import { ask, command } from './support/lab-api.ts';
import { linkRows, selectingPaths } from './support/links.table.ts';

const tour = (page: Page): Locator => page.getByRole('dialog', { name: 'Guided tour' });
const outline = (page: Page): Locator => page.locator('[data-tour-outline]');
const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });

async function violations(page: Page): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .setLegacyMode(true);
  const found = await axe.analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 140)}`));
}

test('FR-120-456 FR-120-457 FR-120-458 the tour is offered without taking the focus, walked by keys to its end while the lab goes on, and not offered again', async ({
  page,
  host,
}) => {
  await expect(heading(page, 'Overview')).toBeAttached();
  await expect(tour(page)).toBeHidden();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');

  await page.getByRole('button', { name: 'Start the tour' }).click();
  await expect(tour(page)).toBeFocused();
  await expect(outline(page)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const titles = [
    'A simulated',
    'Screens',
    'Health',
    'The floor',
    'The inspector',
    'Alarms',
    'Let something',
    'Nothing is lost',
  ];
  for (const [at, title] of titles.entries()) {
    await expect(tour(page)).toContainText(`Step ${at + 1} of 8`);
    await expect(tour(page).getByRole('heading')).toContainText(title);
    await expect(outline(page)).toBeVisible();
    if (title === 'The inspector')
      await expect(page.getByRole('complementary', { name: /^Rack / })).toBeVisible();
    if (title === 'Let something') {
      await tour(page).getByRole('button', { name: 'Run it on this rack' }).click();
      await expect(tour(page)).toContainText('It runs');
      await expect.poll(async () => (await ask(host, 'scenarios', {})).runs.length).toBe(1);
      await tour(page).getByRole('button', { name: 'Next' }).focus();
    }
    if (at < titles.length - 1) await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await expect(tour(page)).toBeHidden();
  await page.reload();
  await page.getByRole('button', { name: 'Go on with the tour' }).click();
  await expect(tour(page)).toContainText('Step 7 of 8');
  // Other keys are the lab's, as ever.
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(heading(page, 'Labs')).toBeAttached();
  await tour(page).getByRole('button', { name: 'Next' }).click();
  await tour(page).getByRole('button', { name: 'Finish' }).click();
  await expect(tour(page)).toBeHidden();
  await page.reload();
  await expect(heading(page, 'Labs')).toBeAttached();
  await expect(page.getByRole('button', { name: /the tour$/ })).toHaveCount(0);
});

test('FR-120-450 FR-120-452 FR-120-454 FR-120-459 the help says what the screen is for, its words lead to the glossary, and the documents are found offline', async ({
  page,
}) => {
  await openScreen(page, 'Floor');
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('A room from above');
  await sheet.getByRole('button', { name: 'Open the help' }).click();
  await expect(heading(page, 'Help')).toBeAttached();
  await page.getByRole('main').getByRole('link', { name: 'inlet temperature' }).click();
  await expect(page).toHaveURL(/\/help\?term=inlet/);
  await expect(page.locator('dl > div:focus')).toContainText('The air in front of the machine');

  await page.goBack();
  await expect(page).toHaveURL(/about=floor/);
  await page.getByRole('tab', { name: 'Documents' }).click();
  await page.context().setOffline(true);
  await page.getByRole('searchbox', { name: 'Search the documents' }).fill('dead band');
  await page
    .getByRole('main')
    .getByRole('button', { name: /dead.band/i })
    .first()
    .click();
  await expect(page).toHaveURL(/doc=/);
  await page.context().setOffline(false);
});

test('FR-120-453 the lessons lead to the drill, and count what was taken', async ({ page, host }) => {
  await page.goto(`${host.url}/help?tab=lessons`);
  await expect(page.getByRole('main')).toContainText('0 of 8 taken');
  await page.getByRole('button', { name: 'Open the drill One hot rack' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'One hot rack' })).toBeVisible();
  await command(host, { type: 'drill.start', drill: 'hot-rack' });
  await page.goBack();
  await expect(page.getByRole('main')).toContainText('running now');
});

test('FR-120-460 FR-120-469 a new window shows the same view with a selection of its own, and no address has the token', async ({
  page,
  host,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const rack = await ask(host, 'entity', { id: 'A03' });
  await page.goto(`${host.url}/floor?sel=${rack.id}`);
  await expect(page.getByRole('complementary', { name: 'Rack A03' })).toBeVisible();
  const opening = page.context().waitForEvent('page');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await page.keyboard.type('new window');
  await page.keyboard.press('Enter');
  const second = await opening;
  await expect(second.getByRole('complementary', { name: 'Rack A03' })).toBeVisible();
  await expect(second.getByText('Simulation running')).toBeVisible();
  expect(second.url()).not.toContain('token');
  await second.keyboard.press('Escape');
  await expect(second.getByRole('complementary', { name: 'Rack A03' })).toBeHidden();
  await expect(page.getByRole('complementary', { name: 'Rack A03' })).toBeVisible();

  await page.bringToFront();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await page.keyboard.type('copy the link');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Link copied', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${host.url}/floor?sel=${rack.id}`);
});

test('FR-120-463 FR-120-464 FR-120-466 FR-120-467 FR-120-474 the wall rotates, pauses, is set up, and brings a new critical alarm to the front', async ({
  page,
  host,
}) => {
  test.setTimeout(120_000);
  await page.goto(`${host.url}/wall?views=overview,alarms&every=5&hold=60`);
  await expect(heading(page, /^Overview/)).toBeVisible();
  await expect(heading(page, /^Alarms/)).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByText('Rotation paused')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(heading(page, /^Overview/)).toBeVisible();
  const sizes = await page
    .locator('dl dd')
    .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
  for (const there of [page.getByText('SIMULATED'), page.getByRole('timer'), page.getByText('Connected')])
    await expect(there).toBeInViewport();
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press('s');
  const setUp = page.getByRole('dialog', { name: 'Set up the wall' });
  await setUp.getByRole('checkbox', { name: 'Show Power' }).check();
  await setUp.getByRole('button', { name: 'Move Power up' }).click();
  await setUp.getByRole('textbox', { name: 'Seconds for each view' }).fill('7');
  await setUp.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(/views=overview,power,alarms&every=7&hold=60/);

  const rack = await ask(host, 'entity', { id: 'A02' });
  await command(host, { type: 'clock.speed', speed: 300 });
  await command(host, { type: 'scenario.run', name: 'COOLING_FAILURE', target: rack.id, severity: 'total' });
  await expect(page.getByRole('alert')).toContainText('Critical alarm at A02', { timeout: 60_000 });
  await expect(heading(page, /^Floor A02/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(screenLink(page, 'Overview')).toBeVisible();
  await expect(page).not.toHaveURL(/sel=/);
});

test('FR-120-574 every step of the tour outlines a part that is there, on the screen where it is', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Start the tour' }).click();
  // Null: wherever one is.
  const places = [null, null, '/', '/floor', '/floor', '/alarms', '/floor', null];
  for (const [at, path] of places.entries()) {
    const step = `step ${at + 1}`;
    if (path !== null) await expect.soft(page, step).toHaveURL((url) => url.pathname === path);
    await expect.soft(outline(page), step).toBeVisible();
    await expect.soft(tour(page), step).not.toContainText('not in sight just now');
    await tour(page)
      .getByRole('button', { name: /^(Next|Finish)$/ })
      .click();
  }
});

test('FR-120-468 every link gives back the view, tab, filter and selection that it carries', async ({
  page,
  host,
}) => {
  test.setTimeout(120_000);
  for (const { link, sees, state } of linkRows) {
    await page.goto(`${host.url}${link}`);
    const there = page.getByRole(sees.role, { name: sees.name }).first();
    await expect.soft(there, link).toBeAttached();
    if (state === 'selected') await expect.soft(there, link).toHaveAttribute('aria-selected', 'true');
    if (state === 'current') await expect.soft(there, link).toHaveAttribute('aria-current', /true|page/);
    if (state === 'pressed') await expect.soft(there, link).toHaveAttribute('aria-pressed', 'true');
    if (typeof state === 'object') await expect.soft(there, link).toHaveValue(state.value);
  }
  const rack = await ask(host, 'entity', { id: 'A01' });
  for (const path of selectingPaths) {
    await page.goto(`${host.url}${path}?sel=${rack.id}`);
    await expect.soft(page.getByRole('complementary', { name: 'Rack A01' }), path).toBeVisible();
  }
});

test('FR-120-470 FR-120-471 back leads to where one had scrolled, and a bare address to the last screen', async ({
  page,
  host,
}) => {
  await page.goto(`${host.url}/help?tab=glossary`);
  const list = page.getByRole('region', { name: 'Glossary' });
  await list.evaluate((element) => (element.scrollTop = 900));
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(900);
  await openScreen(page, 'Labs');
  await page.goBack();
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(900);
  await page.goto('about:blank');
  await page.goto(host.address);
  await expect(heading(page, 'Help')).toBeAttached();
});

test.describe('a tablet', () => {
  test.use({ viewport: { width: 768, height: 1024 }, hasTouch: true, isMobile: true });

  test('FR-120-472 what a finger presses is 44 px high, the navigation is folded, and the tour fits', async ({
    page,
  }) => {
    await expect(heading(page, 'Overview')).toBeAttached();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('header button, nav a, nav button, [role="tab"]')]
        .map((element) => ({ box: element.getBoundingClientRect(), name: element.textContent }))
        .filter(({ box }) => box.width > 0 && (box.height < 43.5 || box.width < 43))
        .map(({ box, name }) => `${name} ${Math.round(box.width)} × ${Math.round(box.height)}`),
    );
    expect(small).toEqual([]);
    await page.getByRole('button', { name: 'Start the tour' }).tap();
    const box = await tour(page).boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(768);
  });
});
