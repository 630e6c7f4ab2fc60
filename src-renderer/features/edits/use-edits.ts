import { useEffect, useRef } from 'react';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { useWorld } from '../../data/world.ts';

/** A program may edit many times a second; the list need not be read as often. */
const settleMillis = 200;

/** The edits that are remembered, asked for again whenever one is made, undone or redone. */
export function useEdits(limit: number): QueryState<QueryAnswer<'edits'>> {
  const version = useWorld((state) => state.edits);
  const edits = useQuery('edits', { limit });
  const { retry } = edits;
  const asked = useRef(version);
  useEffect(() => {
    if (asked.current === version) return undefined;
    const timer = setTimeout(() => {
      asked.current = version;
      retry();
    }, settleMillis);
    return () => clearTimeout(timer);
  }, [version, retry]);
  return edits;
}
