/** The preview of a loss: asked of the host, drawn by the graph. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Consequences } from '../../../sim/contract/consequences.ts';
import type { Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Energised } from '../../canvas/one-line/energised.ts';
import type { OneLineGraph } from '../../canvas/one-line/one-line-graph.ts';
import { whatIf } from '../../canvas/one-line/what-if.ts';
import type { WhatIf } from '../../canvas/one-line/what-if.ts';
import { phaseOf, query } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import type { PowerSource } from './power-hub.ts';

const chain: readonly Kind[] = ['site', 'utility', 'transformer', 'genset', 'ats', 'ups', 'panel', 'pdu'];
export const canBeLost = (kind: Kind): boolean => chain.includes(kind);

/** Wall milliseconds: the load wanders, but not while one reads. */
const askAgain = 10_000;

type Heard = { readonly lost: EntityId; readonly result: Result<Consequences> };

/** What was answered about one thing must never be drawn as the loss of another. */
function useConsequences(lost: EntityId | null): QueryState<Consequences> {
  const [heard, setHeard] = useState<Heard | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (lost === null) return undefined;
    let live = true;
    const ask = async (): Promise<void> => {
      const result = await query('consequences', { id: lost });
      if (live) setHeard({ lost, result });
    };
    void ask();
    const timer = setInterval(() => void ask(), askAgain);
    return () => {
      live = false;
      clearInterval(timer);
    };
  }, [lost, turn]);
  const retry = useCallback(() => setTurn((last) => last + 1), []);
  const result = heard?.lost === lost ? heard.result : null;
  const held = {
    data: result?.ok === true ? result.value : null,
    refusal: result?.ok === false ? result.refusal : null,
  };
  return { ...held, phase: phaseOf(held, true), retry };
}

type Asked = {
  readonly lost: EntityId | null;
  readonly graph: OneLineGraph;
  readonly source: PowerSource;
  readonly flow: Energised;
};

export type Previewed = { readonly answer: QueryState<Consequences>; readonly whatIf: WhatIf | null };

export function useWhatIf({ lost, graph, source, flow }: Asked): Previewed {
  const answer = useConsequences(lost);
  const { data } = answer;
  const drawn = useMemo(() => {
    if (lost === null || data === null) return null;
    return whatIf({ graph, flow, wordOf: source.wordOf, powerOf: source.powerOf }, { lost, found: data });
  }, [lost, data, graph, source, flow]);
  return { answer, whatIf: drawn };
}
