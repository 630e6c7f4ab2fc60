/** Figures of the alarm list beside what the standard wants. Pure. */
import type { AlarmKpis, Judged } from '../../../sim/contract/alarm-kpis.ts';
import { text } from '../../text/text.ts';
import { numberText, spanText, withUnit } from '../../ui/numbers.ts';
import type { StatusKind } from '../../ui/status-mark.tsx';

export type Figure = {
  readonly label: string;
  readonly value: string;
  readonly target: string;
  readonly verdict: Judged['verdict'];
  readonly help: string;
};

const verdictKinds = { ok: 'ok', over: 'major', none: 'info' } as const satisfies Record<
  Judged['verdict'],
  StatusKind
>;

export const verdictMark = (
  verdict: Judged['verdict'],
): { readonly kind: StatusKind; readonly word: string } => ({
  kind: verdictKinds[verdict],
  word: text().alarmKpis.verdicts[verdict],
});

/** As many decimals as a small rate needs, and none for a count. */
const shortText = (value: number): string =>
  Number.isInteger(value) ? String(value) : numberText(value, value < 10 ? 2 : 1);

const most = (target: number, unit = ''): string => text().alarmKpis.most(withUnit(String(target), unit));

const figure = (
  { label, help }: { readonly label: string; readonly help: string },
  judged: Judged,
  unit = '',
): Figure => ({
  label,
  value: withUnit(shortText(judged.value), unit),
  target: most(judged.target, unit),
  verdict: judged.verdict,
  help,
});

export function figuresOf(kpis: AlarmKpis): readonly Figure[] {
  const { rate, floods, chattering, stale, top } = kpis;
  const { of } = text().alarmKpis;
  return [
    figure(of.per10Minutes, rate.per10Minutes),
    figure(of.perHour, rate.perHour),
    figure(of.perDay, rate.perDay),
    figure(of.peak, rate.peak),
    figure(of.flood, floods.share, '%'),
    figure(of.chattering, chattering.count),
    figure(of.stale, stale.count),
    figure(of.top, top.share, '%'),
  ];
}

const mean = (millis: number | null): string => (millis === null ? '–' : spanText(millis / 1000));

/** Times that the standard gives no target for. */
export function timesOf({
  acknowledge,
  resolve,
}: AlarmKpis): readonly { label: string; value: string; note: string }[] {
  const words = text().alarmKpis;
  return [
    {
      label: words.acknowledge.label,
      value: mean(acknowledge.mean),
      note: words.acknowledge.note(acknowledge.count, acknowledge.waiting),
    },
    {
      label: words.resolve.label,
      value: mean(resolve.mean),
      note: words.resolve.note(resolve.count, resolve.open),
    },
  ];
}
