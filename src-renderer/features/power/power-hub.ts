/** State and load of everything in a power chain, live and past React: whoever draws or sorts looks here. */
import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { qualityCodes } from '../../../sim/contract/lane-frame.ts';
import type { LaneFrame } from '../../../sim/contract/lane-frame.ts';
import { wordOf } from '../../../sim/contract/state-words.table.ts';
import { isStale } from '../../ui/live-value.tsx';
import type { Pace } from '../../ui/live-value.tsx';
import { finished } from '../../canvas/one-line/site-chain.ts';
import type { Inventory, Pieces } from '../../canvas/one-line/site-chain.ts';
import { sensorsOf } from '../floor/rack-sensors.ts';

const measured = ['state', 'breaker', 'load', 'power'] as const;
export type HubMetric = (typeof measured)[number];

export type PowerSource = {
  /** Called at once, and on each frame. */
  readonly listen: (listener: () => void) => () => void;
  /** Called where another word was said. */
  readonly listenWords: (listener: () => void) => () => void;
  /** Grows with each word that changes. */
  readonly words: () => number;
  /** Undefined where there is no such sensor, or it was never read. */
  readonly wordOf: (id: EntityId) => string | undefined;
  /** %, of what it is rated for. */
  readonly loadOf: (id: EntityId) => number | null;
  /** kW. */
  readonly powerOf: (id: EntityId) => number | null;
  readonly isOld: (id: EntityId) => boolean;
};

export type PowerHub = PowerSource & {
  /** What to subscribe to, in this order. */
  readonly sensors: readonly EntityId[];
  /** A frame of some of the sensors, beginning at `first`. */
  readonly put: (frame: Pick<LaneFrame, 'values' | 'ages' | 'qualities'>, first: number, pace: Pace) => void;
  /** The line is lost: all there is has become old. */
  readonly lose: () => void;
};

type Place = Partial<Record<HubMetric, number>>;
type Rated = Entity & { readonly spec: { readonly ratedPower: number } };

const ratingOf = (entity: Entity | undefined): number | null =>
  entity !== undefined && 'ratedPower' in entity.spec && entity.kind !== 'device'
    ? (entity as Rated).spec.ratedPower
    : null;

/** Which of a thing's sensors are wanted. Rack PDUs are many: their load says their power too, so that one lane is enough. */
function wantedOf(inventory: Inventory, entity: Entity): readonly EntityOf<'sensor'>[] {
  const found = sensorsOf(inventory, entity.id).filter(
    ({ spec }) =>
      (spec.place === 'middle' || spec.place === 'front-middle') &&
      (measured as readonly string[]).includes(spec.metric),
  );
  const hasLoad = entity.kind === 'pdu' && found.some(({ spec }) => spec.metric === 'load');
  return hasLoad ? found.filter(({ spec }) => spec.metric !== 'power') : found;
}

export type HubLanes = { readonly sensors: EntityId[]; readonly places: Map<EntityId, Place> };

/** How many things are gone through in one piece. */
const perPiece = 300;

/** Which lanes there are to things, in pieces: large labs have many. */
export function* readLanes(inventory: Inventory, ids: Iterable<EntityId>): Pieces<HubLanes> {
  const lanes: HubLanes = { sensors: [], places: new Map() };
  let passed = 0;
  for (const id of ids) {
    passed += 1;
    if (passed % perPiece === 0) yield;
    const entity = inventory.entities.get(id);
    if (entity === undefined) continue;
    const place: Place = {};
    for (const { id: sensor, spec } of wantedOf(inventory, entity)) {
      place[spec.metric as HubMetric] = lanes.sensors.length;
      lanes.sensors.push(sensor);
    }
    lanes.places.set(id, place);
  }
  return lanes;
}

function listeners(): { readonly add: (one: () => void) => () => void; readonly tell: () => void } {
  const all = new Set<() => void>();
  return {
    add: (one) => {
      all.add(one);
      return () => void all.delete(one);
    },
    tell: () => {
      for (const one of all) one();
    },
  };
}

type Held = { readonly values: Float32Array; readonly old: Uint8Array; readonly isWord: Uint8Array };

/** Copies a frame in; true where a word is another one now. */
function take(
  held: Held,
  frame: Pick<LaneFrame, 'values' | 'ages' | 'qualities'>,
  at: { readonly first: number; readonly pace: Pace },
): boolean {
  let isNewWord = false;
  frame.values.forEach((value, index) => {
    const place = at.first + index;
    const quality = qualityCodes[frame.qualities[index] ?? 0] ?? 'sim';
    const isOld = isStale({ value, age: frame.ages[index] ?? 0, quality, live: true }, at.pace, null);
    if (held.isWord[place] === 1 && !Object.is(held.values[place], value)) isNewWord = true;
    held.values[place] = value;
    held.old[place] = isOld ? 1 : 0;
  });
  return isNewWord;
}

export const createPowerHub = (inventory: Inventory, ids: Iterable<EntityId>): PowerHub =>
  hubOver(inventory, finished(readLanes(inventory, ids)));

export function hubOver(inventory: Inventory, { sensors, places }: HubLanes): PowerHub {
  const held: Held = {
    values: new Float32Array(sensors.length).fill(Number.NaN),
    old: new Uint8Array(sensors.length),
    isWord: new Uint8Array(sensors.length),
  };
  for (const { state, breaker } of places.values())
    for (const place of [state, breaker]) if (place !== undefined) held.isWord[place] = 1;
  const onFrame = listeners();
  const onWord = listeners();
  let words = 0;
  const valueOf = (id: EntityId, metric: HubMetric): number | null => {
    const place = places.get(id)?.[metric];
    const value = place === undefined ? Number.NaN : (held.values[place] ?? Number.NaN);
    return Number.isNaN(value) ? null : value;
  };
  const wordFor = (id: EntityId): string | undefined => {
    const kind = inventory.entities.get(id)?.kind;
    if (kind === undefined) return undefined;
    const state = valueOf(id, 'state');
    if (state !== null) return wordOf(kind, 'state', state) ?? undefined;
    const breaker = valueOf(id, 'breaker');
    return breaker === null ? undefined : (wordOf(kind, 'breaker', breaker) ?? undefined);
  };
  return {
    sensors,
    listen: (listener) => {
      listener();
      return onFrame.add(listener);
    },
    listenWords: onWord.add,
    words: () => words,
    wordOf: wordFor,
    loadOf: (id) => valueOf(id, 'load'),
    powerOf: (id) => {
      const power = valueOf(id, 'power');
      const load = valueOf(id, 'load');
      const rating = ratingOf(inventory.entities.get(id));
      return power ?? (load === null || rating === null ? null : (load * rating) / 100);
    },
    isOld: (id) => Object.values(places.get(id) ?? {}).some((place) => held.old[place] === 1),
    put: (frame, first, pace) => {
      if (take(held, frame, { first, pace })) {
        words += 1;
        onWord.tell();
      }
      onFrame.tell();
    },
    lose: () => {
      held.old.fill(1);
      onFrame.tell();
    },
  };
}
