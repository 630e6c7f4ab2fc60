/** Lane frames carry only the sensors there are; racks want one entry each. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import { type LaneFrame, qualityCodes } from '../../../sim/contract/lane-frame.ts';
import { type RackReadings, rackStates } from '../../canvas/heat/rack-paint.ts';
import { unreadReadings } from '../../canvas/floor/stage-state.ts';
import { isStale } from '../../ui/live-value.tsx';
import type { Pace } from '../../ui/live-value.tsx';

export type FrameFold = {
  /** What to subscribe to, in this order. */
  readonly sensors: readonly EntityId[];
  readonly fold: (frame: LaneFrame, pace: Pace) => RackReadings;
  /** The last readings, all of them too old: the line is lost. */
  readonly lose: () => RackReadings;
};

export function createFrameFold(perRack: readonly (EntityId | null)[], ratings: Float32Array): FrameFold {
  const racks: number[] = [];
  const sensors: EntityId[] = [];
  perRack.forEach((sensor, rack) => {
    if (sensor === null) return;
    racks.push(rack);
    sensors.push(sensor);
  });
  const readings: RackReadings = { ...unreadReadings(perRack.length), ratings };

  const stateOf = (frame: LaneFrame, index: number, pace: Pace): number => {
    const value = frame.values[index] ?? Number.NaN;
    if (Number.isNaN(value)) return rackStates.unread;
    const quality = qualityCodes[frame.qualities[index] ?? 0] ?? 'sim';
    const isOld = isStale({ value, age: frame.ages[index] ?? 0, quality, live: true }, pace, null);
    return isOld ? rackStates.stale : rackStates.fresh;
  };

  return {
    sensors,
    fold: (frame, pace) => {
      racks.forEach((rack, index) => {
        readings.values[rack] = frame.values[index] ?? Number.NaN;
        readings.ages[rack] = frame.ages[index] ?? 0;
        readings.states[rack] = stateOf(frame, index, pace);
      });
      return readings;
    },
    lose: () => {
      readings.states.forEach((state, rack) => {
        if (state === rackStates.fresh) readings.states[rack] = rackStates.stale;
      });
      return readings;
    },
  };
}
