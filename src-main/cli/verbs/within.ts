import type { Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Catalogue } from '../catalogue.ts';
import { findUnit } from '../find-unit.ts';
import { text } from '../flags.ts';
import type { Outcome } from '../outcome.ts';

const places: readonly Kind[] = ['site', 'room', 'row', 'rack'];

export const withinFlag = text({
  label: 'PLACE',
  completes: 'get sites,rooms,rows,racks',
  help: 'A site, room, row or rack; everywhere where left out',
});

export async function placeWithin(
  catalogue: Catalogue,
  name: string | undefined,
): Promise<Outcome<EntityId | undefined>> {
  if (name === undefined) return { ok: true, value: undefined };
  const found = await findUnit(catalogue, {
    name,
    kinds: places,
    otherwise: (other) => ({
      message: `${other.name} is a ${other.kind}, and nothing stands in it`,
      hint: `Ask for a ${places.join(', ')}`,
    }),
  });
  return found.ok ? { ok: true, value: found.value.id } : found;
}
