import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions } from 'electron';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { journal } from './journal.ts';
import { tell } from './remote-channel.ts';

type Handler = (...parameters: unknown[]) => unknown;
type Frame = { readonly url: string; readonly parent: unknown };

export const handlers = new Map<string, Handler>();
export const ipcListeners = new EventEmitter();
export const permissionHandlers = new Map<string, Handler>();
export const dialogAnswers: ((answer: unknown) => void)[] = [];

/** What a test can do to a running shell from outside; each is what a user, a page or the system does to a real one. */
export const remote = {
  journal: () => ({ ...journal, menu: plainMenu(journal.menu) }),
  invoke: (channel: string, frame: Frame | null, ...parameters: unknown[]) => {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return handler({ senderFrame: frame }, ...parameters);
  },
  send: (channel: string, frame: Frame | null, ...parameters: unknown[]) =>
    ipcListeners.emit(channel, { senderFrame: frame }, ...parameters),
  channels: () => [...handlers.keys(), ...ipcListeners.eventNames()],
  /** True where the shell prevented it. */
  pageEvent: (event: string, details: Record<string, unknown>) => {
    let isPrevented = false;
    const preventDefault = (): unknown => (isPrevented = true);
    BrowserWindow.all[0]?.webContents.emit(event, { ...details, preventDefault }, details);
    return isPrevented;
  },
  openWindow: (url: string) => BrowserWindow.all[0]?.webContents.openHandler({ url }),
  permissions: () => {
    const answers: unknown[] = [];
    const answer = (value: unknown): unknown => answers.push(value);
    permissionHandlers.get('request')?.(null, 'media', answer, {});
    permissionHandlers.get('display')?.({}, answer);
    answers.push(
      permissionHandlers.get('check')?.(null, 'geolocation', '', {}),
      permissionHandlers.get('device')?.({}),
    );
    return answers;
  },
  clickMenu: (id: string) =>
    findItem(journal.menu, id)?.click?.apply(
      undefined,
      [] as unknown as Parameters<NonNullable<MenuItemConstructorOptions['click']>>,
    ),
  answerDialog: (answer: unknown) => dialogAnswers.shift()?.(answer),
  appEvent: (event: string, ...parameters: unknown[]) =>
    app.emit(event, { preventDefault: () => undefined }, ...parameters),
  minimise: () => BrowserWindow.all[0]?.minimize(),
  moveWindow: (bounds: { x: number; y: number; width: number; height: number }) =>
    BrowserWindow.all[0]?.setBounds(bounds),
  closeWindow: () => BrowserWindow.all[0]?.close(),
  focusWindow: (at: number) => BrowserWindow.all[at]?.emit('focus'),
  placeWindow: (at: number, bounds: { x: number; y: number; width: number; height: number }) =>
    BrowserWindow.all[at]?.setBounds(bounds),
  closeWindowAt: (at: number) => BrowserWindow.all[at]?.close(),
  quit: () => app.quit(),
} as const satisfies Record<string, (...parameters: never[]) => unknown>;

export type Remote = typeof remote;

type Call = { readonly id: number; readonly name: keyof Remote; readonly parameters: unknown[] };

/** Calls come from the test one by one; an answer goes back for each. */
export function answerTest(): void {
  process.on('message', (call: Call) => {
    const act = async (): Promise<unknown> => (remote[call.name] as Handler)(...call.parameters);
    act().then(
      (value) => tell({ kind: 'answer', id: call.id, value: value ?? null, error: null }),
      (error: unknown) => tell({ kind: 'answer', id: call.id, value: null, error: String(error) }),
    );
  });
}

function findItem(
  items: readonly MenuItemConstructorOptions[],
  id: string,
): MenuItemConstructorOptions | undefined {
  for (const item of items) {
    const found =
      item.id === id ? item : Array.isArray(item.submenu) ? findItem(item.submenu, id) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function plainMenu(items: readonly MenuItemConstructorOptions[]): unknown[] {
  return items.map(({ click: _click, submenu, ...rest }) => ({
    ...rest,
    ...(Array.isArray(submenu) ? { submenu: plainMenu(submenu) } : {}),
  }));
}
