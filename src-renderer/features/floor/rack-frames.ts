/** Lane frames carry only the sensors there are; racks want one entry each, made of one or two of them. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import { type LaneFrame, qualityCodes } from '../../../sim/contract/lane-frame.ts';
import { type RackReadings, rackStates } from '../../canvas/heat/rack-paint.ts';
import { unreadReadings } from '../../canvas/floor/stage-state.ts';
import { isStale } from '../../ui/live-value.tsx';
import type { Pace } from '../../ui/live-value.tsx';

/** A frame as it comes, or one made of what the historian remembers. */
export type Frame = Pick<LaneFrame, 'values' | 'ages' | 'qualities'>;

export type FrameFold = {
  /** What to subscribe to, in this order. */
  readonly sensors: readonly EntityId[];
  readonly fold: (frame: Frame, pace: Pace) => RackReadings;
  /** The last readings, all of them too old: the line is lost. */
  readonly lose: () => RackReadings;
};

/** What a rack shows of its one or two values; `rating` is what 100 % is for it. */
export type Combine = (one: number, other: number, rating: number) => number;

export type FoldOrder = {
  readonly lanes: readonly (readonly (EntityId | null)[])[];
  readonly ratings: Float32Array;
  readonly combine: Combine;
};

type Wanted = { readonly rack: number; readonly one: number; readonly other: number };

/** A rack that lacks one of its sensors shows nothing. */
function wantedOf(lanes: FoldOrder['lanes']): {
  readonly wanted: readonly Wanted[];
  readonly sensors: readonly EntityId[];
} {
  const sensors: EntityId[] = [];
  const wanted: Wanted[] = [];
  (lanes[0] ?? []).forEach((_, rack) => {
    const own = lanes.map((lane) => lane[rack] ?? null).filter((sensor) => sensor !== null);
    if (own.length < lanes.length) return;
    const one = sensors.push(...own) - own.length;
    wanted.push({ rack, one, other: one + own.length - 1 });
  });
  return { wanted, sensors };
}

function stateOf(frame: Frame, index: number, pace: Pace): number {
  const value = frame.values[index] ?? Number.NaN;
  if (Number.isNaN(value)) return rackStates.unread;
  const quality = qualityCodes[frame.qualities[index] ?? 0] ?? 'sim';
  const isOld = isStale({ value, age: frame.ages[index] ?? 0, quality, live: true }, pace, null);
  return isOld ? rackStates.stale : rackStates.fresh;
}

export function createFrameFold({ lanes, ratings, combine }: FoldOrder): FrameFold {
  const { wanted, sensors } = wantedOf(lanes);
  const readings: RackReadings = { ...unreadReadings(ratings.length), ratings };
  const { values, ages, states } = readings;
  return {
    sensors,
    fold: (frame, pace) => {
      for (const { rack, one, other } of wanted) {
        const first = frame.values[one] ?? Number.NaN;
        values[rack] = combine(first, frame.values[other] ?? Number.NaN, ratings[rack] ?? 0);
        ages[rack] = Math.max(frame.ages[one] ?? 0, frame.ages[other] ?? 0);
        states[rack] = Math.max(stateOf(frame, one, pace), stateOf(frame, other, pace));
      }
      return readings;
    },
    lose: () => {
      states.forEach((state, rack) => {
        if (state === rackStates.fresh) states[rack] = rackStates.stale;
      });
      return readings;
    },
  };
}
