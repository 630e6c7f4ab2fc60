import type { Actor } from '../contract/actors.ts';
import type { EditCommand, EditView } from '../contract/edits.ts';
import type { Editor } from '../contract/edits.ts';
import type { WorldEvent } from '../contract/events.ts';
import { refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { asSimMillis, tickMillis } from '../contract/units.ts';
import { decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import { same } from './changes.ts';
import { takeBearings } from './index-of-edits.ts';
import { isSameEditor, mostChanges, mostEdits } from './ledger.ts';
import type { Edit } from './ledger.ts';
import { walk } from './walk.ts';
import type { Walk } from './walk.ts';

export function decideEdit(world: World, command: EditCommand, actor: Actor): Result<Decision> {
  const edit = editMeant(world, command, actor);
  if (edit === undefined) return noneMeant(command);
  const word = wordOf(command);
  if (!isSameEditor(edit.by, actor) && actor.role !== 'admin')
    return refused('not-allowed', `${edit.id} (${edit.title}) is by ${edit.by.name}, not by ${actor.name}`, {
      where: 'edit',
      hint: `Only an admin may ${word} what somebody else did.`,
    });
  if ((edit.undone !== null) === (word === 'undo')) return alreadySo(edit);
  const events = mayWalk({ world, edit, bearings: takeBearings(world), depth: 'whole' });
  if (!events.ok) return events;
  const by: Editor = { origin: actor.origin, name: actor.name };
  const first: WorldEvent = { type: word === 'undo' ? 'edit.undone' : 'edit.redone', id: edit.id, by };
  return decided([first, ...events.value], [edit.id]);
}

const wordOf = ({ type }: EditCommand): 'undo' | 'redo' => (type === 'edit.undo' ? 'undo' : 'redo');

/** The edit that is named, or the one whose turn it is. */
export function editMeant(world: World, { type, edit }: EditCommand, by: Editor): Edit | undefined {
  if (edit !== undefined) return world.edits.get(edit);
  const own = world.edits.all().filter((one) => isSameEditor(one.by, by));
  return type === 'edit.undo' ? lastDone(own) : lastUndone(own);
}

const lastDone = (edits: readonly Edit[]): Edit | undefined =>
  edits.findLast(({ undone }) => undone === null);

const lastUndone = (edits: readonly Edit[]): Edit | undefined =>
  edits
    .filter(({ undone }) => undone !== null)
    .toSorted((a, b) => (a.undone?.turn ?? 0) - (b.undone?.turn ?? 0))
    .at(-1);

function noneMeant(command: EditCommand): Result<never> {
  const word = wordOf(command);
  if (command.edit !== undefined)
    return refused('not-found', `There is no ${command.edit} to ${word}`, {
      where: 'edit',
      hint: `The last ${mostEdits} edits are remembered; a new edit ends what its maker could have redone.`,
    });
  return refused('not-found', `There is nothing of yours to ${word}`, {
    hint: 'What others did is undone by its id; the clock, scenarios and acknowledgements are no edits.',
  });
}

function alreadySo({ id, title, undone }: Edit): Result<never> {
  const message = undone === null ? `${id} (${title}) is not undone` : `${id} (${title}) is undone already`;
  const by = undone === null ? {} : { hint: `${undone.by.name} undid it.` };
  return refused('wrong-state', message, { where: 'edit', ...by });
}

/** Back where it is done, forth where it is undone. */
function mayWalk(way: Omit<Walk, 'direction'>): Result<WorldEvent[]> {
  const { edit } = way;
  if (edit.size === 'too-large')
    return refused('too-large', `${edit.title} changed more than ${mostChanges} things`, {
      hint: 'Rewind the lab to before it instead.',
    });
  return walk({ ...way, direction: edit.undone === null ? 'back' : 'forth' });
}

/** So many things are held against all rules for one list; beyond, that waits until it is asked for. */
const mostJudged = 400;

/** What is remembered, newest first, each judged as if it were asked for now. */
export function listEdits(world: World, limit: number): EditView[] {
  const bearings = takeBearings(world);
  let left = mostJudged;
  return world.edits
    .all()
    .slice(-limit)
    .toReversed()
    .map((edit) => {
      const isWhole = edit.changes.length <= left;
      if (isWhole) left -= edit.changes.length;
      return viewOf({ world, edit, bearings, depth: isWhole ? 'whole' : 'without-rules' });
    });
}

function viewOf(way: Omit<Walk, 'direction'>): EditView {
  const { world, edit, depth } = way;
  const { id, by, command, what, title, tick, undone } = edit;
  const judged = mayWalk(way);
  const next = editMeant(world, { type: undone === null ? 'edit.undo' : 'edit.redo' }, by);
  return {
    id,
    by,
    command,
    what,
    title,
    tick,
    at: asSimMillis(world.clock.epoch + tick * tickMillis),
    state: undone === null ? 'done' : 'undone',
    undoneBy: undone?.by ?? null,
    turn: next?.id === id ? 'next' : 'later',
    judged: depth,
    refusal: judged.ok ? null : judged.refusal,
  };
}

/** Whether all that an edit did was to turn set-points: who may do that may take it back. */
export const isOfSetpoints = ({ changes }: Edit): boolean =>
  changes.every((change) => {
    if (change.thing !== 'entity' || change.before === null || change.after === null) return false;
    const { before, after } = change;
    return same(withSetpointOf(after, before), before);
  });

function withSetpointOf<Thing extends { readonly spec: object }>(thing: Thing, other: Thing): Thing {
  if (!('setpoint' in other.spec)) return thing;
  return { ...thing, spec: { ...thing.spec, setpoint: other.spec.setpoint } };
}
