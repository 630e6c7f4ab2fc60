/** The emulator of a terminal in its box: a thin hand around xterm. */
import '@xterm/xterm/css/xterm.css';
import { FitAddon } from '@xterm/addon-fit';
import { SearchAddon } from '@xterm/addon-search';
import { Unicode11Addon } from '@xterm/addon-unicode11';
import { WebLinksAddon } from '@xterm/addon-web-links';
import { WebglAddon } from '@xterm/addon-webgl';
import { Terminal } from '@xterm/xterm';
import type { Dispose } from '../../data/emitter.ts';
import type { ThemeName } from '../../theme/apply-theme.ts';
import { bytesTyped } from './bytes-typed.ts';
import { terminalColours } from './terminal-colours.table.ts';

export type TerminalSize = { readonly columns: number; readonly rows: number };

export type TerminalScreen = {
  readonly size: () => TerminalSize;
  readonly write: (bytes: Uint8Array) => void;
  readonly reset: () => void;
  readonly focus: () => void;
  readonly dress: (theme: ThemeName, fontSize: number) => void;
  readonly onTyped: (listener: (bytes: Uint8Array) => void) => void;
  readonly onSize: (listener: (size: TerminalSize) => void) => void;
  /** False where it stands nowhere. */
  readonly find: (text: string, way: 'next' | 'previous') => boolean;
  readonly selection: () => string;
  readonly paste: (text: string) => void;
  readonly close: Dispose;
};

const scrollback = 5000;

/** Drawn by the graphics card where there is one; else, and when it is lost, by the page. */
function drawByCard(terminal: Terminal): void {
  try {
    const card = new WebglAddon();
    card.onContextLoss(() => card.dispose());
    terminal.loadAddon(card);
  } catch {
    // No WebGL 2 here: the page draws.
  }
}

/** Ctrl-Shift-C and -V as in every terminal; the browser's own keys for tabs and windows stay its own. */
function keepKeys(terminal: Terminal): void {
  terminal.attachCustomKeyEventHandler((event) => {
    if (event.type !== 'keydown' || !event.ctrlKey || !event.shiftKey) return true;
    if (event.code === 'KeyC' && terminal.hasSelection()) {
      event.preventDefault();
      void navigator.clipboard.writeText(terminal.getSelection());
      return false;
    }
    // The browser pastes by itself, and the emulator hears of it.
    return event.code !== 'KeyV';
  });
}

export function createTerminalScreen(box: HTMLElement): TerminalScreen {
  const terminal = new Terminal({
    allowProposedApi: true,
    fontFamily: '"JetBrains Mono Variable", monospace',
    scrollback,
    cursorBlink: false,
    screenReaderMode: window.matchMedia('(forced-colors: active)').matches,
    minimumContrastRatio: 4.5,
  });
  const fit = new FitAddon();
  const search = new SearchAddon();
  terminal.loadAddon(fit);
  terminal.loadAddon(search);
  terminal.loadAddon(new Unicode11Addon());
  terminal.loadAddon(new WebLinksAddon((_event, uri) => void window.open(uri, '_blank', 'noopener')));
  terminal.unicode.activeVersion = '11';
  terminal.open(box);
  drawByCard(terminal);
  keepKeys(terminal);
  const fitted = (): void => {
    // A hidden box has no size to fit into.
    if (box.clientWidth > 0 && box.clientHeight > 0) fit.fit();
  };
  fitted();
  const observer = new ResizeObserver(fitted);
  observer.observe(box);
  return {
    size: () => ({ columns: terminal.cols, rows: terminal.rows }),
    write: (bytes) => terminal.write(bytes),
    reset: () => terminal.reset(),
    focus: () => terminal.focus(),
    dress: (theme, fontSize) => {
      terminal.options.theme = terminalColours(theme);
      terminal.options.fontSize = fontSize;
      fitted();
    },
    onTyped: (listener) => {
      terminal.onData((text) => listener(new TextEncoder().encode(text)));
      terminal.onBinary((binary) => listener(bytesTyped(binary)));
    },
    onSize: (listener) => void terminal.onResize(({ cols, rows }) => listener({ columns: cols, rows })),
    find: (text, way) => (way === 'next' ? search.findNext(text) : search.findPrevious(text)),
    selection: () => terminal.getSelection(),
    paste: (text) => terminal.paste(text),
    close: () => {
      observer.disconnect();
      terminal.dispose();
    },
  };
}
