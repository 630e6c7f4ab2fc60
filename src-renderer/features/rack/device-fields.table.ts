/** The form of a device: what the contract knows of one, in the order it is asked. */
export type Group = 'place' | 'power' | 'network' | 'asset';
export const groups = ['place', 'power', 'network', 'asset'] as const satisfies readonly Group[];

type Common = { readonly group: Group; readonly required?: true; readonly inAsset?: true };
export type FieldKind =
  | (Common & { readonly type: 'text'; readonly most: number; readonly check?: 'name' | 'address' | 'date' })
  | (Common & { readonly type: 'number'; readonly least: number; readonly most: number; readonly whole?: true })
  | (Common & { readonly type: 'choice'; readonly of: readonly string[]; readonly asNumber?: true })
  | (Common & { readonly type: 'points' });

export const deviceFields = {
  name: { group: 'place', type: 'text', most: 64, check: 'name', required: true },
  model: { group: 'place', type: 'text', most: 120, required: true },
  manufacturer: { group: 'place', type: 'text', most: 120 },
  category: { group: 'place', type: 'choice', of: ['server', 'switch', 'storage', 'patch-panel', 'appliance', 'other'] },
  position: { group: 'place', type: 'number', least: 1, most: 60, whole: true, required: true },
  height: { group: 'place', type: 'number', least: 1, most: 60, whole: true, required: true },
  face: { group: 'place', type: 'choice', of: ['both', 'front', 'rear'] },
  lifecycle: { group: 'place', type: 'choice', of: ['planned', 'staged', 'active', 'retired'] },
  idlePower: { group: 'power', type: 'number', least: 0, most: 1_000_000, required: true },
  ratedPower: { group: 'power', type: 'number', least: 0, most: 1_000_000, required: true },
  psus: { group: 'power', type: 'choice', of: ['1', '2'], asNumber: true },
  feed: { group: 'power', type: 'choice', of: ['A', 'B'] },
  duty: { group: 'power', type: 'choice', of: ['day', 'batch', 'steady', 'idle'] },
  powerPoints: { group: 'power', type: 'points' },
  weight: { group: 'network', type: 'number', least: 0, most: 5000 },
  ports: { group: 'network', type: 'number', least: 0, most: 5000, whole: true },
  nics: { group: 'network', type: 'number', least: 0, most: 64, whole: true },
  address: { group: 'network', type: 'text', most: 15, check: 'address' },
  serial: { group: 'network', type: 'text', most: 64 },
  owner: { group: 'asset', type: 'text', most: 120, inAsset: true },
  service: { group: 'asset', type: 'text', most: 120, inAsset: true },
  tag: { group: 'asset', type: 'text', most: 64, inAsset: true },
  installed: { group: 'asset', type: 'text', most: 10, check: 'date', inAsset: true },
  warrantyUntil: { group: 'asset', type: 'text', most: 10, check: 'date', inAsset: true },
  notes: { group: 'asset', type: 'text', most: 2000, inAsset: true },
} as const satisfies Readonly<Record<string, FieldKind>>;

export type FieldName = keyof typeof deviceFields;
export const fieldNames = Object.keys(deviceFields) as readonly FieldName[];
