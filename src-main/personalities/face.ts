import type { Actor } from '../../sim/contract/actors.ts';
import type { Metric } from '../../sim/contract/entities.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import type { FaceState } from '../../sim/contract/queries.ts';
import type { Result } from '../../sim/contract/result.ts';
import type { DeviceAddress } from '../../sim/contract/settings.ts';
import type { World } from '../../sim/index.ts';
import type { Log } from '../host/log.ts';
import type { SettingsStore } from '../host/settings.ts';

/** What an instrument built into a device would show now; null where the device has no such point. */
export type Points = {
  readonly read: (entity: EntityId, metric: Metric, place: string) => number | null;
};

/** What the host hands to a vendor's face: the one world to read, the one door to knock at. */
export type FaceDeps = {
  readonly world: () => World;
  readonly points: Points;
  readonly settings: SettingsStore;
  readonly execute: (command: unknown, actor: Actor) => Promise<Result<unknown>>;
  readonly log: Log;
};

/** A vendor's face, running or off as the settings say. */
export type Face = {
  /** Devices came, went or were renamed, or another lab was opened. */
  readonly rearrange: () => void;
  readonly state: () => FaceState;
  /** Where this device answers; empty where it does not. */
  readonly addressesOf: (entity: EntityId) => readonly DeviceAddress[];
  /** Resolves when every socket is open, or is closed again after the settings changed. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
};
