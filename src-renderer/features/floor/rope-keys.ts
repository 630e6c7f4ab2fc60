/** What keys on the plan do while the course of a rope is drawn. */
import type { FloorPlan } from '../../canvas/floor/floor-plan.ts';
import { changeRope } from './floor-edit.ts';
import type { RopeKeyMeans } from './floor-keys.ts';
import { inRoom, movedTo, type RopeDraft, stepped, withoutActive, withPoint } from './rope-draft.ts';
import { saveRope } from './rope-deeds.ts';

/** Beside the corner that keys move, or in the middle of the room. */
export function addedPoint(draft: RopeDraft, { room }: Pick<FloorPlan, 'room'>): RopeDraft {
  const from = draft.active === null ? undefined : draft.points[draft.active];
  const beside =
    from === undefined
      ? { x: room.width / 2, y: room.depth / 2 }
      : { x: from.x + (from.x + 0.5 > room.width ? -0.5 : 0.5), y: from.y };
  return withPoint(draft, inRoom(beside, room));
}

export const ropeKeys = (plan: FloorPlan): RopeKeyMeans => ({
  nudge: (by) =>
    changeRope((rope) => {
      const from = rope.active === null ? undefined : rope.points[rope.active];
      if (from === undefined || rope.active === null) return rope;
      return movedTo(rope, rope.active, inRoom({ x: from.x + by.x, y: from.y + by.y }, plan.room));
    }),
  step: (step) => changeRope((rope) => stepped(rope, step)),
  add: () => changeRope((rope) => addedPoint(rope, plan)),
  drop: () => changeRope(withoutActive),
  save: () => void saveRope(),
});
