import type { LabId } from '../../sim/contract/ids.ts';
import type { WallClock } from './clock-face.ts';
import type { Press } from '../services/reports/print/press.ts';
import type { EngineSearch } from '../guests/container/sockets.ts';
import type { Log } from './log.ts';

export type HostOptions = {
  /** Labs, logs, exports and the run file live below it. */
  readonly dataDirectory: string;
  /** Starter labs and the like, read only. */
  readonly resources: string;
  /** Open this lab; null: the one that was open last, or a new one from the starter. */
  readonly lab: LabId | null;
  /** Start a new lab from this file, or import it where it is a .coldaisle. */
  readonly labFile: string | null;
  /** Null: the broker inside. */
  readonly brokerUrl: string | null;
  /** Port of the broker inside; 0: any free one; null: the usual one where it is free, else any. */
  readonly mqttPort: number | null;
  readonly version: string;
  readonly log: Log;
  readonly wall: WallClock;
  /** What prints reports; a browser of this machine where left out. */
  readonly press?: Press;
  /** Where a container engine is looked for; none is where left out. */
  readonly engine?: EngineSearch;
  /** Leave to open shells of this computer, where it is the user's own; none where left out. */
  readonly localShell?: 'given' | 'not-given';
};
