/** A browser of Chromium's family on this machine: it prints without a window. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
};

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
  'brave',
  'vivaldi',
] as const;
const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser', 'Vivaldi'] as const;
const programs = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
] as const;

export const thisMachine = (): Machine => ({
  platform: process.platform,
  env: process.env,
  exists: existsSync,
});

/** The first there is, or null. COLDAISLE_BROWSER goes before all. */
export function findBrowser(machine: Machine): string | null {
  return placesOf(machine).find(machine.exists) ?? null;
}

function placesOf({ platform, env }: Machine): readonly string[] {
  const wanted = env['COLDAISLE_BROWSER'];
  const first = wanted === undefined || wanted === '' ? [] : [wanted];
  switch (platform) {
    case 'win32': {
      const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
      const known = folders.filter((folder) => folder !== undefined);
      return [...first, ...programs.flatMap((parts) => known.map((folder) => join(folder, ...parts)))];
    }
    case 'darwin': {
      const folders = ['/Applications', join(env['HOME'] ?? '/', 'Applications')];
      const inside = (app: string) => join(`${app}.app`, 'Contents', 'MacOS', app);
      return [...first, ...apps.flatMap((app) => folders.map((folder) => join(folder, inside(app))))];
    }
    default: {
      const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
      return [...first, ...names.flatMap((name) => folders.map((folder) => join(folder, name)))];
    }
  }
}

export const noBrowserHint =
  'Install Chromium, Google Chrome or Microsoft Edge, or name one in COLDAISLE_BROWSER. Until then save the report as HTML, open it in any browser and print it there (Ctrl+P, “Save as PDF”).';
