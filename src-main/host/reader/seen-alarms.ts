import type { Alarm, IsaState } from '../../../sim/contract/alarms.ts';
import { isaStateIn } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';

const seen: readonly IsaState[] = ['unacknowledged', 'acknowledged', 'returned'];

/** Open alarms that an operator's list shows: what a shelf or a root keeps quiet is not counted against the lab. */
export const seenAlarms = (world: World): Alarm[] =>
  world.alarms.open().filter((alarm) => seen.includes(isaStateIn(world, alarm)));
