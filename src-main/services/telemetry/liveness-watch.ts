import type { Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { World } from '../../../sim/index.ts';
import type { Board } from '../../host/board.ts';
import type { DeviceState, Publisher } from '../../mqtt/publisher.ts';
import type { AlarmEngine } from '../alarms/alarm-engine.ts';
import { createLiveness } from './liveness.ts';
import type { WatchedSensor } from './liveness.ts';
import type { SensorState } from './liveness-tally.ts';

/** The sensors in the order of the board, and the things they sit on. */
export type DeviceIndex = {
  readonly sensors: readonly EntityId[];
  readonly deviceOf: readonly number[];
  readonly deviceTopics: readonly string[];
};

export type LivenessWatchDeps = {
  readonly world: () => Pick<World, 'inventory' | 'now'>;
  readonly board: Pick<Board, 'write' | 'valueAt' | 'timeAt'>;
  readonly publisher: Pick<Publisher, 'replaceDevices' | 'deviceState'>;
  readonly alarms: Pick<AlarmEngine, 'lost' | 'back'>;
  /** Seconds between a bot's readings of a metric. */
  readonly periodOf: (metric: Metric) => number;
  readonly steady: () => number;
  /** Not while the devices are being arranged: ask `stateOf` after that. */
  readonly onDevice: (device: number, state: DeviceState) => void;
};

/** What follows when a sensor falls silent: a stale value, an alarm, a state on the broker. */
export type LivenessWatch = {
  readonly arrange: (index: DeviceIndex) => void;
  readonly heard: (sensor: number) => void;
  /** A step was taken, before its bots speak. */
  readonly labTick: (tick: number, stretch: number) => void;
  /** Null: none of its sensors spoke yet. */
  readonly stateOf: (device: number) => DeviceState | null;
  readonly restart: () => void;
  readonly close: () => void;
};

export function createLivenessWatch(deps: LivenessWatchDeps): LivenessWatch {
  const { world, board, publisher, alarms } = deps;
  let index: DeviceIndex = { sensors: [], deviceOf: [], deviceTopics: [] };
  let states: (DeviceState | undefined)[] = [];
  let mode: 'watching' | 'arranging' = 'watching';

  const onSensor = (sensor: number, state: SensorState): void => {
    const id = index.sensors[sensor];
    if (id === undefined) return;
    if (state === 'online') return alarms.back(id);
    const value = board.valueAt(sensor);
    const at = board.timeAt(sensor);
    if (!Number.isNaN(value)) board.write(sensor, { value, at, quality: 'stale' });
    if (state !== 'stale') return;
    const { periods, period } = liveness.silence(sensor);
    // Hardware is silent on wall time; to the alarm rules, which live in the lab, it has been so for as many periods.
    alarms.lost(id, { since: world().now() - periods * period * 1000, period: period * 1000 });
  };
  const onDevice = (device: number, state: DeviceState): void => {
    states[device] = state;
    publisher.deviceState(index.deviceTopics[device] ?? '', state);
    if (mode === 'watching') deps.onDevice(device, state);
  };
  const liveness = createLiveness({ steady: deps.steady, onSensor, onDevice });
  return {
    arrange: (next) => {
      index = next;
      states = [];
      publisher.replaceDevices(next.deviceTopics);
      mode = 'arranging';
      liveness.arrange(watchedSensors(deps, next), next.deviceTopics.length);
      mode = 'watching';
    },
    heard: liveness.heard,
    labTick: liveness.labTick,
    stateOf: (device) => states[device] ?? null,
    restart: () => {
      states = [];
      liveness.restart();
    },
    close: liveness.close,
  };
}

function watchedSensors({ world, periodOf }: LivenessWatchDeps, index: DeviceIndex): WatchedSensor[] {
  const { inventory } = world();
  return index.sensors.map((id, at) => {
    const sensor = inventory.get(id);
    const device = index.deviceOf[at] ?? 0;
    // One that was removed a moment ago: the index that lacks it is on its way.
    if (sensor?.kind !== 'sensor') return { id, device, source: 'bot', period: 60 };
    return { id, device, source: sensor.spec.source, period: periodOf(sensor.spec.metric) };
  });
}
