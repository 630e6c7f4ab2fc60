import { chance } from '../kernel/chance.ts';
import type { World } from '../kernel/world.ts';

const slotSeconds = 300;
/** About two visits in a working day, none at night. */
const visitChance = 0.02;

/** Someone opens a door for a few minutes now and then between eight and six. */
export function doorIsOpen({ seed, clock }: World, actor: number): boolean {
  const slot = Math.floor(clock.tick / slotSeconds);
  const hour = ((Math.floor(clock.epoch / 1000) + slot * slotSeconds) % 86_400) / 3600;
  if (hour < 8 || hour >= 18) return false;
  if (chance({ seed, actor, tick: slot, draw: 101 }) >= visitChance) return false;
  const minutes = 60 + 180 * chance({ seed, actor, tick: slot, draw: 102 });
  return clock.tick - slot * slotSeconds < minutes;
}
