import type { CommandOf } from '../contract/commands.ts';
import { refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from './world.ts';

type ClockCommand = CommandOf<'clock.pause' | 'clock.resume' | 'clock.speed' | 'clock.step'>;

export function decideClock(world: World, command: ClockCommand): Result<Decision> {
  const { running, speed, owed } = world.clock;
  switch (command.type) {
    case 'clock.pause':
      return running
        ? decided([{ type: 'clock.changed', running: false, speed, owed: 0 }], [])
        : decided([], []);
    case 'clock.resume':
      return running
        ? decided([], [])
        : decided([{ type: 'clock.changed', running: true, speed, owed: 0 }], []);
    case 'clock.speed':
      if (speed === command.speed) return decided([], []);
      return decided([{ type: 'clock.changed', running, speed: command.speed, owed }], []);
    case 'clock.step':
      if (running) return refused('wrong-state', 'The clock runs', { hint: 'Pause it first, then step.' });
      return decided([{ type: 'clock.changed', running, speed, owed: owed + command.ticks }], []);
    default:
      return command satisfies never;
  }
}
