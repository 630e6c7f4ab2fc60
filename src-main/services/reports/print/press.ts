import { accepted, refused } from '../../../../sim/contract/result.ts';
import type { Result } from '../../../../sim/contract/result.ts';
import { findBrowser, noBrowserHint } from './find-browser.ts';
import type { Machine } from './find-browser.ts';
import { printPdf } from './print-pdf.ts';

/** What makes paper of a page. */
export type Press = {
  readonly print: (html: string) => Promise<Result<Buffer>>;
  /** For people: who prints, and what to do where nobody can. */
  readonly state: () => { readonly browser: string | null; readonly hint: string };
};

/** Any browser of Chromium's family on this machine. */
export const browserPress = (machine: Machine): Press => ({
  print: (html) => printPdf(html, machine),
  state: () => ({ browser: findBrowser(machine), hint: noBrowserHint }),
});

/** The window around this host has a browser engine of its own; the machine's browser helps where it fails. */
export const shellPress = (print: (html: string) => Promise<Uint8Array>, fallback: Press): Press => ({
  state: () => ({ browser: 'Electron', hint: fallback.state().hint }),
  print: async (html) => {
    const problem = await printed(print, html);
    if (typeof problem !== 'string') return accepted(problem);
    const again = await fallback.print(html);
    if (again.ok) return again;
    return refused('unsupported', `The window did not print the report: ${problem}`, {
      hint: again.refusal.hint ?? noBrowserHint,
    });
  },
});

/** Paper, or why there is none. */
async function printed(print: (html: string) => Promise<Uint8Array>, html: string): Promise<Buffer | string> {
  try {
    const pdf = Buffer.from(await print(html));
    return pdf.subarray(0, 5).toString('latin1') === '%PDF-' ? pdf : 'what came back is no PDF';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
