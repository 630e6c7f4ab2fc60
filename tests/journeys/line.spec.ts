/** What the page does when its host is gone, silent, or another one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as bare, type Locator, type Page } from '@playwright/test';
import { openScreen, rackRow } from './support/control-room.ts';
import { expect, test } from './support/host.ts';
import { startHost } from './support/running-host.ts';

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

  test('the page says that the line is lost, keeps what it knew, and comes back by itself', async ({ page, host }) => {
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

bare('a host that is killed and started again lets the page in at its new address, and the lab goes on where it was', async ({
  page,
}) => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'coldaisle-line-'));
  const first = await startHost({ dataDirectory });
  await page.goto(first.address);
  const row = await openTable(page);
  await first.kill();
  await expectLost(page, row);

  const second = await startHost({ dataDirectory, flags: ['--port', new URL(first.url).port] });
  try {
    // Each start has its own token: the old page is told so, and shows its last values until then.
    await expect(page.getByRole('alert')).toContainText('Open the address that the host printed', { timeout: 30_000 });
    await expect(row).toContainText('°C');
    await page.goto(second.address);
    await page.reload();
    await expect(page.getByText('Simulation running')).toBeVisible();
  } finally {
    await second.stop();
    rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
});
