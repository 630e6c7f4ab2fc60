/** What has been written over the saved settings, by path, and what is wrong with it. Pure. */
import type { Refusal } from '../../../sim/contract/result.ts';
import type { Settings } from '../../../sim/contract/settings.ts';
import { numberIn } from './field-checks.ts';
import type { FieldGroup, Section, SettingField } from './settings-fields.table.ts';

/** Only what differs from what is saved: a change made elsewhere shows in every other field. */
export type Edits = Readonly<Record<string, string>>;
export type Problems = Readonly<Record<string, string>>;

export const fieldsOf = ({ groups }: Section): readonly SettingField[] =>
  groups.flatMap((group) => [...(group.switch === null ? [] : [group.switch]), ...group.fields]);

/** As the field shows it. */
export function savedText(settings: Settings, path: string): string {
  let at: unknown = settings;
  for (const step of path.split('.'))
    at = typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[step] : undefined;
  return typeof at === 'string' || typeof at === 'number' ? String(at) : '';
}

export const textAt = (settings: Settings, edits: Edits, path: string): string =>
  edits[path] ?? savedText(settings, path);

export function withEdit(
  edits: Edits,
  path: string,
  change: { readonly text: string; readonly saved: string },
): Edits {
  const { [path]: _, ...rest } = edits;
  return change.text === change.saved ? rest : { ...rest, [path]: change.text };
}

export const editsIn = (section: Section, edits: Edits): Edits =>
  Object.fromEntries(
    fieldsOf(section).flatMap(({ path }) => {
      const text = edits[path];
      return text === undefined ? [] : [[path, text]];
    }),
  );

export const withoutSection = (section: Section, edits: Edits): Edits => {
  const own = new Set<string>(fieldsOf(section).map(({ path }) => path));
  return Object.fromEntries(Object.entries(edits).filter(([path]) => !own.has(path)));
};

/** A field behind a switch that is off may be unfinished, as long as nobody has written in it. */
function isAsked(
  settings: Settings,
  edits: Edits,
  { group, path }: { readonly group: FieldGroup; readonly path: string },
): boolean {
  return group.switch === null || path in edits || textAt(settings, edits, group.switch.path) === 'on';
}

export function problemsIn(section: Section, settings: Settings, edits: Edits): Problems {
  const found = section.groups.flatMap((group) =>
    group.fields.flatMap((field) => {
      if (field.takes === 'choice' || !isAsked(settings, edits, { group, path: field.path })) return [];
      const problem = field.check(textAt(settings, edits, field.path));
      return problem === null ? [] : [[field.path, problem] as const];
    }),
  );
  return Object.fromEntries(found);
}

type Patch = { [step: string]: Patch | string | number };

/** Names only what was written: nothing else is touched, whatever changed meanwhile. */
export function patchOf(section: Section, edits: Edits): Patch {
  const patch: Patch = {};
  for (const field of fieldsOf(section)) {
    const text = edits[field.path];
    if (text !== undefined) put(patch, field.path.split('.'), valueOf(field, text));
  }
  return patch;
}

function valueOf(field: SettingField, text: string): string | number {
  if (field.takes === 'number') return numberIn(text);
  return field.takes === 'secret' ? text : text.trim();
}

function put(into: Patch, [first = '', ...rest]: readonly string[], value: string | number): void {
  if (rest.length === 0) {
    into[first] = value;
    return;
  }
  const inside = into[first];
  const next: Patch = typeof inside === 'object' ? inside : {};
  into[first] = next;
  put(next, rest, value);
}

/** Where a refusal belongs: to the field it names, else to the section. */
export function placeOf(section: Section, refusal: Refusal): string | null {
  const { where } = refusal;
  return where !== undefined && fieldsOf(section).some(({ path }) => path === where) ? where : null;
}

/** The field says by itself where it is. */
export const wordsAt = ({ message, where }: Refusal): string =>
  where !== undefined && message.startsWith(`${where}: `) ? message.slice(where.length + 2) : message;
