/** A file of the public device-type library: its fields, and what is doubtful about them. */
import * as z from 'zod';
import { parse } from 'yaml';
import type { AssetCategory } from '../../../sim/contract/assets.ts';
import type { DeviceType, TypeRemark } from '../../../sim/contract/device-types.ts';

const component = z.looseObject({ name: z.string() });
const fileSchema = z.looseObject({
  manufacturer: z.string().min(1).max(120),
  model: z.string().min(1).max(120),
  slug: z.string().min(1).max(160).optional(),
  part_number: z.string().max(120).nullish(),
  u_height: z.number().min(0).max(100).optional(),
  is_full_depth: z.boolean().optional(),
  airflow: z.string().max(40).nullish(),
  weight: z.number().min(0).max(10_000).nullish(),
  weight_unit: z.enum(['kg', 'g', 'lb', 'oz']).nullish(),
  interfaces: z.array(component.extend({ mgmt_only: z.boolean().optional() })).nullish(),
  'power-ports': z
    .array(
      component.extend({
        maximum_draw: z.number().min(0).nullish(),
        allocated_draw: z.number().min(0).nullish(),
      }),
    )
    .nullish(),
  'front-ports': z.array(component).nullish(),
});
type TypeFile = z.infer<typeof fileSchema>;

export type TypeRead = {
  /** Null where it is wrong. */
  readonly type: DeviceType | null;
  readonly remarks: readonly TypeRemark[];
};

const kilos = { kg: 1, g: 0.001, lb: 0.45359237, oz: 0.028349523125 } as const;

export function readDeviceType(file: string, text: string): TypeRead {
  const wrong = (message: string): TypeRead => ({ type: null, remarks: [{ file, level: 'wrong', message }] });
  let given: unknown;
  try {
    given = parse(text, { maxAliasCount: 100 });
  } catch (error) {
    return wrong(
      `It is not YAML: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
    );
  }
  const parsed = fileSchema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return wrong(`${issue?.path.join('.') || 'It'}: ${issue?.message ?? 'is not understood'}`);
  }
  const doubts = doubtsAbout(parsed.data);
  const remarks = doubts.map((message): TypeRemark => ({ file, level: 'doubtful', message }));
  return { type: typeOf(parsed.data), remarks };
}

const isSaid = <Value>(value: Value | null | undefined): value is Value =>
  value !== null && value !== undefined;

function twice(what: string, parts: TypeFile['interfaces']): string[] {
  const names = (parts ?? []).map(({ name }) => name);
  const repeated = names.filter((name, at) => names.indexOf(name) !== at);
  return repeated.length === 0 ? [] : [`${what} has ${[...new Set(repeated)].join(', ')} more than once`];
}

function doubtsAbout(file: TypeFile): string[] {
  const { u_height: height, weight } = file;
  const supplies = file['power-ports'] ?? [];
  return [
    ...(height === undefined ? ['u_height is missing; 1 is taken'] : []),
    ...(height !== undefined && !Number.isInteger(height)
      ? [`u_height ${height} is no whole unit; ${Math.ceil(height)} are kept for it in a rack`]
      : []),
    ...(supplies.length > 0 && supplies.every(({ maximum_draw: draw }) => (draw ?? 0) === 0)
      ? ['power-ports say no maximum_draw, or 0']
      : []),
    ...(isSaid(weight) && !isSaid(file.weight_unit) ? ['weight has no weight_unit; kg is taken'] : []),
    ...twice('interfaces', file.interfaces),
    ...twice('power-ports', supplies),
    ...twice('front-ports', file['front-ports']),
  ];
}

/** Two supplies and more: half of them must be enough, so half of their draw is what it may draw. */
function drawn(file: TypeFile, field: 'maximum_draw' | 'allocated_draw'): number | null {
  const supplies = file['power-ports'] ?? [];
  const watts = supplies.reduce((sum, port) => sum + (port[field] ?? 0), 0);
  if (watts === 0) return null;
  return supplies.length >= 2 ? watts / 2 : watts;
}

/** The library has no word for it. */
function categoryOf(file: TypeFile): AssetCategory {
  const ports = (file.interfaces ?? []).filter(({ mgmt_only: managing }) => managing !== true).length;
  if ((file['power-ports'] ?? []).length === 0)
    return (file['front-ports'] ?? []).length > 0 ? 'patch-panel' : 'other';
  return ports >= 12 ? 'switch' : 'server';
}

const known: readonly string[] = Object.keys(fileSchema.shape).filter(
  (key) => !['interfaces', 'power-ports', 'front-ports'].includes(key),
);

function typeOf(file: TypeFile): DeviceType {
  const { manufacturer, model, weight } = file;
  const ports = (file.interfaces ?? []).filter(({ mgmt_only: managing }) => managing !== true);
  return {
    slug: file.slug ?? slugOf(`${manufacturer} ${model}`),
    manufacturer,
    model,
    partNumber: file.part_number ?? null,
    category: categoryOf(file),
    height: file.u_height ?? 1,
    depth: file.is_full_depth === false ? 'half' : 'full',
    airflow: file.airflow ?? null,
    weight: !isSaid(weight) ? null : Math.round(weight * kilos[file.weight_unit ?? 'kg'] * 1000) / 1000,
    rated: drawn(file, 'maximum_draw'),
    allocated: drawn(file, 'allocated_draw'),
    psus: Math.min(2, Math.max(1, (file['power-ports'] ?? []).length)),
    ports: ports.length,
    origin: 'imported',
    more: Object.fromEntries(Object.entries(file).filter(([key]) => !known.includes(key))),
  };
}

const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
