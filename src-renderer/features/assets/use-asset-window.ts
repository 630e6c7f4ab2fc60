/** The rows of a table that are in sight, out of as many as there are: the host holds them, the page a few pages. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AssetRow } from '../../../sim/contract/assets.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import { useScope } from '../../app/scope.ts';
import { phaseOf, query } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { useWorld } from '../../data/world.ts';
import { askedOf } from './asset-view.ts';
import type { AssetView } from './asset-view.ts';

export type Rows = {
  readonly total: number;
  readonly of: number;
  readonly at: (index: number) => AssetRow | null;
};

export const pageRows = 100;
/** Pages that are kept: what is scrolled away far enough is asked for again. */
const keptPages = 12;
const renewMillis = 5000;

type Held = {
  /** What was asked, of which state of the lab. */
  readonly mark: string;
  readonly total: number;
  readonly of: number;
  readonly pages: ReadonlyMap<number, readonly AssetRow[]>;
};
type Answer = Awaited<ReturnType<typeof query<'assets'>>>;
type Answered = readonly (readonly [page: number, answer: Answer])[];

export function pagesOf({ from, to }: { readonly from: number; readonly to: number }): number[] {
  const first = Math.floor(from / pageRows);
  const last = Math.floor(Math.max(from, to - 1) / pageRows);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The pages just asked for go to the end; the first ones are dropped. */
export function withPages(last: Held | null, mark: string, answered: Answered): Held | null {
  const pages = new Map(last?.mark === mark ? last.pages : []);
  let counts = last;
  for (const [page, answer] of answered) {
    if (!answer.ok) continue;
    pages.delete(page);
    pages.set(page, answer.value.items);
    counts = { mark, total: answer.value.total, of: answer.value.of, pages };
  }
  for (const old of pages.keys()) {
    if (pages.size <= keptPages) break;
    pages.delete(old);
  }
  return counts === null ? null : { ...counts, pages: counts.mark === mark ? pages : counts.pages };
}

const askPages = (asked: object, pages: readonly number[]): Promise<Answered> =>
  Promise.all(
    pages.map(async (page) => {
      const window = { offset: page * pageRows, limit: pageRows };
      return [page, await query('assets', { ...asked, ...window })] as const;
    }),
  );

export function useAssetWindow(
  view: AssetView,
  sight: { readonly from: number; readonly to: number },
): QueryState<Rows> {
  const layout = useWorld((state) => state.layout);
  const story = useWorld((state) => state.story);
  const isConnected = useWorld((state) => state.phase !== 'lost' && state.phase !== 'connecting');
  const [turn, setTurn] = useState(0);
  const [held, setHeld] = useState<Held | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { sort, direction } = view;
  const { asWithin } = useScope();
  const question = JSON.stringify({ ...asWithin, ...askedOf(view), sort, direction });
  const mark = `${question}|${layout}|${story}|${turn}`;
  const wanted = pagesOf(sight).join(',');
  const heldNow = useRef<Held | null>(null);

  useEffect(() => {
    let live = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const asked = JSON.parse(question) as object;
    const ask = async (pages: readonly number[]): Promise<void> => {
      const answered = await askPages(asked, pages);
      if (!live) return;
      const wrong = answered.find(([, answer]) => !answer.ok)?.[1];
      setRefusal(wrong === undefined || wrong.ok ? null : wrong.refusal);
      heldNow.current = withPages(heldNow.current, mark, answered);
      setHeld(heldNow.current);
      timer = setTimeout(() => void ask(wanted.split(',').map(Number)), renewMillis);
    };
    const known = heldNow.current?.mark === mark ? heldNow.current.pages : new Map();
    void ask(
      wanted
        .split(',')
        .map(Number)
        .filter((page) => !known.has(page)),
    );
    return () => {
      live = false;
      clearTimeout(timer);
    };
  }, [question, mark, wanted]);

  const data = useMemo(() => (held === null ? null : rowsOf(held)), [held]);
  const retry = useCallback(() => setTurn((last) => last + 1), []);
  return { data, phase: phaseOf({ data, refusal }, isConnected), refusal, retry };
}

const rowsOf = ({ total, of, pages }: Held): Rows => ({
  total,
  of,
  at: (index) => pages.get(Math.floor(index / pageRows))?.[index % pageRows] ?? null,
});

/** Rows that are all here: samples, and tests. */
export const rowsFrom = (items: readonly AssetRow[], of: number): Rows => ({
  total: items.length,
  of,
  at: (index) => items[index] ?? null,
});
