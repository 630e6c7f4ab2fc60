import type { Vc } from '../../vc.ts';
import type { Host } from './host.ts';

/** When a host last came up; the lab's beginning where it has not gone down since. */
export function bootedAt(vc: Pick<Vc, 'world'>, { id }: Host): number {
  const world = vc.world();
  let at: number = world.clock.epoch;
  for (const task of world.tasks.all())
    if (task.target === id && task.verb === 'boot' && task.state === 'done') at = task.finishedAt ?? at;
  return at;
}
