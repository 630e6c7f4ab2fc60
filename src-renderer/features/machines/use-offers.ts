import { useMemo } from 'react';
import type { QueryState } from '../../data/client.ts';
import { useQuery } from '../../data/client.ts';
import { offeredKinds, type Offers, offersOf } from './offers.ts';

/** Far more than one chooses from in a list. */
const mostTemplates = 500;
const most = 20_000;

export function useOffers(): QueryState<Offers> {
  const entities = useQuery('entities', { kinds: [...offeredKinds], limit: most });
  const templates = useQuery('machines', { kinds: ['vm'], templates: 'only', limit: mostTemplates });
  const data = useMemo(
    () =>
      entities.data === null || templates.data === null
        ? null
        : offersOf(entities.data.items, templates.data.items),
    [entities.data, templates.data],
  );
  const { phase, refusal } = entities.phase === 'error' ? entities : templates;
  return {
    data,
    phase: data === null && phase === 'ready' ? 'loading' : phase,
    refusal,
    retry: () => {
      entities.retry();
      templates.retry();
    },
  };
}
