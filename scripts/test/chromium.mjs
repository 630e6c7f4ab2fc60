import { existsSync, readFileSync } from 'node:fs';
import { findBrowser } from '../start/browsers.mjs';
import { run, runTool, say } from '../start/run.mjs';

/**
 * The system's browser, else Playwright's own, else one that is installed now.
 * @returns {Promise<string | null>}
 */
export async function obtainChromium() {
  const present = await presentChromium();
  if (present !== null) return present;
  say('No Chromium here: Playwright fetches its own …');
  await runTool('@playwright/test/cli.js', ['install', 'chromium'], { limitMs: 300_000 });
  const fetched = await presentChromium();
  if (fetched !== null) return fetched;
  if (!mayUseApt()) return null;
  say('Playwright could not; apt installs chromium …');
  await installByApt(['chromium']);
  return presentChromium();
}

async function presentChromium() {
  const system = findBrowser({ platform: process.platform, env: process.env });
  if (system !== null) return system;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

/** Only root on Debian's family may, and only there is a package name ours to know. */
export function mayUseApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** @param {readonly string[]} names */
export async function installByApt(names) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { limitMs: 300_000, env });
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    limitMs: 600_000,
    env,
  });
}
