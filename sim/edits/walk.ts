/** Whether an edit can be walked back or forth, and what would happen then. */
import { ruleHolds } from '../alarms/decide-rule.ts';
import type { AlarmRule, OutOfService } from '../contract/alarms.ts';
import type { Entity } from '../contract/entities.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { EntityId } from '../contract/ids.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { endings } from '../inventory/decide-remove.ts';
import { maySettle } from '../inventory/rules.ts';
import type { InventoryView } from '../inventory/inventory.ts';
import type { World } from '../kernel/world.ts';
import { keyOf, same, standing } from './changes.ts';
import type { Change } from './changes.ts';
import type { Bearings } from './index-of-edits.ts';
import { layBack } from './laid-back.ts';
import type { Wanted } from './laid-back.ts';
import type { Edit } from './ledger.ts';

export type Direction = 'back' | 'forth';

/** A thing that shall go from one state to the other. */
type Step = { readonly change: Change; readonly from: Change['after']; readonly to: Change['after'] };

type Depth = 'whole' | 'without-rules';

export type Walk = {
  readonly world: World;
  readonly edit: Edit;
  readonly direction: Direction;
  readonly bearings: Bearings;
  /** The inventory's own rules cost most: a list leaves them out of what is large. */
  readonly depth: Depth;
};

const fine = accepted(null);

/** The events that walk the edit, or why it cannot be walked. */
export function walk(way: Walk): Result<WorldEvent[]> {
  const steps = stepsOf(way);
  const gone = steps.flatMap(({ change, to }) =>
    change.thing === 'entity' && to === null ? [change.id] : [],
  );
  const wanted: Wanted = new Map(
    steps.flatMap(({ change, to }) =>
      change.thing === 'entity' ? [[change.id, to as Entity | null] as const] : [],
    ),
  );
  const view = layBack(way.world.inventory, wanted);
  const checks = way.depth === 'whole' ? [standsAsLeft, nothingHangs, settles] : [standsAsLeft, nothingHangs];
  for (const check of checks) {
    const result = check(way, { steps, view, wanted });
    if (!result.ok) return result;
  }
  const ends = endings(way.world, new Set(gone)).filter(({ type }) => type !== 'sensor.in-service');
  return accepted([...ends, ...steps.map(eventOf(way))]);
}

function stepsOf({ edit, direction }: Walk): Step[] {
  if (direction === 'forth')
    return edit.changes.map((change) => ({ change, from: change.before, to: change.after }));
  return edit.changes.map((change) => ({ change, from: change.after, to: change.before })).toReversed();
}

type Outcome = { readonly steps: readonly Step[]; readonly view: InventoryView; readonly wanted: Wanted };
type Check = (way: Walk, outcome: Outcome) => Result<null>;

/** Nobody may have touched a thing since: their change would be lost. */
const standsAsLeft: Check = (way, { steps }) => {
  const other = steps.find(({ change, from }) => !same(standing(way.world, change), from));
  return other === undefined ? fine : changedSince(way, other);
};

function changedSince(way: Walk, { change }: Step): Result<null> {
  const name = nameOf(way.world, change);
  const by = inTheWay(way, keyOf(change));
  if (by === undefined)
    return refused('changed-since', `${name} was changed since, by no edit that is still remembered`, {
      hint: 'Change it by hand.',
    });
  const who = by.undone === null ? by.by.name : by.undone.by.name;
  const what = by.undone === null ? by.title : `undid “${by.title}”`;
  return refused('changed-since', `${name} was changed since by ${who} (${what}, ${by.id})`, {
    hint: by.undone === null ? `Undo ${by.id} first.` : `Redo ${by.id} first.`,
  });
}

const lastToTouch = ({ bearings, edit }: Walk, key: string): Edit | undefined =>
  bearings.touching(key).findLast((other) => other.id !== edit.id);

/** What was done after it; on the way forth also what was undone before it, and so is missing under it. */
function inTheWay(way: Walk, key: string): Edit | undefined {
  const all = way.bearings.touching(key);
  const at = all.findIndex(({ id }) => id === way.edit.id);
  const later = all.slice(at + 1).findLast(({ undone }) => undone === null);
  if (later !== undefined || way.direction === 'back') return later;
  const earlier = all.slice(0, at);
  return earlier.findLast(({ undone }) => undone !== null) ?? earlier.at(-1);
}

function nameOf(world: World, change: Change): string {
  switch (change.thing) {
    case 'entity': {
      const entity = world.inventory.get(change.id) ?? change.after ?? change.before;
      return entity === null ? change.id : `${entity.kind} ${entity.name} (${change.id})`;
    }
    case 'service':
      return `Whether ${change.id} is in service`;
    case 'rule':
      return `Alarm rule ${change.id}`;
    case 'lab':
      return 'The name of the lab';
    default:
      return change satisfies never;
  }
}

/** What would go must hold nothing, carry no links, and be nobody's concern. */
const nothingHangs: Check = (way, { view, wanted }) => {
  for (const [id, entity] of wanted) {
    if (entity !== null) continue;
    const result = hangsOn(way, view, id);
    if (!result.ok) return result;
  }
  return fine;
};

function hangsOn(way: Walk, view: InventoryView, id: EntityId): Result<null> {
  const { world, bearings, edit } = way;
  const name = world.inventory.get(id)?.name ?? id;
  const inside = [...view.childrenOf(id)];
  if (inside.length > 0)
    return refused('not-empty', `${name} holds ${listed(inside)} now`, {
      hint: hintFor(way, inside, 'Move or remove what is inside first.'),
    });
  const linked = bearings.leaning(id).flatMap((one) => {
    const now = view.get(one.id);
    return now !== undefined && Object.values(now.links).some((ids) => ids.includes(id)) ? [now] : [];
  });
  if (linked.length > 0)
    return refused('wrong-state', `${listed(linked)} is linked to ${name} now`, {
      hint: hintFor(way, linked, 'Change its links first.'),
    });
  const entry = world.outOfService.get(id);
  if (entry === undefined) return fine;
  if (edit.changes.some((change) => change.thing === 'service' && change.id === id)) return fine;
  return refused('changed-since', `${entry.by} took ${name} (${id}) out of service since`, {
    hint: 'Put it back in service first.',
  });
}

const fewNames = 3;

function listed(things: readonly Entity[]): string {
  const names = things.slice(0, fewNames).map(({ name, id }) => `${name} (${id})`);
  const more = things.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

/** Names the edit that brought it about, where that is remembered. */
function hintFor(way: Walk, things: readonly Entity[], otherwise: string): string {
  const first = things[0];
  const edit = first === undefined ? undefined : lastToTouch(way, `entity ${first.id}`);
  return edit === undefined || edit.undone !== null
    ? otherwise
    : `Undo ${edit.id} (${edit.title}, by ${edit.by.name}) first.`;
}

/** All that would stand, stands by the rules: its place may have been taken meanwhile. */
const settles: Check = (way, outcome) => {
  for (const { change, to } of outcome.steps) {
    if (to === null || change.thing === 'lab') continue;
    const result = maySettleAs(way, outcome, { change, to });
    if (!result.ok) {
      const { code, message, hint } = result.refusal;
      return refused(code, message, hint === undefined ? {} : { hint });
    }
  }
  return fine;
};

type Settling = { readonly change: Change; readonly to: Change['after'] };

function maySettleAs({ world }: Walk, { view }: Outcome, { change, to }: Settling): Result<null> {
  switch (change.thing) {
    case 'entity': {
      const before = world.inventory.get(change.id);
      const wanted = to as Entity;
      const moved = holdsWhileMoved(view, before, wanted);
      if (!moved.ok) return moved;
      // Its own state is the present one, so that the rules see what it had a right to already.
      return maySettle({ ...view, get: (id) => (id === change.id ? before : view.get(id)) }, wanted);
    }
    case 'rule':
      return ruleHolds({ inventory: { ...world.inventory, get: view.get } }, to as AlarmRule);
    case 'service':
      if (view.get(change.id) !== undefined) return fine;
      return refused('unknown-entity', `There is no ${change.id} any more`);
    case 'lab':
      return fine;
    default:
      return change satisfies never;
  }
}

/** As for a move: what a room or a row holds stands where it is by this very room. */
function holdsWhileMoved(
  view: InventoryView,
  before: Entity | undefined,
  { kind, id, name, parent }: Entity,
): Result<null> {
  const isMoved = before !== undefined && before.parent !== parent;
  if (!isMoved || (kind !== 'room' && kind !== 'row') || [...view.childrenOf(id)].length === 0) return fine;
  return refused('not-empty', `${name} holds things now; a ${kind} moves only when empty`);
}

const eventOf =
  ({ world, edit }: Walk) =>
  ({ change, to }: Step): WorldEvent => {
    switch (change.thing) {
      case 'entity':
        if (to === null) return { type: 'entity.removed', id: change.id };
        return {
          type: world.inventory.get(change.id) === undefined ? 'entity.created' : 'entity.changed',
          entity: to as Entity,
        };
      case 'service':
        if (to === null) return { type: 'sensor.in-service', sensor: change.id, by: edit.by.name };
        return { type: 'sensor.out-of-service', entry: to as OutOfService };
      case 'rule':
        return to === null
          ? { type: 'rule.removed', id: change.id }
          : { type: 'rule.put', rule: to as AlarmRule };
      case 'lab':
        return { type: 'lab.renamed', name: change[to === change.before ? 'before' : 'after'] };
      default:
        return change satisfies never;
    }
  };
