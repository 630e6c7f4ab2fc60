import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { builtDirectory, type DrivenShell } from './drive.ts';

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The system's Chromium where there is one, otherwise Playwright's own. */
export function openBrowser(): Promise<Browser> {
  const executablePath = systemBrowsers.find((path) => existsSync(path));
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ args, ...(executablePath === undefined ? {} : { executablePath }) });
}

export type ShellPage = { readonly page: Page; readonly complaints: string[] };

/**
 * The shell's page in a real browser: the built preload runs before the page's own scripts, with a `require` that knows
 * nothing but a fake Electron, and its messages go to the driven shell as from the page's top frame.
 */
export async function openShellPage(browser: Browser, shell: DrivenShell, url: string): Promise<ShellPage> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  const frame = (): { url: string; parent: null } => ({ url: page.url(), parent: null });
  await page.exposeFunction('fakeInvoke', (channel: string, ...parameters: unknown[]) =>
    shell.call('invoke', channel, frame(), ...parameters),
  );
  await page.exposeFunction('fakeSend', async (channel: string, ...parameters: unknown[]) => {
    await shell.call('send', channel, frame(), ...parameters);
  });
  shell.onReport((report) => {
    if (report.kind === 'to-page') void page.evaluate(deliver, [report.channel, report.parameters] as const);
  });
  await page.addInitScript({
    content: preloadScript(readFileSync(join(builtDirectory, 'preload/bridge.cjs'), 'utf8')),
  });
  await page.goto(url);
  return { page, complaints };
}

type PageWindow = { fakeDeliver: (channel: string, ...parameters: unknown[]) => void };

function deliver([channel, parameters]: readonly [string, unknown[]]): void {
  (globalThis as unknown as PageWindow).fakeDeliver(channel, ...parameters);
}

/** As the sandbox gives it: no Node, a `process` with its platform, and a `require` for Electron alone. */
function preloadScript(source: string): string {
  return `(() => {
    if (window !== window.top) return;
    const listeners = new Map();
    window.fakeDeliver = (channel, ...parameters) => listeners.get(channel)?.({ sender: 'never for the page' }, ...parameters);
    const ipcRenderer = {
      invoke: (...words) => window.fakeInvoke(...words),
      send: (...words) => void window.fakeSend(...words),
      on: (channel, listener) => void listeners.set(channel, listener),
    };
    const contextBridge = {
      exposeInMainWorld: (name, api) => Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true }),
    };
    const require = (name) => {
      if (name !== 'electron') throw new Error('module not found: ' + name);
      return { ipcRenderer, contextBridge };
    };
    const process = { platform: ${JSON.stringify(process.platform)} };
    ((require, process, module, exports) => {${source}\n})(require, process, { exports: {} }, {});
  })();`;
}
