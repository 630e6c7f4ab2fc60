import { useEffect, useRef } from 'react';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { useWorld } from '../../data/world.ts';

/** The alarm rules and what is out of service, asked for again whenever one of them changed. */
export function useRules(): QueryState<QueryAnswer<'rules'>> {
  const version = useWorld((state) => state.rules);
  const rules = useQuery('rules', {});
  const { retry } = rules;
  const asked = useRef(version);
  useEffect(() => {
    if (asked.current === version) return;
    asked.current = version;
    retry();
  }, [version, retry]);
  return rules;
}
