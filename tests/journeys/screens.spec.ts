/** How every screen looks, compared with what somebody approved. */
import { readdirSync } from 'node:fs';
import { approvedFolder, createJudge, pictureOf } from './support/approved.ts';
import { comparePictures } from './support/compare-pixels.ts';
import { expect } from './support/host.ts';
import { lookAtRest, showStill, test } from './support/still-page.ts';
import { pictureName, variants } from './support/pictures.table.ts';
import { liveScreens } from './support/screens.table.ts';

test.skip(
  process.platform !== 'linux',
  'The pictures were approved on Linux; other systems draw letters otherwise.',
);

// A trace keeps each step's page: minutes of work, for pictures that are kept anyway.
test.use({ trace: 'off', screenshot: 'off' });

test.describe('FR-120-520 FR-120-521 FR-120-522 in every size and theme', () => {
  for (const variant of variants) {
    test.describe(variant.name, () => {
      test.use(variant.page);

      test(`every screen looks as approved, ${variant.name}`, async ({ stillPage, desk }, info) => {
        test.setTimeout(300_000);
        const judge = createJudge(desk, info);
        for (const screen of liveScreens) {
          await showStill(stillPage, screen);
          const verdict = await judge(() => lookAtRest(stillPage), pictureName(variant, screen.path));
          expect.soft(verdict, screen.path).toBe('');
        }
      });
    });
  }
});

/** Each a fault that a reader of the screen would see at once. */
const faults = [
  [
    'a button that moved by 6 px',
    '[aria-label="Pause the lab"], [aria-label="Resume the lab"] { translate: 6px }',
  ],
  ['a word that is gone', 'h1, main h2 { visibility: hidden }'],
  [
    'text in another weight',
    'main { font-weight: 700 !important } main * { font-weight: inherit !important }',
  ],
  ['a colour of state that turned grey', ':root { --critical: var(--stale) !important }'],
] as const;

test('FR-120-523 what an eye would see is seen, and a picture of the same screen is the same', async ({
  stillPage,
  desk,
}) => {
  const overview = liveScreens[0];
  await showStill(stillPage, overview);
  await stillPage.waitForTimeout(2000);
  const expected = await pictureOf(await lookAtRest(stillPage), desk);
  const again = await pictureOf(await lookAtRest(stillPage), desk);
  expect(comparePictures(expected, again).isSame).toBe(true);
  for (const [what, style] of faults) {
    const sheet = await stillPage.addStyleTag({ content: style });
    const { isSame } = comparePictures(expected, await pictureOf(await lookAtRest(stillPage), desk));
    expect.soft(isSame, what).toBe(false);
    await sheet.evaluate((node) => node.parentNode?.removeChild(node));
  }
});

test('FR-120-524 no picture is approved of a screen or a size that is no more', () => {
  const wanted = variants.flatMap((variant) =>
    liveScreens.map(({ path }) => `${pictureName(variant, path)}.webp`),
  );
  const kept = readdirSync(approvedFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath.slice(approvedFolder.length + 1)}/${name}`);
  expect(kept.toSorted()).toEqual(wanted.toSorted());
});
