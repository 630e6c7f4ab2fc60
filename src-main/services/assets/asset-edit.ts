import type { AssetChange, AssetEdit } from '../../../sim/contract/assets.ts';
import type { AssetCard } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Device, Kept } from './asset-row.ts';
import { portions } from './in-turns.ts';
import type { Steps } from './in-turns.ts';

export type EditPlan = {
  readonly changes: readonly AssetChange[];
  readonly problems: readonly { readonly id: EntityId; readonly name: string; readonly because: string }[];
};

type Asked = { readonly edit: AssetEdit; readonly from: number };

const numberPattern = /\{n(?::(\d{1,2}))?\}/;

/** What an edit makes of each of these devices, in their order; those that are so already are left out. */
export function* planEdit(
  meant: readonly Kept[],
  { edit, from }: Asked,
  others: readonly Kept[],
): Steps<Result<EditPlan>> {
  const sound = isSound(edit, meant.length);
  if (!sound.ok) return sound;
  const { tag } = edit;
  const taken =
    typeof tag === 'string' ? yield* tagsOf(others, new Set(meant.map(({ row }) => row.id))) : null;
  const changes: AssetChange[] = [];
  const problems: { id: EntityId; name: string; because: string }[] = [];
  let at = from;
  for (const portion of portions(meant)) {
    for (const { entity } of portion) {
      const own = typeof tag === 'string' ? { ...edit, tag: tagFor(tag, at) } : edit;
      at += 1;
      const holder = typeof own.tag === 'string' ? taken?.get(own.tag.toLowerCase()) : undefined;
      const because = holder === undefined ? tooLong(own.tag) : `${own.tag} is the tag of ${holder}`;
      const spec = because === null ? changed(entity, own) : null;
      if (because !== null) problems.push({ id: entity.id, name: entity.name, because });
      else if (spec !== null) changes.push({ id: entity.id, spec });
    }
    yield;
  }
  return accepted({ changes, problems });
}

function isSound(edit: AssetEdit, count: number): Result<null> {
  if (Object.keys(edit).length === 0) {
    return refused('invalid-input', 'Nothing is said to change', {
      where: 'edit',
      hint: 'Name a field, such as owner.',
    });
  }
  const { tag } = edit;
  if (typeof tag !== 'string' || count < 2 || numberPattern.test(tag)) return accepted(null);
  return refused('invalid-input', `${count} devices would have the tag ${tag}`, {
    where: 'edit.tag',
    hint: 'Write {n} or {n:5} where the number stands.',
  });
}

const tagFor = (pattern: string, number: number): string =>
  pattern.replace(numberPattern, (_, width: string | undefined) =>
    String(number).padStart(Number(width ?? 1), '0'),
  );

const tooLong = (tag: string | null | undefined): string | null =>
  typeof tag === 'string' && tag.length > 64 ? `${tag} is longer than 64 signs` : null;

function* tagsOf(others: readonly Kept[], meant: ReadonlySet<EntityId>): Steps<Map<string, string>> {
  const tags = new Map<string, string>();
  for (const portion of portions(others)) {
    for (const { row } of portion) {
      if (row.tag !== null && !meant.has(row.id)) tags.set(row.tag.toLowerCase(), row.name);
    }
    yield;
  }
  return tags;
}

/** Only what differs; null where nothing does. */
function changed({ spec }: Device, { lifecycle, duty, ...card }: AssetEdit): AssetChange['spec'] | null {
  const differing: Record<string, unknown> = {};
  if (lifecycle !== undefined && lifecycle !== spec.lifecycle) differing['lifecycle'] = lifecycle;
  if (duty !== undefined && duty !== spec.duty) differing['duty'] = duty;
  const before: AssetCard = spec.asset ?? {};
  const after = cardWith(before, card);
  if (JSON.stringify(sortedCard(after)) !== JSON.stringify(sortedCard(before))) differing['asset'] = after;
  return Object.keys(differing).length === 0 ? null : differing;
}

/** The card as a whole: a change takes it so. Null takes a field away. */
export function cardWith(before: AssetCard, card: Readonly<Record<string, unknown>>): AssetCard {
  const both = Object.entries({ ...before, ...card });
  return Object.fromEntries(both.filter(([, value]) => value !== null && value !== undefined));
}

const sortedCard = (card: AssetCard): unknown =>
  Object.entries(card).toSorted(([a], [b]) => (a < b ? -1 : 1));
