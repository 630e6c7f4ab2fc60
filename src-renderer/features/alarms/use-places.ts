import { useMemo } from 'react';
import { useInventory } from '../floor/use-inventory.ts';
import { type PlaceChoice, placeChoices } from './place-choices.ts';

export function usePlaces(): readonly PlaceChoice[] {
  const inventory = useInventory();
  return useMemo(() => placeChoices(inventory), [inventory]);
}
