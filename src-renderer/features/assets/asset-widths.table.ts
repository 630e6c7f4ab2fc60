import type { AssetColumn } from '../../../sim/contract/assets.ts';

/** Pixels. */
export const usualWidths: Readonly<Record<AssetColumn, number>> = {
  name: 180,
  category: 100,
  model: 180,
  manufacturer: 120,
  rack: 170,
  unit: 72,
  feed: 56,
  address: 112,
  lifecycle: 100,
  rated: 84,
  drawn: 84,
  weight: 76,
  owner: 130,
  service: 130,
  serial: 120,
  tag: 100,
  installed: 96,
  warranty: 120,
};

export const shownAtFirst = [
  'name',
  'category',
  'model',
  'rack',
  'unit',
  'lifecycle',
  'rated',
  'drawn',
  'owner',
  'service',
  'warranty',
] as const satisfies readonly AssetColumn[];
