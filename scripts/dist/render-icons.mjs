// `node scripts/dist/render-icons.mjs`: every icon file out of resources/icons/icon.svg, drawn by Chromium.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { inRoot } from '../paths.mjs';
import { findBrowser } from '../start/browsers.mjs';
import { appleIcon, windowsIcon } from './icon-files.mjs';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

const svg = readFileSync(inRoot('resources/icons/icon.svg'), 'utf8');
const executablePath = findBrowser({ platform: process.platform, env: process.env });
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ args, ...(executablePath === null ? {} : { executablePath }) });
try {
  const page = await browser.newPage();
  /** @type {Map<number, Buffer>} */
  const drawn = new Map();
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    drawn.set(size, await page.screenshot({ omitBackground: true }));
  }
  for (const [size, png] of drawn) writeFileSync(inRoot(`resources/icons/${size}x${size}.png`), png);
  writeFileSync(inRoot('resources/icons/icon.ico'), windowsIcon(drawn));
  writeFileSync(inRoot('resources/icons/icon.icns'), appleIcon(drawn));
} finally {
  await browser.close();
}
