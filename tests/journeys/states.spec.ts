import { AxeBuilder } from '@axe-core/playwright';
import type { Page, TestInfo } from '@playwright/test';
import { chooseSpeed, openScreen, runCoolingFailure } from './support/control-room.ts';
import { expect, test } from './support/host.ts';
import { facedScreens, faces, liveScreens, themes } from './support/screens.table.ts';

const wcag22AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Each violation as a line that says where; nothing is left out of the rules. */
async function violationsOn(page: Page, within?: string): Promise<readonly string[]> {
  // There are no frames here; without this mode axe opens a page of its own for each result.
  const axe = new AxeBuilder({ page }).withTags(wcag22AA).setLegacyMode(true);
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

/** Into test-results, for who wants to look; attached, forty of them would drown a failure's report. */
const keepPicture = async (page: Page, info: TestInfo, name: string): Promise<void> =>
  void (await page.screenshot({ path: info.outputPath(`${name}.png`) }));

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Goes there as the app goes, without loading the page anew. */
async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

async function showLive(page: Page, { path, title }: (typeof liveScreens)[number]): Promise<void> {
  await goTo(page, path);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeAttached();
  await expect(page.getByRole('main').getByRole('status', { name: /^Loading/ })).toHaveCount(0);
}

for (const theme of themes) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    test(`every face of every screen is accessible, ${theme}`, async ({ page }, info) => {
      test.setTimeout(480_000);
      await openScreen(page, 'Floor');
      await goTo(page, '/states');
      for (const screen of facedScreens) {
        for (const face of faces) {
          await goTo(page, `/states?screen=${screen}&face=${face}`);
          const shown = `[data-face="${screen}-${face}"]`;
          await expect(page.locator(shown)).toBeVisible();
          expect.soft(await violationsOn(page, shown), `${screen}, ${face}`).toEqual([]);
          expect.soft(await overflow(page), `${screen}, ${face}: wider than the window`).toBe(0);
          await keepPicture(page, info, `${screen}-${face}`);
        }
      }
    });

    test(`every live screen is accessible during a drill, ${theme}`, async ({ page }, info) => {
      test.setTimeout(300_000);
      await chooseSpeed(page, 1000);
      await runCoolingFailure(page, 'A01', 'Total');
      await expect(page.getByRole('navigation', { name: 'Screens' })).toContainText('2 active', {
        timeout: 30_000,
      });
      for (const [at, screen] of liveScreens.entries()) {
        await showLive(page, screen);
        expect.soft(await violationsOn(page), screen.path).toEqual([]);
        await keepPicture(page, info, `live-${at}-${screen.title.toLowerCase()}`);
      }
    });
  });
}

test('at 200 % zoom no screen scrolls sideways, and the lab can still be held', async ({ page }, info) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 720, height: 450 });
  for (const [at, screen] of liveScreens.entries()) {
    await showLive(page, screen);
    expect.soft(await overflow(page), screen.path).toBe(0);
    await expect.soft(page.getByText('SIMULATED').first(), screen.path).toBeInViewport();
    await expect
      .soft(page.getByRole('button', { name: 'Pause the lab' }), screen.path)
      .toBeInViewport({ ratio: 1 });
    await expect
      .soft(page.getByRole('button', { name: /^Run scenario|running$/ }).first(), screen.path)
      .toBeInViewport({ ratio: 1 });
    await keepPicture(page, info, `zoomed-${at}-${screen.title.toLowerCase()}`);
  }
});

for (const size of [
  { width: 768, height: 1024 },
  { width: 1024, height: 768 },
]) {
  test.describe(`a tablet of ${size.width} × ${size.height}`, () => {
    test.use({ viewport: size, hasTouch: true, isMobile: true });

    test(`FR-120-473 no screen scrolls sideways on a tablet of ${size.width} × ${size.height}`, async ({
      page,
    }, info) => {
      test.setTimeout(180_000);
      for (const [at, screen] of liveScreens.entries()) {
        await showLive(page, screen);
        expect.soft(await overflow(page), screen.path).toBe(0);
        await expect.soft(page.getByText('SIMULATED').first(), screen.path).toBeInViewport();
        await keepPicture(page, info, `tablet-${size.width}-${at}-${screen.title.toLowerCase()}`);
      }
    });
  });
}

test.describe('less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing moves by itself for who asked for less motion, and an unacknowledged alarm does not blink', async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await chooseSpeed(page, 1000);
    await runCoolingFailure(page, 'A01', 'Total');
    await expect(page.getByRole('navigation', { name: 'Screens' })).toContainText('active', {
      timeout: 30_000,
    });
    for (const screen of liveScreens) {
      await showLive(page, screen);
      const moving = () =>
        page.evaluate(() =>
          document
            .getAnimations()
            .filter(
              ({ playState, effect }) => playState === 'running' && Number(effect?.getTiming().duration) > 1,
            )
            .map((animation) =>
              animation.effect instanceof KeyframeEffect ? (animation.effect.target?.className ?? '') : '',
            ),
        );
      expect.soft(await moving(), screen.path).toEqual([]);
    }
  });
});

test.describe('forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('every screen works in forced colours, with a focus that is seen', async ({ page }, info) => {
    for (const [at, screen] of liveScreens.entries()) {
      await showLive(page, screen);
      expect.soft(await violationsOn(page), screen.path).toEqual([]);
      await keepPicture(page, info, `forced-${at}-${screen.title.toLowerCase()}`);
    }
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
    );
    expect(outline).not.toBe('none');
  });
});
