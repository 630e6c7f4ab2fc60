import type { AlarmKpis } from '../contract/alarm-kpis.ts';
import type { Alarm } from '../contract/alarms.ts';
import { asSimMillis } from '../contract/units.ts';
import type { SimMillis } from '../contract/units.ts';

/** ISA-18.2: more than ten alarms in ten minutes begin a flood, fewer than five in ten minutes end it. */
const flood = { width: 600_000, begins: 10, ends: 5 } as const;
/** Three and more within a minute: nobody can act on that. */
const chatter = { width: 60_000, least: 3 } as const;

type Flood = AlarmKpis['floods']['items'][number];

/** Times ascending. A flood begins with the first alarm of the ten minutes that had too many. */
export function findFloods(times: readonly SimMillis[], to: SimMillis): Flood[] {
  const floods: Flood[] = [];
  let current: { from: SimMillis; first: number; peak: number } | null = null;
  let left = 0;
  const close = (at: SimMillis | null, next: number): void => {
    if (current !== null)
      floods.push({ from: current.from, to: at, alarms: next - current.first, peak: current.peak });
    current = null;
  };
  for (const [right, now] of times.entries()) {
    // What is ten minutes old leaves first: between two alarms a flood may have ended.
    while ((times[left] ?? now) <= now - flood.width) {
      const leaving = (times[left] ?? now) + flood.width;
      left += 1;
      if (right - left < flood.ends) close(asSimMillis(leaving), right);
    }
    const inside = right - left + 1;
    if (current === null && inside > flood.begins)
      current = { from: times[left] ?? now, first: left, peak: inside };
    else if (current !== null) current.peak = Math.max(current.peak, inside);
  }
  close(endAfter(times, left, to), times.length);
  return floods;
}

/** When the last flood ended, if it did before the end of the time that is looked at. */
function endAfter(times: readonly SimMillis[], left: number, to: SimMillis): SimMillis | null {
  // Of the alarms still inside, so many must have left that four remain.
  const inside = times.length - left;
  const leaving = times[left + Math.max(0, inside - flood.ends)];
  if (leaving === undefined) return null;
  const end = leaving + flood.width;
  return end <= to ? asSimMillis(end) : null;
}

/** The most alarms that any such span of time held. Times ascending. */
export function mostWithin(times: readonly SimMillis[], width: number): number {
  let most = 0;
  let left = 0;
  for (const [right, now] of times.entries()) {
    while ((times[left] ?? now) <= now - width) left += 1;
    most = Math.max(most, right - left + 1);
  }
  return most;
}

export function findChattering(rang: readonly Alarm[]): AlarmKpis['chattering']['items'] {
  const bySource = new Map<string, Alarm[]>();
  for (const alarm of rang) {
    const key = `${alarm.rule}|${alarm.sensor}`;
    const known = bySource.get(key);
    if (known === undefined) bySource.set(key, [alarm]);
    else known.push(alarm);
  }
  return [...bySource.values()]
    .flatMap((alarms) => {
      const [first] = alarms;
      const times = alarms.map(({ raisedAt }) => raisedAt);
      const peak = mostWithin(times, chatter.width);
      if (first === undefined || peak < chatter.least) return [];
      const { rule, sensor, source } = first;
      return [{ rule, sensor, source, alarms: alarms.length, peak }];
    })
    .toSorted((a, b) => b.peak - a.peak || b.alarms - a.alarms);
}
