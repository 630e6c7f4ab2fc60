/** Words of the ledger of devices that a page needs as well, and a page loads no schemas. */

/** What a table of devices shows and can be ordered by. */
export const assetColumns = [
  'name',
  'category',
  'model',
  'manufacturer',
  'rack',
  'unit',
  'feed',
  'address',
  'lifecycle',
  'rated',
  'drawn',
  'weight',
  'owner',
  'service',
  'serial',
  'tag',
  'installed',
  'warranty',
] as const;

/** What a device may lack. */
export const assetGaps = [
  'manufacturer',
  'address',
  'weight',
  'owner',
  'service',
  'serial',
  'tag',
  'installed',
  'warranty',
] as const;

/** The columns of a file of devices. `id` names a device that is there. */
export const csvColumns = [
  'id',
  'name',
  'rack',
  'unit',
  'height',
  'face',
  'category',
  'manufacturer',
  'model',
  'rated_w',
  'idle_w',
  'psus',
  'feed',
  'duty',
  'lifecycle',
  'weight_kg',
  'ports',
  'nics',
  'address',
  'serial',
  'tag',
  'owner',
  'service',
  'installed',
  'warranty_until',
  'notes',
] as const;
