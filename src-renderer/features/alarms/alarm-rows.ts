/** Rows of the alarm list: what a root explains stands below it once it is unfolded. Pure. */
import type { AlarmView } from '../../../sim/contract/alarms.ts';
import { text } from '../../text/text.ts';

export type AlarmRow = {
  readonly alarm: AlarmView;
  /** The row it is sorted with: its root's where it stands below one, else itself. */
  readonly lead: AlarmView;
  readonly depth: 0 | 1;
};

/** What is listed by itself is not listed a second time below its root. */
export function rowsOf(
  alarms: readonly AlarmView[],
  explained: readonly AlarmView[],
  unfolded: ReadonlySet<string>,
): readonly AlarmRow[] {
  const listed = new Set(alarms.map(({ id }) => id));
  return alarms.flatMap((lead): AlarmRow[] => {
    const own: AlarmRow = { alarm: lead, lead, depth: 0 };
    if (!unfolded.has(lead.id)) return [own];
    const below = explained.filter(({ root, id }) => root === lead.id && !listed.has(id));
    return [own, ...below.map((alarm): AlarmRow => ({ alarm, lead, depth: 1 }))];
  });
}

/**
 * Sorting moves a root and what stands below it together: all of them compare as the root does,
 * and a stable sort keeps their order in either direction.
 */
export const byLead =
  (compare: (a: AlarmView, b: AlarmView) => number) =>
  (a: AlarmRow, b: AlarmRow): number =>
    compare(a.lead, b.lead);

export const explainsText = (children: number): string => text().alarms.explains(children);
