import type { QueryParams } from '../../../sim/contract/queries.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';

type Asked = QueryParams<'placement'>;

/** As it is typed: what is not yet a number is told, not sent. */
export type PlacementDraft = {
  readonly count: string;
  readonly units: string;
  readonly watts: string;
  readonly nics: string;
  readonly weight: string;
  readonly psus: '1' | '2';
  readonly together: 'any' | 'same-rack' | 'spread';
  readonly face: 'both' | 'front' | 'rear';
};

export const usualPlacement: PlacementDraft = {
  count: '12',
  units: '2',
  watts: '700',
  nics: '2',
  weight: '',
  psus: '2',
  together: 'any',
  face: 'both',
};

type Field = 'count' | 'units' | 'watts' | 'nics' | 'weight';
type Range = { readonly low: number; readonly high: number; readonly whole: 'whole' | 'any' };

export const ranges: Readonly<Record<Field, Range>> = {
  count: { low: 1, high: 10_000, whole: 'whole' },
  units: { low: 1, high: 60, whole: 'whole' },
  watts: { low: 0, high: 1_000_000, whole: 'any' },
  nics: { low: 0, high: 64, whole: 'whole' },
  weight: { low: 0, high: 5000, whole: 'any' },
};
export const numberFields = ['count', 'units', 'watts', 'nics', 'weight'] as const satisfies readonly Field[];

/** Null where it is no number within its range. A weight may be left out. */
export function numberIn(draft: PlacementDraft, field: Field): number | null {
  const { low, high, whole } = ranges[field];
  const text = draft[field].trim().replace(',', '.');
  const value = text === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value) || value < low || value > high) return null;
  return whole === 'whole' && !Number.isInteger(value) ? null : value;
}

export const isWrong = (draft: PlacementDraft, field: Field): boolean =>
  numberIn(draft, field) === null && !(field === 'weight' && draft.weight.trim() === '');

export function askedIn(draft: PlacementDraft, within: EntityId | null): Asked | null {
  if (numberFields.some((field) => isWrong(draft, field))) return null;
  const weight = numberIn(draft, 'weight');
  return {
    count: numberIn(draft, 'count') ?? 1,
    units: numberIn(draft, 'units') ?? 1,
    watts: numberIn(draft, 'watts') ?? 0,
    nics: numberIn(draft, 'nics') ?? 0,
    psus: Number(draft.psus),
    together: draft.together,
    face: draft.face,
    ...(weight === null ? {} : { weight }),
    ...(within === null ? {} : { within }),
  };
}
