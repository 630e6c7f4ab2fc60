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
import { readDeviceStory } from './device-story.ts';
import { createLane, inTurns, kept, portions } from './in-turns.ts';
import type { Steps } from './in-turns.ts';

type Name = 'assets' | 'asset-ids' | 'asset-words' | 'asset-edit' | 'asset-csv' | 'device-story';
type Answers = { readonly [One in Name]: (params: Params<One>) => Promise<Result<QueryAnswer<One>>> };
type Ordered = AssetFilter & { readonly sort: Params<'assets'>['sort']; readonly direction: Direction };
type List = Result<readonly Kept[]>;
type Found = { readonly key: string; readonly world: World; readonly list: readonly Kept[] };

/** Answers from one book; the lists that were found last are kept, since tables scroll through them. */
const keptLists = 4;

export function createAssetAnswers(deps: Pick<ReaderDeps, 'session'>): Answers {
  const book = createAssetBook();
  const lane = createLane();
  let last: readonly Found[] = [];
  function* find(world: World, filter: Ordered): Steps<List> {
    if (filter.within !== undefined && world.inventory.get(filter.within) === undefined) {
      return refused('unknown-entity', `There is no ${filter.within}`, {
        where: 'within',
        hint: 'It may have been removed.',
      });
    }
    const key = keyOf(yield* book.look(world), world, filter);
    const known = last.find((one) => one.key === key && one.world === world);
    const one = known ?? { key, world, list: yield* found(book, world, filter) };
    last = [one, ...last.filter((other) => other !== one)].slice(0, keptLists);
    return accepted(one.list);
  }
  /** One question after another: each walks through the book, and gives way to the host on its way. */
  const asked = <Value>(steps: (world: World) => Steps<Value>): Promise<Value> =>
    lane(() => inTurns(steps(deps.session().world)));
  return {
    assets: (params) => asked((world) => pageSteps({ world, book, find }, params)),
    'asset-ids': (filter) =>
      asked(function* (world) {
        const list = yield* find(world, filter);
        if (!list.ok) return list;
        return accepted({ ids: list.value.map(({ row }) => row.id), revision: world.revision });
      }),
    'asset-words': () => asked((world) => wordsIn(world, book)),
    'asset-edit': (params) => asked((world) => editSteps({ world, book, find }, params)),
    'asset-csv': ({ offset, limit, ...filter }) =>
      asked(function* (world) {
        const list = yield* find(world, filter);
        if (!list.ok) return list;
        const lines: string[] = [];
        for (const portion of portions(list.value.slice(offset, offset + limit))) {
          lines.push(...portion.map(csvLine));
          yield;
        }
        const end = offset + lines.length;
        const total = list.value.length;
        const text = (offset === 0 ? csvHeader() : '') + lines.join('');
        return accepted({ text, next: end < total ? end : null, total });
      }),
    'device-story': (params) => readDeviceStory(deps, params),
  };
}

/** What moves with lab time makes a list of its own for each moment of it. */
function keyOf(look: number, world: World, filter: Ordered): string {
  const tick = filter.sort === 'drawn' ? world.clock.tick : null;
  const day = filter.warrantyDays === undefined ? null : Math.floor(world.now() / 86_400_000);
  return JSON.stringify([look, tick, day, filter]);
}

function* found(book: AssetBook, world: World, filter: Ordered): Steps<readonly Kept[]> {
  const { sort, direction, ...asked } = filter;
  const list = yield* book.inOrder(world, { sort, direction });
  const isFree = Object.values(asked).every((value) => value === undefined);
  return isFree ? list : yield* kept(list, matcher(world, asked));
}

type Find = {
  readonly world: World;
  readonly book: AssetBook;
  readonly find: (world: World, filter: Ordered) => Steps<List>;
};

function* pageSteps(
  { world, book, find }: Find,
  { offset, limit, ids, ...filter }: Params<'assets'>,
): Steps<Result<QueryAnswer<'assets'>>> {
  const all = yield* find(world, filter);
  if (!all.ok) return all;
  const list = ids === undefined ? all.value : named(book, ids);
  const drawn = drawnNow(world);
  const items = list
    .slice(offset, offset + limit)
    .map(({ row, entity }) => ({ ...row, drawn: drawn(entity) }));
  return accepted({ items, total: list.length, of: book.count(), revision: world.revision });
}

const usualOrder = { sort: 'name', direction: 'ascending' } as const;

function* editSteps(
  { world, book, find }: Find,
  { ids, filter, without, edit, from, limit }: Params<'asset-edit'>,
): Steps<Result<QueryAnswer<'asset-edit'>>> {
  const everything = yield* find(world, usualOrder);
  if (!everything.ok) return everything;
  const meant =
    ids === undefined ? yield* find(world, { ...usualOrder, ...filter }) : accepted(named(book, ids));
  if (!meant.ok) return meant;
  const spared = new Set(without);
  const list = spared.size === 0 ? meant.value : meant.value.filter(({ row }) => !spared.has(row.id));
  const plan = yield* planEdit(list, { edit, from }, everything.value);
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

function* wordsIn(world: World, book: AssetBook): Steps<Result<QueryAnswer<'asset-words'>>> {
  yield* book.look(world);
  const list = yield* book.inOrder(world, usualOrder);
  return accepted({
    manufacturers: yield* wordsOf(list, 'manufacturer'),
    models: yield* wordsOf(list, 'model'),
    owners: yield* wordsOf(list, 'owner'),
    services: yield* wordsOf(list, 'service'),
  });
}

type Word = QueryAnswer<'asset-words'>['models'][number];

function* wordsOf(
  list: readonly Kept[],
  field: 'manufacturer' | 'model' | 'owner' | 'service',
): Steps<Word[]> {
  const counts = new Map<string, number>();
  for (const portion of portions(list)) {
    for (const { row } of portion) {
      const word = row[field];
      if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    yield;
  }
  const words = [...counts].map(([word, devices]) => ({ word, devices }));
  return words.toSorted((a, b) => b.devices - a.devices).slice(0, mostWords);
}
