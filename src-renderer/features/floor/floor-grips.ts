/** What a drag on the floor does: takes things up and moves them, or catches what lies in a rectangle. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { FloorPlan, Spot } from '../../canvas/floor/floor-plan.ts';
import type { FloorScene, Marquee } from '../../canvas/floor/floor-scene.ts';
import type { Grabbed } from '../../canvas/floor/floor-stage.ts';
import type { Grip } from '../../canvas/floor/gestures.ts';
import { putDown } from './floor-deeds.ts';
import { changeRope, choose, useFloorEdit } from './floor-edit.ts';
import { snapped, tidy } from './lift.ts';
import { grabbedAt, movedTo, snappedPoint } from './rope-draft.ts';

export type GripMeans = {
  readonly plan: FloorPlan;
  readonly show: (scene: Partial<FloorScene>) => void;
};

const movable = ({ racks, units }: FloorPlan): readonly Spot[] => [...racks, ...units];

/** Whose middle lies in the rectangle. */
export function caughtBy({ from, to }: Marquee, plan: FloorPlan): readonly EntityId[] {
  const within = (place: number, one: number, other: number): boolean =>
    place >= Math.min(one, other) && place <= Math.max(one, other);
  return movable(plan)
    .filter(({ x, y }) => within(x, from.x, to.x) && within(y, from.y, to.y))
    .map(({ id }) => id);
}

function marqueeGrip({ plan, show }: GripMeans, from: Grabbed['at']): Grip {
  let marquee: Marquee = { from, to: from };
  return {
    move: (to) => {
      marquee = { from, to };
      show({ marquee });
    },
    drop: () => {
      show({ marquee: null });
      choose([...useFloorEdit.getState().chosen, ...caughtBy(marquee, plan)]);
    },
    cancel: () => show({ marquee: null }),
  };
}

/** What was taken up before goes on from where it hangs. */
function liftGrip({ plan }: GripMeans, lead: Spot, from: Grabbed['at']): Grip {
  const before = useFloorEdit.getState().lift;
  const start = before ?? { by: { x: 0, y: 0 }, turns: 0 };
  return {
    move: (to) => {
      const by = { x: start.by.x + to.x - from.x, y: start.by.y + to.y - from.y };
      const onGrid = snapped(lead, by, useFloorEdit.getState().snap);
      useFloorEdit.setState({ lift: { ...start, by: { x: tidy(onGrid.x), y: tidy(onGrid.y) } } });
    },
    drop: () => void putDown(plan),
    cancel: () => useFloorEdit.setState({ lift: before }),
  };
}

/** The corner under the pointer, or a new one where the line is. */
function ropeGrip({ plan }: GripMeans, at: Grabbed['at']): Grip | null {
  const before = useFloorEdit.getState().rope;
  const taken = before === null ? null : grabbedAt(before, at);
  const active = taken?.active ?? null;
  if (taken === null || active === null) return null;
  useFloorEdit.setState({ rope: taken });
  return {
    move: (to) => changeRope((rope) => movedTo(rope, active, snappedPoint(to, plan.room))),
    drop: () => undefined,
    cancel: () => useFloorEdit.setState({ rope: before }),
  };
}

/** Null: the drag pans the floor. */
export function gripFor(means: GripMeans, { id, at, how }: Grabbed): Grip | null {
  const { isOn, chosen, form } = useFloorEdit.getState();
  if (form === 'rope') return ropeGrip(means, at);
  if (how === 'more') return marqueeGrip(means, at);
  if (!isOn || form !== null) return null;
  const lead = movable(means.plan).find((spot) => spot.id === id);
  if (lead === undefined) return null;
  if (!chosen.has(lead.id)) choose([lead.id]);
  return liftGrip(means, lead, at);
}
