import type { AssetFilter } from '../../../sim/contract/assets.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { drawnNow } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import type { Params, ReaderDeps } from '../../host/reader/params.ts';
import { createAssetBook } from './asset-book.ts';
import type { AssetBook } from './asset-book.ts';
import { planEdit } from './asset-edit.ts';
import { matcher } from './asset-match.ts';
import type { Direction } from './asset-order.ts';
import type { Kept } from './asset-row.ts';
import { csvHeader, csvLine } from './csv-lines.ts';

type Name = 'assets' | 'asset-ids' | 'asset-words' | 'asset-edit' | 'asset-csv';
type Answers = { readonly [One in Name]: (params: Params<One>) => Result<QueryAnswer<One>> };
type Ordered = AssetFilter & { readonly sort: Params<'assets'>['sort']; readonly direction: Direction };
type Found = { readonly key: string; readonly list: readonly Kept[] };

/** Answers from one book; the last list that was found is kept, since a table scrolls through it. */
export function createAssetAnswers({ session }: Pick<ReaderDeps, 'session'>): Answers {
  const book = createAssetBook();
  let last: Found | null = null;
  const find = (filter: Ordered): Result<readonly Kept[]> => {
    const { world } = session();
    if (filter.within !== undefined && world.inventory.get(filter.within) === undefined) {
      return refused('unknown-entity', `There is no ${filter.within}`, {
        where: 'within',
        hint: 'It may have been removed.',
      });
    }
    const key = keyOf(book.look(world), world, filter);
    if (last?.key !== key) last = { key, list: found(book, world, filter) };
    return accepted(last.list);
  };
  return {
    assets: ({ offset, limit, ...filter }) => {
      const list = find(filter);
      if (!list.ok) return list;
      const { world } = session();
      const drawn = drawnNow(world);
      const items = list.value
        .slice(offset, offset + limit)
        .map(({ row, entity }) => ({ ...row, drawn: drawn(entity) }));
      return accepted({ items, total: list.value.length, of: book.count(), revision: world.revision });
    },
    'asset-ids': (filter) => {
      const list = find(filter);
      if (!list.ok) return list;
      return accepted({ ids: list.value.map(({ row }) => row.id), revision: session().world.revision });
    },
    'asset-words': () => wordsIn(session().world, book),
    'asset-edit': (asked) => editAnswer({ world: session().world, book, find }, asked),
    'asset-csv': ({ offset, limit, ...filter }) => {
      const list = find(filter);
      if (!list.ok) return list;
      const lines = list.value.slice(offset, offset + limit).map(csvLine);
      const end = offset + lines.length;
      const text = (offset === 0 ? csvHeader() : '') + lines.join('');
      const total = list.value.length;
      return accepted({ text, next: end < total ? end : null, total });
    },
  };
}

/** What moves with lab time makes a list of its own for each moment of it. */
function keyOf(look: number, world: World, filter: Ordered): string {
  const tick = filter.sort === 'drawn' ? world.clock.tick : null;
  const day = filter.warrantyDays === undefined ? null : Math.floor(world.now() / 86_400_000);
  return JSON.stringify([look, tick, day, filter]);
}

function found(book: AssetBook, world: World, filter: Ordered): readonly Kept[] {
  const { sort, direction, ...asked } = filter;
  const list = book.inOrder(world, { sort, direction });
  const isFree = Object.values(asked).every((value) => value === undefined);
  return isFree ? list : list.filter(matcher(world, asked));
}

type Find = {
  readonly world: World;
  readonly book: AssetBook;
  readonly find: (filter: Ordered) => Result<readonly Kept[]>;
};

const usualOrder = { sort: 'name', direction: 'ascending' } as const;

function editAnswer(
  { world, book, find }: Find,
  { ids, filter, without, edit, from, limit }: Params<'asset-edit'>,
): Result<QueryAnswer<'asset-edit'>> {
  const everything = find(usualOrder);
  if (!everything.ok) return everything;
  const meant = ids === undefined ? find({ ...usualOrder, ...filter }) : accepted(named(book, ids));
  if (!meant.ok) return meant;
  const spared = new Set(without);
  const list = spared.size === 0 ? meant.value : meant.value.filter(({ row }) => !spared.has(row.id));
  const plan = planEdit(list, { edit, from }, everything.value);
  if (!plan.ok) return plan;
  const { changes, problems } = plan.value;
  return accepted({
    meant: list.length,
    changing: changes.length,
    changes: changes.slice(0, limit),
    problems: problems.slice(0, 50),
    problemCount: problems.length,
    revision: world.revision,
  });
}

/** Those that were removed in the meantime are passed over: they are not meant any more. */
const named = (book: AssetBook, ids: NonNullable<Params<'asset-edit'>['ids']>): readonly Kept[] =>
  ids.flatMap((id) => book.get(id) ?? []);

const mostWords = 500;

function wordsIn(world: World, book: AssetBook): Result<QueryAnswer<'asset-words'>> {
  book.look(world);
  const list = book.inOrder(world, usualOrder);
  const of = (field: 'manufacturer' | 'model' | 'owner' | 'service') => {
    const counts = new Map<string, number>();
    for (const { row } of list) {
      const word = row[field];
      if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const words = [...counts].map(([word, devices]) => ({ word, devices }));
    return words.toSorted((a, b) => b.devices - a.devices).slice(0, mostWords);
  };
  return accepted({
    manufacturers: of('manufacturer'),
    models: of('model'),
    owners: of('owner'),
    services: of('service'),
  });
}
