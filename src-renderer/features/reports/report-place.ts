/** What the address of the screen says: which report, of what, over which time. A link carries all of it. Pure. */
import type { QueryParams } from '../../../sim/contract/queries.ts';
import type { ReportKind } from '../../../sim/contract/reports.ts';
import { reportKinds } from './report-kinds.table.ts';

export const ranges = ['day', 'week', 'days30', 'month', 'custom'] as const;
export type Range = (typeof ranges)[number];

export type ReportPlace = {
  readonly kind: ReportKind;
  readonly within: string | null;
  readonly range: Range;
  /** `2026-01-05T08:00`, lab time, for a range of its own. */
  readonly from: string;
  readonly to: string;
  readonly compare: 'prior' | 'none';
};

export function placeIn(search: URLSearchParams): ReportPlace {
  return {
    kind: reportKinds.find((kind) => kind === search.get('kind')) ?? 'energy',
    within: search.get('within'),
    range: ranges.find((range) => range === search.get('range')) ?? 'day',
    from: search.get('from') ?? '',
    to: search.get('to') ?? '',
    compare: search.get('compare') === 'none' ? 'none' : 'prior',
  };
}

const usual = { kind: 'energy', within: null, range: 'day', from: '', to: '', compare: 'prior' } as const;

/** What is as usual is left out. */
export function searchWith(search: URLSearchParams, change: Partial<ReportPlace>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '' || value === usual[name as keyof ReportPlace]) next.delete(name);
    else next.set(name, value);
  }
  return next;
}

const day = 86_400_000;

/** `2026-01-05 08:00` or with a T, as lab time (UTC); null where it is none. */
export function momentIn(text: string): number | null {
  const match = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)$/.exec(text.trim());
  const millis = match === null ? Number.NaN : Date.parse(`${match[1] ?? ''}T${match[2] ?? ''}Z`);
  return Number.isNaN(millis) ? null : millis;
}

export type Asked = Pick<QueryParams<'report'>, 'kind' | 'within' | 'compare'> & {
  readonly from: number;
  readonly to: number;
};

/** Null where a range of its own is not a range yet. */
export function askedFor(place: ReportPlace, now: number): Asked | null {
  const { kind, within, compare } = place;
  const common = { kind, compare, ...(within === null ? {} : { within: within as never }) };
  const end = Math.floor(now);
  switch (place.range) {
    case 'day':
      return { ...common, from: end - day, to: end };
    case 'week':
      return { ...common, from: end - 7 * day, to: end };
    case 'days30':
      return { ...common, from: end - 30 * day, to: end };
    case 'month': {
      const date = new Date(end);
      return { ...common, from: Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1), to: end };
    }
    case 'custom': {
      const from = momentIn(place.from);
      const to = momentIn(place.to);
      return from === null || to === null || from >= to ? null : { ...common, from, to };
    }
    default:
      return place.range satisfies never;
  }
}
