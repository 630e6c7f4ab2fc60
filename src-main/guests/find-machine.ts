import type { EntityId } from '../../sim/contract/ids.ts';
import { accepted, refused } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import { computerOf } from '../../sim/index.ts';
import type { Computer, World } from '../../sim/index.ts';

/** The machine of that id, name or host name. */
export function findMachine(world: World, text: string): Result<Computer> {
  const byId = computerOf(world, text as EntityId);
  if (byId !== null) return accepted(byId);
  const wanted = text.toLowerCase();
  const found = (['vm', 'blade'] as const)
    .flatMap((kind): Computer[] => world.inventory.ofKind(kind))
    .filter((one) => one.name.toLowerCase() === wanted || one.spec.hostname?.toLowerCase() === wanted);
  const [first, ...others] = found;
  if (first === undefined)
    return refused('not-found', `There is no machine ${text}`, { hint: 'dvm vm list names them.' });
  if (others.length > 0) {
    const ids = found.map(({ id }) => id).join(', ');
    return refused('not-found', `${found.length} machines are called ${text}`, {
      hint: `Say which: ${ids}.`,
    });
  }
  return accepted(first);
}

/** The machine, where something can run in it now. */
export function powerOf(world: World, machine: EntityId): Result<Computer> {
  const computer = computerOf(world, machine);
  if (computer === null)
    return refused('unknown-entity', `There is no machine ${machine}`, { where: 'machine' });
  if (computer.spec.panickedAt !== undefined)
    return refused('wrong-state', `The kernel of ${computer.name} panicked: nothing in it answers`, {
      hint: `Reset it: dvm vm power ${computer.name} reset.`,
    });
  if (isContainer(computer))
    return refused('wrong-kind', `${computer.name} is a container: what runs in it is not simulated`);
  if (computer.spec.power === 'on') return accepted(computer);
  return refused('wrong-state', `${computer.name} is ${computer.spec.power}`, {
    hint: `Start it: dvm vm power ${computer.name} on.`,
  });
}

export const isContainer = (computer: Computer): boolean =>
  computer.kind === 'vm' && computer.spec.backing !== undefined;
