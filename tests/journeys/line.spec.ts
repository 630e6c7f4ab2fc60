/** What the page does when its host is gone, silent, or another one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as bare, type Locator, type Page } from '@playwright/test';
import { openScreen, rackRow } from './support/control-room.ts';
import { expect, test } from './support/host.ts';
import { type RunningHost, startHost } from './support/running-host.ts';

const lostBanner = (page: Page): Locator =>
  page.getByRole('status').filter({ hasText: 'Connection to the lab host lost' });

async function openTable(page: Page): Promise<Locator> {
  await openScreen(page, 'Floor');
  await page.getByRole('button', { name: 'Show as table' }).click();
  const row = rackRow(page, 'A01');
  await expect(row).toContainText('°C');
  return row;
}

async function expectLost(page: Page, row: Locator): Promise<void> {
  await expect(lostBanner(page)).toContainText('What you see is the last known state.');
  await expect(page.getByText('Connection lost', { exact: true })).toBeVisible();
  // The last value stays, and does not look live.
  await expect(row).toContainText(/\d\s°C, \d+\s\w+ ago/);
}

test.describe('a host that falls silent', () => {
  test.skip(process.platform === 'win32', 'Windows has no signal that stops a process for a while');

  test('the page says that the line is lost, keeps what it knew, and comes back by itself', async ({
    page,
    host,
  }) => {
    const row = await openTable(page);
    process.kill(host.pid, 'SIGSTOP');
    try {
      await expectLost(page, row);
    } finally {
      process.kill(host.pid, 'SIGCONT');
    }
    await expect(lostBanner(page)).toBeHidden({ timeout: 30_000 });
    await expect(page.getByText('Simulation running')).toBeVisible();
    await expect(row).not.toContainText(/°C, \d/);
  });
});

/** A data directory that outlives its hosts. */
async function withDirectory(act: (dataDirectory: string) => Promise<void>): Promise<void> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'coldaisle-line-'));
  try {
    await act(dataDirectory);
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

const portFlags = (host: RunningHost): readonly string[] => ['--port', new URL(host.url).port];

bare(
  'the host is killed and started again: the page says so, keeps what it knew, and comes back by itself',
  async ({ page }) => {
    await withDirectory(async (dataDirectory) => {
      const first = await startHost({ dataDirectory });
      await page.goto(first.address);
      const row = await openTable(page);
      await first.kill();
      await expectLost(page, row);

      const second = await startHost({ dataDirectory, flags: portFlags(first) });
      try {
        await expect(lostBanner(page)).toBeHidden({ timeout: 30_000 });
        await expect(page.getByText('Simulation running')).toBeVisible();
        await expect(row).not.toContainText(/°C, \d/);
      } finally {
        await second.stop();
      }
    });
  },
);

bare(
  'a host that ended in order has another token: the page is told where to go, and keeps what it knew',
  async ({ page }) => {
    await withDirectory(async (dataDirectory) => {
      const first = await startHost({ dataDirectory });
      await page.goto(first.address);
      const row = await openTable(page);
      await first.stop();
      await expectLost(page, row);

      const second = await startHost({ dataDirectory, flags: portFlags(first) });
      try {
        await expect(page.getByRole('alert')).toContainText('Open the address that the host printed', {
          timeout: 30_000,
        });
        await expect(row).toContainText(/\d\s°C, \d+\s\w+ ago/);
        await page.goto('about:blank');
        await page.goto(second.address);
        await expect(page.getByText('Simulation running')).toBeVisible();
      } finally {
        await second.stop();
      }
    });
  },
);
