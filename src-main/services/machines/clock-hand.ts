import type { GuestClock } from '../../../sim/contract/guests.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { errorAt } from '../../../sim/guests/kernel/wall-clock.ts';
import { computerOf, strengthOf } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import type { ProcessKillerDeps } from './process-killer.ts';
import { createAsking } from './tasks.ts';

/** Turns the clocks that a scenario strikes, and lets go of them where they stand when it is over. */
export function createClockHand(deps: ProcessKillerDeps): { readonly afterStep: () => void } {
  const ask = createAsking(deps);
  const opening = new Set<EntityId>();
  /** Found anew when the guests are others. */
  let seen: World['guests'] | null = null;
  const held = new Set<EntityId>();
  const set = (machine: EntityId, clock: GuestClock): void =>
    ask(machine, { type: 'guest.apply', machine, clock });
  const strike = (world: World, run: ScenarioRun): void => {
    if (computerOf(world, run.target)?.spec.power !== 'on' || opening.has(run.target)) return;
    const state = world.guests.get(run.target);
    if (state !== undefined) {
      if (state.clock?.by === run.id) held.add(run.target);
      else set(run.target, struckBy(run, state.clock ?? null, world.now()));
      return;
    }
    // Nobody has looked into it yet.
    opening.add(run.target);
    void deps.open(run.target).then((opened) => {
      opening.delete(run.target);
      if (!opened.ok) deps.log.debug('no clock to turn', { machine: run.target, refusal: opened.refusal });
    });
  };
  /** After a start of the host, or a rewind. */
  const find = ({ guests }: World): void => {
    if (seen === guests) return;
    seen = guests;
    held.clear();
    for (const id of guests.machines()) if ((guests.get(id)?.clock?.by ?? null) !== null) held.add(id);
  };
  const letGo = (world: World): void => {
    for (const id of held) {
      const clock = world.guests.get(id)?.clock;
      if (clock === undefined || clock.by === null) held.delete(id);
      else if (!isGoingOn(world, clock.by)) set(id, leftAlone(clock, world.now()));
    }
  };
  return {
    afterStep: () => {
      const world = deps.world();
      find(world);
      for (const run of world.scenarios.values())
        if (run.name === 'CLOCK_SKEW' && strengthOf(run, world.clock.tick) > 0) strike(world, run);
      letGo(world);
    },
  };
}

function isGoingOn({ scenarios, clock }: World, id: ScenarioRun['id']): boolean {
  const run = scenarios.get(id);
  return run !== undefined && strengthOf(run, clock.tick) > 0;
}

function struckBy(run: ScenarioRun, before: GuestClock | null, now: GuestClock['at']): GuestClock {
  const offset = errorAt(before, now);
  const whole = run.size * 1000;
  if (run.ramp <= 0) return { offset: offset + whole, rate: 0, at: now, until: null, by: run.id };
  const until = (now + run.ramp * 1000) as GuestClock['at'];
  return { offset, rate: whole / run.ramp, at: now, until, by: run.id };
}

const leftAlone = (clock: GuestClock, now: GuestClock['at']): GuestClock => ({
  offset: errorAt(clock, now),
  rate: 0,
  at: now,
  until: null,
  by: null,
});
