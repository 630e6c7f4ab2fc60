import type { Duty, EntityOf } from '../contract/entities.ts';
import { between } from '../physics/between.ts';
import { specPowerTable } from './spec-power.table.ts';
import { powerShare } from './utilisation.ts';

type DeviceSpec = EntityOf<'device'>['spec'];

/** What a machine draws, in W. Without points, the curve of Fan, Weber and Barroso leads from idle to rated. */
type Draw = {
  readonly idle: number;
  readonly rated: number;
  readonly points: readonly number[] | null;
};

const nothing: Draw = { idle: 0, rated: 0, points: null };

/** By the model alone, and by maker and model in one text. */
const published: ReadonlyMap<string, readonly number[]> = new Map(
  specPowerTable.flatMap(({ manufacturer, model, points }) => [
    [model.toLowerCase(), points],
    [`${manufacturer} ${model}`.toLowerCase(), points],
  ]),
);

/** What is planned, staged or retired draws nothing. A machine's own points come before those of its model. */
export function drawOf(spec: DeviceSpec): Draw {
  if (spec.lifecycle !== 'active') return nothing;
  const points = spec.powerPoints ?? published.get(spec.model.toLowerCase());
  if (points === undefined)
    return { idle: Math.min(spec.idlePower, spec.ratedPower), rated: spec.ratedPower, points: null };
  return { idle: points[0] ?? 0, rated: Math.max(...points), points };
}

/** How busy a machine is in the mean of a working day. */
const usualUse: Readonly<Record<Duty, number>> = { day: 0.477, batch: 0.05, steady: 0.55, idle: 0 };

/** W in that mean: where a lab that has just been opened begins. */
export function usualWatts(spec: DeviceSpec): number {
  const { idle, rated, points } = drawOf(spec);
  const use = usualUse[spec.duty];
  return points === null ? idle + (rated - idle) * powerShare(use) : between(points, 10 * use);
}
