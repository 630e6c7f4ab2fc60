/** What a table of devices shows, as an address carries it: filter, order and columns. */
import { assetColumns, assetGaps } from '../../../sim/contract/asset-columns.table.ts';
import type { AssetColumn, AssetFilterInput, AssetGap } from '../../../sim/contract/assets.ts';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { shownAtFirst, usualWidths } from './asset-widths.table.ts';

type DeviceSpec = EntityOf<'device'>['spec'];
export type Category = DeviceSpec['category'];
export type Lifecycle = DeviceSpec['lifecycle'];

export const categories = [
  'server',
  'switch',
  'storage',
  'patch-panel',
  'appliance',
  'other',
] as const satisfies readonly Category[];
export const lifecycles = ['planned', 'staged', 'active', 'retired'] as const satisfies readonly Lifecycle[];

export type WordField = 'manufacturer' | 'model' | 'owner' | 'service';
export const wordFields = [
  'manufacturer',
  'model',
  'owner',
  'service',
] as const satisfies readonly WordField[];

export type Filter = {
  readonly text: string;
  readonly categories: readonly Category[];
  readonly lifecycles: readonly Lifecycle[];
  readonly missing: readonly AssetGap[];
  readonly within: string | null;
  readonly words: Readonly<Partial<Record<WordField, string>>>;
  readonly warrantyDays: number | null;
};

export type Direction = 'ascending' | 'descending';
export type ShownColumn = { readonly id: AssetColumn; readonly width: number };
export type AssetView = {
  readonly filter: Filter;
  readonly sort: AssetColumn;
  readonly direction: Direction;
  readonly columns: readonly ShownColumn[];
};

export const noFilter: Filter = {
  text: '',
  categories: [],
  lifecycles: [],
  missing: [],
  within: null,
  words: {},
  warrantyDays: null,
};

export const usualColumns: readonly ShownColumn[] = shownAtFirst.map((id) => ({
  id,
  width: usualWidths[id],
}));

export const usualView: AssetView = {
  filter: noFilter,
  sort: 'name',
  direction: 'ascending',
  columns: usualColumns,
};

/** The search parameters that belong to a view; others, as the selection, stay as they are. */
const own = ['q', 'kind', 'life', 'missing', 'in', ...wordFields, 'warranty', 'sort', 'cols'] as const;

const among = <Value extends string>(values: readonly Value[], text: string | null): Value[] =>
  (text ?? '').split(',').flatMap((word) => values.find((value) => value === word) ?? []);

function daysIn(text: string | null): number | null {
  const days = text === null || text === '' ? Number.NaN : Number(text);
  return Number.isInteger(days) && days >= 0 && days <= 36_500 ? days : null;
}

/** What is not understood is left out: an old link shows more rather than nothing. */
export function viewIn(params: URLSearchParams): AssetView {
  const sort = params.get('sort') ?? '';
  const words = Object.fromEntries(
    wordFields.flatMap((field) => {
      const word = params.get(field);
      return word === null || word === '' ? [] : [[field, word.slice(0, 120)]];
    }),
  );
  const columns = columnsIn(params.get('cols'));
  return {
    filter: {
      text: (params.get('q') ?? '').slice(0, 200),
      categories: among(categories, params.get('kind')),
      lifecycles: among(lifecycles, params.get('life')),
      missing: among(assetGaps, params.get('missing')),
      within: params.get('in'),
      words,
      warrantyDays: daysIn(params.get('warranty')),
    },
    sort: among(assetColumns, sort.replace('-', ''))[0] ?? 'name',
    direction: sort.startsWith('-') ? 'descending' : 'ascending',
    columns: columns.length === 0 ? usualColumns : columns,
  };
}

export const leastWidth = 48;
export const mostWidth = 640;
export const fittingWidth = (width: number): number =>
  Math.min(mostWidth, Math.max(leastWidth, Math.round(width)));

function columnsIn(text: string | null): ShownColumn[] {
  const seen = new Set<AssetColumn>();
  return (text ?? '').split(',').flatMap((part) => {
    const [name, width] = part.split(':');
    const id = assetColumns.find((column) => column === name);
    if (id === undefined || seen.has(id)) return [];
    seen.add(id);
    return [{ id, width: fittingWidth(Number(width) || usualWidths[id]) }];
  });
}

const columnsText = (columns: readonly ShownColumn[]): string =>
  columns.map(({ id, width }) => (width === usualWidths[id] ? id : `${id}:${width}`)).join(',');

/** Only what differs from the usual stands in an address. */
export function withView(before: URLSearchParams, view: AssetView): URLSearchParams {
  const params = new URLSearchParams(before);
  for (const name of own) params.delete(name);
  const { filter, sort, direction, columns } = view;
  const put = (name: string, value: string): void => {
    if (value !== '') params.set(name, value);
  };
  put('q', filter.text);
  put('kind', filter.categories.join(','));
  put('life', filter.lifecycles.join(','));
  put('missing', filter.missing.join(','));
  put('in', filter.within ?? '');
  for (const field of wordFields) put(field, filter.words[field] ?? '');
  put('warranty', filter.warrantyDays === null ? '' : String(filter.warrantyDays));
  put(
    'sort',
    sort === 'name' && direction === 'ascending' ? '' : `${direction === 'descending' ? '-' : ''}${sort}`,
  );
  const shown = columnsText(columns);
  put('cols', shown === columnsText(usualColumns) ? '' : shown);
  return params;
}

/** As the host is asked. */
export function askedOf({ filter }: Pick<AssetView, 'filter'>): AssetFilterInput {
  const { text, within, words, warrantyDays } = filter;
  return {
    ...words,
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(filter.categories.length === 0 ? {} : { categories: [...filter.categories] }),
    ...(filter.lifecycles.length === 0 ? {} : { lifecycles: [...filter.lifecycles] }),
    ...(filter.missing.length === 0 ? {} : { missing: [...filter.missing] }),
    ...(within === null ? {} : { within }),
    ...(warrantyDays === null ? {} : { warrantyDays }),
  };
}

export const isFiltered = (view: AssetView): boolean => Object.keys(askedOf(view)).length > 0;
