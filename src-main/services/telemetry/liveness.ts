import type { EntityId } from '../../../sim/contract/ids.ts';
import type { DeviceState } from '../../mqtt/publisher.ts';
import { createPace } from './liveness-pace.ts';
import type { Pace } from './liveness-pace.ts';
import { createTallies } from './liveness-tally.ts';
import type { SensorState, Tallies } from './liveness-tally.ts';
import { createWheel } from './liveness-wheel.ts';
import type { Wheel } from './liveness-wheel.ts';

export type WatchedSensor = {
  readonly id: EntityId;
  /** Which of the devices it belongs to. */
  readonly device: number;
  readonly source: 'bot' | 'hardware';
  /** Seconds between readings: a bot's own; what hardware is given until its pace is known. */
  readonly period: number;
  /** Periods of silence until it is stale, where an alarm rule wants another number than 3. */
  readonly staleAfter?: number;
};

export type LivenessOptions = {
  /** Monotonic milliseconds: hardware speaks on wall time, also while the lab is paused. */
  readonly steady: () => number;
  readonly onSensor: (index: number, state: SensorState) => void;
  readonly onDevice: (device: number, state: DeviceState) => void;
};

/** Notices who has stopped speaking: stale after three of its periods, lost after ten. */
export type Liveness = {
  /** Sensors by index. Of those watched before, from the same source, what is known is kept. */
  readonly arrange: (sensors: readonly WatchedSensor[], devices: number) => void;
  readonly heard: (index: number) => void;
  /** A second of lab time has begun. `stretch`: how much less often bots speak at this speed. */
  readonly labTick: (tick: number, stretch: number) => void;
  readonly stateOf: (index: number) => SensorState;
  /** For how many of its periods a sensor has said nothing, and how many seconds such a period has now. */
  readonly silence: (index: number) => { readonly periods: number; readonly period: number };
  /** Another story begins: everyone is waited for anew. */
  readonly restart: () => void;
  readonly close: () => void;
};

const usualStaleAfter = 3;
const lostAfter = 10;
const sweepMillis = 1000;
/** When the whole host stood still for so long, silence says nothing about the senders. */
const standstillSeconds = 5;

type Watch = {
  readonly sensors: readonly WatchedSensor[];
  readonly lab: Wheel;
  readonly wall: Wheel;
  /** When each was last heard, on its own clock. */
  readonly last: Float64Array;
  readonly pace: Pace;
  readonly tallies: Tallies;
};

/** What outlives a change of the inventory. No silence counts from before a `grace`. */
type Times = {
  tick: number;
  stretch: number;
  /** The next tick is the first of its story: it may be far from the one before. */
  isFresh: boolean;
  labGrace: number;
  wallGrace: number;
  swept: number;
  readonly wallNow: () => number;
};

export function createLiveness(options: LivenessOptions): Liveness {
  const wallNow = (): number => options.steady() / 1000;
  const times: Times = {
    tick: 0,
    stretch: 1,
    isFresh: true,
    labGrace: 0,
    wallGrace: 0,
    swept: wallNow(),
    wallNow,
  };
  const open = (sensors: readonly WatchedSensor[], devices: number): Watch =>
    openWatch(sensors, times, { ...options, deviceOf: sensors.map(({ device }) => device), devices });
  let watch = open([], 0);

  const sweep = (): void => {
    const now = wallNow();
    if (now - times.swept > standstillSeconds) times.wallGrace = now;
    times.swept = now;
    watch.wall.turn(Math.floor(now), (item) => look(watch, times, item));
  };
  const timer = setInterval(sweep, sweepMillis);
  timer.unref();
  const restart = (): void => {
    times.isFresh = true;
    watch = open(watch.sensors, watch.tallies.devices);
    watchAll(watch, times);
  };

  return {
    restart,
    arrange: (sensors, devices) => {
      const before = watch;
      watch = open(sensors, devices);
      carryOver(before, watch);
      watchAll(watch, times);
      watch.tallies.tellAll();
    },
    heard: (index) => hear(watch, times, index),
    labTick: (tick, stretch) => {
      const goesBack = tick < times.tick;
      // Bots that spoke seldom may not have had their turn yet at a new pace.
      if (times.isFresh || goesBack || stretch !== times.stretch) times.labGrace = tick;
      Object.assign(times, { tick, stretch, isFresh: false });
      if (goesBack) {
        watch = open(watch.sensors, watch.tallies.devices);
        watchAll(watch, times);
      }
      watch.lab.turn(tick, (item) => look(watch, times, item));
    },
    stateOf: (index) => watch.tallies.stateOf(index),
    silence: (index) => {
      const now = watch.sensors[index]?.source === 'bot' ? times.tick : wallNow();
      const period = periodOf(watch, times, index);
      return { periods: (now - heardAt(watch, times, index)) / period, period };
    },
    close: () => clearInterval(timer),
  };
}

function openWatch(
  sensors: readonly WatchedSensor[],
  times: Times,
  tallyOptions: Parameters<typeof createTallies>[0],
): Watch {
  const wallNow = times.wallNow();
  return {
    sensors,
    lab: createWheel(sensors.length, times.tick),
    wall: createWheel(sensors.length, Math.floor(wallNow)),
    last: Float64Array.from(sensors, ({ source }) => (source === 'bot' ? times.tick : wallNow)),
    pace: createPace(sensors.map(({ source }) => source === 'hardware')),
    tallies: createTallies(tallyOptions),
  };
}

function watchAll(watch: Watch, times: Times): void {
  for (const index of watch.sensors.keys()) lookLater(watch, times, index);
}

/** The inventory changed under us: indexes are others, the senders are not. */
function carryOver(before: Watch, after: Watch): void {
  const was = new Map(before.sensors.map(({ id }, index) => [id, index]));
  for (const [index, { id, source }] of after.sensors.entries()) {
    const old = was.get(id);
    if (old === undefined || before.sensors[old]?.source !== source) continue;
    after.last[index] = before.last[old] ?? 0;
    after.pace.copyFrom(index, { pace: before.pace, item: old });
    after.tallies.lay(index, before.tallies.stateOf(old));
  }
}

function hear(watch: Watch, times: Times, index: number): void {
  const sensor = watch.sensors[index];
  if (sensor === undefined) return;
  if (sensor.source === 'bot') watch.last[index] = times.tick;
  else {
    const now = times.wallNow();
    watch.last[index] = now;
    // A pace that quickens brings the next look forward.
    if (watch.pace.heard(index, now) === 'quicker') lookLater(watch, times, index);
  }
  if (watch.tallies.stateOf(index) === 'online') return;
  watch.tallies.put(index, 'online');
  lookLater(watch, times, index);
}

/** Its time may have come: it is worse off by one state, or it has spoken meanwhile. */
function look(watch: Watch, times: Times, index: number): void {
  const { now } = wheelOf(watch, index);
  if (now() >= deadline(watch, times, index)) {
    watch.tallies.put(index, watch.tallies.stateOf(index) === 'stale' ? 'lost' : 'stale');
  }
  lookLater(watch, times, index);
}

/** Sees to it that a sensor is looked at when it would be overdue. Who is lost is only waited for. */
function lookLater(watch: Watch, times: Times, index: number): void {
  const wheel = wheelOf(watch, index);
  if (watch.tallies.stateOf(index) === 'lost') wheel.cancel(index);
  else wheel.schedule(index, deadline(watch, times, index));
}

const wheelOf = (watch: Watch, index: number): Wheel =>
  watch.sensors[index]?.source === 'bot' ? watch.lab : watch.wall;

function deadline(watch: Watch, times: Times, index: number): number {
  const soon = watch.sensors[index]?.staleAfter ?? usualStaleAfter;
  const periods = watch.tallies.stateOf(index) === 'stale' ? Math.max(lostAfter, soon + 1) : soon;
  return heardAt(watch, times, index) + periods * periodOf(watch, times, index);
}

function heardAt(watch: Watch, times: Times, index: number): number {
  const grace = watch.sensors[index]?.source === 'bot' ? times.labGrace : times.wallGrace;
  return Math.max(watch.last[index] ?? 0, grace);
}

function periodOf(watch: Watch, times: Times, index: number): number {
  const sensor = watch.sensors[index];
  if (sensor === undefined) return 1;
  return sensor.source === 'bot'
    ? sensor.period * times.stretch
    : (watch.pace.period(index) ?? sensor.period);
}
