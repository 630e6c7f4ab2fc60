/** Whether a datastore has what a policy asks for. */
import type { EntityOf } from '../../../../sim/contract/entities.ts';
import type { Fault } from '../objects/fault.ts';
import { categoriesOf, tagsOf, tagsOn } from '../rest/tagging/book.ts';
import type { Vc } from '../vc.ts';
import { dataAt, dataListAt, textAt } from '../wire/ask.ts';
import { isData } from '../wire/value.ts';
import type { Data, Value } from '../wire/value.ts';
import { pmem, vsan } from './built-in.table.ts';
import type { Policy } from './policies.ts';

export type Store = EntityOf<'datastore'>;

/** One demand that the datastore does not meet. */
export type Mismatch = { readonly capability: Data; readonly property: Data; readonly message: string };

const tagSpace = 'http://www.vmware.com/storage/tag';
/** Encryption and such are done above the datastore: any will do. */
const aboveStores = 'com.vmware.storageprofile.dataservice';

/** One set of rules that is met is enough; the demands of the first that is not, else. */
export function mismatches(
  vc: Vc,
  { constraints }: Pick<Policy, 'constraints'>,
  store: Store,
): readonly Mismatch[] {
  const sets = dataListAt(constraints, 'subProfiles').map((rules) =>
    dataListAt(rules, 'capability').flatMap((capability) => unmet(vc, capability, store)),
  );
  if (sets.some((set) => set.length === 0)) return [];
  return sets[0] ?? [];
}

function unmet(vc: Vc, capability: Data, store: Store): readonly Mismatch[] {
  const properties = dataListAt(capability, 'constraint').flatMap((each) =>
    dataListAt(each, 'propertyInstance'),
  );
  const refused = (property: Data | undefined, message: string): Mismatch => ({
    capability: dataAt(capability, 'id') ?? {},
    property: property ?? { id: textAt(capability, 'id.id') ?? '', value: '' },
    message,
  });
  switch (textAt(capability, 'id.namespace')) {
    case tagSpace:
      return properties
        .filter((property) => !hasTag(vc, store, { property, category: textAt(capability, 'id.id') ?? '' }))
        .map((property) => refused(property, `${store.name} does not carry the tags that are asked for.`));
    case vsan:
      return store.spec.type === 'vsan'
        ? []
        : [refused(properties[0], `${store.name} is no vSAN datastore.`)];
    case pmem:
      return [refused(properties[0], `${store.name} is not in the persistent memory of a host.`)];
    case aboveStores:
      return [];
    default: {
      const space = textAt(capability, 'id.namespace') ?? '';
      return [refused(properties[0], `${store.name} has no capabilities of ${space}.`)];
    }
  }
}

type Wanted = { readonly property: Data; readonly category: string };

/** Any of the tags; none of them where the operator is NOT. */
function hasTag(vc: Vc, store: Store, { property, category }: Wanted): boolean {
  const ref = vc.refs.of(store);
  const hanging = new Set(tagsOn(vc, { type: ref._ref, id: ref.value }));
  const ids = new Set(
    categoriesOf(vc).flatMap(({ id, name }) => (name === category || id === category ? [id] : [])),
  );
  const names = tagsOf(vc).flatMap(({ id, name, category_id }) =>
    hanging.has(id) && ids.has(category_id) ? [name] : [],
  );
  const isThere = valuesOf(property.value).some((wanted) => names.includes(wanted));
  return textAt(property, 'operator') === 'NOT' ? !isThere : isThere;
}

/** A set of names, or one. */
function valuesOf(value: Value): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(valuesOf);
  if (!isData(value)) return [];
  return valuesOf(value.values ?? value.items ?? value.value);
}

export const mismatchFault = (vc: Vc, store: Store, { capability, property, message }: Mismatch): Fault => ({
  type: 'PbmPropertyMismatchFault',
  message,
  fields: {
    hub: hubOf(vc, store),
    capabilityInstanceId: capability,
    requirementPropertyInstance: property,
  },
});

export function hubOf(vc: Pick<Vc, 'refs'>, store: Store): Data {
  const ref = vc.refs.of(store);
  return { hubType: ref._ref, hubId: ref.value };
}
