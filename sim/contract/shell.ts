/**
 * What the control room and the desktop shell around it say to each other. In a browser tab there is no shell.
 * No schemas here: the sandboxed preload takes this file in, and it can load nothing else.
 * The shell's own checks on what it is sent are in src-main/electron/ipc-rules.ts.
 */

/** A row of the control room's actions table, as the native menu needs it. */
export type MenuAction = {
  readonly id: string;
  readonly title: string;
  /** The menu it stands in: `Lab`, `Alarms`, `Go` … `File`, `Edit`, `View`, `Window` and `Help` join the shell's own. */
  readonly section: string;
  /** `Mod+K`, `Shift+Mod+E`, `?` or a sequence such as `g f`; only shown, the control room listens to its keys itself. */
  readonly shortcut: string | null;
  readonly enabled: boolean;
};

export type ShellEvent =
  /** A menu item was chosen. */
  | { readonly kind: 'action'; readonly id: string }
  /** A lab was opened from outside: the file manager, the command line, a second start. */
  | { readonly kind: 'open-file'; readonly path: string };

/** `window.coldaisle`, where the control room runs in the desktop shell. All power is behind the gateway. */
export type ShellBridge = {
  /** `linux`, `darwin` or `win32`. */
  readonly platform: string;
  /** Absolute path of a `.coldaisle` or `.lab.yaml` file, or null where the user thought better of it. */
  readonly chooseOpenFile: () => Promise<string | null>;
  readonly chooseSaveFile: (suggestedName: string) => Promise<string | null>;
  /** The whole menu; replaces the one before. */
  readonly setMenu: (actions: readonly MenuAction[]) => void;
  /** Events wait in the shell until the first listener is there. Returns its dispose. */
  readonly onShell: (listener: (event: ShellEvent) => void) => () => void;
};

export const shellChannels = {
  chooseOpenFile: 'coldaisle:choose-open-file',
  chooseSaveFile: 'coldaisle:choose-save-file',
  setMenu: 'coldaisle:set-menu',
  /** The page has its first listener: what waits may be sent. */
  listening: 'coldaisle:listening',
  event: 'coldaisle:event',
} as const;
