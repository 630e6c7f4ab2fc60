/** What the list shows, as the address carries it. */
import type { QueryParams } from '../../../sim/contract/queries.ts';
import type { TreeWay } from '../../../sim/contract/machine-tree.ts';
import { powerChoices, sortable } from './list-columns.table.ts';
import type { PowerChoice, SortColumn } from './list-columns.table.ts';

export type ListWish = {
  readonly by: TreeWay;
  /** A node of the tree; null: the whole lab. */
  readonly node: string | null;
  readonly text: string;
  readonly power: PowerChoice;
  readonly kind: KindChoice;
  readonly sort: SortColumn;
  readonly order: 'up' | 'down';
};

export const kindChoices = ['any', 'vm', 'blade', 'host'] as const;
type KindChoice = (typeof kindChoices)[number];

const one = <T extends string>(all: readonly T[], value: string | null, usual: T): T =>
  all.find((known) => known === value) ?? usual;

export const wishOf = (search: URLSearchParams): ListWish => ({
  by: one(['vendor', 'place'], search.get('by'), 'vendor'),
  node: search.get('node'),
  text: (search.get('q') ?? '').slice(0, 80),
  power: one(powerChoices, search.get('power'), 'any'),
  kind: one(kindChoices, search.get('kind'), 'any'),
  sort: one(sortable, search.get('sort'), 'name'),
  order: one(['up', 'down'], search.get('order'), 'up'),
});

const usual: Readonly<Record<string, string>> = {
  by: 'vendor',
  q: '',
  power: 'any',
  kind: 'any',
  sort: 'name',
  order: 'up',
};

/** Only what is not usual stands in the address. What others keep there stays. */
export function withWish(search: URLSearchParams, wish: ListWish): URLSearchParams {
  const next = new URLSearchParams(search);
  const { text, node, ...rest } = wish;
  for (const [name, value] of Object.entries({ ...rest, q: text, node: node ?? '' })) {
    if (value === '' || usual[name] === value) next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/** A group of a node’s own kind of things lies in that node. */
export function askedOf({ node, text, power, kind, sort, order }: ListWish): QueryParams<'machines'> {
  const within = node?.split('/')[0];
  return {
    ...(within === undefined ? {} : { within: within }),
    ...(text.trim() === '' ? {} : { text }),
    ...(power === 'any' ? {} : { power: [power] }),
    ...(kind === 'any' ? {} : { kinds: [kind] }),
    sort,
    order,
  };
}

export const isFiltered = ({ text, power, kind }: ListWish): boolean =>
  text.trim() !== '' || power !== 'any' || kind !== 'any';

/** A second click turns the order round. Figures begin with the most. */
export function sortedBy(wish: ListWish, sort: SortColumn): Pick<ListWish, 'sort' | 'order'> {
  if (wish.sort === sort) return { sort, order: wish.order === 'up' ? 'down' : 'up' };
  return { sort, order: sort === 'share' || sort === 'memory' ? 'down' : 'up' };
}
