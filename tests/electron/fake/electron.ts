/** As much of Electron as the shell uses, with a journal of it. What Electron itself means by a call stays unproven here. */
import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions } from 'electron';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { journal } from './journal.ts';
import { tell } from './remote-channel.ts';
import { answerTest, dialogAnswers, handlers, ipcListeners, permissionHandlers } from './remote.ts';

export { app, BrowserWindow };
export { utilityProcess } from './utility-process.ts';

app.closeWindows = () => {
  while (BrowserWindow.all.length > 0) BrowserWindow.all[0]?.close();
};

export const ipcMain = {
  handle: (channel: string, handler: (...parameters: unknown[]) => unknown): void => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
  on: (channel: string, listener: (...parameters: unknown[]) => void): void =>
    void ipcListeners.on(channel, listener),
};

const keepHandler = (name: string) => (handler: (...parameters: unknown[]) => unknown) =>
  void permissionHandlers.set(name, handler);

export const session = {
  defaultSession: {
    setPermissionRequestHandler: keepHandler('request'),
    setPermissionCheckHandler: keepHandler('check'),
    setDevicePermissionHandler: keepHandler('device'),
    setDisplayMediaRequestHandler: keepHandler('display'),
  },
};

export const shell = {
  openExternal: (url: string): Promise<void> => {
    journal.opened.push(url);
    return Promise.resolve();
  },
};

/** Waits, as a dialog does, until the test answers. The window comes first where there is one. */
const show = (kind: string) => (first: unknown, second?: unknown) => {
  const options = (second ?? first) as Record<string, unknown>;
  journal.dialogs.push({ kind, options });
  return new Promise((resolve) => {
    dialogAnswers.push(resolve);
    tell({ kind: 'dialog', what: kind });
  });
};

export const dialog = {
  showOpenDialog: show('open'),
  showSaveDialog: show('save'),
  showMessageBox: show('message'),
};

export const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] => template,
  setApplicationMenu: (menu: MenuItemConstructorOptions[]): void => {
    journal.menu = menu;
  },
};

const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1050 } };

export const screen = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] };

export const nativeTheme = Object.assign(new EventEmitter(), { shouldUseDarkColors: true });

answerTest();
