import type { LatestReading, Source } from '../mapper.ts';
import type { EdgeSession } from './edge-link.ts';
import { createSpeaker, firstAlias, rebirthMetric } from './edge-speaker.ts';
import type { EdgeMetric, MetricReading, Speaker, SpeakerOptions } from './edge-speaker.ts';
import { readTrueMetrics } from './payload.ts';

export type EdgeDevice = {
  readonly id: string;
  readonly metrics: readonly EdgeMetric[];
  readonly life: 'alive' | 'dead';
};

export type EdgeNodeOptions = SpeakerOptions & {
  readonly source: Pick<Source, 'latest'>;
  /** Whether the connection takes anything just now. */
  readonly isReady: () => boolean;
};

export type EdgeNode = {
  readonly session: EdgeSession;
  /** All devices; what they have in common with those before goes on. */
  readonly arrange: (devices: readonly EdgeDevice[]) => void;
  readonly reading: (device: string, sensor: number) => void;
  readonly live: (device: string, life: EdgeDevice['life']) => void;
  readonly close: () => void;
};

/** Readings of one device within this time go out as one message. */
const flushMillis = 100;
/** The broker inside takes 5,000 a second from one client and drops what is more. */
const perFlush = 400;
const rebirthMillis = 1000;

type Known = {
  device: EdgeDevice;
  /** Names and types: when these change, a new birth tells them. */
  shape: string;
  places: ReadonlyMap<number, number>;
  birth: 'due' | 'said' | 'none';
  /** Places of metrics with a reading that is not said yet. */
  readonly fresh: Set<number>;
  /** What was said last, by place: a value that stands is not said again. */
  readonly said: Map<number, LatestReading | null>;
};

type State = EdgeNodeOptions & {
  readonly speaker: Speaker;
  readonly known: Map<string, Known>;
  readonly aliases: Map<string, number>;
  readonly births: Set<Known>;
  /** Those with data, in the order in which it came up. */
  readonly busy: Set<Known>;
  isBorn: boolean;
  bdSeq: number;
  bornAt: number;
  flush: NodeJS.Timeout | null;
  /** While it waits, no data goes out: specification 3.0, rebirth-action-1. */
  rebirth: NodeJS.Timeout | null;
};

/** Births before data, always: of the node, then of all devices; a dead device says nothing. */
export function createEdgeNode(options: EdgeNodeOptions): EdgeNode {
  const state: State = {
    ...options,
    speaker: createSpeaker(options),
    known: new Map(),
    aliases: new Map(),
    births: new Set(),
    busy: new Set(),
    isBorn: false,
    bdSeq: 0,
    bornAt: Number.NEGATIVE_INFINITY,
    flush: null,
    rebirth: null,
  };
  const change = (id: string, make: (known: Known) => void): void => {
    const known = state.known.get(id);
    if (known !== undefined) make(known);
    flushSoon(state);
  };
  return {
    session: sessionOf(state),
    arrange: (devices) => {
      rearrange(state, devices);
      flushSoon(state);
    },
    reading: (id, sensor) => change(id, (known) => freshen(state, known, sensor)),
    live: (id, life) =>
      change(id, (known) => {
        if (known.device.life === life) return;
        known.device = { ...known.device, life };
        if (life === 'dead') bury(state, known);
        else expectBirth(state, known);
      }),
    close: () => {
      if (state.flush !== null) clearTimeout(state.flush);
      if (state.rebirth !== null) clearTimeout(state.rebirth);
      state.isBorn = false;
    },
  };
}

function sessionOf(state: State): EdgeSession {
  return {
    death: state.speaker.death,
    up: (bdSeq) => {
      Object.assign(state, { isBorn: true, bdSeq });
      sayBirth(state);
    },
    down: () => {
      state.isBorn = false;
    },
    command: (payload) => {
      if (readTrueMetrics(payload)?.includes(rebirthMetric) !== true) return;
      // Every host that comes up asks; those that ask together are answered together.
      const wait = Math.max(0, state.bornAt + rebirthMillis - state.now());
      state.rebirth ??= setTimeout(() => sayBirth(state), wait).unref();
    },
  };
}

function sayBirth(state: State): void {
  if (state.rebirth !== null) clearTimeout(state.rebirth);
  state.rebirth = null;
  if (!state.isBorn) return;
  state.bornAt = state.now();
  state.speaker.birth(state.bdSeq);
  state.busy.clear();
  for (const known of state.known.values()) {
    if (known.device.life === 'alive') expectBirth(state, known);
    else known.birth = 'none';
  }
  flushSoon(state);
}

function flushSoon(state: State): void {
  if (!state.isBorn || state.births.size + state.busy.size === 0) return;
  const flush = (): void => {
    state.flush = null;
    if (state.isBorn && state.rebirth === null && state.isReady()) sayDue(state);
    flushSoon(state);
  };
  state.flush ??= setTimeout(flush, flushMillis).unref();
}

function sayDue(state: State): void {
  let left = perFlush;
  for (const known of state.births) {
    if (left === 0) return;
    left -= 1;
    state.births.delete(known);
    const { id, metrics } = known.device;
    known.birth = 'said';
    known.fresh.clear();
    state.speaker.deviceBirth(
      id,
      metrics.map((_, place) => sayingOf(state, known, place)),
    );
  }
  for (const known of state.busy) {
    if (left === 0) return;
    state.busy.delete(known);
    const news = [...known.fresh].filter((place) => isNews(state, known, place));
    known.fresh.clear();
    if (news.length === 0) continue;
    left -= 1;
    state.speaker.deviceData(
      known.device.id,
      news.map((place) => sayingOf(state, known, place)),
    );
  }
}

const latestOf = (state: State, { device }: Known, place: number): LatestReading | null => {
  const metric = device.metrics[place];
  return metric === undefined ? null : state.source.latest(metric.sensor);
};

function isNews(state: State, known: Known, place: number): boolean {
  const latest = latestOf(state, known, place);
  const said = known.said.get(place);
  return latest?.value !== said?.value || latest?.quality !== said?.quality;
}

function sayingOf(state: State, known: Known, place: number): MetricReading {
  const metric = known.device.metrics[place];
  if (metric === undefined) throw new Error(`${known.device.id} has no metric ${place}`);
  const key = `${known.device.id}/${metric.name}`;
  const alias = state.aliases.get(key) ?? firstAlias + state.aliases.size;
  state.aliases.set(key, alias);
  const reading = latestOf(state, known, place);
  known.said.set(place, reading);
  return { metric, alias, reading };
}

function freshen(state: State, known: Known, sensor: number): void {
  const place = known.places.get(sensor);
  // A birth that is due will tell it.
  if (place === undefined || known.birth !== 'said') return;
  known.fresh.add(place);
  state.busy.add(known);
}

function expectBirth(state: State, known: Known): void {
  known.birth = 'due';
  known.fresh.clear();
  known.said.clear();
  state.busy.delete(known);
  state.births.add(known);
}

function bury(state: State, known: Known): void {
  if (known.birth === 'said' && state.isBorn) state.speaker.deviceDeath(known.device.id);
  known.birth = 'none';
  state.births.delete(known);
  state.busy.delete(known);
}

function rearrange(state: State, devices: readonly EdgeDevice[]): void {
  const wanted = new Set(devices.map(({ id }) => id));
  for (const [id, known] of state.known) {
    if (wanted.has(id)) continue;
    bury(state, known);
    state.known.delete(id);
  }
  for (const device of devices) {
    const shape = JSON.stringify(device.metrics.map(({ name, type, unit }) => [name, type, unit]));
    const places = new Map(device.metrics.map(({ sensor }, place) => [sensor, place]));
    const known = state.known.get(device.id);
    const isSame = known?.shape === shape && known.device.life === device.life;
    if (known !== undefined && isSame) Object.assign(known, { device, places });
    else settle(state, known, { device, shape, places });
  }
}

function settle(
  state: State,
  before: Known | undefined,
  next: Pick<Known, 'device' | 'shape' | 'places'>,
): void {
  const known: Known = before ?? { ...next, birth: 'none', fresh: new Set(), said: new Map() };
  Object.assign(known, next);
  state.known.set(next.device.id, known);
  if (next.device.life === 'alive') expectBirth(state, known);
  else bury(state, known);
}
