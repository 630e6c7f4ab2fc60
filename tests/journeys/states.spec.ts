import type { Page, TestInfo } from '@playwright/test';
import { type Faults, faultsOn, type Rules } from './support/accessibility.ts';
import { chooseSpeed, openScreen, runCoolingFailure } from './support/control-room.ts';
import { expect, test } from './support/host.ts';
import { facedScreens, faces, liveScreens, type Theme, themes } from './support/screens.table.ts';
import { goTo, showLive } from './support/walk.ts';

// A trace keeps the page at each of a thousand steps, and takes longer than the steps themselves.
// A toast that is fading in is pale for a tenth of a second: whoever asks for colours must not ask just then.
test.use({ trace: 'off', contextOptions: { reducedMotion: 'reduce' } });

/** A theme changes colours and nothing else: all rules are asked in one, the rules of colour in both. */
const rulesOf = { dark: 'all', light: 'colour' } as const satisfies Record<Theme, Rules>;

/** Of what is wrong, into test-results: of four hundred faces that are right nobody wants a picture. */
async function keepPicture(page: Page, info: TestInfo, name: string): Promise<void> {
  await page.screenshot({ path: info.outputPath(`${name}.png`) });
}

async function expectClean(
  page: Page,
  info: TestInfo,
  { where, faults }: { readonly where: string; readonly faults: Faults },
): Promise<void> {
  if (faults.length > 0) await keepPicture(page, info, where.replaceAll(/[^a-z0-9]+/g, '-'));
  expect.soft(faults, where).toEqual([]);
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

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
          const faults = await faultsOn(page, rulesOf[theme], shown);
          await expectClean(page, info, { where: `${screen}, ${face}`, faults });
          expect.soft(await overflow(page), `${screen}, ${face}: wider than the window`).toBe(0);
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
      for (const screen of liveScreens) {
        await showLive(page, screen);
        const faults = await faultsOn(page, rulesOf[theme]);
        await expectClean(page, info, { where: `live ${screen.path}`, faults });
      }
    });
  });
}

test('at 200 % zoom no screen scrolls sideways, and the lab can still be held', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 720, height: 450 });
  for (const screen of liveScreens) {
    await showLive(page, screen);
    expect.soft(await overflow(page), screen.path).toBe(0);
    await expect.soft(page.getByText('SIMULATED').first(), screen.path).toBeInViewport();
    await expect
      .soft(page.getByRole('button', { name: 'Pause the lab' }), screen.path)
      .toBeInViewport({ ratio: 1 });
    await expect
      .soft(page.getByRole('button', { name: /^Run scenario|running$/ }).first(), screen.path)
      .toBeInViewport({ ratio: 1 });
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
    }) => {
      test.setTimeout(180_000);
      for (const screen of liveScreens) {
        await showLive(page, screen);
        expect.soft(await overflow(page), screen.path).toBe(0);
        await expect.soft(page.getByText('SIMULATED').first(), screen.path).toBeInViewport();
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
    test.setTimeout(180_000);
    for (const screen of liveScreens) {
      await showLive(page, screen);
      const faults = await faultsOn(page, 'colour');
      await expectClean(page, info, { where: `forced ${screen.path}`, faults });
    }
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
    );
    expect(outline).not.toBe('none');
  });
});
