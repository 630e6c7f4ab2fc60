/** A kernel that gives up: its machine keeps its power and answers nothing. */
import type { Actor } from '../contract/actors.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { ComputeCommandOf } from '../contract/machine-commands.ts';
import { refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { computerOf } from '../guests/world/decide.ts';
import { decided, unknown } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';

export function decidePanic(
  world: World,
  { id }: ComputeCommandOf<'machine.report'>,
  actor: Actor,
): Result<Decision> {
  if (actor.origin !== 'system') {
    return refused('not-allowed', 'What became of a machine’s kernel is told by the lab itself', {
      where: 'system',
      hint: 'Run the scenario KERNEL_PANIC on it.',
    });
  }
  const computer = computerOf(world, id);
  if (computer === null) return unknown(id);
  if (computer.spec.power !== 'on' || computer.spec.panickedAt !== undefined) return decided([], []);
  const panickedAt = world.now();
  const entity =
    computer.kind === 'vm'
      ? { ...computer, spec: { ...computer.spec, panickedAt } }
      : { ...computer, spec: { ...computer.spec, panickedAt } };
  const isUp = (world.guests.get(id)?.bootedAt ?? null) !== null;
  const stopped: readonly WorldEvent[] = isUp ? [{ type: 'guest.stopped', machine: id }] : [];
  return decided([{ type: 'entity.changed', entity }, ...stopped], []);
}
