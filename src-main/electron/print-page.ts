import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrowserWindow } from 'electron';

/** The page asks its host for at most half a minute. */
const patienceMillis = 25_000;

/** Prints a page that nobody sees, from a folder of its own that is gone afterwards. */
export async function printPage(html: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'coldaisle-print-'));
  // A report is paper: no script, no bridge, nothing that it could ask for.
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  });
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Error(`no answer within ${patienceMillis / 1000} s`)),
    patienceMillis,
  );
  const print = async (): Promise<Uint8Array> => {
    const page = join(folder, 'report.html');
    await writeFile(page, html, { mode: 0o600 });
    await window.loadFile(page);
    return window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true });
  };
  try {
    return await Promise.race([print(), late.promise]);
  } finally {
    clearTimeout(timer);
    window.destroy();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined);
  }
}
