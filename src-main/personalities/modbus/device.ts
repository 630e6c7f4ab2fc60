import type { Entity, Metric } from '../../../sim/contract/entities.ts';
import { wordOf } from '../../../sim/contract/state-words.table.ts';
import type { Points } from '../face.ts';
import type { Condition } from './device-map.ts';
import type { ModbusKind } from './slots.table.ts';

/** One unit at the moment of one request. */
export type Device = {
  readonly entity: Entity & { readonly kind: ModbusKind };
  readonly points: Points;
};

export const readPoint = ({ entity, points }: Device, metric: Metric, place: string): number | null =>
  points.read(entity.id, metric, place);

/** What a unit that holds a temperature is told to hold. */
export function setpointOf({ entity }: Device): number | null {
  return entity.kind === 'crac' || entity.kind === 'chiller' ? entity.spec.setpoint : null;
}

export function stateWordOf(device: Device, metric: Metric): string | null {
  const value = readPoint(device, metric, 'middle');
  return value === null ? null : wordOf(device.entity.kind, metric, value);
}

type Watched = { readonly metric: Metric; readonly place: string; readonly when: Condition };

/** A point without a reading is no alarm; the bit "Answers" says that there is none. */
export function isMet(device: Device, { metric, place, when }: Watched): boolean {
  const value = readPoint(device, metric, place);
  if (value === null) return false;
  if (when === 'known') return true;
  if ('above' in when) return value > when.above;
  if ('below' in when) return value < when.below;
  return when.words.includes(wordOf(device.entity.kind, metric, value) ?? '');
}
