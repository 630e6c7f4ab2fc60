import { kinds, type Entity, type Kind } from '../../sim/contract/entities.ts';
import type { Catalogue } from './catalogue.ts';
import { failed, type Outcome } from './outcome.ts';

/** Sensors and devices are many, and neither obeys nor feeds anything. */
const unitKinds = kinds.filter((kind) => kind !== 'sensor' && kind !== 'device');

type UnitWanted = {
  readonly name: string;
  readonly kinds: readonly Kind[];
  /** What is said of one that is of another kind. */
  readonly otherwise: (found: Entity) => { readonly message: string; readonly hint: string };
};

/** One of these kinds; a name that only something else has is told with what that is. */
export async function findUnit(
  catalogue: Catalogue,
  { name, kinds: wanted, otherwise }: UnitWanted,
): Promise<Outcome<Entity>> {
  const found = await catalogue.find(wanted, name);
  if (found.ok || found.refusal.kind !== 'refused') return found;
  const other = await catalogue.find(unitKinds, name);
  if (!other.ok || wanted.includes(other.value.kind)) return found;
  return failed({ kind: 'refused', refusal: { code: 'wrong-kind', ...otherwise(other.value) } });
}
