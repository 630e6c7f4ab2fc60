import type { EditEvent } from '../contract/edits.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { World } from '../kernel/world.ts';
import { standing, subjectsOf } from './changes.ts';
import type { Change } from './changes.ts';

/** Folds an event of an edit and notes what it changed: the log holds each thing once, the ledger both its states. */
export function foldNoting(world: World, event: WorldEvent, fold: () => void): void {
  const before = subjectsOf(world, event).map((subject) => ({
    ...subject,
    before: standing(world, subject),
  }));
  fold();
  world.edits.note(before.map((one) => ({ ...one, after: standing(world, one) }) as Change));
}

export function foldEdit(world: World, event: EditEvent): void {
  switch (event.type) {
    case 'edit.made':
      world.edits.begin(event.edit);
      return;
    case 'edit.undone':
      world.edits.undo(event.id, event.by, world.clock.tick);
      return;
    case 'edit.redone':
      world.edits.redo(event.id);
      return;
    default:
      event satisfies never;
  }
}
