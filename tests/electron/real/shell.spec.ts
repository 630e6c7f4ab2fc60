import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { findElectron } from '../../../scripts/start/electron-binary.mjs';

const root = join(import.meta.dirname, '../../..');
const binary = findElectron(root, { platform: process.platform, env: process.env });
const reason = `Electron's binary is not on this machine (node_modules/electron/dist; ELECTRON_OVERRIDE_DIST_PATH)`;

// One after the other: each test starts the whole app, and two cores are the smallest machine we promise.
test.describe.configure({ mode: 'serial' });
test.skip(binary === null, reason);
// The list of skipped tests does not say why.
if (binary === null && process.env['TEST_WORKER_INDEX'] === undefined)
  process.stderr.write(`Skipped: ${reason}\n`);

type Started = { readonly app: ElectronApplication; readonly page: Page };

const folder = (): string => mkdtempSync(join(tmpdir(), 'coldaisle-electron-'));

async function start(data: string, words: readonly string[] = []): Promise<Started> {
  const app = await _electron.launch({
    executablePath: binary ?? '',
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, '--data', data, ...words],
  });
  return { app, page: await app.firstWindow() };
}

async function withShell(
  words: (data: string) => readonly string[],
  act: (started: Started, data: string) => Promise<void>,
): Promise<void> {
  const data = folder();
  const started = await start(data, words(data));
  try {
    await act(started, data);
  } finally {
    await started.app.close();
    rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

const none = (): readonly string[] => [];

test('the control room comes up in Electron, with its title and its mark', async () => {
  await withShell(none, async ({ page }) => {
    await expect(page).toHaveTitle(/Coldaisle/);
    await expect(page.getByText('SIMULATED').first()).toBeVisible();
    expect(new URL(page.url()).hostname).toBe('127.0.0.1');
    expect(page.url()).not.toContain('token');
  });
});

test('the page has the bridge and none of Node or Electron', async () => {
  await withShell(none, async ({ page }) => {
    const seen = await page.evaluate(() => ({
      members: Object.keys((globalThis as unknown as { coldaisle: object }).coldaisle).toSorted(),
      power: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
    }));
    expect(seen).toEqual({
      members: ['chooseOpenFile', 'chooseSaveFile', 'onShell', 'platform', 'setMenu'],
      power: [],
    });
  });
});

test('Electron itself holds the page to its origin and its permissions', async () => {
  await withShell(none, async ({ app, page }) => {
    await app.evaluate(({ shell }) => {
      shell.openExternal = () => Promise.resolve();
    });
    const before = page.url();
    expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
    await page.evaluate(() => window.location.assign('https://example.com/'));
    await expect(page.getByText('SIMULATED').first()).toBeVisible();
    expect([new URL(page.url()).origin, app.windows().length]).toEqual([new URL(before).origin, 1]);
    const permission = await page.evaluate(() => navigator.permissions.query({ name: 'geolocation' }));
    expect(permission).not.toMatchObject({ state: 'granted' });
  });
});

test('the native menu has the control room’s own actions', async () => {
  await withShell(none, async ({ app, page }) => {
    await expect(page.getByText('SIMULATED').first()).toBeVisible();
    const labels = (): Promise<string[]> =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label) ?? []);
    expect(await labels()).toEqual(expect.arrayContaining(['&File', '&Edit', '&View', '&Window', '&Help']));
    await expect.poll(labels).toContain('Go');
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('go.floor')?.click());
    await page.waitForURL('**/floor');
  });
});

test('a second start hands its lab to the first and ends', async () => {
  await withShell(none, async ({ app, page }, data) => {
    const lab = join(data, 'Monday.coldaisle');
    writeFileSync(lab, '');
    await page.evaluate(() => {
      const own = globalThis as unknown as {
        coldaisle: { onShell: (listener: (event: unknown) => void) => void };
        events: unknown[];
      };
      own.events = [];
      own.coldaisle.onShell((event) => own.events.push(event));
    });
    await expect(
      _electron.launch({
        executablePath: binary ?? '',
        args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, '--data', data, lab],
      }),
    ).rejects.toThrow();
    await expect
      .poll(() => page.evaluate(() => (globalThis as unknown as { events: unknown[] }).events))
      .toContainEqual({ kind: 'open-file', path: lab });
    expect(app.windows()).toHaveLength(1);
  });
});

test('a lab given at the start reaches the page', async () => {
  const words = (data: string): readonly string[] => {
    const lab = join(data, 'mine.coldaisle');
    writeFileSync(lab, 'no lab at all');
    return [lab];
  };
  await withShell(words, async ({ page }) => {
    const panel = page.getByRole('dialog', { name: 'Import a lab' });
    await expect(panel.getByLabel('File')).toHaveValue(/mine\.coldaisle$/);
  });
});

test('quitting leaves no host behind', async () => {
  const data = folder();
  const { app } = await start(data);
  const hosts = await app.evaluate(({ app: electronApp }) =>
    electronApp
      .getAppMetrics()
      .filter((metric) => metric.name === 'Coldaisle host')
      .map((metric) => metric.pid),
  );
  expect(hosts).toHaveLength(1);
  await app.close();
  for (const pid of hosts) expect(() => process.kill(pid, 0)).toThrow();
  expect(existsSync(join(data, 'shell', 'window.json'))).toBe(true);
  rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});
