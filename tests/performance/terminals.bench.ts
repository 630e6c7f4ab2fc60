/**
 * 24 terminals side by side, each with ten lines a second, as frames the page got to show; the same with all of them
 * behind one tab, and the page before any was open: what this machine's browser does anyway.
 */
import type { Page } from '@playwright/test';
import { setTimeout as rest } from 'node:timers/promises';
import { atShare, inRoom, type Row } from './renderer-room.ts';

const size = { width: 1920, height: 1080 };
const terminals = 24;
const seconds = 15;
/** One frame at 60 a second; one that took half as long again was late. */
const frameMillis = 1000 / 60;

type Watched = {
  readonly frames: readonly number[];
  readonly longTasks: readonly number[];
  readonly cards: number;
};

/** Lab time goes in steps of a second: ten lines come at once. */
const chatter =
  'while true; do for n in 0 1 2 3 4 5 6 7 8 9; do echo "$(hostname) line $n $RANDOM some words that fill a line of a log"; done; sleep 1; done\n';

async function watch(page: Page): Promise<Watched> {
  return page.evaluate(async (millis) => {
    const frames: number[] = [];
    const longTasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration);
    });
    observer.observe({ type: 'longtask' });
    const begin = performance.now();
    let last = begin;
    await new Promise<void>((resolve) => {
      requestAnimationFrame(function step(now) {
        frames.push(now - last);
        last = now;
        if (now - begin < millis) requestAnimationFrame(step);
        else resolve();
      });
    });
    observer.disconnect();
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>('.xterm canvas')];
    const cards = canvases.filter((canvas) => canvas.getContext('webgl2') !== null).length;
    return { frames, longTasks, cards };
  }, seconds * 1000);
}

async function openAll(page: Page): Promise<void> {
  const buttons = page.getByRole('button', { name: /^Open a shell on/ });
  const machines = await buttons.count();
  for (let at = 0; at < terminals; at += 1) {
    await buttons.nth(at % machines).click();
    const shown = page.getByRole('tabpanel').filter({ visible: true });
    await shown.getByRole('button', { name: 'Record' }).and(page.locator(':not([aria-disabled])')).waitFor();
    await shown.locator('textarea').focus();
    await page.keyboard.insertText(chatter);
    await page.keyboard.press('Enter');
  }
}

function rowsOf(name: string, { frames, longTasks, cards }: Watched): readonly Row[] {
  const late = frames.filter((millis) => millis > frameMillis * 1.5);
  return [
    {
      name: `${name}: frame, p50`,
      value: atShare(frames, 0.5),
      unit: 'ms',
      note: `${cards} drawn by WebGL`,
    },
    { name: `${name}: frame, p95`, value: atShare(frames, 0.95), unit: 'ms' },
    { name: `${name}: frame, p99`, value: atShare(frames, 0.99), unit: 'ms' },
    { name: `${name}: late frames`, value: (100 * late.length) / frames.length, unit: '%' },
    {
      name: `${name}: tasks over 50 ms`,
      value: longTasks.length,
      unit: '',
      note: `longest ${Math.max(0, ...longTasks).toFixed(0)} ms in ${seconds} s`,
    },
  ];
}

export async function run(): Promise<Row[]> {
  return inRoom({ racks: null, size, path: '/consoles' }, async ({ page }) => {
    const before = await watch(page);
    await openAll(page);
    await rest(2000);
    const tabs = await watch(page);
    await page.getByRole('button', { name: 'All side by side' }).click();
    await rest(2000);
    const tiles = await watch(page);
    return [
      ...rowsOf('no terminal', before),
      ...rowsOf(`${terminals} terminals behind one tab`, tabs),
      ...rowsOf(`${terminals} terminals side by side`, tiles),
    ];
  });
}
