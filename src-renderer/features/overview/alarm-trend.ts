/** How many alarms were open over time, from the alarms' own moments. Pure. */
import type { Alarm } from '../../../sim/contract/alarms.ts';

type Moments = Pick<Alarm, 'raisedAt' | 'resolvedAt'>;

export function openOverTime(
  alarms: readonly Moments[],
  span: { readonly from: number; readonly to: number; readonly points: number },
): readonly number[] {
  const step = (span.to - span.from) / Math.max(1, span.points - 1);
  const changes = Array.from({ length: span.points + 1 }, () => 0);
  const indexOf = (at: number): number =>
    Math.min(span.points, Math.max(0, Math.ceil((at - span.from) / step)));
  for (const { raisedAt, resolvedAt } of alarms) {
    changes[indexOf(raisedAt)] = (changes[indexOf(raisedAt)] ?? 0) + 1;
    if (resolvedAt !== null) changes[indexOf(resolvedAt)] = (changes[indexOf(resolvedAt)] ?? 0) - 1;
  }
  let open = 0;
  return changes.slice(0, span.points).map((change) => {
    open += change;
    return open;
  });
}
