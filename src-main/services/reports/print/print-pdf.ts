import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { accepted, refused } from '../../../../sim/contract/result.ts';
import type { Result } from '../../../../sim/contract/result.ts';
import { findBrowser, noBrowserHint } from './find-browser.ts';
import type { Machine } from './find-browser.ts';

/** The page asks its host for at most half a minute. */
const patienceMillis = 25_000;

/** A page to PDF by a browser without a window, in a profile of its own that is gone afterwards. */
export async function printPdf(html: string, machine: Machine): Promise<Result<Buffer>> {
  const browser = findBrowser(machine);
  if (browser === null)
    return refused('unsupported', 'No browser was found that could print to PDF', { hint: noBrowserHint });
  const folder = await mkdtemp(join(tmpdir(), 'coldaisle-print-'));
  try {
    const page = join(folder, 'report.html');
    const pdf = join(folder, 'report.pdf');
    await writeFile(page, html, { mode: 0o600 });
    const ended = await run(browser, argumentsFor({ page, pdf, profile: join(folder, 'profile') }));
    const printed = await readFile(pdf).catch(() => null);
    if (printed !== null && printed.subarray(0, 5).toString('latin1') === '%PDF-') return accepted(printed);
    return refused('unsupported', `${browser} did not print the report: ${ended}`, { hint: noBrowserHint });
  } finally {
    // On Windows its last files may be held for a moment after it has gone.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined);
  }
}

type Paths = { readonly page: string; readonly pdf: string; readonly profile: string };

const argumentsFor = ({ page, pdf, profile }: Paths): readonly string[] => [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  `--user-data-dir=${profile}`,
  // The page has its own: lab, seed, lab time and SIMULATED.
  '--no-pdf-header-footer',
  `--print-to-pdf=${pdf}`,
  // As root, in a container, it does not start with its sandbox; it opens nothing but our own file.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  pathToFileURL(page).href,
];

/** How it ended, for people. Killed by its own id where it takes too long. */
function run(browser: string, words: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(browser, words, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString('utf8')}`.slice(-600);
    });
    const timer = setTimeout(() => {
      said = `no answer within ${patienceMillis / 1000} s`;
      child.kill('SIGKILL');
    }, patienceMillis);
    const end = (words: string): void => {
      clearTimeout(timer);
      resolve(words);
    };
    child.once('error', (error) => end(error.message));
    child.once('close', (code) =>
      end(said.trim() === '' ? `it ended with ${code ?? 'a signal'}` : said.trim()),
    );
  });
}
