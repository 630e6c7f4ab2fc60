/**
 * The table's words. A line is a type or a method, its words stand apart by a space:
 *   d Name Base since field…           data
 *   m Name Base since property…        managed objects
 *   c Method Owner verb since privileges result parameter…
 *   e Name since value…                enums
 * `since` is a position in the list of versions (first line). A field is `name:Type`, then `[]` for an array,
 * `?` where it may be missing (`?13`: from that version on), `@21` where it is younger than its type, `#Privilege,Privilege`. A type is an
 * xsd type (`int`), `TypeName` and `MethodName` (texts that name one), a data or enum type, or `&VirtualMachine`: a reference to one. `-` stands for none.
 */

/** `returnval` of a method that answers nothing has the type `xsd:void`. */
export type FieldKind = 'xsd' | 'enum' | 'data' | 'ref';

export type Field = {
  readonly name: string;
  /** `xsd:int`, `VirtualMachinePowerState`, `VirtualDevice`, `ManagedObjectReference`. */
  readonly type: string;
  readonly kind: FieldKind;
  /** What a reference leads to. */
  readonly target: string | null;
  /** A text that must be the name of one. */
  readonly names: 'type' | 'method' | null;
  readonly isArray: boolean;
  readonly isOptional: boolean;
  /** Before this version an optional field had to be there. */
  readonly optionalSince: number;
  readonly since: number;
  readonly privileges: readonly string[];
};

export type Rows = {
  readonly versions: readonly string[];
  readonly data: ReadonlyMap<string, string>;
  readonly managed: ReadonlyMap<string, string>;
  readonly calls: ReadonlyMap<string, string>;
  readonly enums: ReadonlyMap<string, string>;
};

/** Lines are kept as they are and read when someone asks for their type: most types are never asked for. */
export function rowsIn(texts: readonly string[]): Rows {
  const versions: string[] = [];
  const kinds = {
    d: new Map<string, string>(),
    m: new Map<string, string>(),
    c: new Map<string, string>(),
    e: new Map<string, string>(),
  };
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    const kind = line[0];
    if (kind === 'v') versions.push(...line.slice(2).split(' '));
    if (kind !== 'd' && kind !== 'm' && kind !== 'c' && kind !== 'e') continue;
    const end = line.indexOf(' ', 2);
    kinds[kind].set(line.slice(2, end), line.slice(end + 1));
  }
  return { versions, data: kinds.d, managed: kinds.m, calls: kinds.c, enums: kinds.e };
}

const fieldPattern = /^(?:([^:]*):)?(&?)([^[?@#]+)(\[\])?(?:(\?)(\d+)?)?(?:@(\d+))?(?:#(.+))?$/;

/** The kind of a name that is not a reference and not in lower case. */
export type NameKind = (name: string) => 'data' | 'enum' | 'xsd';

export function fieldOf(word: string, since: number, kindOf: NameKind): Field {
  const found = fieldPattern.exec(word);
  if (found === null) throw new Error(`the schema has a field that cannot be read: ${word}`);
  const [, name = 'returnval', isRef, type = '', isArray, isOptional, later, younger, privileges] = found;
  return {
    name,
    ...typeOf(type, isRef === '&' ? 'ref' : kindOf(type)),
    isArray: isArray !== undefined,
    isOptional: isOptional !== undefined,
    optionalSince: Number(later ?? 0),
    since: Number(younger ?? since),
    privileges: privileges?.split(',') ?? [],
  };
}

function typeOf(word: string, kind: FieldKind): Pick<Field, 'type' | 'kind' | 'target' | 'names'> {
  const plain = { kind, target: null, names: null };
  if (kind === 'ref') return { ...plain, type: 'ManagedObjectReference', target: word };
  if (kind !== 'xsd') return { ...plain, type: word };
  if (word === 'TypeName') return { ...plain, type: 'xsd:string', names: 'type' };
  if (word === 'MethodName') return { ...plain, type: 'xsd:string', names: 'method' };
  return { ...plain, type: `xsd:${word}` };
}
