import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import { orderTable } from '../../../sim/contract/orders.table.ts';
import type { OrderVerb } from '../../../sim/contract/orders.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { deviceTopic } from '../../../sim/contract/topics.ts';
import type { World } from '../../../sim/index.ts';
import { pathTo } from '../../../sim/index.ts';

/** A changed setting rather than an order, and so no entry of the table of orders. */
export const setpointVerb = 'setpoint';
const setpointKinds: readonly Kind[] = ['crac', 'chiller'];

const orders = Object.entries(orderTable) as [OrderVerb, (typeof orderTable)[OrderVerb]][];

/** What may be said to a thing of a kind. */
export function verbsFor(kind: Kind): string[] {
  const verbs = orders.filter(([, { kinds }]) => (kinds as readonly Kind[]).includes(kind));
  return [...verbs.map(([verb]) => verb), ...(setpointKinds.includes(kind) ? [setpointVerb] : [])];
}

export const isOrderVerb = (verb: string): verb is OrderVerb => Object.hasOwn(orderTable, verb);

export type Stock = Pick<World, 'inventory'>;

/** Things by their topic. Made when the first command comes after a change: most labs hear none. */
export type Things = { readonly find: (topic: string) => Result<Entity> };

export function createThings(world: () => Stock): Things {
  let known: {
    inventory: Stock['inventory'];
    layout: number;
    byTopic: ReadonlyMap<string, Entity | 'several'>;
  } | null = null;
  const byTopic = (): ReadonlyMap<string, Entity | 'several'> => {
    const { inventory } = world();
    const layout = inventory.layout();
    if (known?.inventory !== inventory || known.layout !== layout) {
      known = { inventory, layout, byTopic: thingsByTopic(inventory) };
    }
    return known.byTopic;
  };
  return {
    find: (topic) => {
      const found = byTopic().get(topic);
      if (found === undefined) {
        return refused('unknown-entity', `Nothing in this lab has the topic ${topic}.`, {
          where: topic,
          hint: 'Take the topic of one of its readings, up to its name: dc/site1/cooling/crac-01.',
        });
      }
      if (found === 'several') {
        return refused('wrong-state', `Several things have the topic ${topic}.`, {
          where: topic,
          hint: 'Rename one of them, so that a command can tell them apart.',
        });
      }
      return accepted(found);
    },
  };
}

function thingsByTopic(inventory: Stock['inventory']): Map<string, Entity | 'several'> {
  const byTopic = new Map<string, Entity | 'several'>();
  for (const entity of inventory.all()) {
    if (entity.kind === 'sensor' || entity.kind === 'row') continue;
    const topic = deviceTopic(pathTo(inventory, entity.id));
    byTopic.set(topic, byTopic.has(topic) ? 'several' : entity);
  }
  return byTopic;
}
