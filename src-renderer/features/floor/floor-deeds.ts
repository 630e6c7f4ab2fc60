/** What the floor asks of the host. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import { perform } from '../../app/perform.ts';
import type { FloorPlan } from '../../canvas/floor/floor-plan.ts';
import { text } from '../../text/text.ts';
import { showRefusal } from '../../ui/toasts.ts';
import { choose, chooseNone, closeForm, useFloorEdit } from './floor-edit.ts';
import { changesOf, isMoved, wantedOf } from './lift.ts';
import type { NewItem } from './new-item.ts';
import { problemText } from './problem-text.ts';

/** One edit, however many are moved. What cannot stand there stays in the hand, with the reason. */
export async function putDown(plan: FloorPlan): Promise<void> {
  const { lift, chosen } = useFloorEdit.getState();
  const words = text().floor.edit;
  if (lift === null || !isMoved(lift)) return useFloorEdit.setState({ lift: null });
  const wanted = wantedOf(plan, chosen, lift);
  const bad = wanted.find(({ problem }) => problem !== null);
  if (bad !== undefined && bad.problem !== null) {
    showRefusal({ code: 'wrong-state', message: problemText(bad.name, bad.problem) });
    return;
  }
  const changes = changesOf(plan, wanted);
  const done = await perform(
    { type: 'inventory.change-many', changes: [...changes] },
    words.movedDone(changes.length),
  );
  // A lift that was begun anew while the host thought is another one.
  if (done !== null && useFloorEdit.getState().lift === lift) useFloorEdit.setState({ lift: null });
}

/** To a place that was typed, in one edit. */
export async function placeAt(
  plan: FloorPlan,
  id: EntityId,
  to: { readonly x: number; readonly y: number; readonly turns: number },
): Promise<void> {
  const spot = plan.racks.find((rack) => rack.id === id) ?? plan.units.find((unit) => unit.id === id)?.at;
  if (spot === undefined) return;
  choose([id]);
  useFloorEdit.setState({ lift: { by: { x: to.x - spot.x, y: to.y - spot.y }, turns: to.turns } });
  await putDown(plan);
}

/** All of them or none, in one edit. */
export async function removeChosen(ids: readonly EntityId[]): Promise<void> {
  const words = text().floor.removal;
  const done = await perform(
    { type: 'inventory.remove-many', ids: [...ids], contents: 'cascade' },
    words.done(ids.length),
  );
  closeForm();
  if (done !== null) chooseNone();
}

/** Everything in one edit. Answers what came of it, by the kind that is wanted; null where it was refused. */
export async function createAll(
  items: readonly NewItem[],
  done: string,
  kind: 'rack' | 'crac' | 'room' | 'row',
): Promise<readonly EntityId[] | null> {
  const receipt = await perform({ type: 'inventory.create-many', items: [...items] }, done);
  if (receipt === null || !('ids' in receipt)) return null;
  closeForm();
  return receipt.ids.filter((id): id is EntityId => id.startsWith(`${kind}-`));
}
