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
import { isSoftwareRenderer } from '../../canvas/floor/software-renderer.ts';
import { bytesTyped } from './bytes-typed.ts';
import { createCardSeats } from './card-seats.ts';
import { createInk } from './ink.ts';
import { terminalColours } from './terminal-colours.table.ts';

export type TerminalSize = { readonly columns: number; readonly rows: number };

export type TerminalScreen = {
  readonly size: () => TerminalSize;
  readonly write: (bytes: Uint8Array | string) => void;
  readonly reset: () => void;
  readonly focus: () => void;
  /** Seen: by the graphics card where a seat is free. Hidden ones give theirs away. */
  readonly show: (isSeen: boolean) => void;
  /** Of one that does not fit itself into its box. */
  readonly shape: (size: TerminalSize) => void;
  readonly dress: (theme: ThemeName, fontSize: number) => void;
  readonly onTyped: (listener: (bytes: Uint8Array) => void) => void;
  readonly onSize: (listener: (size: TerminalSize) => void) => void;
  /** False where it stands nowhere. */
  readonly find: (text: string, way: 'next' | 'previous') => boolean;
  readonly close: Dispose;
};

const scrollback = 5000;

/** Four at 60 frames a second: 24 terminals have had their turn within a tenth of a second. */
const ink = createInk(4, (act) => void requestAnimationFrame(act));

/** Where software plays the graphics card, each frame costs more than the page's own drawing. */
function hasCard(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (gl === null) return false;
  const isReal = !isSoftwareRenderer(gl);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return isReal;
}

/** Browsers bear 16 contexts of a page; the floor and the topology want theirs too. */
const seats = createCardSeats(8, hasCard);

/** Drawn by the graphics card where there is one and it has room; else, and when it is lost, by the page. */
function createDrawing(terminal: Terminal): { readonly show: (isSeen: boolean) => void } {
  let card: WebglAddon | null = null;
  let isMissing = false;
  const drop = (): void => {
    card?.dispose();
    card = null;
    seats.leave(terminal);
  };
  const take = (): void => {
    if (card !== null || isMissing || !seats.take(terminal)) return;
    try {
      const taken = new WebglAddon();
      taken.onContextLoss(drop);
      terminal.loadAddon(taken);
      card = taken;
    } catch {
      // No WebGL 2 here: the page draws.
      isMissing = true;
      seats.leave(terminal);
    }
  };
  return { show: (isSeen) => (isSeen ? take() : drop()) };
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

/** `fits`: as many columns and rows as its box has room for. `fixed`: those that it is told. */
export function createTerminalScreen(box: HTMLElement, way: 'fits' | 'fixed' = 'fits'): TerminalScreen {
  const terminal = createTerminal();
  const fit = new FitAddon();
  const search = new SearchAddon();
  for (const addon of [fit, search]) terminal.loadAddon(addon);
  terminal.open(box);
  const drawing = createDrawing(terminal);
  keepKeys(terminal);
  const writing = writingOf(terminal);
  const fitted = (): void => {
    // A hidden box has no size to fit into.
    if (way === 'fixed' || box.clientWidth === 0 || box.clientHeight === 0) return;
    const { viewportY, baseY } = terminal.buffer.active;
    fit.fit();
    // Who followed the last line goes on following it; one that was hidden has lost its place.
    if (viewportY >= baseY) terminal.scrollToBottom();
    terminal.refresh(0, terminal.rows - 1);
  };
  fitted();
  const observer = new ResizeObserver(fitted);
  observer.observe(box);
  return {
    ...handsOf(terminal, search),
    show: (isSeen) => {
      drawing.show(isSeen);
      if (isSeen) fitted();
    },
    dress: (theme, fontSize) => {
      terminal.options.theme = terminalColours(theme);
      terminal.options.fontSize = fontSize;
      fitted();
    },
    ...writing,
    close: () => {
      writing.reset();
      observer.disconnect();
      drawing.show(false);
      terminal.dispose();
    },
  };
}

function createTerminal(): Terminal {
  const terminal = new Terminal({
    allowProposedApi: true,
    fontFamily: '"JetBrains Mono Variable", monospace',
    scrollback,
    cursorBlink: false,
    screenReaderMode: window.matchMedia('(forced-colors: active)').matches,
    minimumContrastRatio: 4.5,
  });
  terminal.loadAddon(new Unicode11Addon());
  terminal.loadAddon(new WebLinksAddon((_event, uri) => void window.open(uri, '_blank', 'noopener')));
  terminal.unicode.activeVersion = '11';
  return terminal;
}

/** Whoever types sees at once what it does; a page that nobody looks at has no frames. */
function writingOf(terminal: Terminal): Pick<TerminalScreen, 'write' | 'reset'> {
  const pen = ink.pen((bytes) => terminal.write(bytes));
  return {
    write: (bytes) => {
      const isAtHand = document.hidden || terminal.textarea === document.activeElement;
      if (typeof bytes !== 'string' && !isAtHand) return pen.write(bytes);
      pen.flush();
      terminal.write(bytes);
    },
    reset: () => {
      pen.drop();
      terminal.reset();
    },
  };
}

function handsOf(
  terminal: Terminal,
  search: SearchAddon,
): Omit<TerminalScreen, 'show' | 'dress' | 'close' | 'write' | 'reset'> {
  return {
    size: () => ({ columns: terminal.cols, rows: terminal.rows }),
    shape: ({ columns, rows }) => terminal.resize(columns, rows),
    focus: () => terminal.focus(),
    onTyped: (listener) => {
      terminal.onData((text) => listener(new TextEncoder().encode(text)));
      terminal.onBinary((binary) => listener(bytesTyped(binary)));
    },
    onSize: (listener) => void terminal.onResize(({ cols, rows }) => listener({ columns: cols, rows })),
    find: (text, way) => (way === 'next' ? search.findNext(text) : search.findPrevious(text)),
  };
}
