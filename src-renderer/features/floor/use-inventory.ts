import { useMemo } from 'react';
import { useWorld } from '../../data/world.ts';
import type { Inventory } from './rack-sensors.ts';

const inventoryAt = (layout: number): Inventory & { readonly layout: number } => {
  const { entities, children } = useWorld.getState();
  return { layout, entities, children };
};

/** The page's tables are changed in place; a new inventory says that they were. */
export function useInventory(): Inventory {
  const layout = useWorld((state) => state.layout);
  return useMemo(() => inventoryAt(layout), [layout]);
}
