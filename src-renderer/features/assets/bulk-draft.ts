import type { AssetEdit } from '../../../sim/contract/assets.ts';
import type { Duty } from '../../../sim/contract/entities.ts';
import type { Lifecycle } from './asset-view.ts';

export const bulkTexts = ['owner', 'service', 'tag'] as const;
export const bulkDates = ['installed', 'warrantyUntil'] as const;
export type BulkField = (typeof bulkTexts)[number] | (typeof bulkDates)[number];
export const duties = ['day', 'batch', 'steady', 'idle'] as const satisfies readonly Duty[];

/** A field that is not in it stays as it is; an empty one is taken away. */
export type BulkDraft = {
  readonly fields: Readonly<Partial<Record<BulkField, string>>>;
  readonly lifecycle: Lifecycle | null;
  readonly duty: Duty | null;
  /** The number of the first tag. */
  readonly from: string;
};

export const emptyBulk: BulkDraft = { fields: {}, lifecycle: null, duty: null, from: '1' };

/** Null where nothing is said to change yet. */
export function editOf({ fields, lifecycle, duty }: BulkDraft): AssetEdit | null {
  const texts = Object.entries(fields).map(([name, value]) => {
    const tidy = value.trim();
    return [name, tidy === '' ? null : tidy] as const;
  });
  const edit: AssetEdit = {
    ...Object.fromEntries(texts),
    ...(lifecycle === null ? {} : { lifecycle }),
    ...(duty === null ? {} : { duty }),
  };
  return Object.keys(edit).length === 0 ? null : edit;
}

export const firstNumber = ({ from }: BulkDraft): number => {
  const number = Number(from);
  return Number.isInteger(number) && number >= 0 && number <= 999_999_999 ? number : 1;
};
