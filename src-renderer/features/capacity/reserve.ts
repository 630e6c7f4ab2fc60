/** A plan becomes planned devices: they keep their places, and draw nothing. */
import type { Placement } from '../../../sim/contract/capacity.ts';
import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { QueryParams } from '../../../sim/contract/queries.ts';

type Asked = QueryParams<'placement'>;
type CreateMany = Extract<CommandInput, { type: 'inventory.create-many' }>;
type Item = CreateMany['items'][number];

/** As many as one command takes. */
const atOnce = 2000;

/** Named by where they will stand: that is known, and free. */
export function plannedItems(plan: Placement, asked: Asked, prefix: string): readonly Item[] {
  const watts = Number(asked.watts);
  return plan.proposals.flatMap(({ rack, name, positions, feed }) =>
    positions.map((position): Item => ({
      kind: 'device',
      name: `${prefix}-${name}-U${position}`.slice(0, 64),
      parent: rack,
      spec: {
        model: `${String(asked.units)}U, ${watts} W`,
        category: 'server',
        lifecycle: 'planned',
        slot: { position, height: Number(asked.units), face: asked.face ?? 'both' },
        ratedPower: watts,
        // Half of its rating is what machines of today draw at rest, near enough until it is known.
        idlePower: watts / 2,
        psus: Number(asked.psus ?? 2),
        ...(feed === null ? {} : { feed }),
        ...(asked.nics === undefined ? {} : { nics: Number(asked.nics) }),
        ...(asked.weight === undefined ? {} : { weight: Number(asked.weight) }),
      },
    })),
  );
}

export function reserveCommands(items: readonly Item[]): readonly CreateMany[] {
  return Array.from({ length: Math.ceil(items.length / atOnce) }, (_, part) => ({
    type: 'inventory.create-many',
    items: items.slice(part * atOnce, (part + 1) * atOnce),
  }));
}
