/** How grave a thing's state is, for what stands beside its live value. */
import { useEffect, useState } from 'react';
import type { Severity } from '../../sim/contract/alarms.ts';
import type { Metric } from '../../sim/contract/entities.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import { watchReading } from '../data/readings.ts';
import { kindUnder } from './live-value.tsx';
import { severityOf, wordFor } from './value-words.ts';

export type Said = { readonly word: string | null; readonly severity: Severity | null };

const nothingSaid: Said = { word: null, severity: null };

/** Hears of another word, not of each reading: a state that stays as it is renders nothing. Null: no sensor. */
export function useSaid(sensor: EntityId | null, metric: Metric): Said {
  const [said, setSaid] = useState(nothingSaid);
  useEffect(() => {
    setSaid(nothingSaid);
    if (sensor === null) return undefined;
    return watchReading(sensor, (reading) => {
      const measured = { kind: kindUnder(sensor), metric };
      const value = reading.live ? reading.value : null;
      const next = { word: wordFor(measured, value), severity: severityOf(measured, value) };
      setSaid((last) => (last.word === next.word ? last : next));
    });
  }, [sensor, metric]);
  return said;
}
