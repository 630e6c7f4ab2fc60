import type { Field } from './rows.ts';
import type { PropertyType, VimSchema } from './vim-schema.ts';

/** One step of a path: `config`, `device[4000]`, `extraConfig["guestinfo.x"]`. */
export type PathStep = { readonly name: string; readonly key: string | number | null };

const stepPattern =
  /\.?([A-Za-z_][A-Za-z0-9_]*)(?:\[(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(-?\d+))\])?/y;

/** undefined where it is no path. */
export function stepsOf(path: string): readonly PathStep[] | undefined {
  const steps: PathStep[] = [];
  let at = 0;
  while (at < path.length) {
    const isFirst = at === 0;
    stepPattern.lastIndex = at;
    const found = stepPattern.exec(path);
    if (found === null || isFirst === found[0].startsWith('.')) return undefined;
    const [whole, name = '', double, single, number] = found;
    const text = double ?? single;
    const key =
      number !== undefined ? Number(number) : text === undefined ? null : text.replaceAll(/\\(.)/g, '$1');
    steps.push({ name, key });
    at += whole.length;
  }
  return steps.length === 0 ? undefined : steps;
}

/**
 * The type at the end of a path that begins at a managed object; undefined where the schema knows no such path.
 * A subtype's fields are found below a base type too (`config.hardware.device[4000].capacityInKB`).
 */
export function propertyAt(schema: VimSchema, managed: string, path: string): PropertyType | undefined {
  const [first, ...rest] = stepsOf(path) ?? [];
  if (first === undefined) return undefined;
  let field = schema.managedType(managed)?.properties.get(first.name);
  let at = stepped(field, first);
  for (const step of rest) {
    // A path through an array ends there: only a key leads to one of its things.
    if (at === undefined || at.kind !== 'data' || at.isArray) return undefined;
    field = fieldIn(schema, at.type, step.name);
    at = stepped(field, step);
  }
  return at;
}

function stepped(field: Field | undefined, step: PathStep): PropertyType | undefined {
  if (field === undefined) return undefined;
  if (step.key === null) return field;
  return field.isArray ? { ...field, isArray: false } : undefined;
}

function fieldIn(schema: VimSchema, type: string, name: string): Field | undefined {
  const own = schema.dataType(type)?.fields.find((field) => field.name === name);
  if (own !== undefined) return own;
  for (const other of schema.names('data')) {
    if (!schema.isA(other, type)) continue;
    const found = schema.dataType(other)?.fields.find((field) => field.name === name);
    if (found !== undefined) return found;
  }
  return undefined;
}
