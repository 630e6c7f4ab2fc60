/** What comes in a chunk of its own, with the faces that a query has. */
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { QueryState } from '../../data/client.ts';
import { text } from '../../text/text.ts';
import type { Refusal } from '../../../sim/contract/result.ts';

type Held<T> = { readonly key: string; readonly data: T | null; readonly refusal: Refusal | null };

const notLoaded = (error: unknown): Refusal => ({
  code: 'not-found',
  message: text().help.notLoaded(String(error)),
  hint: text().help.notLoadedHint,
});

/** Loads anew where the key changes; what was loaded before stays until then. */
export function useLoaded<T>(key: string, load: () => Promise<T>): QueryState<T> {
  const [held, setHeld] = useState<Held<T>>({ key, data: null, refusal: null });
  const [turn, setTurn] = useState(0);
  // The key says which; the function is made anew with each rendering.
  const begin = useEffectEvent(load);
  useEffect(() => {
    let live = true;
    begin().then(
      (data) => live && setHeld({ key, data, refusal: null }),
      (error: unknown) =>
        live &&
        setHeld((last) => ({ key, data: last.key === key ? last.data : null, refusal: notLoaded(error) })),
    );
    return () => {
      live = false;
    };
  }, [key, turn]);
  const retry = useCallback(() => setTurn((last) => last + 1), []);
  const phase = held.refusal !== null ? 'error' : held.data === null ? 'loading' : 'ready';
  return { data: held.data, phase, refusal: held.refusal, retry };
}
