import type { Entity, EntityOf, Kind } from '../../sim/contract/entities.ts';
import type { Client } from './client.ts';
import { notFound, type Outcome } from './outcome.ts';

/** By id or by name: of machines there may be too many to read them all for one. */
export async function findMachine<K extends Kind>(
  client: Client,
  reference: string,
  kinds: readonly K[],
): Promise<Outcome<EntityOf<K>>> {
  const found = await client.query('entity', { id: reference });
  if (!found.ok) return found;
  if (isOf(found.value, kinds)) return { ok: true, value: found.value };
  return notFound(`${found.value.name} is a ${found.value.kind}, no ${kinds.join(' or ')}`);
}

const isOf = <K extends Kind>(entity: Entity, kinds: readonly K[]): entity is EntityOf<K> =>
  kinds.some((kind) => kind === entity.kind);

/** The ids of what was named in flags; what was not named stays out. */
export async function idsOf<Name extends string>(
  client: Client,
  named: Readonly<Record<Name, { readonly reference: string | undefined; readonly kinds: readonly Kind[] }>>,
): Promise<Outcome<Partial<Record<Name, string>>>> {
  const ids: Partial<Record<Name, string>> = {};
  for (const name of Object.keys(named) as Name[]) {
    const { reference, kinds } = named[name];
    if (reference === undefined) continue;
    const found = await findMachine(client, reference, kinds);
    if (!found.ok) return found;
    ids[name] = found.value.id;
  }
  return { ok: true, value: ids };
}
