/** Numbers and moments as a language writes them. Lab time is UTC. */
import type { ReportLanguage, ValueKind } from '../../../sim/contract/reports.ts';

const marks = {
  en: { decimal: '.', group: ',' },
  de: { decimal: ',', group: '.' },
} as const satisfies Record<ReportLanguage, { decimal: string; group: string }>;

const thin = '\u2009';
const minus = '\u2212';

/** `1,240.5`: grouped, a real minus, no minus before a zero. */
export function numberIn(language: ReportLanguage, value: number, decimals: number): string {
  const { decimal, group } = marks[language];
  const [whole = '0', rest] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const digits = rest === undefined ? grouped : `${grouped}${decimal}${rest}`;
  return value < 0 && /[1-9]/.test(digits) ? `${minus}${digits}` : digits;
}

export const dateOf = (millis: number): string => new Date(millis).toISOString().slice(0, 10);
export const momentOf = (millis: number): string =>
  new Date(millis).toISOString().slice(0, 16).replace('T', ' ');

/** `12 s`, `4.2 min`, `3.5 h`, `2.1 d`. */
export function durationIn(language: ReportLanguage, millis: number): string {
  const seconds = millis / 1000;
  const [value, unit, decimals] =
    seconds < 120
      ? ([seconds, 's', 0] as const)
      : seconds < 7200
        ? ([seconds / 60, 'min', 1] as const)
        : seconds < 172_800
          ? ([seconds / 3600, 'h', 1] as const)
          : ([seconds / 86_400, 'd', 1] as const);
  return `${numberIn(language, value, decimals)}${thin}${unit}`;
}

type Measured = { readonly kind: ValueKind; readonly unit: string; readonly decimals: number };

/** A value with its unit, as a reader wants it. */
export function valueIn(language: ReportLanguage, value: number | string | null, measured: Measured): string {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  const { kind, unit, decimals } = measured;
  switch (kind) {
    case 'time':
      return momentOf(value);
    case 'duration':
      return durationIn(language, value);
    case 'number':
    case 'share':
    case 'money':
    case 'text': {
      const digits = numberIn(language, value, decimals);
      return unit === '' ? digits : `${digits}${thin}${unit}`;
    }
    default:
      return kind satisfies never;
  }
}
