/** What the floor asks of the host about leak ropes. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import { perform } from '../../app/perform.ts';
import { useSelection } from '../../app/selection.ts';
import type { FloorPlan } from '../../canvas/floor/floor-plan.ts';
import { useWorld } from '../../data/world.ts';
import { text } from '../../text/text.ts';
import { showRefusal } from '../../ui/toasts.ts';
import { closeForm, openRope, useFloorEdit } from './floor-edit.ts';
import { createIds } from './new-item.ts';
import { draftOf, freeRopeName, loopAround, ropeItems, sensorsOfRope } from './rope-draft.ts';

/** Around a unit where one is chosen, else empty. */
export function newRope(plan: FloorPlan): void {
  const world = useWorld.getState();
  const chosen = useFloorEdit.getState().chosen;
  const { selected } = useSelection.getState();
  const unit = plan.units.find(({ id }) => chosen.has(id) || id === selected);
  const parent = unit?.kind === 'crac' ? unit.id : plan.room.id;
  openRope({
    id: null,
    name: freeRopeName(world, parent),
    parent,
    points: unit === undefined ? [] : loopAround(unit, plan.room),
    active: unit === undefined ? null : 0,
  });
}

/** False: this is no rope and no leak sensor. */
export function editRope(id: EntityId): boolean {
  const draft = draftOf(useWorld.getState(), id);
  if (draft !== null) openRope(draft);
  return draft !== null;
}

export async function saveRope(): Promise<void> {
  const { rope } = useFloorEdit.getState();
  const words = text().floor.ropes;
  if (rope === null) return;
  if (rope.points.length < 2) return showRefusal({ code: 'invalid-input', message: words.tooShort });
  const world = useWorld.getState();
  const { id } = rope;
  const done =
    id === null
      ? await perform(
          { type: 'inventory.create-many', items: [...ropeItems(world, rope, createIds(world.entities))] },
          words.created(rope.name),
        )
      : await perform(
          { type: 'inventory.change', id, spec: { path: rope.points, position: null } },
          words.changed(rope.name),
        );
  // A course that was begun anew while the host thought is another one.
  if (done !== null && useFloorEdit.getState().rope === rope) closeForm();
}

export async function removeRope(id: EntityId): Promise<void> {
  const ids = sensorsOfRope(useWorld.getState(), id);
  const done = await perform({ type: 'inventory.remove-many', ids: [...ids] }, text().floor.ropes.removed);
  if (done !== null) closeForm();
}
