import type { Metric } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import type { World } from '../kernel/world.ts';
import { freshPlant, isCompiled } from '../physics/compile.ts';
import type { PlantLayout } from '../physics/plant.ts';
import { instrumentOf, saidBy } from './bots.ts';

type Compiled = { readonly world: World; readonly layout: PlantLayout };

/** The world with a plant that fits its inventory; where none is made yet, one is, aside. */
function compiled(world: World): Compiled {
  const { layout } = world.plant;
  if (layout !== null && isCompiled(world)) return { world, layout };
  const plant = freshPlant(world);
  return { world: { ...world, plant }, layout: plant.layout };
}

/** What a sensor would say at this moment, without a step being taken; null where it has nothing to say. */
export function saidNow(world: World, sensor: EntityId): number | null {
  const entity = world.inventory.get(sensor);
  if (entity?.kind !== 'sensor') return null;
  const now = compiled(world);
  return saidBy(now.world, now.layout, entity);
}

export type Gauge = { readonly entity: EntityId; readonly metric: Metric; readonly place: string };
type Gauges = { readonly show: (world: World, gauge: Gauge) => number | null };

/**
 * What the instruments built into devices show at this moment; null where there is none of this kind.
 * While a paused lab is edited its plant waits for the next step: what stands in for it is made once per change.
 */
export function createGauges(): Gauges {
  let known: (Compiled & { readonly of: World; readonly madeAt: number }) | null = null;
  const compiledOnce = (world: World): Compiled => {
    const { layout } = world.plant;
    if (layout !== null && isCompiled(world)) return { world, layout };
    const madeAt = world.inventory.layout();
    if (known?.of !== world || known.madeAt !== madeAt) known = { ...compiled(world), of: world, madeAt };
    return known;
  };
  return {
    show: (world, { entity: id, metric, place }) => {
      const entity = world.inventory.get(id);
      if (entity === undefined) return null;
      const now = compiledOnce(world);
      const point = { entity, metric, place, position: undefined, path: undefined };
      return instrumentOf(now.world, now.layout, point);
    },
  };
}
