import type { Actor } from '../contract/actors.ts';
import type { Task } from '../contract/tasks.ts';
import type { World } from '../kernel/world.ts';
import type { Host } from './allotments.ts';
import { evacuationEnded } from './evacuate.ts';
import { machinesOn, risen, runsNow } from './host-lost.ts';
import { fine, gone } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { hostAs } from './turned.ts';

type Over = { readonly task: Task; readonly host: Host; readonly by: Actor };

export function outcomeOfHost(world: World, { task, host, by }: Over): Outcome {
  switch (task.verb) {
    case 'boot':
      return fine([hostAs(host, { power: 'on', state: 'connected' }), ...risen(world, host, by)]);
    case 'evacuate':
      return emptied(world, host);
    default:
      return gone(task);
  }
}

/** Those that found no way, or were started meanwhile, keep it from its maintenance. */
function emptied(world: World, host: Host): Outcome {
  const left = machinesOn(world, host).filter(runsNow);
  const [first] = left;
  if (first === undefined) return fine([hostAs(host, { mode: 'maintenance' })]);
  const more = left.length > 1 ? ` and ${left.length - 1} more` : '';
  return {
    events: [hostAs(host, { mode: 'normal' }), ...evacuationEnded(world, host)],
    refusal: {
      code: 'not-empty',
      message: `Host ${host.name} still runs ${first.name}${more}; it is out of maintenance again`,
      hint: 'See why their moves failed, and try again.',
    },
  };
}
