/** Figures of the alarm list beside what the standard wants. Pure. */
import type { AlarmKpis, Judged } from '../../../sim/contract/alarm-kpis.ts';
import { numberText, spanText, withUnit } from '../../ui/numbers.ts';
import type { StatusKind } from '../../ui/status-mark.tsx';

export type Figure = {
  readonly label: string;
  readonly value: string;
  readonly target: string;
  readonly verdict: Judged['verdict'];
  readonly help: string;
};

export const verdictMarks = {
  ok: { kind: 'ok', word: 'Within target' },
  over: { kind: 'major', word: 'Over target' },
  none: { kind: 'info', word: 'Too few to judge' },
} as const satisfies Record<Judged['verdict'], { readonly kind: StatusKind; readonly word: string }>;

/** As many decimals as a small rate needs, and none for a count. */
const shortText = (value: number): string =>
  Number.isInteger(value) ? String(value) : numberText(value, value < 10 ? 2 : 1);

const most = (target: number, unit = ''): string => `at most ${withUnit(String(target), unit)}`;

const figure = (
  label: string,
  { judged, unit = '' }: { readonly judged: Judged; readonly unit?: string },
  help: string,
): Figure => ({
  label,
  value: withUnit(shortText(judged.value), unit),
  target: most(judged.target, unit),
  verdict: judged.verdict,
  help,
});

export function figuresOf(kpis: AlarmKpis): readonly Figure[] {
  const { rate, floods, chattering, stale, top } = kpis;
  return [
    figure('In 10 minutes', { judged: rate.per10Minutes }, 'New alarms, on average.'),
    figure('In an hour', { judged: rate.perHour }, 'New alarms, on average.'),
    figure('In a day', { judged: rate.perDay }, 'New alarms, on average.'),
    figure('Worst 10 minutes', { judged: rate.peak }, 'More than ten is a flood.'),
    figure('Time in flood', { judged: floods.share, unit: '%' }, 'Share of the time.'),
    figure('Chattering', { judged: chattering.count }, 'Ring three times a minute or more.'),
    figure('Stale', { judged: stale.count }, 'Open for more than a day.'),
    figure('Ten most frequent', { judged: top.share, unit: '%' }, 'Their share of all alarms.'),
  ];
}

const mean = (millis: number | null): string => (millis === null ? '–' : spanText(millis / 1000));

/** Times that the standard gives no target for. */
export function timesOf({
  acknowledge,
  resolve,
}: AlarmKpis): readonly { label: string; value: string; note: string }[] {
  return [
    {
      label: 'Mean until acknowledged',
      value: mean(acknowledge.mean),
      note: `${acknowledge.count} acknowledged, ${acknowledge.waiting} waiting`,
    },
    {
      label: 'Mean until over',
      value: mean(resolve.mean),
      note: `${resolve.count} over, ${resolve.open} open`,
    },
  ];
}

export const priorityTitles = { high: 'High', medium: 'Medium', low: 'Low' } as const satisfies Record<
  AlarmKpis['priorities'][number]['name'],
  string
>;
