/** What the first page costs and whom it talks to. */
import { test as bare, expect, type Page } from '@playwright/test';
import { openScreen } from './support/control-room.ts';
import { liveScreens } from './support/screens.table.ts';
import { startHost } from './support/running-host.ts';

const budget = 350 * 1024;

/** Bytes on the wire by address, from the browser's own count; headers are in it. */
async function countTransfers(page: Page): Promise<ReadonlyMap<string, number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const addresses = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on('Network.responseReceived', ({ requestId, response }) => addresses.set(requestId, response.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const address = addresses.get(requestId);
    if (address !== undefined) bytes.set(address, encodedDataLength);
  });
  return bytes;
}

const isCode = (address: string): boolean => /\.(js|css)$/.test(new URL(address).pathname);

bare('the first screen takes at most 350 kB of scripts and styles, compressed', async ({ page }, info) => {
  const host = await startHost();
  try {
    const transfers = await countTransfers(page);
    await page.goto(host.address);
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeAttached();
    await expect(page.getByText('Simulation running')).toBeVisible();
    await page.waitForLoadState('networkidle');
    const code = [...transfers].filter(([address]) => isCode(address));
    const total = code.reduce((sum, [, size]) => sum + size, 0);
    info.annotations.push({
      type: 'measured',
      description: `${Math.round(total / 1024)} kB in ${code.length} files`,
    });
    expect(code.length).toBeGreaterThan(2);
    expect(total).toBeLessThanOrEqual(budget);
    expect(code.filter(([address]) => /pixi|xyflow|topology|floor-view/i.test(address))).toEqual([]);
  } finally {
    await host.stop();
  }
});

/** Requests elsewhere, console errors, exceptions, and breaches of the page's policy. */
async function watchTrouble(page: Page): Promise<string[]> {
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => trouble.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && hostname !== '127.0.0.1')
      trouble.push(`request: ${request.url()}`);
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).hostname !== '127.0.0.1') trouble.push(`socket: ${socket.url()}`);
  });
  await page.exposeFunction('reportBreach', (text: string) => void trouble.push(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const report = Reflect.get(window, 'reportBreach') as (text: string) => void;
      report(`${violatedDirective} ${blockedURI}`);
    });
  });
  return trouble;
}

bare(
  'FR-200-030 FR-000-002 no screen talks to another machine, breaks its policy, or writes an error',
  async ({ page }) => {
    const host = await startHost();
    try {
      const trouble = await watchTrouble(page);
      await page.goto(host.address);
      for (const { title } of liveScreens.filter(({ path }) => !path.includes('?'))) {
        await openScreen(page, title);
        await page.waitForLoadState('networkidle');
      }
      expect(trouble).toEqual([]);
    } finally {
      await host.stop();
    }
  },
);
