import type { AssetFilter, AssetGap, AssetRow } from '../../../sim/contract/assets.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Inventory, World } from '../../../sim/index.ts';
import { textOf } from './asset-row.ts';
import type { Kept } from './asset-row.ts';

type Test = (kept: Kept) => boolean;
const dayMillis = 86_400_000;

/** Whether a device is meant: only what is asked for is looked at. */
export function matcher(world: World, filter: AssetFilter): Test {
  const tests = [
    textTest(filter.text),
    oneOf(filter.categories, ({ row }) => row.category),
    oneOf(filter.lifecycles, ({ row }) => row.lifecycle),
    withinTest(world.inventory, filter.within),
    wordTest(filter.model, ({ row }) => row.model),
    wordTest(filter.manufacturer, ({ row }) => row.manufacturer),
    wordTest(filter.owner, ({ row }) => row.owner),
    wordTest(filter.service, ({ row }) => row.service),
    gapTest(filter.missing),
    warrantyTest(world, filter.warrantyDays),
  ].filter((test) => test !== null);
  return (kept) => tests.every((test) => test(kept));
}

function textTest(text: string | undefined): Test | null {
  const words = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  return (kept) => {
    const written = textOf(kept);
    return words.every((word) => written.includes(word));
  };
}

function oneOf<Value>(wanted: readonly Value[] | undefined, valueOf: (kept: Kept) => Value): Test | null {
  if (wanted === undefined || wanted.length === 0) return null;
  const set = new Set(wanted);
  return (kept) => set.has(valueOf(kept));
}

function wordTest(wanted: string | undefined, valueOf: (kept: Kept) => string | null): Test | null {
  if (wanted === undefined) return null;
  const small = wanted.toLowerCase();
  return (kept) => valueOf(kept)?.toLowerCase() === small;
}

function gapTest(missing: readonly AssetGap[] | undefined): Test | null {
  if (missing === undefined || missing.length === 0) return null;
  return ({ row }) => missing.every((gap) => row[gap satisfies keyof AssetRow] === null);
}

function warrantyTest(world: World, days: number | undefined): Test | null {
  if (days === undefined) return null;
  const today = dayOf(world.now());
  if (days === 0) return ({ row }) => row.warranty !== null && row.warranty < today;
  const last = dayOf(world.now() + days * dayMillis);
  return ({ row }) => row.warranty !== null && row.warranty >= today && row.warranty <= last;
}

const dayOf = (millis: number): string => new Date(millis).toISOString().slice(0, 10);

/** By the racks below it, of which there are fewer than of devices. */
function withinTest(inventory: Inventory, top: EntityId | undefined): Test | null {
  if (top === undefined) return null;
  const parents = new Set<EntityId>();
  const gather = (id: EntityId): void => {
    const kind = inventory.get(id)?.kind;
    if (kind === 'rack') parents.add(id);
    if (kind !== 'site' && kind !== 'room' && kind !== 'row') return;
    for (const child of inventory.childrenOf(id)) gather(child.id);
  };
  gather(top);
  return ({ row }) => row.id === top || (row.rack !== null && parents.has(row.rack));
}
