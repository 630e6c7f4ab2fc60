import type { EntityOf } from '../../../sim/contract/entities.ts';

export type NamedUps = { readonly name: string; readonly ups: EntityOf<'ups'> };

/** Letters, digits and . _ - are all that a name of NUT may hold. */
const safe = (text: string): string => text.replaceAll(/[^A-Za-z0-9._-]/g, '_');

/**
 * What each UPS is called. Of two that would be called alike, in two sites or because a blank became a dash,
 * the one with the lower id keeps the plain name and the other adds its id.
 */
export function nameAll(units: readonly EntityOf<'ups'>[]): ReadonlyMap<string, NamedUps> {
  const named = new Map<string, NamedUps>();
  const byAge = units.toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  for (const ups of byAge) {
    const plain = safe(ups.name);
    let name = plain;
    while (named.has(keyOf(name))) name = `${name}_${ups.id}`;
    named.set(keyOf(name), { name, ups });
  }
  return named;
}

/** Names are matched whatever their case, as upsd does. */
export const keyOf = (name: string): string => name.toLowerCase();
