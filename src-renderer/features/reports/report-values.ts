/** The values of a report as the screen writes them. */
import type { Figure, ReportCell, ReportColumn } from '../../../sim/contract/reports.ts';
import { text } from '../../text/text.ts';
import { labMoment, numberText, withUnit } from '../../ui/numbers.ts';

type Measured = Pick<ReportColumn, 'kind' | 'unit' | 'decimals'>;

function grouped(value: number, decimals: number): string {
  const { decimal, group } = text().numbers;
  const [whole = '', rest] = numberText(value, decimals).split(decimal);
  const shown = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return rest === undefined ? shown : `${shown}${decimal}${rest}`;
}

/** `12 s`, `4.2 min`, `3.5 h`, `2.1 d`. */
export function durationText(millis: number): string {
  const seconds = millis / 1000;
  if (seconds < 120) return withUnit(numberText(seconds, 0), 's');
  if (seconds < 7200) return withUnit(numberText(seconds / 60, 1), 'min');
  if (seconds < 172_800) return withUnit(numberText(seconds / 3600, 1), 'h');
  return withUnit(numberText(seconds / 86_400, 1), 'd');
}

export function cellText(value: ReportCell, measured: Measured): string {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  if (measured.kind === 'time') return labMoment(value).slice(0, 16);
  if (measured.kind === 'duration') return durationText(value);
  return withUnit(grouped(value, measured.decimals), measured.unit);
}

export type Change = { readonly text: string; readonly verdict: 'better' | 'worse' | 'same' };

type Kind = 'percent' | 'points' | 'kelvins' | 'amount';

/** Of shares and temperatures a percentage would mislead; of nothing there is none. */
function changeKind({ kind, unit, prior }: Figure): Kind {
  if (kind === 'share') return 'points';
  if (unit === '°C') return 'kelvins';
  return prior === 0 ? 'amount' : 'percent';
}

function written(figure: Figure, amount: number): string {
  const how = changeKind(figure);
  if (how === 'percent') return withUnit(numberText(amount, 1), '%');
  if (how === 'amount' && figure.kind === 'duration') return durationText(amount);
  const units = { points: text().reports.points, kelvins: 'K', amount: figure.unit };
  return withUnit(numberText(amount, figure.decimals), units[how]);
}

function verdictOf({ better }: Figure, amount: number): Change['verdict'] {
  if (better === 'neither') return 'same';
  return amount > 0 === (better === 'higher') ? 'better' : 'worse';
}

/** Against the period before; null where there is nothing to compare. */
export function changeOf(figure: Figure): Change | null {
  const { value, prior, kind } = figure;
  if (value === null || prior === null || kind === 'time') return null;
  const isPercent = changeKind(figure) === 'percent';
  const amount = isPercent ? ((value - prior) * 100) / Math.abs(prior) : value - prior;
  const shown = written(figure, amount);
  // What rounds to nothing is no change.
  if (!/[1-9]/.test(shown)) return { text: `±${shown}`, verdict: 'same' };
  return { text: amount > 0 ? `+${shown}` : shown, verdict: verdictOf(figure, amount) };
}
