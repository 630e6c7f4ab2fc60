/** Readings whose values are words: what they say, and whether that is as it should be. */
import type { Severity } from '../../sim/contract/alarms.ts';
import type { Kind, Metric } from '../../sim/contract/entities.ts';
import { wordOf, wordsOf } from '../../sim/contract/state-words.table.ts';
import { abnormalPairs, abnormalStates } from './abnormal-words.table.ts';
import { text } from '../text/text.ts';
import { metricText } from './numbers.ts';

/** What a sensor measures, and on what. The kind is null where it is not known; then a state stays a number. */
export type Measured = { readonly kind: Kind | null; readonly metric: Metric };

/** The pairs are the same on every kind; only a state needs it. */
const anyKind: Kind = 'room';

export function wordsFor({ kind, metric }: Measured): readonly string[] | null {
  return wordsOf(kind ?? anyKind, metric);
}

export function wordFor({ kind, metric }: Measured, value: number | null): string | null {
  return value === null ? null : wordOf(kind ?? anyKind, metric, value);
}

/** `on-battery` is a name in the contract; a person reads `on battery`. */
export const readableWord = (word: string): string => text().stateWords[word] ?? word.replaceAll('-', ' ');

export function valueText(measured: Measured, value: number | null): string {
  const word = wordFor(measured, value);
  return word === null ? metricText(measured.metric, value) : readableWord(word);
}

/** How grave what a reading says is; null where it is normal, or no word. */
export function severityOf(measured: Measured, value: number | null): Severity | null {
  const word = wordFor(measured, value);
  if (word === null) return null;
  const table =
    measured.metric === 'state'
      ? measured.kind === null
        ? undefined
        : abnormalStates[measured.kind]
      : abnormalPairs[measured.metric];
  return table?.[word] ?? null;
}

/** Of a stretch of time that holds several words only one can be drawn: one that was said, and the graver one. */
export function wordOfStretch(measured: Measured, least: number | null, most: number | null): number | null {
  return severityOf(measured, least) !== null && severityOf(measured, most) === null ? least : most;
}
