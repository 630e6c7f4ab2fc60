/** Categories, tags and what they hang on: papers of the lab. */
import type { Entity } from '../../../../../sim/contract/entities.ts';
import type { PaperValue } from '../../../../../sim/contract/papers.ts';
import type { Vc } from '../../vc.ts';
import { refusedAs, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import type { RestCall } from '../rest-call.ts';
import { faultOf } from '../../objects/faults.ts';

export type Category = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly cardinality: 'SINGLE' | 'MULTIPLE';
  readonly associable_types: readonly string[];
  readonly used_by: readonly string[];
};

export type Tag = {
  readonly id: string;
  readonly category_id: string;
  readonly name: string;
  readonly description: string;
  readonly used_by: readonly string[];
};

/** As vAPI names a thing of any service. */
export type ObjectId = { readonly type: string; readonly id: string };

const categoryKey = (id: string): string => `tags/category/${encodeURIComponent(id)}`;
const tagKey = (id: string): string => `tags/tag/${encodeURIComponent(id)}`;
const objectPrefix = 'tags/on/';
const objectKey = ({ type, id }: ObjectId): string => `${objectPrefix}${type}:${encodeURIComponent(id)}`;

type Reading = Pick<Vc, 'papers'>;

export const categoriesOf = ({ papers }: Reading): readonly Category[] =>
  papers.below('tags/category/').map(({ value }) => value as unknown as Category);
export const tagsOf = ({ papers }: Reading): readonly Tag[] =>
  papers.below('tags/tag/').map(({ value }) => value as unknown as Tag);
export const categoryOf = ({ papers }: Reading, id: string): Category | undefined =>
  papers.get(categoryKey(id)) as unknown as Category | undefined;
export const tagOf = ({ papers }: Reading, id: string): Tag | undefined =>
  papers.get(tagKey(id)) as unknown as Tag | undefined;

/** The ids of the tags that hang on it. */
export function tagsOn({ papers }: Reading, object: ObjectId): readonly string[] {
  const paper = papers.get(objectKey(object));
  return Array.isArray(paper) ? (paper as readonly string[]) : [];
}

/** Those that are still there. */
export function objectsWith(vc: Pick<Vc, 'papers' | 'refs'>, tag: string): readonly ObjectId[] {
  return vc.papers.below(objectPrefix).flatMap(({ key, value }) => {
    if (!Array.isArray(value) || !(value as readonly string[]).includes(tag)) return [];
    const [type = '', ...rest] = key.slice(objectPrefix.length).split(':');
    const object = { type, id: decodeURIComponent(rest.join(':')) };
    return isThere(vc, object) ? [object] : [];
  });
}

/** Of other services than the inventory we know nothing: libraries look after their own. */
export const isThere = ({ refs }: Pick<Vc, 'refs'>, { type, id }: ObjectId): boolean =>
  type.includes('.') || refs.find({ _ref: type, value: id })?.is !== undefined;

type Item = { readonly key: string; readonly value: PaperValue };

export const categoryItem = (category: Category): Item => ({
  key: categoryKey(category.id),
  value: category,
});
export const tagItem = (tag: Tag): Item => ({ key: tagKey(tag.id), value: tag });
export const noCategory = (id: string): Item => ({ key: categoryKey(id), value: null });
export const objectItem = (object: ObjectId, tags: readonly string[]): Item => ({
  key: objectKey(object),
  value: tags.length === 0 ? null : tags,
});

/** A tag that goes is taken off whatever it hung on. */
export const withoutTag = ({ papers }: Reading, id: string): readonly Item[] => [
  { key: tagKey(id), value: null },
  ...papers.below(objectPrefix).flatMap(({ key, value }) => {
    const tags = Array.isArray(value) ? (value as readonly string[]) : [];
    const left = tags.filter((tag) => tag !== id);
    return left.length === tags.length ? [] : [{ key, value: left.length === 0 ? null : left }];
  }),
];

export async function write({ vc, caller }: RestCall, items: readonly Item[]): Promise<Reply<undefined>> {
  if (items.length === 0) return told(undefined);
  const did = await vc.papers.write(items, caller);
  return did.ok ? told(undefined) : refusedAs(faultOf(did.refusal));
}

/** The lab's own words on a thing follow: what was called `before` is called `after`, or is gone (null). */
export async function mirror(
  { vc, caller }: RestCall,
  objects: readonly ObjectId[],
  { before, after }: { readonly before: string | null; readonly after: string | null },
): Promise<void> {
  for (const { type, id } of objects) {
    const entity = type.includes('.') ? undefined : vc.refs.entity({ _ref: type, value: id });
    const words = entity === undefined ? undefined : wordsOn(entity);
    if (entity === undefined || words === undefined) continue;
    const kept = words.filter((word) => word !== before && word !== after);
    const tags = after === null ? kept : [...kept, after.slice(0, 120)];
    const command = { type: 'inventory.change', id: entity.id, spec: { tags } } as const;
    const did = await vc.execute(command, caller);
    if (!did.ok)
      vc.log.warn('a tag could not be shown in the lab', { refusal: did.refusal, entity: entity.id });
  }
}

const wordsOn = ({ spec }: Entity): readonly string[] | undefined => ('tags' in spec ? spec.tags : undefined);
