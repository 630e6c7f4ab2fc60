import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { beforeEach, describe, expect, test } from 'vitest';
import { english } from '../../text/catalogue.ts';
import type { Client } from '../../data/requests.ts';
import { faceNames } from '../states/samples.ts';
import { AssetsFace } from './asset-faces.tsx';
import { countOf, isPicked, toggled } from './asset-pick.ts';
import type { Pick } from './asset-pick.ts';
import { askedOf, noFilter, usualView, viewIn, withView } from './asset-view.ts';
import type { AssetView } from './asset-view.ts';
import { editOf, emptyBulk, firstNumber } from './bulk-draft.ts';
import { columnKey, gapAt, withMoved } from './column-order.ts';
import { doBulk } from './do-bulk.ts';
import { csvParts } from './export-csv.ts';
import { chipsOf } from './filter-chips.tsx';
import { TypeReport } from './device-types-dialog.tsx';
import { remapped } from './import-plan.tsx';
import { dropView, renameView, saveView, useSavedViews } from './saved-views.ts';
import { pagesOf, rowsFrom, withPages } from './use-asset-window.ts';

const filtered: AssetView = {
  filter: {
    text: 'web 2',
    categories: ['server', 'switch'],
    lifecycles: ['planned'],
    missing: ['owner', 'warranty'],
    within: 'room-1',
    words: { model: 'A, 1U' },
    warrantyDays: 90,
  },
  sort: 'drawn',
  direction: 'descending',
  columns: [
    { id: 'name', width: 200 },
    { id: 'tag', width: 100 },
  ],
};

describe('views', () => {
  test('FR-120-345 an address carries the whole view, and only what differs from the usual', () => {
    const search = withView(new URLSearchParams('sel=rack-1'), filtered);
    expect(viewIn(new URLSearchParams(search.toString()))).toEqual(filtered);
    expect(search.get('sel')).toBe('rack-1');
    expect(search.get('cols')).toBe('name:200,tag');
    expect(withView(search, usualView).toString()).toBe('sel=rack-1');
  });

  test('FR-120-345 what a link says that is not understood is left out', () => {
    const view = viewIn(
      new URLSearchParams('kind=server,ghost&sort=-nothing&cols=ghost,tag:9,tag&warranty=x'),
    );
    expect(view.filter.categories).toEqual(['server']);
    expect(view).toMatchObject({ sort: 'name', filter: { warrantyDays: null } });
    expect(view.columns).toEqual([{ id: 'tag', width: 48 }]);
    expect(askedOf(usualView)).toEqual({});
  });

  test('FR-120-346 views are kept under names, renamed, replaced and dropped', () => {
    saveView({ name: 'Mine', search: 'kind=switch' });
    saveView({ name: 'Other', search: 'q=x' });
    saveView({ name: 'Mine', search: 'kind=server' });
    renameView('Mine', 'Other');
    expect(useSavedViews.getState().views).toEqual([{ name: 'Other', search: 'kind=server' }]);
    dropView('Other');
    expect(useSavedViews.getState().views).toEqual([]);
  });

  test('FR-120-347 each thing that is asked for is a chip that can be dropped by itself', () => {
    const chips = chipsOf(filtered.filter, english.assets, () => 'hall');
    expect(chips.map(({ title }) => title)).toEqual([
      'Server',
      'Switch',
      'Planned',
      'Without: owner',
      'Without: warranty',
      'Model: A, 1U',
      'In hall',
      'Warranty ends within 90 days',
    ]);
    expect(chips[5]?.without.words).toEqual({});
    expect(chips[0]?.without.categories).toEqual(['switch']);
    expect(chipsOf(noFilter, english.assets, String)).toEqual([]);
  });

  test('FR-120-348 FR-120-493 columns change places with keys alone, and where they are dropped', () => {
    const list = ['a', 'b', 'c', 'd'];
    expect(withMoved(list, 0, 2)).toEqual(['b', 'a', 'c', 'd']);
    expect(withMoved(list, 3, 0)).toEqual(['d', 'a', 'b', 'c']);
    expect(withMoved(list, 1, 9)).toEqual(['a', 'c', 'd', 'b']);
    expect([withMoved(list, 1, 1), withMoved(list, 1, 2), withMoved(list, 7, 0)]).toEqual([list, list, list]);
    expect(withMoved(list, 0, -1)).toEqual(list);
    expect([5, 15, 25, 99].map((x) => gapAt([10, 20, 30], x))).toEqual([0, 1, 2, 3]);
  });

  test('FR-120-493 on a header Shift and arrows move its column, Control and arrows size it, Delete hides it', () => {
    const none = { shiftKey: false, ctrlKey: false, altKey: false };
    expect(columnKey({ ...none, key: 'ArrowLeft', shiftKey: true })).toEqual({ kind: 'move', by: -1 });
    expect(columnKey({ ...none, key: 'ArrowRight', ctrlKey: true })).toEqual({ kind: 'widen', by: 16 });
    expect(columnKey({ ...none, key: 'Delete' })).toEqual({ kind: 'hide' });
    expect(columnKey({ ...none, key: 'ArrowRight' })).toBeNull();
    expect(columnKey({ ...none, key: 'ArrowRight', altKey: true })).toBeNull();
    expect(columnKey({ ...none, key: 'Enter', shiftKey: true })).toBeNull();
  });
});

describe('the window over rows', () => {
  const page = (total: number, name: string) =>
    ({ ok: true, value: { items: [{ name }], total, of: total, revision: 1 } }) as never;

  test('FR-120-349 only pages in sight are asked for, and a page of an earlier question is not mixed in', () => {
    expect(pagesOf({ from: 150, to: 301 })).toEqual([1, 2, 3]);
    expect(pagesOf({ from: 0, to: 0 })).toEqual([0]);
    const first = withPages(null, 'a', [[0, page(100_000, 'x')]]);
    const more = withPages(first, 'a', [[3, page(100_000, 'y')]]);
    expect([...(more?.pages.keys() ?? [])]).toEqual([0, 3]);
    const next = withPages(more, 'b', [[0, page(7, 'z')]]);
    expect(next).toMatchObject({ mark: 'b', total: 7 });
    expect([...(next?.pages.keys() ?? [])]).toEqual([0]);
    const refused = { ok: false, refusal: { code: 'busy', message: 'm' } } as const;
    expect(withPages(next, 'c', [[0, refused]])).toEqual(next);
    expect(withPages(null, 'c', [[0, refused]])).toBeNull();
    expect(rowsFrom([], 3).at(0)).toBeNull();
  });

  test('FR-120-349 no more than a dozen pages are held', () => {
    const all = Array.from({ length: 30 }, (_, at) => [at, page(100_000, 'x')] as const);
    expect(withPages(null, 'a', all)?.pages.size).toBe(12);
  });
});

describe('ticks', () => {
  test('FR-120-350 all that match can be ticked without naming them, but for some', () => {
    const all: Pick = { mode: 'all', without: new Set() };
    const but = toggled(all, 'device-1');
    expect(countOf(but, 12_480)).toBe(12_479);
    expect([isPicked(but, 'device-1'), isPicked(but, 'device-2')]).toEqual([false, true]);
    expect(countOf(toggled(but, 'device-1'), 12_480)).toBe(12_480);
    expect(countOf(toggled({ mode: 'some', ids: new Set() }, 'device-1'), 5)).toBe(1);
  });
});

/** A host that changes every device, and counts what it is told to do. */
function host(count: number) {
  const sizes: number[] = [];
  const asked: unknown[] = [];
  const ids = Array.from({ length: count }, (_, at) => `device-${at + 1}`);
  const client = {
    query: async (name: string, params: { readonly ids?: string[] }) => {
      asked.push(params);
      if (name === 'asset-ids') return { ok: true, value: { ids } };
      return { ok: true, value: { changes: (params.ids ?? []).map((id) => ({ id, spec: {} })) } };
    },
    execute: async (command: { readonly changes: unknown[] }) => {
      sizes.push(command.changes.length);
      return sizes.length === 3
        ? { ok: false, refusal: { code: 'busy', message: 'no' } }
        : { ok: true, value: {} };
    },
  } as unknown as Client;
  return { client, sizes, asked };
}

describe('editing many', () => {
  const all = { pick: { mode: 'all', without: new Set(['device-1']) }, filter: {} } as const;

  test('FR-120-351 more than two thousand are changed step by step, with tags counting on', async () => {
    const { client, sizes, asked } = host(3001);
    const shares: number[] = [];
    const end = await doBulk(
      { meant: all, edit: { tag: 'T{n}' }, from: 10 },
      { client, onProgress: (share) => shares.push(share), isStopped: () => false },
    );
    expect(end).toEqual({ changed: 3000, refusal: null });
    expect(sizes).toEqual([2000, 1000]);
    expect(asked).toMatchObject([{}, { from: 10 }, { from: 2010 }]);
    expect(shares.at(-1)).toBe(1);
  });

  test('FR-120-351 a refusal ends it, and what was done before is said', async () => {
    const { client } = host(9000);
    const hands = { client, onProgress: () => undefined, isStopped: () => false };
    const end = await doBulk({ meant: all, edit: { owner: 'x' }, from: 1 }, hands);
    expect(end).toMatchObject({ changed: 4000, refusal: { code: 'busy' } });
    const stopped = await doBulk({ meant: all, edit: {}, from: 1 }, { ...hands, isStopped: () => true });
    expect(stopped.changed).toBe(0);
  });

  test('FR-120-352 a field that is meant and empty is taken away, one that is not meant stays', () => {
    expect(editOf(emptyBulk)).toBeNull();
    expect(editOf({ ...emptyBulk, fields: { owner: ' ', tag: ' A{n} ' }, duty: 'batch' })).toEqual({
      owner: null,
      tag: 'A{n}',
      duty: 'batch',
    });
    expect([firstNumber({ ...emptyBulk, from: '7' }), firstNumber({ ...emptyBulk, from: 'x' })]).toEqual([
      7, 1,
    ]);
  });
});

describe('files', () => {
  test('FR-120-353 an export fetches page after page, and tells how far it is', async () => {
    const pages = ['h\r\na\r\n', 'b\r\n'];
    const shares: number[] = [];
    const query = (async (_: string, { offset }: { readonly offset: number }) => ({
      ok: true,
      value: { text: pages[offset] ?? '', next: offset === 0 ? 1 : null, total: 2 },
    })) as unknown as Client['query'];
    const hands = { query, onProgress: (share: number) => shares.push(share), isStopped: () => false };
    expect(await csvParts({}, hands)).toEqual({ ok: true, value: ['\uFEFF', ...pages] });
    expect(shares).toEqual([0.5, 1]);
  });

  test('FR-120-354 a column of the file is read once', () => {
    expect(remapped(['name', null, 'rack'], 1, 'name')).toEqual([null, 'name', 'rack']);
    expect(remapped(['name'], 0, null)).toEqual([null]);
  });
});

describe('device types', () => {
  test('FR-120-356 an import of device types says what was left out, what is doubtful, and in which file', () => {
    const page = renderToStaticMarkup(
      <TypeReport
        report={{
          added: 1204,
          replaced: 2,
          wrong: 1,
          remarkCount: 3,
          remarks: [
            { file: 'a/x.yaml', level: 'wrong', message: 'model is missing' },
            { file: 'a/y.yaml', level: 'doubtful', message: 'u_height is missing; 1 is taken' },
          ],
        }}
      />,
    );
    expect(page).toContain('1\u202f204 new, 2 replaced, 1 left out');
    expect(page).toContain('Left out');
    expect(page).toContain('a/y.yaml');
    expect(page).toContain('and 1 more remarks');
  });
});

describe('faces', () => {
  beforeEach(() => useSavedViews.setState({ views: [] }));

  test.each(faceNames)('FR-120-355 the ledger has its %s face', (face) => {
    const page = renderToStaticMarkup(
      <MemoryRouter>
        <AssetsFace face={face} />
      </MemoryRouter>,
    );
    const says = {
      full: 'of 12\u202f480 devices',
      empty: 'no devices yet',
      loading: 'Loading',
      stale: 'last known state',
      error: 'could not be read',
    };
    expect(page).toContain(says[face]);
  });
});
