/** Objects as govc object.save wrote them: a file each, its properties as the wire has them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accepted, refused, type Result } from '../../sim/contract/result.ts';
import { defaultLimits, readXml, type XmlElement } from '../personalities/vmware/wire/xml.ts';

export type SavedObject = {
  readonly type: string;
  readonly name: string;
  readonly properties: ReadonlyMap<string, XmlElement>;
};

export function readSaved(directory: string): Result<readonly SavedObject[]> {
  const files = filesIn(directory);
  if (!files.ok) return files;
  const objects: SavedObject[] = [];
  for (const file of files.value) {
    const read = readXml(readFileSync(join(directory, file)), defaultLimits);
    if (!read.ok) {
      const { message, line, column } = read.refusal;
      return refused('damaged-file', `-load: ${file}: ${message} (line ${line}, column ${column})`);
    }
    const object = objectIn(read.value);
    if (object !== null) objects.push(object);
  }
  return accepted(objects);
}

/** In the order of their numbers, which is that of the tree. */
function filesIn(directory: string): Result<readonly string[]> {
  const hint = 'A folder is needed that govc object.save has written.';
  try {
    const files = readdirSync(directory).filter((file) => file.endsWith('.xml'));
    if (files.length === 0)
      return refused('not-found', `-load ${directory}: there are no saved objects`, { hint });
    return accepted(files.toSorted());
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return refused('not-found', `-load ${directory}: ${message}`, { hint });
  }
}

function objectIn(root: XmlElement): SavedObject | null {
  const object = childOf(root, 'obj');
  const type = object?.attributes.get('type');
  if (object === undefined || type === undefined) return null;
  const properties = new Map<string, XmlElement>();
  for (const property of root.children.filter(({ name }) => name === 'propSet')) {
    const value = childOf(property, 'val');
    const name = childOf(property, 'name')?.text;
    if (name !== undefined && value !== undefined) properties.set(name, value);
  }
  return { type, name: object.text, properties };
}

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** What stands at `config.hardware.memoryMB`: a property and elements below it. */
export function at({ properties }: SavedObject, path: string): XmlElement | undefined {
  const [first = '', ...rest] = path.split('.');
  return rest.reduce(childOf, properties.get(first));
}

export const textAt = (object: SavedObject, path: string): string => at(object, path)?.text ?? '';

/** A whole number; the other one where there is none. */
export function numberAt(object: SavedObject, path: string, otherwise: number): number {
  const text = textAt(object, path);
  return /^\d+$/.test(text) ? Number(text) : otherwise;
}

/** The names of the objects that a list of references leads to. */
export const refsAt = (object: SavedObject, path: string): readonly string[] =>
  (at(object, path)?.children ?? []).map(({ text }) => text);
