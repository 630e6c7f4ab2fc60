/** The answer of a rehearsal in words. Pure. */
import type { RulePreview } from '../../../sim/contract/alarm-kpis.ts';
import { text } from '../../text/text.ts';
import { spanText } from '../../ui/numbers.ts';

export type PreviewRange = 'hour' | 'day' | 'week';

export const rangeMillis = { hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;

/** A lab younger than the range is told of as it is: nothing rang before it began. */
function spanWords({ from, to }: RulePreview, range: PreviewRange): string {
  const seconds = (to - from) / 1000;
  const words = text().alarmRules.preview;
  return to - from < rangeMillis[range] * 0.99 ? words.young(spanText(seconds)) : words.in[range];
}

export function previewSentence(
  told: RulePreview,
  range: PreviewRange,
): { readonly figure: string; readonly rest: string } {
  const { fired, sensors, judged } = told;
  const words = text().alarmRules.preview;
  const on = fired === 0 ? words.onAny(judged) : words.onSome(sensors, judged);
  return {
    figure: fired === 0 ? words.never : words.times(fired),
    rest: words.rest(spanWords(told, range), on),
  };
}

/** What limits the answer. */
export function previewNotes(told: RulePreview): readonly string[] {
  const { watched, judged, extent, readings, resolution, seconds } = told;
  const words = text().alarmRules.preview;
  const notes: (string | null)[] = [
    watched === 0 ? words.nothing : null,
    seconds > 0 ? words.ringing(spanText(seconds)) : null,
    extent === 'part' ? words.sample(watched, judged) : null,
    watched > 0 && readings === 0 ? words.noReadings : null,
    readings > 0 ? words.looked(readings, spanText(Math.max(1, resolution / 1000))) : null,
  ];
  return notes.filter((note) => note !== null);
}
