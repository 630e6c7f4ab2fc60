import type { FieldKind } from '../schema/rows.ts';
import type { PropertyType, VimSchema } from '../schema/vim-schema.ts';
import { isData, type Data, type Value } from './value.ts';

/** Where an array stands as an anyType, its type has a name and its items are elements of theirs. */
export const arrayNameOf = (type: string): string => {
  const item = type.startsWith('xsd:') ? type.slice(4) : type;
  return `ArrayOf${item.slice(0, 1).toUpperCase()}${item.slice(1)}`;
};

export type ArrayItem = { readonly name: string; readonly type: string; readonly kind: FieldKind };

const simpleItems: ReadonlyMap<string, string> = new Map(
  'string boolean byte short int long float double dateTime base64Binary anyType anyURI'
    .split(' ')
    .map((word) => [arrayNameOf(word), word]),
);

/** The items of `ArrayOfString`, `ArrayOfVirtualDevice`; undefined where there is no such type. */
export function arrayItem(schema: VimSchema, array: string): ArrayItem | undefined {
  const simple = simpleItems.get(array);
  if (simple !== undefined) return { name: simple, type: `xsd:${simple}`, kind: 'xsd' };
  if (!array.startsWith('ArrayOf')) return undefined;
  const name = array.slice('ArrayOf'.length);
  const kind = kindOf(schema, name);
  return kind === undefined ? undefined : { name, type: name, kind };
}

/** undefined for a name that stands for nothing. */
export function kindOf(schema: VimSchema, type: string): FieldKind | undefined {
  if (type.startsWith('xsd:')) return 'xsd';
  if (type === 'ManagedObjectReference') return 'ref';
  if (schema.enumType(type) !== undefined) return 'enum';
  return schema.dataType(type) === undefined ? undefined : 'data';
}

/**
 * A property's value as an anyType, with the type that the schema declares for it: for `DynamicProperty.val`,
 * `PropertyChange.val` and the answer of `Fetch`.
 */
export function asAny(property: PropertyType, value: Value): Value {
  if (value === undefined || value === null) return undefined;
  if (property.isArray) {
    return {
      _type: arrayNameOf(property.type),
      items: Array.isArray(value) ? value : [value],
    } satisfies Data;
  }
  switch (property.kind) {
    case 'ref':
      return value;
    case 'enum':
      return { _type: property.type, value };
    case 'data':
      return isData(value) && value._type === undefined ? { ...value, _type: property.type } : value;
    case 'xsd':
      return boxed(property.type, value);
    default:
      return property.kind satisfies never;
  }
}

/** What a bare JavaScript value would not say of itself. */
function boxed(type: string, value: Value): Value {
  switch (type) {
    case 'xsd:string':
    case 'xsd:boolean':
    case 'xsd:anyType':
      return value;
    default:
      return { _type: type, value };
  }
}
