import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/start/browsers.mjs';

const executablePath = findBrowser({ platform: process.platform, env: process.env });
const long = ['**/keyboard.spec.ts', '**/screens.spec.ts'];
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  outputDir: 'test-results',
  // Each journey has a host and a page of its own; while one waits for its lab, another works.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? '.cache/results/journeys.json' }],
  ],
  use: {
    viewport: { width: 1440, height: 900 },
    // Without the film of every frame, which takes time from what it films; what the page held at each step is kept.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      // Software WebGL is switched off in headless Chromium unless one says otherwise.
      args: ['--enable-unsafe-swiftshader', ...(isRoot ? ['--no-sandbox'] : [])],
    },
  },
  projects: [
    { name: 'journeys', testDir: 'tests/journeys', testMatch: '**/*.spec.ts', testIgnore: long },
    // Minutes each: `npm run test:long`, before a release and when what they hold is touched.
    { name: 'long', testDir: 'tests/journeys', testMatch: long },
    // Skips itself, and says why, where Electron's binary cannot be had.
    { name: 'electron', testDir: 'tests/electron/real', testMatch: '**/*.spec.ts' },
  ],
});
