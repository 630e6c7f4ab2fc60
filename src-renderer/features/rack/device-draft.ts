/** From a device to its form and back: texts in, a command's fields out, or what is wrong where. Pure. */
import type { Slot } from '../../../sim/contract/entities.ts';
import { text } from '../../text/text.ts';
import { deviceFields, type FieldKind, fieldNames, type FieldName } from './device-fields.table.ts';
import type { Device } from './elevation.ts';

export type Draft = Readonly<Record<FieldName, string>>;
export type Errors = Readonly<Partial<Record<FieldName, string>>>;
type Value = string | number | readonly number[];
type Values = Partial<Record<FieldName, Value>>;

const kindOf = (name: FieldName): FieldKind => deviceFields[name];
const points = 11;

const said = (value: unknown): string => {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

export function draftOf({ name, spec }: Pick<Device, 'name' | 'spec'>): Draft {
  const flat: Readonly<Record<string, unknown>> = { ...spec, ...spec.slot, ...spec.asset, name };
  return Object.fromEntries(fieldNames.map((field) => [field, said(flat[field])])) as Draft;
}

/** A usual server, at the slot that was asked for. */
export const newDraft = (name: string, slot: Pick<Slot, 'position' | 'face'>): Draft =>
  ({
    ...(Object.fromEntries(fieldNames.map((field) => [field, ''])) as Draft),
    name,
    model: 'Two-socket server 2U',
    category: 'server',
    position: String(slot.position),
    height: '2',
    face: slot.face,
    lifecycle: 'active',
    idlePower: '170',
    ratedPower: '520',
    psus: '2',
    feed: 'A',
    duty: 'day',
  }) satisfies Draft;

const namePattern = /^[A-Za-z0-9][A-Za-z0-9 ._()-]*$/;
const addressPattern = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
const isDate = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

type Read = { readonly value: Value } | { readonly error: string };

/** A comma is a decimal mark where it can be no other thing. */
const numberIn = (value: string): number =>
  value.trim() === '' ? Number.NaN : Number(value.trim().replace(',', '.'));

function readNumber(value: string, { least, most, whole }: Extract<FieldKind, { type: 'number' }>): Read {
  const words = text().rack.form.errors;
  const number = numberIn(value);
  if (Number.isNaN(number)) return { error: words.number };
  if (whole === true && !Number.isInteger(number)) return { error: words.whole };
  return number < least || number > most ? { error: words.range(least, most) } : { value: number };
}

function readText(value: string, { check, most }: Extract<FieldKind, { type: 'text' }>): Read {
  const words = text().rack.form.errors;
  const trimmed = value.trim().slice(0, most);
  if (check === 'name' && !namePattern.test(trimmed)) return { error: words.name };
  if (check === 'address' && !addressPattern.test(trimmed)) return { error: words.address };
  if (check === 'date' && !isDate(trimmed)) return { error: words.date };
  return { value: trimmed };
}

function readPoints(value: string): Read {
  const numbers = value
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number);
  const isFine = numbers.length === points && numbers.every((one) => Number.isFinite(one) && one >= 0);
  return isFine ? { value: numbers } : { error: text().rack.form.errors.points };
}

function readField(kind: FieldKind, value: string): Read {
  switch (kind.type) {
    case 'text':
      return readText(value, kind);
    case 'number':
      return readNumber(value, kind);
    case 'choice':
      return { value: kind.asNumber === true ? Number(value) : value };
    case 'points':
      return readPoints(value);
    default:
      return kind satisfies never;
  }
}

export type ReadDraft =
  | { readonly ok: true; readonly name: string; readonly spec: Device['spec'] }
  | { readonly ok: false; readonly errors: Errors };

function valuesOf(draft: Draft): { readonly values: Values; readonly errors: Errors } {
  const words = text().rack.form.errors;
  const values: Values = {};
  const errors: Partial<Record<FieldName, string>> = {};
  for (const name of fieldNames) {
    const kind = kindOf(name);
    const value = draft[name];
    if (value.trim() === '') {
      if (kind.required === true) errors[name] = words.required;
      continue;
    }
    const read = readField(kind, value);
    if ('error' in read) errors[name] = read.error;
    else values[name] = read.value;
  }
  return { values, errors };
}

type Known = {
  /** The device that is edited; null for a new one. */
  readonly device: Device | null;
  /** The others of its rack: no two share a name. */
  readonly others: readonly Device[];
};

export function readDraft(draft: Draft, { device, others }: Known): ReadDraft {
  const words = text().rack.form.errors;
  const { values, errors: found } = valuesOf(draft);
  const errors: Partial<Record<FieldName, string>> = { ...found };
  const name = String(values.name ?? '');
  if (others.some((other) => other.id !== device?.id && other.name.toLowerCase() === name.toLowerCase())) {
    errors.name = words.taken;
  }
  if (
    typeof values.idlePower === 'number' &&
    typeof values.ratedPower === 'number' &&
    values.idlePower > values.ratedPower
  ) {
    errors.idlePower = words.idle;
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, name, spec: specOf(values, device) };
}

function specOf(values: Values, device: Device | null): Device['spec'] {
  const { position, height, face } = values;
  const own = fieldNames.filter(
    (field) => kindOf(field).inAsset !== true && !['name', 'position', 'height', 'face'].includes(field),
  );
  const card = fieldNames.filter((field) => kindOf(field).inAsset === true);
  const pick = (names: readonly FieldName[]): Record<string, Value> =>
    Object.fromEntries(
      names.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])),
    );
  const documents = device?.spec.asset?.documents;
  const asset = { ...pick(card), ...(documents === undefined ? {} : { documents }) };
  const hasAsset = Object.keys(asset).length > 0 || device?.spec.asset !== undefined;
  // Read by the table above, which follows the contract's schema; the host reads it again by the schema itself.
  return { ...pick(own), slot: { position, height, face }, ...(hasAsset ? { asset } : {}) } as Device['spec'];
}

/** Only what differs: a change names no more than it changes, and null takes away what was emptied. */
export function changesOf(device: Device, spec: Device['spec']): Readonly<Record<string, unknown>> {
  const before = device.spec as Readonly<Record<string, unknown>>;
  const emptied = fieldNames.filter((field) => before[field] !== undefined && !(field in spec));
  const changed = Object.entries(spec).filter(
    ([key, value]) => JSON.stringify(before[key]) !== JSON.stringify(value),
  );
  return Object.fromEntries([...changed, ...emptied.map((field) => [field, null] as const)]);
}
