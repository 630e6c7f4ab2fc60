import type { CommandOf } from '../contract/commands.ts';
import type { Kind } from '../contract/entities.ts';
import { orderTable } from '../contract/orders.table.ts';
import { refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { World } from '../kernel/world.ts';
import { decided } from './decide.ts';
import type { Decision } from './decide.ts';

export function decideOrder(world: World, command: CommandOf<'plant.order'>): Result<Decision> {
  const { target: id, verb, value } = command;
  const target = world.inventory.get(id);
  if (target === undefined) return refused('unknown-entity', `There is no ${id}`, { where: 'target' });
  const card = orderTable[verb];
  const kinds: readonly Kind[] = card.kinds;
  if (!kinds.includes(target.kind)) {
    return refused(
      'wrong-kind',
      `${verb} is said to a ${kinds.join(' or ')}; ${target.name} is a ${target.kind}`,
      {
        where: 'verb',
        hint: `A ${target.kind} obeys ${verbsOf(target.kind)}.`,
      },
    );
  }
  if (target.kind === 'battery') {
    const cells = target.spec.cells;
    if (value === null || !Number.isInteger(value) || value < 1 || value > cells) {
      return refused('invalid-input', `Which cell of ${target.name}? It has ${cells}`, {
        where: 'value',
        hint: `Give a number from 1 to ${cells}.`,
      });
    }
  }
  return decided([{ type: 'plant.ordered', order: { target: id, verb, value } }], []);
}

function verbsOf(kind: Kind): string {
  const verbs = Object.entries(orderTable)
    .filter(([, card]) => (card.kinds as readonly Kind[]).includes(kind))
    .map(([verb]) => verb);
  return verbs.length === 0 ? 'no orders' : verbs.join(', ');
}
