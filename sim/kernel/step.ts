import { faultsNow, noFaults } from '../bots/faults.ts';
import { drawRota, dueReadings, musterBots, rollCall } from '../bots/bots.ts';
import type { BotCrew, Rota } from '../bots/bots.ts';
import { asTick } from '../contract/units.ts';
import { freshPlant, isCompiled } from '../physics/compile.ts';
import { stepPlant } from '../physics/step.ts';
import type { Effect, SensorReading } from './effects.ts';
import type { World } from './world.ts';

/** One second of lab time: physics only. Replay calls this; it is all that changes the world between commands. */
export function step(world: World): void {
  const { clock } = world;
  const owed = clock.running || clock.owed === 0 ? clock.owed : clock.owed - 1;
  world.clock = { ...clock, tick: asTick(clock.tick + 1), owed };
  stepPlant(world);
}

/** The bots of a world, with their crew kept between calls. They read the world and never touch it. */
export type BotCaller = {
  readonly due: (world: World, stretch: number) => Effect[];
  readonly rollCall: (world: World) => Effect[];
  /** Readings a lab second, at their own pace. */
  readonly perSecond: (world: World) => number;
};

export function createBotCaller(): BotCaller {
  let crew: BotCrew | null = null;
  let rota: Rota | null = null;
  let faults = noFaults;
  const faultsOf = (world: World): typeof faults => {
    faults = faultsNow(world, faults);
    return faults;
  };
  const crewOf = (world: World): BotCrew => {
    const { layout } = world.plant;
    if (crew !== null && layout !== null && crew.madeFrom === layout && isCompiled(world)) return crew;
    const plant = layout !== null && isCompiled(world) ? { ...world.plant, layout } : freshPlant(world);
    crew = musterBots({ ...world, plant }, plant.layout, crew);
    return crew;
  };
  const said = (world: World, items: readonly SensorReading[]): Effect[] =>
    items.length === 0 ? [] : [{ kind: 'readings', at: world.now(), items }];
  return {
    due: (world, stretch) => {
      const current = crewOf(world);
      if (rota === null || rota.crew !== current || rota.stretch !== stretch)
        rota = drawRota(current, stretch);
      return said(world, dueReadings(world, rota, faultsOf(world)));
    },
    rollCall: (world) => said(world, rollCall(world, crewOf(world), faultsOf(world))),
    perSecond: (world) => crewOf(world).perSecond,
  };
}

/** Steps until the clock shows this tick. */
export function advanceTo(world: World, tick: number): void {
  while (world.clock.tick < tick) step(world);
}
