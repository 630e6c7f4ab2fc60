import type { CsvColumn } from '../../../sim/contract/assets.ts';

/** Where a column's cell goes: into the name, the slot, the specification, or the asset card. */
export type CsvField = {
  readonly into: 'id' | 'rack' | 'name' | 'slot' | 'spec' | 'asset';
  readonly field: string;
  readonly as: 'text' | 'number';
};

const text = (into: CsvField['into'], field: string): CsvField => ({ into, field, as: 'text' });
const number = (into: CsvField['into'], field: string): CsvField => ({ into, field, as: 'number' });

export const csvFields: Readonly<Record<CsvColumn, CsvField>> = {
  id: text('id', 'id'),
  name: text('name', 'name'),
  rack: text('rack', 'parent'),
  unit: number('slot', 'position'),
  height: number('slot', 'height'),
  face: text('slot', 'face'),
  category: text('spec', 'category'),
  manufacturer: text('spec', 'manufacturer'),
  model: text('spec', 'model'),
  rated_w: number('spec', 'ratedPower'),
  idle_w: number('spec', 'idlePower'),
  psus: number('spec', 'psus'),
  feed: text('spec', 'feed'),
  duty: text('spec', 'duty'),
  lifecycle: text('spec', 'lifecycle'),
  weight_kg: number('spec', 'weight'),
  ports: number('spec', 'ports'),
  nics: number('spec', 'nics'),
  address: text('spec', 'address'),
  serial: text('spec', 'serial'),
  tag: text('asset', 'tag'),
  owner: text('asset', 'owner'),
  service: text('asset', 'service'),
  installed: text('asset', 'installed'),
  warranty_until: text('asset', 'warrantyUntil'),
  notes: text('asset', 'notes'),
};

/** What others call these columns: small letters, all else a `_`. */
export const csvSynonyms: Readonly<Record<string, CsvColumn>> = {
  device: 'name',
  device_name: 'name',
  hostname: 'name',
  position: 'unit',
  u: 'unit',
  u_position: 'unit',
  u_height: 'height',
  units: 'height',
  kind: 'category',
  role: 'category',
  maker: 'manufacturer',
  vendor: 'manufacturer',
  type: 'model',
  device_type: 'model',
  rated: 'rated_w',
  rated_power: 'rated_w',
  power_w: 'rated_w',
  idle: 'idle_w',
  idle_power: 'idle_w',
  status: 'lifecycle',
  weight: 'weight_kg',
  ip: 'address',
  ip_address: 'address',
  serial_number: 'serial',
  asset_tag: 'tag',
  warranty: 'warranty_until',
  warranty_end: 'warranty_until',
  install_date: 'installed',
  comments: 'notes',
};
