import { noise } from '../../kernel/chance.ts';
import type { World } from '../../kernel/world.ts';
import { dayShare, knotSeconds, powerShare, utilisation } from '../../workloads/utilisation.ts';
import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import type { LoadLayout } from './layout.ts';

/** What the racks' equipment asks for in this second. Whether it gets it is the power chain's affair. */
export function stepLoads(world: World, state: PlantState, layout: PlantLayout): void {
  const { demand } = state.rack.columns;
  const { idle, span, habit, from, to } = layout.load;
  const { spike } = layout.levers.rack;
  const { epoch, tick } = world.clock;
  const share = knotShare(world.seed, layout.load, tick);
  const day = dayShare(epoch, tick);
  for (let i = 0; i < demand.length; i += 1) {
    const before = from[i] as number;
    const wandered = before + share * ((to[i] as number) - before);
    const use = utilisation(day, habit[i] as number, wandered);
    demand[i] = ((idle[i] as number) + (span[i] as number) * powerShare(use)) * (1 + (spike[i] as number));
  }
}

/** Draws the slow chance of the knots around this tick where they are not drawn yet; says how far we are between them. */
function knotShare(seed: number, { actor, from, to, knot }: LoadLayout, tick: number): number {
  const at = Math.floor(tick / knotSeconds);
  if (knot.at !== at) {
    knot.at = at;
    for (let i = 0; i < actor.length; i += 1) {
      from[i] = noise(seed, actor[i] as number, at);
      to[i] = noise(seed, actor[i] as number, at + 1);
    }
  }
  return tick / knotSeconds - at;
}
