import type { Answer } from '../answer.ts';

/** What the terminal does with what is typed and written. */
export type TerminalModes = {
  /** Lines are edited here and handed over whole (ICANON). */
  readonly isCooked: boolean;
  readonly echo: boolean;
  /** Ctrl-C, Ctrl-Z and Ctrl-\ become signals (ISIG). */
  readonly signals: boolean;
  /** Carriage return becomes line feed on the way in (ICRNL). */
  readonly returnIsNewline: boolean;
  /** Line feed becomes both on the way out (OPOST, ONLCR). */
  readonly newlineIsBoth: boolean;
};

export type TerminalCalls = {
  /** tty name of the process's terminal: `pts/0`. */
  readonly name: () => string | null;
  readonly size: () => { readonly columns: number; readonly rows: number };
  readonly modes: () => TerminalModes;
  readonly changeModes: (modes: TerminalModes) => Answer<void>;
  readonly foreground: () => number | null;
  readonly changeForeground: (group: number) => Answer<void>;
  /** A new terminal, by the end that a server of logins holds. */
  readonly openPair: (size: { readonly columns: number; readonly rows: number }) => Answer<TerminalPair>;
  /** What the descriptor is of becomes the terminal of this new session. */
  readonly take: (descriptor: number) => Answer<void>;
};

/** What is written to the descriptor is typed, what is read from it was shown. Closing it hangs up. */
export type TerminalPair = {
  readonly descriptor: number;
  readonly name: string;
  readonly resize: (columns: number, rows: number) => void;
};
