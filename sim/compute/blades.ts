/** Blades have their power from their chassis. */
import type { EntityOf } from '../contract/entities.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { World } from '../kernel/world.ts';
import { finished } from './task.ts';

type Blade = EntityOf<'blade'>;
type Chassis = EntityOf<'chassis'>;

/** Whoever switches it has the last word: what its chassis did to it before is forgotten. */
export function bladeAs(blade: Blade, power: Blade['spec']['power']): Blade {
  const { fellWith: _f, panickedAt: _p, ...spec } = blade.spec;
  return { ...blade, spec: { ...spec, power } };
}

export function bladesIn({ inventory }: Pick<World, 'inventory'>, chassis: Chassis): readonly Blade[] {
  return [...inventory.childrenOf(chassis.id)].filter((one) => one.kind === 'blade');
}

/** Its blades go down with it, whatever they were about; those come back with it that it took down. */
export function bladesOf(world: World, chassis: Chassis, power: 'lost' | 'back'): readonly WorldEvent[] {
  const blades = bladesIn(world, chassis);
  if (power === 'back')
    return blades
      .filter(({ spec }) => spec.fellWith !== undefined)
      .map((blade) => ({ type: 'entity.changed', entity: bladeAs(blade, 'on') }));
  return blades
    .filter(({ spec }) => spec.power === 'on')
    .flatMap((blade): WorldEvent[] => {
      const task = world.tasks.on(blade.id);
      const message = `${chassis.name} lost its power meanwhile`;
      const down = bladeAs(blade, 'off');
      return [
        ...(task === undefined ? [] : [finished(world, task, { code: 'wrong-state', message })]),
        { type: 'entity.changed', entity: { ...down, spec: { ...down.spec, fellWith: chassis.id } } },
      ];
    });
}
