/** What the two lengths of the history mean together. */
import { text } from '../../text/text.ts';
import { numberIn } from './field-checks.ts';

export function historyWords(rawText: string, bucketText: string): string | null {
  const words = text().settings.history;
  const raw = numberIn(rawText);
  const bucket = numberIn(bucketText);
  if (Number.isNaN(raw) || Number.isNaN(bucket)) return null;
  // The host takes nothing away where readings have no limit.
  if (raw === 0) return words.forGood;
  if (bucket === 0) return words.meansForGood(raw);
  return bucket <= raw ? words.rawOnly(raw) : words.both(raw, bucket);
}
