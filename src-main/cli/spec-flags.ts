import type { Kind } from '../../sim/contract/entities.ts';
import { isMachineKind } from '../../sim/contract/kinds.table.ts';
import { text, type Flag, type GivenValue } from './flags.ts';
import { misused, type Outcome } from './outcome.ts';
import { kindWords, specFields, type SpecField } from './spec-fields.table.ts';

export type Spec = { readonly [field: string]: unknown };

/** Machines are made with verbs of their own. */
const fieldsOf = (kind: Kind): readonly SpecField[] => (isMachineKind(kind) ? [] : specFields[kind]);

/** All kinds' flags together; which of them a kind has is checked once the kind is known. */
export function specFlags(): Record<string, Flag> {
  const flags: Record<string, Flag> = {};
  for (const field of kindWords.flatMap(fieldsOf)) {
    const owners = kindWords.filter((kind) => fieldsOf(kind).some((each) => each.flag === field.flag));
    const help = `${field.help} (${owners.join(', ')})`;
    flags[field.flag] = text({
      label: field.label,
      help,
      ...(Array.isArray(field.type) ? { choices: field.type } : {}),
    });
  }
  return flags;
}

/** The part of a spec that was said with flags. */
export function specFrom(kind: Kind, given: Readonly<Record<string, GivenValue>>): Outcome<Spec> {
  const stranger = kindWords
    .flatMap(fieldsOf)
    .find(
      (field) => given[field.flag] !== undefined && !fieldsOf(kind).some((own) => own.flag === field.flag),
    );
  if (stranger !== undefined) {
    const own = fieldsOf(kind).map((field) => `--${field.flag}`);
    return misused(`A ${kind} has no ${stranger.flag}`, `A ${kind} has ${own.join(', ')}`);
  }
  let spec: Spec = {};
  for (const field of fieldsOf(kind)) {
    const said = given[field.flag];
    if (typeof said !== 'string') continue;
    const value = readField(field, said);
    if (!value.ok) return value;
    spec = withField(spec, field.path, value.value);
  }
  return { ok: true, value: spec };
}

/** What `create` takes for granted where nothing was said. */
export function withDefaults(kind: Kind, said: Spec): Spec {
  return fieldsOf(kind).reduce<Spec>((spec, { path, otherwise }) => {
    return otherwise === undefined || fieldAt(spec, path) !== undefined
      ? spec
      : withField(spec, path, otherwise);
  }, said);
}

/** Required by the contract and without a usual value; said before the host is asked. */
export function missingFlags(kind: Kind, spec: Spec): readonly string[] {
  return fieldsOf(kind)
    .filter((field) => field.absent === undefined)
    .filter((field) => fieldAt(spec, field.path) === undefined)
    .map((field) => `--${field.flag} ${field.label}`);
}

function readField(field: SpecField, said: string): Outcome<unknown> {
  switch (field.type) {
    case 'number':
    case 'whole': {
      const number = said.trim() === '' ? Number.NaN : Number(said);
      const fits = field.type === 'whole' ? Number.isInteger(number) : Number.isFinite(number);
      return fits
        ? { ok: true, value: number }
        : misused(`--${field.flag} takes a ${field.type === 'whole' ? 'whole ' : ''}number, not ${said}`);
    }
    case 'point': {
      const value = pointIn(said);
      return value === null
        ? misused(`--${field.flag} takes two numbers as X,Y, not ${said}`)
        : { ok: true, value };
    }
    case 'points': {
      const value = said.split(';').map(pointIn);
      return value.includes(null)
        ? misused(`--${field.flag} takes points as X,Y;X,Y with semicolons between them, not ${said}`)
        : { ok: true, value };
    }
    case 'numbers': {
      const numbers = said.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
      return numbers.every(Number.isFinite)
        ? { ok: true, value: numbers }
        : misused(`--${field.flag} takes numbers with commas between them, not ${said}`);
    }
    case 'documents':
      return readDocuments(field, said);
    default:
      return { ok: true, value: said };
  }
}

function pointIn(said: string): { readonly x: number; readonly y: number } | null {
  const numbers = said.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [x, y] = numbers;
  if (numbers.length !== 2 || x === undefined || y === undefined) return null;
  return Number.isFinite(x) && Number.isFinite(y) ? { x, y } : null;
}

/** The first = parts title and address; addresses may hold more of them. */
function readDocuments({ flag }: SpecField, said: string): Outcome<unknown> {
  const parts = said.split(';').map((part) => /^\s*([^=]+?)\s*=\s*(\S+)\s*$/.exec(part));
  const documents = parts.flatMap((match) =>
    match === null ? [] : [{ title: match[1] ?? '', url: match[2] ?? '' }],
  );
  return documents.length === parts.length
    ? { ok: true, value: documents }
    : misused(`--${flag} takes TITLE=URL, more than one parted by semicolons, not ${said}`);
}

function fieldAt(spec: Spec, path: string): unknown {
  return path.split('.').reduce<unknown>((at, step) => (isSpec(at) ? at[step] : undefined), spec);
}

function withField(spec: Spec, path: string, value: unknown): Spec {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...spec, [first]: value };
  const inside = spec[first];
  return { ...spec, [first]: withField(isSpec(inside) ? inside : {}, rest.join('.'), value) };
}

const isSpec = (value: unknown): value is Spec =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
