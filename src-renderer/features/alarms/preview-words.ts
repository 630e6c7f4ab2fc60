/** The answer of a rehearsal in words. Pure. */
import type { RulePreview } from '../../../sim/contract/alarm-kpis.ts';
import { spanText } from '../../ui/numbers.ts';

export type PreviewRange = 'hour' | 'day' | 'week';

export const rangeMillis = { hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;
export const rangeWords = { hour: 'the last hour', day: 'the last day', week: 'the last week' } as const;

const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** A lab younger than the range is told of as it is: nothing rang before it began. */
function spanWords({ from, to }: RulePreview, range: PreviewRange): string {
  const seconds = (to - from) / 1000;
  return to - from < rangeMillis[range] * 0.99
    ? `in the ${spanText(seconds)} this lab has lived`
    : `in ${rangeWords[range]}`;
}

export function previewSentence(
  told: RulePreview,
  range: PreviewRange,
): { readonly figure: string; readonly rest: string } {
  const { fired, sensors, judged } = told;
  const when = spanWords(told, range);
  const on =
    fired === 0
      ? `on any of ${plural(judged, 'sensor', 'sensors')}`
      : `on ${sensors} of ${plural(judged, 'sensor', 'sensors')}`;
  return { figure: fired === 0 ? 'never' : plural(fired, 'time', 'times'), rest: `${when}, ${on}.` };
}

/** What limits the answer. */
export function previewNotes(told: RulePreview): readonly string[] {
  const { watched, judged, extent, readings, resolution, seconds } = told;
  const notes: (string | null)[] = [
    watched === 0 ? 'No sensor of this lab fits: it would watch nothing.' : null,
    seconds > 0 ? `${spanText(seconds)} of ringing over all sensors.` : null,
    extent === 'part'
      ? `It watches ${plural(watched, 'sensor', 'sensors')}; an even sample of ${judged} was looked at.`
      : null,
    watched > 0 && readings === 0 ? 'There are no readings in this time.' : null,
    readings > 0
      ? `${plural(readings, 'reading', 'readings')} looked at, the extremes of each ${spanText(Math.max(1, resolution / 1000))}.`
      : null,
  ];
  return notes.filter((note) => note !== null);
}
