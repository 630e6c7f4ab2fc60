/** The machines in sight, out of as many as there are: the host holds them, the page a few pages. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MachineRow } from '../../../sim/contract/machine-list.ts';
import type { QueryParams } from '../../../sim/contract/queries.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import { phaseOf, query } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { useWorld } from '../../data/world.ts';

export type MachineRows = {
  readonly total: number;
  readonly at: (index: number) => MachineRow | null;
};

export type Sight = { readonly from: number; readonly to: number };

export const pageRows = 100;
/** Pages that are kept: what is scrolled away far enough is asked for again. */
const keptPages = 12;
/** What machines use changes by the second, in steps of twenty; two or three pages of it are cheap. */
const renewMillis = 3000;

type Held = {
  /** What was asked, of which lab. */
  readonly mark: string;
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly MachineRow[]>;
};

export function pagesOf({ from, to }: Sight): number[] {
  const first = Math.floor(from / pageRows);
  const last = Math.floor(Math.max(from, to - 1) / pageRows);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

type Page = { readonly page: number; readonly total: number; readonly items: readonly MachineRow[] };

/** The pages just read go to the end; the first ones are dropped. */
export function withPages(last: Held | null, mark: string, read: readonly Page[]): Held | null {
  const pages = new Map(last?.mark === mark ? last.pages : []);
  for (const { page, items } of read) {
    pages.delete(page);
    pages.set(page, items);
  }
  for (const old of pages.keys()) {
    if (pages.size <= keptPages) break;
    pages.delete(old);
  }
  const total = read.at(-1)?.total;
  return total === undefined ? last : { mark, total, pages };
}

export const rowsOf = ({ total, pages }: Pick<Held, 'total' | 'pages'>): MachineRows => ({
  total,
  at: (index) => pages.get(Math.floor(index / pageRows))?.[index % pageRows] ?? null,
});

export function useMachineWindow(asked: QueryParams<'machines'>, sight: Sight): QueryState<MachineRows> {
  const story = useWorld((state) => state.story);
  const layout = useWorld((state) => state.layout);
  const isConnected = useWorld((state) => state.phase !== 'lost' && state.phase !== 'connecting');
  const [turn, setTurn] = useState(0);
  const [held, setHeld] = useState<Held | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const question = JSON.stringify(asked);
  const mark = `${question}|${story}|${turn}`;
  const wanted = pagesOf(sight).join(',');
  const heldNow = useRef<Held | null>(null);

  useEffect(() => {
    let live = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const params = JSON.parse(question) as QueryParams<'machines'>;
      const pages = wanted.split(',').map(Number);
      const answers = await Promise.all(
        pages.map((page) => query('machines', { ...params, offset: page * pageRows, limit: pageRows })),
      );
      if (!live) return;
      const wrong = answers.find((answer) => !answer.ok);
      setRefusal(wrong === undefined || wrong.ok ? null : wrong.refusal);
      const read = answers.flatMap((answer, index): readonly Page[] =>
        answer.ok ? [{ page: pages[index] ?? 0, ...answer.value }] : [],
      );
      heldNow.current = withPages(heldNow.current, mark, read);
      setHeld(heldNow.current);
      timer = setTimeout(() => void ask(), renewMillis);
    };
    void ask();
    return () => {
      live = false;
      clearTimeout(timer);
    };
  }, [question, mark, wanted, layout]);

  const data = useMemo(() => (held === null ? null : rowsOf(held)), [held]);
  const retry = useCallback(() => setTurn((last) => last + 1), []);
  return { data, phase: phaseOf({ data, refusal }, isConnected), refusal, retry };
}
