import { BrowserWindow, nativeTheme, screen } from 'electron';
import { type ShellEvent, shellChannels } from '../../sim/contract/shell.ts';
import { webPreferences } from './security.ts';
import { placeWindow, smallestWindow, type WindowState } from './window-state.ts';

/** The first window, which may be closed and opened again (macOS keeps an app without one). */
export type ControlRoom = {
  readonly show: (url: string) => Promise<void>;
  readonly focus: () => void;
  readonly hide: () => void;
  readonly send: (event: ShellEvent) => void;
  readonly window: () => BrowserWindow | null;
};

export type ControlRoomNeeds = {
  readonly preload: string;
  readonly icon: string;
  readonly developing: boolean;
  readonly state: () => WindowState;
  readonly keep: (last: Pick<WindowState, 'bounds' | 'maximised'>) => void;
  /** The page is being replaced or has gone: nobody listens in it any more. */
  readonly onLeaving: () => void;
  readonly onLost: (reason: string) => void;
  readonly onFront: () => void;
};

/** The page's own ground (`bg` of the tokens), so that no white flash comes before it. */
const ground = { dark: '#0f1115', light: '#f5f7f9' } as const;

export function createControlRoom(needs: ControlRoomNeeds): ControlRoom {
  let current: BrowserWindow | null = null;

  const open = (): BrowserWindow => {
    const window = openWindow(needs);
    window.on('closed', () => {
      current = null;
      needs.onLeaving();
    });
    return window;
  };

  return {
    show: async (url) => {
      // From the same port, another token is only another fragment, and would load nothing anew.
      if (current !== null) await current.loadURL('about:blank');
      current ??= open();
      await current.loadURL(url);
    },
    focus: () => {
      if (current === null) return;
      if (current.isMinimized()) current.restore();
      current.show();
      current.focus();
    },
    hide: () => current?.hide(),
    send: (event) => current?.webContents.send(shellChannels.event, event),
    window: () => current,
  };
}

type Look = Pick<ControlRoomNeeds, 'preload' | 'icon' | 'developing'>;

/** The same walls for every window. */
export function makeWindow(needs: Look, state: WindowState): BrowserWindow {
  const window = new BrowserWindow({
    ...placeWindow(state, workAreas()),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Coldaisle',
    icon: needs.icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: webPreferences(needs.preload, needs.developing),
  });
  if (state.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  return window;
}

function openWindow(needs: ControlRoomNeeds): BrowserWindow {
  const window = makeWindow(needs, needs.state());
  window.on('focus', () => needs.onFront());
  // Normal bounds: what a maximised window goes back to.
  window.on('close', () => needs.keep({ bounds: window.getNormalBounds(), maximised: window.isMaximized() }));
  // Once another document is there; a navigation that was only begun may still be denied.
  window.webContents.on('did-navigate', () => needs.onLeaving());
  window.webContents.on('render-process-gone', (_event, details) => {
    needs.onLeaving();
    needs.onLost(details.reason);
  });
  return window;
}

/** The primary display first: a window that has lost its own goes there. */
function workAreas(): Electron.Rectangle[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}
