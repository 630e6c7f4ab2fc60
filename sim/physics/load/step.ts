import type { Duty } from '../../contract/entities.ts';
import { noise } from '../../kernel/chance.ts';
import type { World } from '../../kernel/world.ts';
import { batchUse, nightOf, workOf } from '../../workloads/batch.ts';
import { dayShare, knotSeconds, powerShare, steadyUse, utilisation } from '../../workloads/utilisation.ts';
import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import { pointAt } from './crews.ts';
import type { Crew } from './crews.ts';
import { stepHeat } from './heat.ts';
import { staffOf } from './layout.ts';
import type { LoadLayout } from './layout.ts';
import { runnersOf, setRunners } from './runners.ts';

const duties = ['day', 'batch', 'steady', 'idle'] as const satisfies readonly Duty[];

/** What the racks' equipment asks for in this second. Whether it gets it is the power chain's affair. */
export function stepLoads(world: World, state: PlantState, layout: PlantLayout): void {
  const { load } = layout;
  manRunners(world, layout);
  const { epoch, tick } = world.clock;
  const now: Now = {
    second: Math.floor(epoch / 1000) + tick,
    share: knotShare(world.seed, load, tick),
    seed: world.seed,
  };
  stepHeat(state, layout);
  state.rack.columns.demand.fill(0);
  for (const duty of duties) {
    const crew = load.crews[duty];
    if (crew.rack.length === 0) continue;
    setUse(load, duty, now);
    ask(state, layout, crew);
  }
  askRunners(world, state, layout);
}

/** Where another device than before runs hosts or carries blades, or one no longer does, crews change too. */
function manRunners(world: World, { load, index }: PlantLayout): void {
  if (load.runners.madeFrom === world.loads.now(world).devices) return;
  const racks = [...index.rack.keys()].flatMap((id) => {
    const rack = world.inventory.get(id);
    return rack?.kind === 'rack' ? [rack] : [];
  });
  Object.assign(load, staffOf(world, racks, load.actor), { runners: runnersOf(world, index.rack) });
}

/** kW of devices by what runs on them, on top of what others in their racks ask for. */
function askRunners(world: World, state: PlantState, { load, levers }: PlantLayout): void {
  const { demand, tripped } = state.rack.columns;
  const { spike } = levers.rack;
  setRunners(world, load.runners);
  for (const { rack, kilowatts } of load.runners.lines) {
    const on = 1 - (tripped[rack] as number);
    demand[rack] = (demand[rack] as number) + kilowatts * (1 + (spike[rack] as number)) * on;
  }
}

/** The second of the calendar, and how far it is from one knot of slow chance to the next. */
type Now = { readonly second: number; readonly share: number; readonly seed: number };

/** How busy the machines of a duty are. Those that are idle always are: nothing is to be set. */
function setUse(load: LoadLayout, duty: Duty, now: Now): void {
  switch (duty) {
    case 'day':
      return workByDay(load, now);
    case 'batch':
      return workByNight(load, now);
    case 'steady':
      return workAlways(load, now);
    case 'idle':
      return;
    default:
      return duty satisfies never;
  }
}

function workByDay({ crews, habit, from, to }: LoadLayout, { second, share }: Now): void {
  const { rack, use } = crews.day;
  const day = dayShare(second);
  for (let k = 0; k < rack.length; k += 1) {
    const at = rack[k] as number;
    const before = from[at] as number;
    const wandered = before + share * ((to[at] as number) - before);
    use[k] = utilisation(day, habit[at] as number, wandered);
  }
}

function workAlways({ crews, habit, from, to }: LoadLayout, { share }: Now): void {
  const { rack, use } = crews.steady;
  for (let k = 0; k < rack.length; k += 1) {
    const at = rack[k] as number;
    const before = from[at] as number;
    use[k] = steadyUse(habit[at] as number, before + share * ((to[at] as number) - before));
  }
}

function workByNight(load: LoadLayout, { second, share, seed }: Now): void {
  const { crews, nights, from, to } = load;
  const { rack, use } = crews.batch;
  const { start, work } = nights;
  const { night, since } = nightOf(second);
  if (nights.night.at !== night) planNight(load, night, seed);
  for (let k = 0; k < rack.length; k += 1) {
    const at = rack[k] as number;
    const before = from[at] as number;
    const wandered = before + share * ((to[at] as number) - before);
    use[k] = batchUse(since - (start[k] as number), work[k] as number, wandered);
  }
}

function planNight({ actor, crews, nights }: LoadLayout, night: number, seed: number): void {
  nights.night.at = night;
  for (const [k, habit] of nights.habits.entries())
    nights.work[k] = workOf({ seed, actor: actor[crews.batch.rack[k] as number] as number, habit }, night);
}

/** kW of a crew, on top of what others in its racks ask for. What has switched itself off asks for nothing. */
function ask(state: PlantState, layout: PlantLayout, { rack, use, idle, span, curve, points }: Crew): void {
  const { demand, tripped } = state.rack.columns;
  const { spike } = layout.levers.rack;
  for (let k = 0; k < rack.length; k += 1) {
    const at = rack[k] as number;
    const busy = use[k] as number;
    const begin = curve[k] as number;
    const above = span[k] as number;
    let kilowatts = idle[k] as number;
    if (above > 0) kilowatts += above * powerShare(busy);
    if (begin >= 0) kilowatts += pointAt(points, begin, busy);
    const on = 1 - (tripped[at] as number);
    demand[at] = (demand[at] as number) + kilowatts * (1 + (spike[at] as number)) * on;
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
