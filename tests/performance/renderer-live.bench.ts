/** Tasks over 50 ms that live data costs each main screen of a lab with 2,000 racks. */
import { setTimeout as rest } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { atShare, goTo, inRoom, type Room, type Row, setSpeed } from './renderer-room.ts';

const racks = 2000;
const size = { width: 1440, height: 900 };
const screens = ['/', '/floor', '/power', '/topology', '/rack', '/alarms'] as const;
const usualSeconds = 60;
/** What a screen does at its opening is no live update. */
const settleMillis = 5000;

/** Of what belongs to no longer task; the browser reports only tasks over 50 ms. */
const startCounting = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    });
    observer.observe({ type: 'longtask' });
    Object.assign(window, { endTasks: () => (observer.disconnect(), tasks) });
  });

const endCounting = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => (window as unknown as { endTasks: () => readonly number[] }).endTasks());

async function watch({ page }: Room, path: string, seconds: number): Promise<readonly Row[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const scriptSeconds = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  await goTo(page, path);
  await rest(settleMillis);
  const before = await scriptSeconds();
  await startCounting(page);
  await rest(seconds * 1000);
  const tasks = await endCounting(page);
  const busy = (100 * ((await scriptSeconds()) - before)) / seconds;
  await session.detach();
  return [
    {
      name: `${path}, 2,000 racks live: tasks over 50 ms`,
      value: tasks.length,
      unit: '',
      limit: 0,
      note: `in ${seconds} s; longest ${Math.max(0, ...tasks).toFixed(0)} ms, median ${tasks.length === 0 ? '–' : `${atShare(tasks, 0.5).toFixed(0)} ms`}; main thread busy ${busy.toFixed(0)} %`,
    },
  ];
}

export async function run(): Promise<Row[]> {
  const seconds = Number(process.env['RENDERER_LIVE_SECONDS'] ?? usualSeconds);
  return inRoom({ racks, size, path: '/' }, async (room) => {
    await setSpeed(room.host, 1);
    const rows: Row[] = [];
    for (const path of screens) rows.push(...(await watch(room, path, seconds)));
    return rows;
  });
}
