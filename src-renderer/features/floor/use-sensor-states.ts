/** Whether each drawn sensor speaks, has fallen silent or never spoke. */
import { useEffect, useState } from 'react';
import { qualityCodes, type LaneFrame } from '../../../sim/contract/lane-frame.ts';
import { rackStates } from '../../canvas/heat/rack-paint.ts';
import { subscribeLanes } from '../../data/lanes.ts';
import { isStale, type Pace, paceNow } from '../../ui/live-value.tsx';
import type { RoomFloor } from './room-floor.ts';

export type SensorStates = ReadonlyMap<string, number>;

export function stateAt(frame: LaneFrame, index: number, pace: Pace): number {
  const value = frame.values[index] ?? Number.NaN;
  if (Number.isNaN(value)) return rackStates.unread;
  const quality = qualityCodes[frame.qualities[index] ?? 0] ?? 'sim';
  const isOld = isStale({ value, age: frame.ages[index] ?? 0, quality, live: true }, pace, null);
  return isOld ? rackStates.stale : rackStates.fresh;
}

/** Renders where one changes its state, which readings do not. */
export function useSensorStates(floor: RoomFloor | null, isWanted: boolean): SensorStates | null {
  const [states, setStates] = useState<SensorStates | null>(null);
  useEffect(() => {
    if (floor === null || !isWanted) {
      setStates(null);
      return undefined;
    }
    const sensors = floor.plan.sensors.map(({ id }) => id);
    setStates(new Map());
    return subscribeLanes(sensors, (frame) => {
      const pace = paceNow();
      setStates((last) => {
        const isSame =
          last?.size === sensors.length &&
          sensors.every((sensor, index) => last.get(sensor) === stateAt(frame, index, pace));
        return isSame ? last : new Map(sensors.map((sensor, index) => [sensor, stateAt(frame, index, pace)]));
      });
    });
  }, [floor, isWanted]);
  return states;
}
