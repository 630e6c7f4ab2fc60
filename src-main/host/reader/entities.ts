import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Inventory } from '../../../sim/index.ts';
import type { Params, ReaderDeps } from './params.ts';
import { everythingIn } from './within.ts';

export function readEntities(
  { session }: ReaderDeps,
  params: Params<'entities'>,
): Result<QueryAnswer<'entities'>> {
  const { inventory, revision } = session().world;
  for (const id of [params.parent, params.within, params.after as EntityId | undefined]) {
    if (id !== undefined && inventory.get(id) === undefined)
      return refused('unknown-entity', `There is no ${id}`);
  }
  const wanted = matcher(params);
  const items: Entity[] = [];
  let passing = params.after === undefined;
  for (const entity of candidates(inventory, params)) {
    if (passing && wanted(entity)) items.push(entity);
    if (entity.id === params.after) passing = true;
    if (items.length > params.limit) break;
  }
  const next = items.length > params.limit ? (items[params.limit - 1]?.id ?? null) : null;
  return accepted({ items: items.slice(0, params.limit), next, revision });
}

function candidates(inventory: Inventory, params: Params<'entities'>): Iterable<Entity> {
  if (params.parent !== undefined) return inventory.childrenOf(params.parent);
  if (params.within !== undefined) return everythingIn(inventory, params.within);
  return inventory.all();
}

function matcher({ kinds, text }: Params<'entities'>): (entity: Entity) => boolean {
  const needle = text?.toLowerCase();
  return (entity) => {
    if (kinds !== undefined && !kinds.includes(entity.kind)) return false;
    if (needle === undefined) return true;
    return entity.name.toLowerCase().includes(needle) || entity.id.includes(needle);
  };
}

export function readEntity({ session }: ReaderDeps, params: Params<'entity'>): Result<QueryAnswer<'entity'>> {
  const { inventory } = session().world;
  const known = inventory.get(params.id as EntityId);
  if (known !== undefined) return accepted(known);
  const wanted = params.id.toLowerCase();
  const named = [...inventory.all()].filter((entity) => entity.name.toLowerCase() === wanted);
  const [only, another] = named;
  if (only === undefined)
    return refused('unknown-entity', `There is nothing with the id or the name ${params.id}`);
  if (another === undefined) return accepted(only);
  return refused('invalid-input', `${named.length} things are named ${params.id}`, {
    hint: `Use an id: ${named
      .slice(0, 5)
      .map((entity) => entity.id)
      .join(', ')}.`,
  });
}
