import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findBrowser } from './find-browser.ts';
import type { Machine } from './find-browser.ts';
import { browserPress, shellPress } from './press.ts';
import { printPdf } from './print-pdf.ts';

const has =
  (...paths: readonly string[]) =>
  (path: string): boolean =>
    paths.includes(path);

/** A program that stands in for a browser: `script` sees `$pdf`, `$page` and `$profile`. */
function browserThat(script: string): Machine {
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-browser-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'browser');
  const read =
    'for a in "$@"; do case $a in --print-to-pdf=*) pdf=${a#*=};; --user-data-dir=*) profile=${a#*=};; file://*) page=${a#file://};; esac; done';
  writeFileSync(file, `#!/bin/sh\n${read}\n${script.replaceAll('FOLDER', folder)}\n`);
  chmodSync(file, 0o755);
  return { platform: 'linux', env: { COLDAISLE_BROWSER: file }, exists: existsSync };
}

test('FR-130-362 a browser is looked for where each system keeps them, the one that is named first', () => {
  const linux = { platform: 'linux', env: { PATH: '/usr/bin:/opt/bin' } } as const;
  expect(findBrowser({ ...linux, exists: has('/opt/bin/google-chrome') })).toBe('/opt/bin/google-chrome');
  const named = { PATH: '/usr/bin', COLDAISLE_BROWSER: '/mine/chrome' };
  expect(findBrowser({ ...linux, env: named, exists: has('/mine/chrome', '/usr/bin/chromium') })).toBe(
    '/mine/chrome',
  );
  const mac = '/Applications/Chromium.app/Contents/MacOS/Chromium';
  expect(findBrowser({ platform: 'darwin', env: {}, exists: has(mac) })).toBe(mac);
  expect(findBrowser({ platform: 'win32', env: {}, exists: () => true })).toBeNull();
});

test('FR-130-362 without a browser the refusal says how to get one and how to print without it', async () => {
  const printed = await printPdf('<p>x</p>', { platform: 'linux', env: {}, exists: () => false });
  expect(printed).toMatchObject({ ok: false, refusal: { code: 'unsupported' } });
  expect(!printed.ok && printed.refusal.hint).toMatch(/COLDAISLE_BROWSER.*Ctrl\+P/s);
});

describe.skipIf(process.platform === 'win32')('a program in the place of a browser', () => {
  test('FR-130-362 the page is printed from a folder of its own that is gone afterwards', async () => {
    const machine = browserThat(
      'printf "%%PDF-1.7 " > "$pdf"; cat "$page" >> "$pdf"; echo "$pdf" > FOLDER/where',
    );
    const printed = await printPdf('<p>hello</p>', machine);
    expect(printed.ok && printed.value.toString()).toBe('%PDF-1.7 <p>hello</p>');
    const where = readFileSync(join(machine.env['COLDAISLE_BROWSER'] ?? '', '..', 'where'), 'utf8').trim();
    expect(existsSync(join(where, '..'))).toBe(false);
  });

  test('FR-130-362 a browser that fails is quoted, and never taken for a PDF', async () => {
    const failed = await printPdf('x', browserThat('echo "no display" >&2; exit 1'));
    expect(!failed.ok && failed.refusal.message).toContain('no display');
    const rubbish = await printPdf('x', browserThat('echo rubbish > "$pdf"'));
    expect(rubbish).toMatchObject({ ok: false, refusal: { code: 'unsupported' } });
  });
});

test('FR-120-571 the window prints where there is one, and the machine’s browser where the window cannot', async () => {
  const noBrowser = browserPress({ platform: 'linux', env: {}, exists: () => false });
  const window = shellPress((html) => Promise.resolve(Buffer.from(`%PDF-${html}`)), noBrowser);
  expect(window.state().browser).toBe('Electron');
  const printed = await window.print('<p>x</p>');
  expect(printed.ok && printed.value.toString()).toBe('%PDF-<p>x</p>');
  const other = {
    ...noBrowser,
    print: () => Promise.resolve({ ok: true as const, value: Buffer.from('%PDF-b') }),
  };
  const failing = () => Promise.reject(new Error('no paper'));
  const helped = await shellPress(failing, other).print('x');
  expect(helped.ok && helped.value.toString()).toBe('%PDF-b');
  const rubbish = await shellPress(() => Promise.resolve(Buffer.from('rubbish')), noBrowser).print('x');
  expect(!rubbish.ok && rubbish.refusal.message).toContain('what came back is no PDF');
});
