/** The windows beside the first: each a view of its own on the same lab. */
import type { BrowserWindow } from 'electron';
import { type ShellEvent, shellChannels } from '../../sim/contract/shell.ts';
import { screenOf, sideAddress } from './side-address.ts';
import type { Rectangle } from './window-state.ts';

export type SideWindows = {
  readonly open: (asked: string) => void;
  /** The host came back elsewhere: every window follows, to the screen it showed. */
  readonly follow: () => void;
  readonly hide: () => void;
  /** To the one in front; false where that is the first window. */
  readonly send: (event: ShellEvent) => boolean;
  /** The first window came to the front. */
  readonly behind: () => void;
};

export type SideWindowsNeeds = {
  readonly make: (bounds: Rectangle | null) => BrowserWindow;
  readonly host: () => string | null;
  readonly bounds: (screen: string) => Rectangle | null;
  readonly keep: (screen: string, bounds: Rectangle) => void;
  readonly warn: (message: string) => void;
};

/** More are a page gone wild. */
const mostWindows = 12;

export function createSideWindows(needs: SideWindowsNeeds): SideWindows {
  /** Each with the address it shows. */
  const open = new Map<BrowserWindow, string>();
  let front: BrowserWindow | null = null;

  const load = (window: BrowserWindow, url: string): void => {
    window
      .loadURL(url)
      .catch((error: unknown) => needs.warn(`A window's page did not load: ${String(error)}`));
  };

  const listenTo = (window: BrowserWindow): void => {
    window.on('focus', () => (front = window));
    window.on('close', () => needs.keep(screenOf(open.get(window) ?? ''), window.getNormalBounds()));
    window.on('closed', () => {
      open.delete(window);
      if (front === window) front = null;
    });
    window.webContents.on('did-navigate-in-page', (_event, url) => void open.set(window, url));
    window.webContents.on('render-process-gone', () => window.destroy());
  };

  return {
    open: (asked) => {
      const url = sideAddress(asked, needs.host());
      if (url === null || open.size >= mostWindows) return needs.warn('A further window was denied.');
      const window = needs.make(needs.bounds(screenOf(url)));
      open.set(window, url);
      listenTo(window);
      load(window, url);
    },
    follow: () => {
      const host = needs.host();
      if (host === null) return;
      for (const [window, shown] of open) {
        const { pathname, search } = new URL(shown);
        const { origin, hash } = new URL(host);
        const url = `${origin}${pathname}${search}${hash}`;
        open.set(window, url);
        // Another token alone would only be another fragment, and load nothing anew.
        void window.loadURL('about:blank').then(() => load(window, url));
      }
    },
    hide: () => {
      for (const window of open.keys()) window.hide();
    },
    send: (event) => {
      front?.webContents.send(shellChannels.event, event);
      return front !== null;
    },
    behind: () => (front = null),
  };
}
