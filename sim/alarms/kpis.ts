import type { AlarmKpis, Judged } from '../contract/alarm-kpis.ts';
import type { Alarm } from '../contract/alarms.ts';
import type { SimMillis } from '../contract/units.ts';
import { findChattering, findFloods, mostWithin } from './kpi-bursts.ts';

export type KpiQuestion = {
  readonly from: SimMillis;
  readonly to: SimMillis;
  /** Every alarm that was raised in this time, and every one that is still open, in any order. */
  readonly alarms: readonly Alarm[];
  readonly extent: AlarmKpis['extent'];
};

/** ISA-18.2 table 7 and EEMUA 191: what one operator can bear. */
const target = {
  per10Minutes: 1,
  perHour: 6,
  perDay: 150,
  peak: 10,
  floodShare: 1,
  chattering: 0,
  stale: 5,
  top: 5,
  high: 5,
  medium: 15,
  low: 80,
} as const;

const tenMinutes = 600_000;
const hour = 3_600_000;
const day = 86_400_000;

/** Kept quiet by design: what a root explained, or what was born on a shelf, is not read by anyone. */
const isQuiet = (alarm: Alarm): boolean =>
  alarm.root !== null || (alarm.shelved !== null && alarm.shelved.until > alarm.raisedAt);

export function alarmKpis({ from, to, alarms, extent }: KpiQuestion): AlarmKpis {
  const raised = alarms
    .filter(({ raisedAt }) => raisedAt >= from && raisedAt < to)
    .toSorted((a, b) => a.raisedAt - b.raisedAt);
  const rang = raised.filter((alarm) => !isQuiet(alarm));
  const times = rang.map(({ raisedAt }) => raisedAt);
  const span = Math.max(1, to - from);
  const per = (width: number): number => (rang.length * width) / span;
  const floods = findFloods(times, to);
  const inFlood = floods.reduce((sum, flood) => sum + ((flood.to ?? to) - Math.max(from, flood.from)), 0);
  const chattering = findChattering(rang);
  const stale = staleOf(alarms, to);
  return {
    from,
    to,
    rang: rang.length,
    quiet: raised.length - rang.length,
    extent,
    rate: {
      per10Minutes: judged(per(tenMinutes), target.per10Minutes),
      perHour: judged(per(hour), target.perHour),
      perDay: judged(per(day), target.perDay),
      peak: judged(mostWithin(times, tenMinutes), target.peak),
    },
    floods: { share: judged((inFlood * 100) / span, target.floodShare), items: floods },
    chattering: { count: judged(chattering.length, target.chattering), items: chattering },
    stale: { count: judged(stale.length, target.stale), items: stale.slice(0, 100).map(sourceOf) },
    priorities: prioritiesOf(rang),
    top: topOf(rang),
    acknowledge: meanTimes(rang),
    resolve: restoreTimes(rang),
  };
}

const judged = (value: number, most: number): Judged => ({
  value,
  target: most,
  verdict: value > most ? 'over' : 'ok',
});

/** Open for more than a day, and in the list all that time. */
function staleOf(alarms: readonly Alarm[], to: number): Alarm[] {
  return alarms
    .filter((alarm) => isOpenAt(alarm, to) && !isQuiet(alarm) && to - alarm.raisedAt > day)
    .toSorted((a, b) => a.raisedAt - b.raisedAt);
}

const isOpenAt = ({ resolvedAt }: Alarm, at: number): boolean => resolvedAt === null || resolvedAt > at;

const sourceOf = ({ id, rule, sensor, source, raisedAt }: Alarm) => ({ id, rule, sensor, source, raisedAt });

function prioritiesOf(rang: readonly Alarm[]): AlarmKpis['priorities'] {
  const share = (count: number): number => (rang.length === 0 ? 0 : (count * 100) / rang.length);
  const row = (
    name: 'high' | 'medium' | 'low',
    isOf: (alarm: Alarm) => boolean,
  ): AlarmKpis['priorities'][number] => {
    const alarms = rang.filter(isOf).length;
    // Too many urgent ones is what wears people out; more low ones than the target never is.
    const isOver = name !== 'low' && share(alarms) > target[name];
    const verdict = rang.length === 0 ? 'none' : isOver ? 'over' : 'ok';
    return { name, alarms, share: share(alarms), target: target[name], verdict };
  };
  return [
    row('high', ({ priority }) => priority === 1),
    row('medium', ({ priority }) => priority === 2),
    row('low', ({ priority }) => priority >= 3),
  ];
}

function topOf(rang: readonly Alarm[]): AlarmKpis['top'] {
  const counts = new Map<string, { alarm: Alarm; alarms: number }>();
  for (const alarm of rang) {
    const key = `${alarm.rule}|${alarm.sensor}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { alarm, alarms: 1 });
    else known.alarms += 1;
  }
  const items = [...counts.values()]
    .toSorted((a, b) => b.alarms - a.alarms)
    .slice(0, 10)
    .map(({ alarm: { rule, sensor, source }, alarms }) => ({
      rule,
      sensor,
      source,
      alarms,
      share: (alarms * 100) / rang.length,
    }));
  const share = items.reduce((sum, item) => sum + item.share, 0);
  // With few alarms ten of them are always most of them.
  const few = rang.length < 200;
  return {
    share: few ? { value: share, target: target.top, verdict: 'none' } : judged(share, target.top),
    items,
  };
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

function meanTimes(rang: readonly Alarm[]): AlarmKpis['acknowledge'] {
  const times = rang.flatMap(({ acknowledgedAt, raisedAt }) =>
    acknowledgedAt === null ? [] : [acknowledgedAt - raisedAt],
  );
  const waiting = rang.filter((alarm) => alarm.acknowledgedAt === null && alarm.followedBy === null).length;
  return { mean: meanOf(times), count: times.length, waiting };
}

function restoreTimes(rang: readonly Alarm[]): AlarmKpis['resolve'] {
  const times = rang.flatMap(({ resolvedAt, raisedAt }) =>
    resolvedAt === null ? [] : [resolvedAt - raisedAt],
  );
  return { mean: meanOf(times), count: times.length, open: rang.length - times.length };
}
