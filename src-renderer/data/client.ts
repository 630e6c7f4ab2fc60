import { useCallback, useEffect, useState } from 'react';
import type { QueryAnswer, QueryName, QueryParams } from '../../sim/contract/queries.ts';
import type { Refusal } from '../../sim/contract/result.ts';
import { connection } from './connection.ts';
import { createClient } from './requests.ts';
import { useWorld } from './world.ts';

const client = createClient(connection);
export const execute = client.execute;
export const query = client.query;

export type QueryPhase = 'loading' | 'ready' | 'error' | 'stale';

export type QueryState<T> = {
  /** The last answer, kept while a new one is on its way and after one was refused. */
  readonly data: T | null;
  readonly phase: QueryPhase;
  readonly refusal: Refusal | null;
  readonly retry: () => void;
};

type Held<T> = { readonly data: T | null; readonly refusal: Refusal | null };

export function phaseOf(held: Held<unknown>, isConnected: boolean): QueryPhase {
  if (held.data === null) return held.refusal === null ? 'loading' : 'error';
  return held.refusal === null && isConnected ? 'ready' : 'stale';
}

/** Asks, keeps the last answer, asks again `every` so many milliseconds and when another lab is opened. Null: does not ask. */
export function useQuery<Name extends QueryName>(
  name: Name,
  params: QueryParams<Name> | null,
  options: { readonly every?: number } = {},
): QueryState<QueryAnswer<Name>> {
  const [held, setHeld] = useState<Held<QueryAnswer<Name>>>({ data: null, refusal: null });
  const [turn, setTurn] = useState(0);
  const story = useWorld((state) => state.story);
  const isConnected = useWorld((state) => state.phase !== 'lost' && state.phase !== 'connecting');
  const { every } = options;
  // Whatever is in the question makes it a new one: other parameters, another try, another lab.
  const question = JSON.stringify({ params, turn, story });

  useEffect(() => {
    const { params: asked } = JSON.parse(question) as { readonly params: QueryParams<Name> | null };
    if (asked === null) return undefined;
    let live = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const answer = await query(name, asked);
      if (!live) return;
      setHeld((last) =>
        answer.ok ? { data: answer.value, refusal: null } : { data: last.data, refusal: answer.refusal },
      );
      if (every !== undefined) timer = setTimeout(() => void ask(), every);
    };
    void ask();
    return () => {
      live = false;
      clearTimeout(timer);
    };
  }, [name, question, every]);

  const retry = useCallback(() => setTurn((last) => last + 1), []);
  return { data: held.data, phase: phaseOf(held, isConnected), refusal: held.refusal, retry };
}
