import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/start/browsers.mjs';
import { expect, test } from './support/host.ts';

const root = join(import.meta.dirname, '../..');

type Started = { readonly child: ChildProcess; readonly out: string[]; readonly address: string };

async function start(data: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Started> {
  const child = spawn(
    process.execPath,
    [join(root, 'scripts/start.mjs'), '--data', data, '--mqtt-port', '0', ...words],
    {
      env: { ...process.env, npm_lifecycle_event: undefined, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const out: string[] = [];
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      out.push(line);
      if (line.startsWith('ready ')) resolve(line.slice(6));
    });
    child.on('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
  });
  return { child, out, address };
}

async function inFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-start-'));
  try {
    await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

const isServing = async (address: string): Promise<boolean> =>
  fetch(new URL('/healthz', address)).then(
    (response) => response.ok,
    () => false,
  );

const hostOf = (folder: string): number =>
  (JSON.parse(readFileSync(join(folder, 'run/host.json'), 'utf8')) as { readonly pid: number }).pid;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('FR-000-001 FR-000-003 the address that npm start prints opens the control room, and the token leaves the address bar', async ({
  page,
  host,
}) => {
  await expect(page.getByText('SIMULATED').first()).toBeVisible();
  expect(host.token.length).toBeGreaterThan(20);
  expect(page.url()).not.toContain(host.token);
});

test('standard output is one line, and the lab ends in order when it is asked to', async () => {
  await inFolder(async (folder) => {
    const { child, out, address } = await start(folder, ['--headless']);
    expect(await isServing(address)).toBe(true);
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
    expect(out).toEqual([`ready ${address}`]);
    expect(await isServing(address)).toBe(false);
  });
});

test('no host is left when the process that started it is killed', async () => {
  await inFolder(async (folder) => {
    const { child } = await start(folder, ['--headless']);
    const pid = hostOf(folder);
    expect(isAlive(pid)).toBe(true);
    child.kill('SIGKILL');
    await expect.poll(() => isAlive(pid)).toBe(false);
  });
});

/** The app window itself, without a screen: a browser that is told to draw nowhere. */
function headlessBrowser(folder: string): string {
  const path = join(folder, 'browser.sh');
  const real = findBrowser({ platform: process.platform, env: process.env }) ?? chromium.executablePath();
  writeFileSync(path, `#!/bin/sh\necho $$ > '${folder}/browser.pid'\nexec '${real}' --headless=new "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}

/** Chromium makes its profile's first folder when it opens its first window. */
const hasWindow = (folder: string): boolean => existsSync(join(folder, 'browser/Default'));

async function startInWindow(folder: string): Promise<Started & { readonly browserPid: number }> {
  const started = await start(folder, ['--web'], {
    DISPLAY: ':99',
    COLDAISLE_BROWSER: headlessBrowser(folder),
  });
  await expect.poll(() => hasWindow(folder)).toBe(true);
  return { ...started, browserPid: Number(readFileSync(join(folder, 'browser.pid'), 'utf8')) };
}

test.describe('the app window of a browser', () => {
  test.skip(process.platform !== 'linux', 'the stand-in for a browser is a shell script');

  test('closing it ends the lab', async () => {
    await inFolder(async (folder) => {
      const { child, address, browserPid } = await startInWindow(folder);
      process.kill(browserPid, 'SIGTERM');
      await once(child, 'exit');
      expect(await isServing(address)).toBe(false);
    });
  });

  test('it closes when npm start is asked to end, and when it is killed', async () => {
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      await inFolder(async (folder) => {
        const { child, address, browserPid } = await startInWindow(folder);
        child.kill(signal);
        await expect.poll(() => isAlive(browserPid)).toBe(false);
        await expect.poll(() => isServing(address)).toBe(false);
      });
    }
  });
});
