import type { EntityOf } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import type { World } from '../kernel/world.ts';
import { pointAt } from '../physics/load/crews.ts';
import { drawOf } from './device-power.ts';
import { powerShare } from './utilisation.ts';

type Device = EntityOf<'device'>;

/**
 * W of a machine in the second that was. The plant moves racks, not machines: each has that part
 * of what its rack draws that it has in what its rack asks for. 0 until the first step.
 */
export function drawnNow({ plant }: World): (device: Device) => number {
  const { layout, state } = plant;
  if (layout === null) return () => 0;
  const { demand, load } = state.rack.columns;
  const { crews } = layout.load;
  const lines = {
    day: lineOf(crews.day.rack),
    batch: lineOf(crews.batch.rack),
    steady: lineOf(crews.steady.rack),
    idle: lineOf(crews.idle.rack),
  };
  const powered = (rack: number): number => {
    const asked = demand[rack] ?? 0;
    return asked > 0 ? (load[rack] ?? 0) / asked : 0;
  };
  const { runners } = layout.load;
  return ({ id, parent, spec }) => {
    const rack = layout.index.rack.get(parent as EntityId);
    if (rack === undefined) return 0;
    const runner = runners.lineOf.get(id);
    if (runner !== undefined)
      return 1000 * runner.kilowatts * (1 + (layout.levers.rack.spike[rack] ?? 0)) * powered(rack);
    const line = lines[spec.duty].get(rack);
    const draw = drawOf(spec);
    if (line === undefined || draw.rated === 0) return 0;
    const use = crews[spec.duty].use[line] ?? 0;
    const spike = layout.levers.rack.spike[rack] ?? 0;
    const asked =
      draw.points === null
        ? draw.idle + (draw.rated - draw.idle) * powerShare(use)
        : pointAt(Float64Array.from(draw.points), 0, use);
    return asked * (1 + spike) * powered(rack);
  };
}

const lineOf = (racks: Int32Array): ReadonlyMap<number, number> =>
  new Map(Array.from(racks, (rack, line) => [rack, line]));
