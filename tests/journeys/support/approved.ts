/** The approved pictures: where they lie, how one is compared, and how a new one takes its place. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import type { Page, TestInfo } from '@playwright/test';
import { type Comparison, comparePictures, halved, type Picture } from './compare-pixels.ts';
import { decode, encode } from './picture-codec.ts';

export const approvedFolder = join(import.meta.dirname, '../approved');
const howToApprove = 'Look at it, and where it is meant so, take it with "npm run approve".';

/** Empty where the screen looks as approved, else a line that says what is wrong and what to do. */
export type Verdict = '' | (string & {});

/** `look` takes a PNG in full size. */
export type Judge = (look: () => Promise<Buffer>, name: string) => Promise<Verdict>;

/** Some figures are taken now and then, so a screen may come to its last look only after a while. */
const patienceMillis = 2500;

/** `desk` is an empty page that the pictures are worked on. */
export function createJudge(desk: Page, info: TestInfo): Judge {
  const isApproving = ['all', 'changed'].includes(info.config.updateSnapshots);
  return async (look, name) => {
    const file = join(approvedFolder, `${name}.webp`);
    const expected = existsSync(file) ? await decode(desk, readFileSync(file), 'image/webp') : null;
    const until = Date.now() + patienceMillis;
    let actual = await pictureOf(await look(), desk);
    let found = expected === null ? null : compared(expected, actual);
    while (found?.isSame !== true && Date.now() < until) {
      await rest(250);
      actual = await pictureOf(await look(), desk);
      found = expected === null ? null : compared(expected, actual);
    }
    if (found?.isSame === true && info.config.updateSnapshots !== 'all') return '';
    const encoded = await encode(desk, actual);
    if (isApproving) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, encoded);
      return '';
    }
    const beside = info.outputPath(name.replaceAll('/', '-'));
    writeFileSync(`${beside}-actual.webp`, encoded);
    if (found === null) return `${name}: no picture is approved. ${howToApprove}`;
    writeFileSync(`${beside}-expected.webp`, readFileSync(file));
    writeFileSync(`${beside}-difference.webp`, await encode(desk, found.marked));
    return `${name}: ${differenceOf(found)} ${howToApprove} Pictures: ${beside}-*.webp`;
  };
}

export const pictureOf = async (look: Buffer, desk: Page): Promise<Picture> =>
  halved(await decode(desk, look, 'image/png'));

function compared(expected: Picture, actual: Picture): Comparison {
  const isSameSize = expected.width === actual.width && expected.height === actual.height;
  if (isSameSize) return comparePictures(expected, actual);
  return { share: 1, worst: { share: 1, x: 0, y: 0 }, isSame: false, marked: expected };
}

function differenceOf({ share, worst }: Comparison): string {
  const percent = (value: number): string => `${(value * 100).toFixed(value < 0.1 ? 2 : 0)} %`;
  return `${percent(share)} of it looks otherwise, most about x ${worst.x * 2}, y ${worst.y * 2} (${percent(worst.share)} there).`;
}
