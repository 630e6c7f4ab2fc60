/** The worst unresolved alarm of each thing, carried up to what shows it on the floor. */
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { FloorPlan } from '../../canvas/floor/floor-plan.ts';
import { type RackMark, worseMark } from '../../canvas/floor/mark-cells.ts';
import type { FloorMarks } from '../../canvas/floor/stage-state.ts';
import { lineage } from '../../data/world.ts';
import type { Inventory } from './rack-sensors.ts';

export const isOpen = (alarm: Alarm): boolean => alarm.state !== 'RESOLVED';

export const markOf = (alarm: Alarm): RackMark => ({
  severity: alarm.severity,
  acknowledged: alarm.state === 'ACKNOWLEDGED',
});

/** An alarm of a device or a rack PDU also marks the rack it is in, and its room. */
export function worstMarks(
  entities: Inventory['entities'],
  alarms: Iterable<Alarm>,
): ReadonlyMap<EntityId, RackMark> {
  const marks = new Map<EntityId, RackMark>();
  for (const alarm of alarms) {
    if (!isOpen(alarm)) continue;
    for (const entity of lineage(entities, alarm.source)) {
      marks.set(entity.id, worseMark(marks.get(entity.id) ?? null, markOf(alarm)));
    }
  }
  return marks;
}

/** Open alarms of each thing and of everything inside it. */
export function openCounts(
  entities: Inventory['entities'],
  alarms: Iterable<Alarm>,
): ReadonlyMap<EntityId, number> {
  const counts = new Map<EntityId, number>();
  for (const alarm of alarms) {
    if (!isOpen(alarm)) continue;
    for (const { id } of lineage(entities, alarm.source)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

export function floorMarks(plan: FloorPlan, marks: ReadonlyMap<EntityId, RackMark>): FloorMarks {
  return {
    racks: plan.racks.map((rack) => marks.get(rack.id) ?? null),
    units: new Map(
      plan.units.flatMap((unit) => {
        const mark = marks.get(unit.id);
        return mark === undefined ? [] : [[unit.id, mark] as const];
      }),
    ),
  };
}

/** Open alarms of a thing and of everything inside it, gravest first, then newest. */
export function alarmsWithin(
  entities: Inventory['entities'],
  alarms: Iterable<Alarm>,
  id: EntityId,
): readonly Alarm[] {
  const rank = { critical: 0, major: 1, minor: 2, info: 3 } as const;
  return [...alarms]
    .filter((alarm) => isOpen(alarm) && lineage(entities, alarm.source).some((entity) => entity.id === id))
    .toSorted((one, other) => rank[one.severity] - rank[other.severity] || other.raisedAt - one.raisedAt);
}
