import type { EntityOf } from '../contract/entities.ts';
import { hashText, noise } from '../kernel/chance.ts';
import type { SensorReading } from '../kernel/effects.ts';
import type { World } from '../kernel/world.ts';
import type { PlantLayout } from '../physics/plant.ts';
import { wander } from '../workloads/utilisation.ts';
import type { Bot } from './bot.ts';
import { botTable, jumpTable } from './bots.table.ts';
import type { SensorFaults } from './faults.ts';
import { cellOf, truthOf } from './truth.ts';
import { haveSpoken, leapt, standWatch } from './watch.ts';
import type { Watch } from './watch.ts';

/** The bots of a layout. Made anew when the inventory or the restored state changes; what they said last is kept. */
export type BotCrew = {
  readonly madeFrom: object;
  readonly bots: readonly Bot[];
  readonly perSecond: number;
  readonly watch: Watch;
};

/** `before`: the crew that this one relieves. */
export function musterBots(world: World, layout: PlantLayout, before: BotCrew | null): BotCrew {
  const bots = world.inventory
    .ofKind('sensor')
    .filter((sensor) => sensor.spec.source === 'bot')
    .flatMap((sensor) => botOf(world, layout, sensor) ?? []);
  const perSecond = bots.reduce((sum, bot) => sum + 1 / bot.period, 0);
  return { madeFrom: layout, bots, perSecond, watch: standWatch(bots, before?.watch ?? null) };
}

/** Null where there is nothing for it to measure. */
function botOf(world: World, layout: PlantLayout, { id, parent, spec }: EntityOf<'sensor'>): Bot | null {
  const entity = parent === null ? undefined : world.inventory.get(parent);
  if (entity === undefined) return null;
  const point = { entity, ...spec, position: spec.position, path: spec.path };
  const read = truthOf({ world, layout }, point);
  if (read === null) return null;
  const jump = jumpTable[spec.metric] ?? null;
  const cell = jump === null ? null : cellOf({ world, layout }, point);
  return { sensor: id, actor: hashText(id), ...botTable[spec.metric], read, cell, jump };
}

/** Slow drift: minutes between knots. */
const driftSeconds = 600;

/** Who speaks when: bots of one span of seconds, by the second of it at which each is due. */
export type Rota = {
  readonly crew: BotCrew;
  readonly stretch: number;
  readonly spans: ReadonlyMap<number, readonly (readonly Bot[])[]>;
};

/**
 * `stretch` makes bots speak less often when the lab outruns real time; it changes what is said when,
 * never the world. Each bot's second follows from its own name, so a new one moves no other.
 */
export function drawRota(crew: BotCrew, stretch: number): Rota {
  const spans = new Map<number, Bot[][]>();
  for (const bot of crew.bots) {
    const span = bot.period * stretch;
    const seconds = spans.get(span) ?? Array.from({ length: span }, (): Bot[] => []);
    seconds[bot.actor % span]?.push(bot);
    spans.set(span, seconds);
  }
  return { crew, stretch, spans };
}

/** Readings due at this second: of the bots whose turn it is, and of those that may not wait for theirs. */
export function dueReadings(world: World, rota: Rota, faults: SensorFaults): SensorReading[] {
  const { tick } = world.clock;
  const due: SensorReading[] = [];
  const speak = (bot: Bot): void => {
    const value = say(world, bot, faults);
    if (value !== null) due.push({ sensor: bot.sensor, value });
  };
  for (const [span, seconds] of rota.spans) for (const bot of seconds[tick % span] ?? []) speak(bot);
  for (const bot of leapt(rota.crew.watch, { tick, stretch: rota.stretch })) speak(bot);
  return due;
}

/** Every bot speaks now, as real devices do when they come up. */
export function rollCall(world: World, crew: BotCrew, faults: SensorFaults): SensorReading[] {
  haveSpoken(crew.watch);
  return crew.bots.flatMap((bot) => {
    const value = say(world, bot, faults);
    return value === null ? [] : [{ sensor: bot.sensor, value }];
  });
}

function say({ seed, clock: { tick } }: World, bot: Bot, { bends }: SensorFaults): number | null {
  let value = bot.read();
  const isOff = value === 0;
  if (bot.drift > 0 && !isOff) value += bot.drift * wander(seed, bot.actor, tick / driftSeconds);
  // What is switched off reads nothing: an instrument's noise goes with its signal.
  if (bot.noise > 0 && !isOff) value += bot.noise * noise(seed, bot.actor, 0 - tick);
  for (const bend of bends.get(bot.sensor) ?? []) {
    const bent = bend(value, tick);
    if (bent === null) return null;
    value = bent;
  }
  return shown(value, bot.step);
}

/** Whole steps first, so that 22.400000000000002 is never published. */
const shown = (value: number, step: number): number =>
  Math.round(Math.round(value / step) * step * 1000) / 1000;

/** What this sensor would say at this moment; null where it has nothing to say. */
export function saidBy(world: World, layout: PlantLayout, sensor: EntityOf<'sensor'>): number | null {
  const bot = botOf(world, layout, sensor);
  return bot === null ? null : say(world, bot, { madeFrom: '', bends: new Map() });
}

/** What an instrument built into a thing would show: the truth, in steps of its display. */
export function instrumentOf(
  world: World,
  layout: PlantLayout,
  point: Parameters<typeof truthOf>[1],
): number | null {
  const read = truthOf({ world, layout }, point);
  return read === null ? null : shown(read(), botTable[point.metric].step);
}
