/** The history page by page: the newest are asked for again and again, older ones when they are wanted. */
import { useEffect, useState } from 'react';
import type { AlarmView } from '../../../sim/contract/alarms.ts';
import type { QueryAnswer, QueryParams } from '../../../sim/contract/queries.ts';
import { query, useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { showRefusal } from '../../ui/toasts.ts';

type Answer = QueryAnswer<'alarm-history'>;

export type HistoryPages = {
  readonly history: QueryState<Answer>;
  /** Fetches the page before the oldest that is shown; null where there is none. */
  readonly older: (() => void) | null;
  readonly isFetching: boolean;
};

type Kept = {
  readonly question: string;
  readonly items: readonly AlarmView[];
  /** Undefined: no older page was asked for yet. */
  readonly next: number | null | undefined;
};

const pageSize = 300;
const renewMillis = 5000;
const everyState = ['ACTIVE', 'ACKNOWLEDGED', 'RESOLVED'] as const;

const numberOf = ({ id }: AlarmView): number => Number(id.slice('alarm-'.length));

/** What is told last counts; newest first. */
export function joined(kept: readonly AlarmView[], told: readonly AlarmView[]): readonly AlarmView[] {
  const all = new Map([...kept, ...told].map((alarm) => [alarm.id, alarm]));
  return [...all.values()].toSorted((a, b) => numberOf(b) - numberOf(a));
}

export function useAlarmHistory(params: QueryParams<'alarm-history'>): HistoryPages {
  const wanted = { states: [...everyState], ...params, limit: pageSize };
  const question = JSON.stringify(wanted);
  const newest = useQuery('alarm-history', wanted, { every: renewMillis });
  const [kept, setKept] = useState<Kept>({ question, items: [], next: undefined });
  const [isFetching, setFetching] = useState(false);
  const mine = kept.question === question ? kept : { question, items: [], next: undefined };
  const { data } = newest;
  useEffect(() => {
    // What slips off the first page while older ones are shown would else be missing in between.
    if (data === null) return;
    setKept((last) =>
      last.question === question && last.next !== undefined
        ? { ...last, items: joined(last.items, data.items) }
        : last,
    );
  }, [data, question]);
  if (data === null) return { history: newest, older: null, isFetching };
  const next = mine.next === undefined ? data.next : mine.next;
  const older = async (before: number): Promise<void> => {
    setFetching(true);
    const page = await query('alarm-history', { ...wanted, before });
    setFetching(false);
    if (!page.ok) return showRefusal(page.refusal);
    const items = joined(joined(mine.items, data.items), page.value.items);
    setKept({ question, items, next: page.value.next });
  };
  return {
    history: { ...newest, data: { ...data, items: [...joined(mine.items, data.items)] } },
    older: next === null ? null : () => void older(next),
    isFetching,
  };
}
