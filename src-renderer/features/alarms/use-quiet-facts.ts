import { useMemo } from 'react';
import { useWorld } from '../../data/world.ts';
import type { WorldState } from '../../data/world.ts';
import { shelvedIn, shelvedKey } from './quiet.ts';
import type { QuietFacts } from './quiet.ts';
import { useRules } from './use-rules.ts';

/** A shelf ends by time alone: no event tells of it. */
const shelvedNow = ({ alarms, status }: WorldState): string => shelvedKey(alarms.values(), status?.at ?? 0);

export function useQuietFacts(): QuietFacts {
  const key = useWorld(shelvedNow);
  const sensorsOut = useWorld((state) => state.outOfService);
  const rules = useRules().data;
  return useMemo(() => {
    const out = (rules?.items ?? []).filter(({ service }) => service === 'out-of-service');
    return { shelved: shelvedIn(key), sensorsOut, rulesOut: new Set(out.map(({ id }) => id)) };
  }, [key, sensorsOut, rules]);
}
