/** Electron's main process: a window around the gateway, and nothing that knows what a datacenter is. */
import { mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { dataDirectory } from '../host/data-directory.ts';
import { isLabFileName, labFileFromArguments } from './open-file.ts';
import { readShellOptions } from './shell-options.ts';
import { openShell } from './shell.ts';

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** What a second start hands to the first. Its arguments themselves come reordered by Chromium. */
type SecondStart = { readonly file: string | null };

function start(): void {
  const given = process.argv.slice(app.isPackaged ? 1 : 2);
  const options = readShellOptions(given, process.cwd());
  if (!options.ok) {
    process.stderr.write(`${options.refusal.message}\n`);
    app.exit(2);
    return;
  }
  const directory = dataDirectory(options.value.dataDirectory ?? undefined, {
    env: process.env,
    platform: process.platform,
    home: homedir(),
  });
  const shellDirectory = join(directory, 'shell');
  mkdirSync(shellDirectory, { recursive: true });
  // One shell per data directory: the lock lives in userData.
  app.setPath('userData', shellDirectory);
  app.enableSandbox();

  const file = labFileFromArguments(options.value.others, process.cwd(), isFile);
  const handedOver: SecondStart = { file };
  if (!app.requestSingleInstanceLock(handedOver)) {
    process.stderr.write(`Coldaisle already runs on ${directory}; its window comes forward.\n`);
    app.quit();
    return;
  }

  const shell = openShell({
    options: options.value,
    dataDirectory: directory,
    shellDirectory,
    codeDirectory: import.meta.dirname,
  });
  if (file !== null) shell.openFile(file);
  app.on('second-instance', (...told) => {
    const second = (told[3] as Partial<SecondStart> | null)?.file;
    shell.focus();
    if (typeof second === 'string' && isLabFileName(second)) shell.openFile(second);
  });
  // macOS only; it may come before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (isLabFileName(path)) shell.openFile(path);
  });
  if (options.value.watchParent) quitWithParent();
  void app.whenReady().then(() => shell.start());
}

/** A closed pipe is heard on every platform, however the parent died. */
function quitWithParent(): void {
  process.stdin.on('error', () => app.quit());
  process.stdin.once('end', () => app.quit());
  process.stdin.resume();
}

start();
