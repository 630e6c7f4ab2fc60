import type { WallClock } from '../host/clock-face.ts';
import type { Log } from '../host/log.ts';
import type { RunDeps } from './run-life.ts';

/** What the program has of the process around it. */
export type VcsimWays = {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Resolves when a signal, or with -stdinexit a key, asks for the end. */
  readonly untilEnd: (wish: { readonly onKey: boolean }) => Promise<void>;
  /** The process that our caller started, whom it will tell to end. */
  readonly pid: number;
  readonly version: string;
  /** `always-secure`: marked as for TLS only, even where none is spoken. */
  readonly cookies: 'always-secure' | 'as-spoken';
  /** `own`: hosts say that each listens at a port of its own. */
  readonly hostPorts: 'same' | 'own';
  /** Where engines for `RUN.container` may be, whose containers are ours, and which other vcsim runs yet. */
  readonly engines: Pick<RunDeps, 'search' | 'owner' | 'isAlive'>;
  readonly wall: WallClock;
  readonly log: Log;
};
