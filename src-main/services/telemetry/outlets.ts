import type { Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Quality } from '../../../sim/contract/telemetry.ts';
import type { World } from '../../../sim/index.ts';
import type { Board } from '../../host/board.ts';
import type { Log } from '../../host/log.ts';
import type { SettingsStore } from '../../host/settings.ts';
import type { Broker } from '../../mqtt/broker.ts';
import type { LatestReading } from '../../mqtt/mappers/mapper.ts';
import { createMappers } from '../../mqtt/mappers/mappers.ts';
import { planMappers } from '../../mqtt/mappers/plan.ts';
import type { Publisher, SensorCard } from '../../mqtt/publisher.ts';
import type { AlarmEngine } from '../alarms/alarm-engine.ts';
import { createLivenessWatch } from './liveness-watch.ts';
import type { DeviceIndex } from './liveness-watch.ts';

export type OutletDeps = {
  readonly broker: Broker;
  /** Of the broker, with user and password where it wants them. */
  readonly brokerUrl: () => string;
  readonly world: () => Pick<World, 'inventory' | 'now'>;
  readonly board: Pick<Board, 'write' | 'valueAt' | 'timeAt' | 'qualityAt'>;
  readonly alarms: Pick<AlarmEngine, 'lost' | 'back'>;
  readonly publisher: Pick<Publisher, 'replaceDevices' | 'deviceState' | 'repeat'>;
  readonly settings: Pick<SettingsStore, 'get' | 'listen'>;
  /** Seconds between a bot's readings of a metric. */
  readonly periodOf: (metric: Metric) => number;
  readonly now: () => number;
  readonly steady: () => number;
  readonly log: Log;
};

export type OutletIndex = DeviceIndex & {
  readonly topics: readonly string[];
  readonly devices: readonly EntityId[];
};

/** What follows from readings beside board, history and alarms: states of things, and other worlds' views. */
export type Outlets = {
  readonly arrange: (index: OutletIndex, cards: readonly SensorCard[]) => void;
  /** A reading stands on the board. */
  readonly read: (sensor: number, quality: Quality) => void;
  /** A step was taken, before its bots speak. */
  readonly labTick: (tick: number, stretch: number) => void;
  /** The broker was reached and may have forgotten. */
  readonly repeat: () => void;
  readonly restart: () => void;
  readonly close: () => Promise<void>;
};

export function createOutlets(deps: OutletDeps): Outlets {
  const { board, publisher } = deps;
  let arranged: { readonly index: OutletIndex; readonly cards: readonly SensorCard[] } | null = null;
  const watch = createLivenessWatch({
    ...deps,
    onDevice: (device, state) => mappers.deviceState(device, state),
  });
  const mappers = createMappers({
    ...deps,
    source: { latest: (sensor) => latestOn(board, sensor), stateOf: watch.stateOf },
    plan: () => {
      if (arranged === null) return null;
      const { index, cards } = arranged;
      const limitsOf = (sensor: number) => cards[sensor]?.limits ?? {};
      return planMappers({ ...index, world: deps.world(), limitsOf });
    },
  });
  return {
    arrange: (index, cards) => {
      arranged = { index, cards };
      watch.arrange(index);
      mappers.arranged();
    },
    read: (sensor, quality) => {
      // Old news: whoever passes it on has not heard from the sensor either.
      if (quality !== 'stale') watch.heard(sensor);
      mappers.reading(sensor);
    },
    labTick: watch.labTick,
    repeat: () => {
      publisher.repeat();
      mappers.repeat();
    },
    restart: watch.restart,
    close: async () => {
      watch.close();
      await mappers.close();
    },
  };
}

function latestOn(board: OutletDeps['board'], sensor: number): LatestReading | null {
  const value = board.valueAt(sensor);
  if (Number.isNaN(value)) return null;
  return { value, at: board.timeAt(sensor), quality: board.qualityAt(sensor) };
}
