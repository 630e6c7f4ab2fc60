import type { Bytes } from '../../bytes.ts';
import { complain } from '../say.ts';
import type { Shell } from '../shell.ts';
import { evaluateText } from './arithmetic-names.ts';
import { dynamicValue, noteAssignment } from './dynamic.ts';
import { exportedOnly, lastIndex, list, noAttributes, scalar, scalarOf, type Variable } from './variable.ts';

/** What a name stands for once references are followed; `declare -n r=a[1]` leads to an element. */
type Place = { readonly name: Bytes; readonly index: Bytes | null };

/** `name` or `name[index]`. */
export function placeNamed(text: Bytes): Place {
  const bracket = text.indexOf('[');
  if (bracket < 0) return { name: text, index: null };
  return { name: text.slice(0, bracket), index: text.slice(bracket + 1, -1) };
}

export function placeOf(shell: Shell, name: Bytes): Place {
  let place: Place = { name, index: null };
  for (let steps = 0; steps < 8; steps += 1) {
    const variable = shell.variables.get(place.name);
    if (variable === undefined || !variable.attributes.has('reference')) return place;
    const goal = scalarOf(variable.content);
    if (goal === null || goal === '') return place;
    place = placeNamed(goal);
    if (place.index !== null) return place;
  }
  return place;
}

export function variableOf(shell: Shell, name: Bytes): Variable | undefined {
  const variable = shell.variables.get(name);
  if (variable === undefined || !variable.attributes.has('reference')) return variable;
  return shell.variables.get(placeOf(shell, name).name);
}

/** `$name`; null: not set. */
export function valueOf(shell: Shell, name: Bytes): Bytes | null {
  if (name.charCodeAt(0) < 96) {
    const dynamic = dynamicValue(shell, name);
    if (dynamic !== null) return dynamic;
  }
  const variable = shell.variables.get(name);
  if (variable === undefined) return null;
  if (!variable.attributes.has('reference')) return scalarOf(variable.content);
  const place = placeOf(shell, name);
  if (place.name === name) return null;
  return place.index === null ? valueOf(shell, place.name) : elementOf(shell, place.name, place.index);
}

/** One element; the index is a number's text or a key, expanded already. */
export function elementOf(shell: Shell, name: Bytes, index: Bytes): Bytes | null {
  const variable = variableOf(shell, name);
  if (variable === undefined) return index === '0' ? valueOf(shell, name) : null;
  if (variable.content.kind === 'table') return variable.content.items.get(index) ?? null;
  const at = indexIn(shell, variable, { name, index, shown: name });
  if (at === null) return null;
  if (variable.content.kind === 'list') return variable.content.items.get(at) ?? null;
  return at === 0 ? variable.content.text : null;
}

type Element = { readonly name: Bytes; readonly index: Bytes; readonly shown: Bytes };

/** Negative numbers count from behind. Null: refused, and told. */
function indexIn(shell: Shell, variable: Variable | undefined, place: Element): number | null {
  const value = evaluateText(shell, place.index, '');
  if (value === null) return null;
  const at = Number(value);
  if (at >= 0) return at;
  const end = variable?.content.kind === 'list' ? lastIndex(variable.content.items) + 1 : 1;
  if (end + at >= 0) return end + at;
  complain(shell, `${place.shown}: bad array subscript`);
  return null;
}

type Assigned = {
  readonly name: Bytes;
  /** Expanded already; null: the variable itself. */
  readonly index: Bytes | null;
  readonly text: Bytes;
  readonly appends: boolean;
};

export const setTo = (name: Bytes, text: Bytes): Assigned => ({ name, index: null, text, appends: false });

/** False: refused, and told. */
export function assign(shell: Shell, what: Assigned): boolean {
  const place = placeOf(shell, what.name);
  const index = what.index ?? place.index;
  const variable = shell.variables.get(place.name);
  if (variable === undefined) return assignFresh(shell, { ...what, name: place.name, index });
  if (variable.attributes.has('readonly')) {
    complain(shell, `${place.name}: readonly variable`);
    return false;
  }
  if (index === null && variable.content.kind === 'scalar') {
    const text = converted(shell, variable, {
      before: variable.content.text ?? '',
      text: what.text,
      appends: what.appends,
    });
    if (text === null) return false;
    variable.content.text = text;
    if (place.name.charCodeAt(0) < 96) noteAssignment(shell, place.name, text);
    return true;
  }
  return assignElement(shell, variable, { ...what, name: place.name, index: index ?? '0' });
}

function assignFresh(shell: Shell, what: Assigned): boolean {
  const attributes = shell.options.has('allexport') ? exportedOnly : noAttributes;
  if (what.index === null) {
    shell.variables.set(what.name, { content: scalar(what.text), attributes });
    if (what.name.charCodeAt(0) < 96) noteAssignment(shell, what.name, what.text);
    return true;
  }
  const variable: Variable = { content: list(new Map()), attributes };
  if (!assignElement(shell, variable, what)) return false;
  shell.variables.set(what.name, variable);
  return true;
}

function assignElement(shell: Shell, variable: Variable, what: Assigned): boolean {
  const index = what.index ?? '0';
  if (variable.content.kind === 'table') return assignEntry(shell, variable, { ...what, index });
  const at = indexIn(shell, variable, { name: what.name, index, shown: `${what.name}[${index}]` });
  if (at === null) return false;
  const items = listItems(variable);
  const text = converted(shell, variable, {
    before: items.get(at) ?? '',
    text: what.text,
    appends: what.appends,
  });
  if (text === null) return false;
  items.set(at, text);
  return true;
}

function assignEntry(shell: Shell, variable: Variable, what: Assigned): boolean {
  if (variable.content.kind !== 'table') return false;
  const { items } = variable.content;
  const key = what.index ?? '0';
  const text = converted(shell, variable, {
    before: items.get(key) ?? '',
    text: what.text,
    appends: what.appends,
  });
  if (text === null) return false;
  variable.content.isSet = true;
  items.set(key, text);
  return true;
}

/** A variable with one value becomes a list when an element is set. */
export function listItems(variable: Variable): Map<number, Bytes> {
  const { content } = variable;
  if (content.kind === 'list') {
    content.isSet = true;
    return content.items;
  }
  const items = new Map<number, Bytes>();
  const before = scalarOf(content);
  if (before !== null) items.set(0, before);
  variable.content = list(items);
  return items;
}

type Conversion = { readonly before: Bytes; readonly text: Bytes; readonly appends: boolean };

/** As the attributes want it: a number, lower case … Null: refused, and told. */
function converted(shell: Shell, variable: Variable, { before, text, appends }: Conversion): Bytes | null {
  const { attributes } = variable;
  if (attributes.size === 0) return appends ? before + text : text;
  if (attributes.has('integer')) {
    const value = evaluateText(
      shell,
      appends ? `(${before === '' ? '0' : before})+(${text === '' ? '0' : text})` : text,
      '',
    );
    return value === null ? null : String(value);
  }
  const whole = appends ? before + text : text;
  if (attributes.has('lower')) return whole.toLowerCase();
  if (attributes.has('upper')) return whole.toUpperCase();
  if (attributes.has('capital')) return whole.slice(0, 1).toUpperCase() + whole.slice(1).toLowerCase();
  return whole;
}

export function setQuietly(shell: Shell, name: Bytes, text: Bytes): void {
  const variable = shell.variables.get(name);
  shell.variables.set(name, { content: scalar(text), attributes: variable?.attributes ?? noAttributes });
}

export function withAttribute(shell: Shell, name: Bytes, attribute: 'exported' | 'readonly'): void {
  const variable = shell.variables.get(name) ?? { content: scalar(null), attributes: noAttributes };
  variable.attributes = new Set([...variable.attributes, attribute]);
  shell.variables.set(name, variable);
}

/** `unset`: what a caller hid comes back when the function returns. */
export function unset(shell: Shell, name: Bytes): 'done' | 'readonly' {
  const variable = shell.variables.get(name);
  if (variable?.attributes.has('readonly') === true) return 'readonly';
  const frame = shell.frames.findLast((each) => each.kind === 'function');
  if (frame?.hidden.has(name) === true && variable !== undefined)
    shell.variables.set(name, { content: scalar(null), attributes: noAttributes });
  else shell.variables.delete(name);
  return 'done';
}

export function emptyOf(kind: 'list' | 'table' | 'scalar'): Variable['content'] {
  if (kind === 'list') return { kind, items: new Map(), isSet: false };
  return kind === 'table' ? { kind, items: new Map(), isSet: false } : scalar(null);
}

/** What programs are started with. */
export function environmentOf(shell: Shell): ReadonlyMap<Bytes, Bytes> {
  const environment = new Map<Bytes, Bytes>();
  for (const [name, variable] of shell.variables) {
    if (!variable.attributes.has('exported')) continue;
    const text = scalarOf(variable.content);
    if (text !== null && variable.content.kind === 'scalar') environment.set(name, text);
  }
  for (const { name, node, source, isExported } of shell.functions.values())
    if (isExported)
      environment.set(`BASH_FUNC_${name}%%`, `() ${source.text.slice(node.body.pos, node.body.end)}`);
  environment.set('_', shell.lastArgument);
  return environment;
}
