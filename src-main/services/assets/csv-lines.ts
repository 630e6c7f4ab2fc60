import { csvColumns } from '../../../sim/contract/asset-columns.table.ts';
import type { CsvColumn } from '../../../sim/contract/assets.ts';
import type { Kept } from './asset-row.ts';
import { lineText } from './csv-text.ts';

const written = (value: string | number | null | undefined): string => String(value ?? '');

const cells: Readonly<Record<CsvColumn, (kept: Kept) => string>> = {
  id: ({ row }) => row.id,
  name: ({ row }) => row.name,
  rack: ({ row }) => row.place,
  unit: ({ row }) => written(row.unit),
  height: ({ row }) => written(row.height),
  face: ({ entity }) => entity.spec.slot.face,
  category: ({ row }) => row.category,
  manufacturer: ({ row }) => written(row.manufacturer),
  model: ({ row }) => row.model,
  rated_w: ({ entity }) => written(entity.spec.ratedPower),
  idle_w: ({ entity }) => written(entity.spec.idlePower),
  psus: ({ entity }) => written(entity.spec.psus),
  feed: ({ entity }) => entity.spec.feed,
  duty: ({ entity }) => entity.spec.duty,
  lifecycle: ({ row }) => row.lifecycle,
  weight_kg: ({ row }) => written(row.weight),
  ports: ({ entity }) => written(entity.spec.ports),
  nics: ({ entity }) => written(entity.spec.nics),
  address: ({ row }) => written(row.address),
  serial: ({ row }) => written(row.serial),
  tag: ({ row }) => written(row.tag),
  owner: ({ row }) => written(row.owner),
  service: ({ row }) => written(row.service),
  installed: ({ row }) => written(row.installed),
  warranty_until: ({ row }) => written(row.warranty),
  notes: ({ entity }) => written(entity.spec.asset?.notes),
};

export const csvHeader = (): string => lineText(csvColumns);
export const csvLine = (kept: Kept): string => lineText(csvColumns.map((column) => cells[column](kept)));
