import type { Kind, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Quality } from '../../../sim/contract/telemetry.ts';
import type { DeviceState, SensorLimits } from '../publisher.ts';

/** A thing with sensors, and its place as the mappers' worlds name places. */
export type MappedDevice = {
  readonly id: EntityId;
  readonly kind: Kind;
  readonly name: string;
  readonly model: string | null;
  readonly topic: string;
  readonly site: string;
  /** Null: it belongs to the site and stands in no room. */
  readonly room: string | null;
  /** Below the site, by ISA-95: area, line, cell and further levels. */
  readonly levels: readonly string[];
  /** By index. */
  readonly sensors: readonly number[];
};

export type MappedSensor = {
  readonly id: EntityId;
  readonly name: string;
  readonly topic: string;
  readonly device: number;
  readonly metric: Metric;
  /** What follows the device in its topic: `temperature/rear-top`. */
  readonly levels: string;
  readonly words: readonly string[] | null;
  readonly source: 'bot' | 'hardware';
  readonly limits: SensorLimits;
};

export type MapperPlan = {
  readonly devices: readonly MappedDevice[];
  readonly sensors: readonly MappedSensor[];
};

export type LatestReading = { readonly value: number; readonly at: number; readonly quality: Quality };

/** What a mapper may ask. Indexes are those of the plan it was last given. */
export type Source = {
  /** Null: never read. */
  readonly latest: (sensor: number) => LatestReading | null;
  /** Null: none of its sensors spoke yet. */
  readonly stateOf: (device: number) => DeviceState | null;
};

/** The same data under other names, for a world that expects those. */
export type Mapper = {
  readonly arrange: (plan: MapperPlan) => void;
  readonly reading: (sensor: number) => void;
  readonly deviceState: (device: number, state: DeviceState) => void;
  /** The broker came back and may have forgotten what it retained. */
  readonly repeat: () => void;
  /** Switched off, nothing it said stays behind; when the host ends, last values stay as everywhere. */
  readonly close: (why: 'switched-off' | 'host-ends') => Promise<void>;
};
