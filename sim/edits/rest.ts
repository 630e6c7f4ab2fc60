import { alarmRuleSchema } from '../contract/alarms.ts';
import { ofToday } from '../inventory/of-today.ts';
import { createFingerprint } from '../kernel/fingerprint.ts';
import type { World } from '../kernel/world.ts';
import { standing } from './changes.ts';
import type { Change } from './changes.ts';
import type { Edit, EditsAtRest } from './ledger.ts';

type Rest = { readonly text: string; readonly digest: string };

/**
 * The inventory at rest with the edits beside it. Most of what edits hold still stands in the inventory:
 * a state that is left out of a change is the one that stands.
 */
export function layWithEdits(world: World): Rest {
  return world.edits.written(world.inventory.changes(), (edits) => write(world, edits));
}

function write(world: World, edits: EditsAtRest): Rest {
  const inventory = world.inventory.atRest();
  if (edits.last === 0) return inventory;
  const text = JSON.stringify({ ...edits, items: edits.items.map((edit) => lean(world, edit)) });
  const fingerprint = createFingerprint();
  fingerprint.text(inventory.digest);
  fingerprint.text(text);
  return { text: `${inventory.text.slice(0, -1)},"edits":${text}}`, digest: fingerprint.hex() };
}

function lean(world: World, edit: Edit): Edit {
  return { ...edit, changes: edit.changes.map((change) => leanChange(world, change)) };
}

function leanChange(world: World, change: Change): Change {
  if (change.thing !== 'entity') return change;
  const now = standing(world, change);
  const { thing, id, before, after } = change;
  return {
    thing,
    id,
    ...(isAsWritten(before, now) ? {} : { before }),
    ...(isAsWritten(after, now) ? {} : { after }),
  } as Change;
}

/** To the letter, or a world that was restored would later be written otherwise than one that lived on. */
const isAsWritten = (one: unknown, other: unknown): boolean =>
  one === other || (one !== null && other !== null && JSON.stringify(one) === JSON.stringify(other));

/** After the inventory: what was left out is taken from it. */
export function restoreEdits(world: World, rest: EditsAtRest | undefined): void {
  if (rest === undefined) return;
  const whole = (change: Change): Change => wholeChange(world, change);
  world.edits.restore({
    ...rest,
    items: rest.items.map((edit) => ({ ...edit, changes: edit.changes.map(whole) })),
    open: rest.open === null ? null : { ...rest.open, changes: rest.open.changes.map(whole) },
  });
}

function wholeChange(world: World, change: Change): Change {
  switch (change.thing) {
    case 'entity': {
      const { id, before, after } = { ...stand(world, change), ...change };
      return {
        thing: 'entity',
        id,
        before: before === null ? null : ofToday(before),
        after: after === null ? null : ofToday(after),
      };
    }
    case 'rule': {
      const { before, after } = change;
      return {
        ...change,
        before: before === null ? null : alarmRuleSchema.parse(before),
        after: after === null ? null : alarmRuleSchema.parse(after),
      };
    }
    case 'service':
    case 'lab':
      return change;
    default:
      return change satisfies never;
  }
}

function stand(world: World, { id }: Extract<Change, { thing: 'entity' }>) {
  const now = world.inventory.get(id) ?? null;
  return { before: now, after: now };
}
