import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Refusal } from '../../../sim/contract/result.ts';
import type { QueryState } from '../../data/client.ts';
import { authorization } from '../../data/token.ts';
import { ApiView } from './api-view.tsx';
import { text } from '../../text/text.ts';
import { callsOf } from './openapi-list.ts';
import type { ApiCall } from './openapi-list.ts';

const noDocument = (): Refusal => ({ code: 'not-found', message: text().api.noDocument });

type Held = { readonly data: readonly ApiCall[] | null; readonly refusal: Refusal | null };

async function readCalls(): Promise<Held> {
  try {
    const answer = await fetch('/openapi.json', { headers: authorization(window) });
    if (!answer.ok) return { data: null, refusal: noDocument() };
    return { data: callsOf(await answer.json()), refusal: null };
  } catch {
    return { data: null, refusal: noDocument() };
  }
}

export function ApiScreen(): ReactNode {
  const [held, setHeld] = useState<Held>({ data: null, refusal: null });
  const read = async () => setHeld(await readCalls());
  useEffect(() => {
    let live = true;
    const readOnce = async () => {
      const next = await readCalls();
      if (live) setHeld(next);
    };
    void readOnce();
    return () => {
      live = false;
    };
  }, []);
  const phase = held.data !== null ? 'ready' : held.refusal === null ? 'loading' : 'error';
  const calls: QueryState<readonly ApiCall[]> = { ...held, phase, retry: () => void read() };
  return <ApiView calls={calls} origin={window.location.origin} />;
}
