/** What the renderer's benchmarks share: a host with a lab, a page on it, and the ways of a user through the page. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { generateLab } from '../../tools/generate-lab.ts';
import { openBrowser } from '../electron/fake/page.ts';
import { command } from '../journeys/support/lab-api.ts';
import { type RunningHost, startHost } from '../journeys/support/running-host.ts';

export type Row = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
  readonly floor?: number;
  readonly note?: string;
};

export type Room = { readonly host: RunningHost; readonly page: Page };

export type RoomOrder = {
  /** Of a generated lab; null is the starter lab. */
  readonly racks: number | null;
  readonly size: { readonly width: number; readonly height: number };
  readonly path: string;
};

/** A lab, its host and one page that shows it; all gone when the visit is over. */
export async function inRoom<Found>(order: RoomOrder, visit: (room: Room) => Promise<Found>): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-renderer-'));
  const file = join(folder, 'generated.lab.yaml');
  if (order.racks !== null) writeFileSync(file, generateLab(order.racks));
  const host = await startHost(order.racks === null ? {} : { lab: file });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: order.size });
    const { hash } = new URL(host.address);
    await page.goto(`${host.url}${order.path}${hash}`);
    await isSettled(page);
    return await visit({ host, page });
  } finally {
    await browser.close();
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Goes there as the app goes, without loading the page anew. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await isSettled(page);
}

/** The screen stands and has its data; what comes after is live. */
async function isSettled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached', timeout: 60_000 });
  const loading = page.getByRole('main').getByRole('status', { name: /^Loading/ });
  await loading.first().waitFor({ state: 'detached', timeout: 60_000 });
  await rest(500);
}

export const setSpeed = (host: RunningHost, speed: 1 | 60): Promise<unknown> =>
  command(host, { type: 'clock.speed', speed });

export function atShare(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
